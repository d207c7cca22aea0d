"""The searches of one manager."""
