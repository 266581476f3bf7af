"""The course of a dispute: what happened to the request, the countdowns read off a page, what was ticked off, and how it ended."""

SQL = """
CREATE TABLE claim_events (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  dispute_id TEXT NOT NULL REFERENCES disputes (id),
  kind TEXT NOT NULL, claim TEXT NOT NULL, goods TEXT NOT NULL, at TEXT NOT NULL, note ANY NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claim_events_by_dispute ON claim_events (dispute_id);

CREATE TABLE countdowns (
  dispute_id TEXT NOT NULL REFERENCES disputes (id), deadline TEXT NOT NULL,
  due TEXT NOT NULL, noted_at TEXT NOT NULL,
  PRIMARY KEY (dispute_id, deadline)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticks (
  order_id TEXT NOT NULL REFERENCES orders (id), prompt TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (order_id, prompt)
) STRICT, WITHOUT ROWID;

ALTER TABLE disputes ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE disputes ADD COLUMN recovered_cents INTEGER;
ALTER TABLE disputes ADD COLUMN recovered_currency TEXT;
ALTER TABLE disputes ADD COLUMN closed_at TEXT;
ALTER TABLE disputes ADD COLUMN rating INTEGER;
ALTER TABLE disputes ADD COLUMN closing_note ANY NOT NULL DEFAULT '';
"""
