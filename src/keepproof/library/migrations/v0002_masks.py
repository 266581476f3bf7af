"""Which private items the user wants hidden or shown in a text, channel by channel."""

SQL = """
CREATE TABLE masks (
  dispute_id TEXT NOT NULL REFERENCES disputes (id), channel TEXT NOT NULL, item ANY NOT NULL,
  masked INTEGER NOT NULL CHECK (masked IN (0, 1)),
  PRIMARY KEY (dispute_id, channel, item)
) STRICT, WITHOUT ROWID;
"""
