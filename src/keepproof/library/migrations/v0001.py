"""The first shape of the catalogue.

Columns that hold the user's words have the type ANY: text that is no valid Unicode (a file name in another
encoding) is stored as a blob, see `values.stored`. Rows the user removed stay with `removed = 1`, so that
taking it back brings everything; a filing is hidden by `unfiled` (its number was used in a sent text and must
not be given again) or by `order_removed`.
"""

SQL = """
CREATE TABLE merchants (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL, name ANY NOT NULL, registered_name ANY NOT NULL, credit_code ANY NOT NULL,
  address ANY NOT NULL, phone ANY NOT NULL, note ANY NOT NULL,
  UNIQUE (platform, name)
) STRICT;

CREATE TABLE orders (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  number ANY NOT NULL, platform TEXT NOT NULL,
  merchant_id TEXT NOT NULL REFERENCES merchants (id) DEFERRABLE INITIALLY DEFERRED,
  shop ANY NOT NULL,
  paid_cents INTEGER, paid_currency TEXT, discount_cents INTEGER, discount_currency TEXT,
  freight_cents INTEGER, freight_currency TEXT,
  ordered TEXT, paid_at TEXT, shipped TEXT, signed TEXT, confirmed TEXT,
  courier ANY NOT NULL, tracking_number ANY NOT NULL, note ANY NOT NULL,
  archived INTEGER NOT NULL, added_at TEXT, sources ANY NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX orders_by_number ON orders (number);

CREATE TABLE order_items (
  order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE, position INTEGER NOT NULL,
  title ANY NOT NULL, sku ANY NOT NULL, quantity INTEGER NOT NULL,
  price_cents INTEGER, price_currency TEXT,
  PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL, size INTEGER NOT NULL, media_type TEXT NOT NULL, original_name ANY NOT NULL,
  kind TEXT NOT NULL, kind_by_user INTEGER NOT NULL, title ANY NOT NULL, note ANY NOT NULL,
  file_at TEXT, file_source TEXT, content_at TEXT, content_source TEXT,
  imported_at TEXT, imported_source TEXT, event_at TEXT, event_source TEXT,
  origin TEXT NOT NULL, derived_from TEXT, state TEXT NOT NULL,
  fixity TEXT NOT NULL, checked_at TEXT, odd TEXT NOT NULL, facts ANY NOT NULL,
  CHECK (state IN ('kept', 'trashed'))
) STRICT;
CREATE INDEX evidence_by_hash ON evidence (sha256);
CREATE INDEX evidence_trashed ON evidence (sha256) WHERE state = 'trashed';
CREATE INDEX evidence_broken ON evidence (fixity) WHERE state = 'kept' AND fixity <> 'intact';
CREATE INDEX evidence_checked ON evidence (checked_at)
  WHERE state = 'kept' AND checked_at IS NOT NULL;

CREATE TABLE filings (
  seq INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence (id), order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL, frozen INTEGER NOT NULL DEFAULT 0,
  unfiled INTEGER NOT NULL DEFAULT 0, order_removed INTEGER NOT NULL DEFAULT 0,
  UNIQUE (order_id, number), UNIQUE (evidence_id, order_id)
) STRICT;

CREATE TABLE disputes (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES orders (id), issue TEXT NOT NULL, answers ANY NOT NULL,
  demand TEXT NOT NULL, amount_cents INTEGER, amount_currency TEXT, reason ANY NOT NULL,
  left_out TEXT NOT NULL, state TEXT NOT NULL, opened_at TEXT,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX disputes_by_order ON disputes (order_id);

CREATE TABLE statement_edits (
  dispute_id TEXT NOT NULL REFERENCES disputes (id), channel TEXT NOT NULL, lang TEXT NOT NULL,
  statement TEXT NOT NULL, text ANY NOT NULL, base ANY NOT NULL,
  PRIMARY KEY (dispute_id, channel, lang, statement)
) STRICT;

CREATE TABLE submissions (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  dispute_id TEXT NOT NULL REFERENCES disputes (id), channel TEXT NOT NULL, lang TEXT NOT NULL,
  text ANY NOT NULL, at TEXT NOT NULL, numbers TEXT NOT NULL, ticket ANY NOT NULL
) STRICT;
CREATE INDEX submissions_by_dispute ON submissions (dispute_id);

CREATE TABLE custody (
  sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
  data TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX custody_by_subject ON custody (subject);

CREATE TABLE custody_head (
  only INTEGER PRIMARY KEY CHECK (only = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT;
INSERT INTO custody_head VALUES (1, 0, printf('%064d', 0));

CREATE TRIGGER custody_never_changes BEFORE UPDATE ON custody
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;

CREATE TRIGGER custody_never_shrinks BEFORE DELETE ON custody
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;

CREATE TRIGGER custody_follows BEFORE INSERT ON custody
WHEN NOT EXISTS (
  SELECT 1 FROM custody_head WHERE sequence = NEW.sequence - 1 AND hash = NEW.previous
)
BEGIN SELECT RAISE(ABORT, 'the custody log goes on from its head'); END;

CREATE TRIGGER custody_moves_head AFTER INSERT ON custody
BEGIN UPDATE custody_head SET sequence = NEW.sequence, hash = NEW.hash; END;

CREATE TRIGGER custody_head_stays BEFORE DELETE ON custody_head
BEGIN SELECT RAISE(ABORT, 'the custody log is append-only'); END;
"""
