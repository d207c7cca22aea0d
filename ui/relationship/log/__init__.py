"""The log of a manager's tab: the quick-add bar over the timeline."""
