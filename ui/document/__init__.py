"""The document window: the real page beside what goes on it, and the ways it leaves."""
