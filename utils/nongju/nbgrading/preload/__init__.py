"""What is imported once by the servers that kernels and nbgrader's processes are forked from."""
