"""Backups: one file that holds a whole library, and the way back."""
