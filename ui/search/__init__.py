"""One search: what is wanted, who was presented, how it closes."""
