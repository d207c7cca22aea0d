"""Where a new relationship begins: the first one, and every further one."""
