"""The searches of all managers."""
