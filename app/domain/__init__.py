"""Records and the rules that need nothing but themselves; standard library only."""
