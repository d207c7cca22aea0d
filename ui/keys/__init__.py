"""The keyboard map."""
