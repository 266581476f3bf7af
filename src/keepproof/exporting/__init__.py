"""Values and originals become files for others."""
