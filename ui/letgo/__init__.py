"""Knowing when to let go: an honest look at what both sides gave, and three equal choices."""
