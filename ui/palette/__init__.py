"""The palette: find anybody and anything, or do what the program can do."""
