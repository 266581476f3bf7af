"""What the user noted of a shop's return terms, and what was looked at before buying there."""

SQL = """
ALTER TABLE merchants ADD COLUMN return_policy ANY NOT NULL DEFAULT '';

CREATE TABLE merchant_checks (
  merchant_id TEXT NOT NULL REFERENCES merchants (id), item TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (merchant_id, item)
) STRICT, WITHOUT ROWID;
"""
