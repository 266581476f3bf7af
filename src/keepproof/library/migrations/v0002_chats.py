"""Who speaks in the chats with a merchant, and the messages a dispute quotes, word for word."""

SQL = """
CREATE TABLE chat_roles (
  merchant_id TEXT NOT NULL REFERENCES merchants (id), sender ANY NOT NULL, role TEXT NOT NULL,
  PRIMARY KEY (merchant_id, sender)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotes (
  dispute_id TEXT NOT NULL REFERENCES disputes (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  place TEXT NOT NULL, sender ANY NOT NULL, role TEXT NOT NULL, said_at TEXT NOT NULL,
  text ANY NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (dispute_id, evidence_id, place)
) STRICT, WITHOUT ROWID;
"""
