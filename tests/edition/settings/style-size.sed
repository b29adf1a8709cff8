s/size: 16pt/size: 500pt/
