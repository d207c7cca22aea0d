"""Use cases: plain functions; each owns one transaction and returns a Change."""
