"""Notes of one manager: the list, and the sheet of paper beside it."""
