"""Our own widgets, each used by two screens or more."""
