"""Outside files become values; input is hostile, nothing is written."""
