"""The world's rules as dated data."""
