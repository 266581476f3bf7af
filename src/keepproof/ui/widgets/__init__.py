"""The reusable widgets, one a file."""
