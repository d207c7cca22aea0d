"""The overview of a relationship: its balance, what is recent and what to bring up, and how it stands."""
