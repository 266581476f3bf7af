"""What was read in the bytes with a hash: text, and where its lines stand; the same bytes are read once."""

SQL = """
CREATE TABLE readings (
  sha256 TEXT PRIMARY KEY, source TEXT NOT NULL, text ANY NOT NULL, lines TEXT NOT NULL,
  kind TEXT NOT NULL, engine TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL,
  problem TEXT NOT NULL, facts ANY NOT NULL
) STRICT, WITHOUT ROWID;
"""
