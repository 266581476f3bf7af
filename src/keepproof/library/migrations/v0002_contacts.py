"""Each attempt to reach somebody, and what somebody promised."""

SQL = """
CREATE TABLE contacts (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES orders (id), dispute_id TEXT REFERENCES disputes (id),
  party TEXT NOT NULL, channel TEXT NOT NULL, at TEXT NOT NULL,
  waited_seconds INTEGER, talked_seconds INTEGER,
  who ANY NOT NULL, number ANY NOT NULL, ticket ANY NOT NULL, summary ANY NOT NULL, outcome TEXT NOT NULL,
  cost_cents INTEGER, cost_currency TEXT,
  evidence_id TEXT REFERENCES evidence (id), removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contacts_by_order ON contacts (order_id);

CREATE TABLE commitments (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES orders (id), contact_id TEXT REFERENCES contacts (id),
  evidence_id TEXT REFERENCES evidence (id), place TEXT NOT NULL,
  party TEXT NOT NULL, who ANY NOT NULL, words ANY NOT NULL, made_at TEXT NOT NULL, due TEXT,
  state TEXT NOT NULL, settled_at TEXT, removed INTEGER NOT NULL DEFAULT 0,
  CHECK (state IN ('open', 'kept', 'broken'))
) STRICT;
CREATE INDEX commitments_by_order ON commitments (order_id);
CREATE INDEX commitments_by_contact ON commitments (contact_id);
"""
