"""Today: what you keep, what you wait for, whom to reach, what is next."""
