"""Why an office cannot be opened, and what helps."""
