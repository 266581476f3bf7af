"""Contradictions the user has looked at and left as they are."""

SQL = """
CREATE TABLE dismissals (
  order_id TEXT NOT NULL REFERENCES orders (id), field TEXT NOT NULL, here ANY NOT NULL, there ANY NOT NULL,
  PRIMARY KEY (order_id, field, here, there)
) STRICT, WITHOUT ROWID;
"""
