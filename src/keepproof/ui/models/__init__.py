"""Item models: every list of the window."""
