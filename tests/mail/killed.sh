# A sender killed at random sends to each exactly once; `make faults` does it with more.
. "$TOP/tests/mail/post.inc"
. "$TOP/tests/mail/killed.inc"
killed_at_random 200 3 1
