"""The meetings of all managers."""
