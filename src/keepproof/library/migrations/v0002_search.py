"""The index of words, made again at any time from the other tables; what changes there is noted by triggers.

A thing is named by one number: its type times 2^40 plus the `seq` of its row. Types: 1 order, 2 merchant, 3 evidence,
4 contact, 5 promise, 6 dispute, 7 sent text. `search_dirty` lists what has to be read again; `version` 0 says that
nothing has been read at all. `search_names` holds titles and numbers alone, so that they are found without going
through all the texts; `search_words` holds everything.
"""

# ruff: noqa: S608  (constants of this file)

_TABLES = """
CREATE TABLE search_state (
  only INTEGER PRIMARY KEY CHECK (only = 1), version INTEGER NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, 0);

CREATE TABLE search_dirty (id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE search_items (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL,
  order_id TEXT, title ANY NOT NULL, head ANY NOT NULL
) STRICT;

CREATE TABLE search_passages (
  item INTEGER NOT NULL, first INTEGER NOT NULL, text ANY NOT NULL,
  PRIMARY KEY (item, first)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_names USING fts5 (
  words, numbers, initials, content='', contentless_delete=1, tokenize='ascii', prefix='1'
);
CREATE VIRTUAL TABLE search_words USING fts5 (
  words, numbers, initials, content='', contentless_delete=1, tokenize='ascii', prefix='1'
);
-- Fewer, larger merges: a third less work for the first reading of a large library.
INSERT INTO search_names (search_names, rank) VALUES ('automerge', 16);
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 16);
"""

_ORDER, _MERCHANT, _EVIDENCE, _CONTACT, _PROMISE, _DISPUTE, _SENT = (
    number << 40 for number in range(1, 8)
)


def _trigger(name: str, when: str, *statements: str) -> str:
    body = " ".join(f"{one};" for one in statements)
    return f"CREATE TRIGGER search_{name} AFTER {when} BEGIN {body} END;"


def _note(what: str) -> str:
    # Not INSERT OR IGNORE: inside a trigger the way of the outer statement would count, be it REPLACE or an upsert.
    return f"INSERT INTO search_dirty {what} ON CONFLICT DO NOTHING"


def _own(base: int, row: str) -> str:
    return _note(f"VALUES ({row}.seq + {base})")


def _followed(table: str, base: int, columns: str = "") -> list[str]:
    """Note a row of its own whenever it comes, changes or goes."""
    of = f"UPDATE OF {columns} ON" if columns else "UPDATE ON"
    return [
        _trigger(f"{table}_in", f"INSERT ON {table}", _own(base, "NEW")),
        _trigger(f"{table}_up", f"{of} {table}", _own(base, "NEW")),
        _trigger(f"{table}_out", f"DELETE ON {table}", _own(base, "OLD")),
    ]


def _dependent(table: str, note: str) -> list[str]:
    """Note the thing that a row is a part of; `{row}` stands for the row."""
    return [
        _trigger(f"{table}_in", f"INSERT ON {table}", note.format(row="NEW")),
        _trigger(f"{table}_up", f"UPDATE ON {table}", note.format(row="NEW")),
        _trigger(f"{table}_out", f"DELETE ON {table}", note.format(row="OLD")),
    ]


def _of(base: int, table: str, condition: str) -> str:
    return _note(f"SELECT seq + {base} FROM {table} WHERE {condition}")


_SENT_OF_ORDER = _of(
    _SENT, "submissions", "dispute_id IN (SELECT id FROM disputes WHERE order_id = NEW.id)"
)
_OF_ORDER = (
    _of(_MERCHANT, "merchants", "id = NEW.merchant_id"),
    _of(_DISPUTE, "disputes", "order_id = NEW.id"),
    _of(_CONTACT, "contacts", "order_id = NEW.id"),
    _of(_PROMISE, "commitments", "order_id = NEW.id"),
    _SENT_OF_ORDER,
)

SQL = "\n".join(
    (
        _TABLES,
        *_followed("orders", _ORDER),
        _trigger("order_merchant", "INSERT ON orders", _OF_ORDER[0]),
        _trigger("order_parts", "UPDATE OF merchant_id, removed ON orders", *_OF_ORDER),
        _trigger(
            "order_left",
            "UPDATE OF merchant_id ON orders",
            _of(_MERCHANT, "merchants", "id = OLD.merchant_id"),
        ),
        *_dependent("order_items", _of(_ORDER, "orders", "id = {row}.order_id")),
        *_followed("merchants", _MERCHANT),
        *_followed(
            "evidence",
            _EVIDENCE,
            "sha256, title, original_name, note, kind, state, "
            "file_at, content_at, imported_at, event_at",
        ),
        *_dependent("readings", _of(_EVIDENCE, "evidence", "sha256 = {row}.sha256")),
        *_followed("contacts", _CONTACT),
        *_followed("commitments", _PROMISE),
        *_followed("disputes", _DISPUTE),
        _trigger(
            "dispute_parts",
            "UPDATE OF removed ON disputes",
            _of(_SENT, "submissions", "dispute_id = NEW.id"),
        ),
        *_dependent("statement_edits", _of(_DISPUTE, "disputes", "id = {row}.dispute_id")),
        *_dependent("claim_events", _of(_DISPUTE, "disputes", "id = {row}.dispute_id")),
        *_followed("submissions", _SENT),
    )
)
