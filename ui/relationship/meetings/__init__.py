"""The meetings of one manager."""
