"""A manager's tab: the header, and a section for each thing you do with them."""
