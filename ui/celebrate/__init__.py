"""Placed, together: a placement is celebrated, once."""
