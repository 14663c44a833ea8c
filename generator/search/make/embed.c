/*
 * Writes the bytes of a file as a C array, and their number.  Runs when the
 * program is built.  usage: embed NAME HEADER < file > NAME.c
 */
#include <stdio.h>

int main(int argc, char **argv)
{
	size_t count = 0;
	int byte;

	if (argc != 3)
		return 2;
	printf("#include \"%s\"\n\nconst unsigned char %s[] = {", argv[2],
	    argv[1]);
	for (byte = getchar(); byte != EOF; byte = getchar())
		printf("%s%d,", count++ % 16 == 0 ? "\n\t" : " ", byte);
	printf("\n};\n\nconst size_t %s_length = sizeof(%s);\n", argv[1],
	    argv[1]);
	return ferror(stdin) || ferror(stdout) || fclose(stdout) != 0;
}
