s/features: \[tnum\]/features: [tabular-numbers]/
