"""Files that the program carries with it: fonts, templates."""
