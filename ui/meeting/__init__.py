"""The page of a live meeting."""
