"""The index of words."""

SQL = ""
