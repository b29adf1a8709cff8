s/face: Inter SemiBold/face: Inter SemiBald/
