// The command line: hands each command to its file.
int main() { return 0; }
