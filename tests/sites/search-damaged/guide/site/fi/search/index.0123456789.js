opasFile("0123456789","S0yEAQA=");
