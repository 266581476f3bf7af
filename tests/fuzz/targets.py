"""What is fuzzed: every reader, each with the bytes it starts from.

A target takes any bytes and says whether it read something in them. It lets KnownErrors pass, which are the
readers' own refusals; whatever else comes out of it is a bug.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType

from fuzz import backup_seeds, bill_seeds, bundle_seeds, chat_seeds, file_seeds
from keepproof.domain import bundle as bundle_form
from keepproof.domain.chat import Chat
from keepproof.domain.redaction import Box
from keepproof.errors import KnownError
from keepproof.exporting.redaction import redact
from keepproof.knowledge.book import Book
from keepproof.library.backups import manifest as backup_manifest
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.reading import BackupFile
from keepproof.readers import (
    bundle,
    encoding,
    exif,
    image,
    kinds,
    order_text,
    plain_text,
    sniff,
    text_head,
    video,
)
from keepproof.readers.bills.reader import read_bill
from keepproof.readers.chats import (
    chat_sheets,
    dialogue,
    json_chats,
    memotrace_page,
    memotrace_table,
    qq_copied,
    qq_page,
    qq_text,
    wangwang,
    wangwang_page,
    wechat_text,
    welink,
    whatsapp,
)
from keepproof.readers.chats.decoding import source
from keepproof.readers.chats.reader import Read, Score, read_chat
from keepproof.readers.documents import attachments, docx, mail, outlook, page, pdf, workbook
from keepproof.readers.facts import Limits
from keepproof.readers.reading import Found
from keepproof.readers.whole_picture import whole_picture
from keepproof.services.bundled_values import likely_time, order_form
from keepproof.ticket import Ticket

Reader = Callable[[bytes], bool]

TEXT_CHATS: dict[str, tuple[Score, Read]] = {
    "wangwang": (wangwang.score, wangwang.read),
    "qq_copied": (qq_copied.score, qq_copied.read),
    "qq_text": (qq_text.score, qq_text.read),
    "memotrace": (wechat_text.score_memotrace, wechat_text.read_memotrace),
    "weflow": (wechat_text.score_weflow, wechat_text.read_weflow),
    "wechat_dump": (wechat_text.score_dump, wechat_text.read_dump),
    "welink": (welink.score, welink.read),
    "whatsapp": (whatsapp.score, whatsapp.read),
    "timed_lines": (dialogue.score_timed, dialogue.read_timed),
    "dialogue": (dialogue.score_plain, dialogue.read_plain),
}
PAGE_CHATS: dict[str, Callable[[str], Chat | None]] = {
    "memotrace_page": memotrace_page.read,
    "memotrace_table": memotrace_table.read,
    "wangwang_page": wangwang_page.read,
}
MODULES = {
    "docx": docx,
    "mail": mail,
    "outlook": outlook,
    "page": page,
    "pdf": pdf,
    "workbook": workbook,
}
SMALL = Limits(pixels=1_000_000)


@dataclass(frozen=True, slots=True)
class Target:
    """A reader and the seeds it reads something in."""

    read: Reader
    seeds: tuple[bytes, ...]

    def __call__(self, data: bytes) -> bool:
        """Read any bytes; a KnownError says no like any other answer."""
        try:
            return self.read(data)
        except KnownError:
            return False


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def file(data: bytes, suffix: str) -> Path:
    """Write the bytes to a file, always the same."""
    path = Path(_folder().name) / f"fuzz{suffix}"
    path.write_bytes(data)
    return path


def _text_chat(score: Score, read: Read, data: bytes) -> bool:
    text = source(data).text
    return bool(score(text)) and bool(read(text, "聊天.txt").messages)


def _page_chat(read: Callable[[str], Chat | None], data: bytes) -> bool:
    return _said(read(source(data).text))


def _json_chat(data: bytes) -> bool:
    return _said(json_chats.read(source(data).text))


def _chat_sheets(data: bytes) -> bool:
    return _said(chat_sheets.read(file(data, ".chat.xlsx"), "聊天.xlsx"))


def _chat(data: bytes) -> bool:
    return _said(read_chat(data, "聊天.txt", "text/plain"))


def _said(chat: Chat | None) -> bool:
    return chat is not None and bool(chat.messages)


def _bill(suffix: str, data: bytes) -> bool:
    bill = read_bill(file(data, suffix), f"bill{suffix}")
    return bill is not None and bool(bill.rows)


def _order(data: bytes) -> bool:
    return bool(order_text.read_order(encoding.decode(data).text).number)


def _sniff(data: bytes) -> bool:
    head, tail = data[:-64], data[-64:]
    kind = sniff.of_bytes(head, tail, "a.json")
    kinds.suggest(kind, encoding.decode(tail).text, encoding.decode(head).text)
    return bool(kind)


def _decode(data: bytes) -> bool:
    return bool(encoding.shown(encoding.decode(data).text))


def _shown(media_type: str, data: bytes) -> bool:
    return bool(text_head.text_of(data, media_type))


class _Tags:
    """A camera's tags that say whatever the bytes say."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def get(self, tag: int, /) -> object:
        return self._data[0] if self._data else tag

    def get_ifd(self, tag: int, /) -> dict[int, object]:
        time, _, offset = self._data.partition(b"|")
        return {0x9003: time, 0x9011: offset.decode("latin-1"), tag: None}


def _exif(data: bytes) -> bool:
    exif.orientation(_Tags(data))
    return exif.taken_at(_Tags(data)) is not None


def _picture(suffix: str, data: bytes) -> bool:
    return image.facts(file(data, suffix), SMALL).width > 0


def _redacted(suffix: str, data: bytes) -> bool:
    whole = whole_picture(file(data, suffix), SMALL)
    boxes = [Box(1, 1, 6, 6), Box(whole.image.width // 2, 0, whole.image.width, 9)]
    try:
        made = redact(whole.image, boxes, grid=whole.grid, profile=whole.profile)
    except KnownError as error:
        # a copy that fails its own check is a fault of ours, whatever the picture
        if error.code == "redact.unverified":
            raise RuntimeError(error.code) from error
        raise
    return bool(made.boxes)


def _document(reader: ModuleType, media_type: str, data: bytes) -> bool:
    path = file(data, ".document")
    found: Found = reader.read(path, "name", media_type)
    if hasattr(reader, "look"):
        reader.look(path, "name", media_type)
    if found.source == "mail":
        attachments.read(path, media_type)
    return bool(found.text)


def _part(pack: Callable[[bytes], bytes], reader: ModuleType, data: bytes) -> bool:
    """Read an office document one of whose parts is the bytes; as a whole its checksums would save it."""
    return _document(reader, "", pack(data))


def _plain(data: bytes) -> bool:
    return bool(plain_text.read_text(file(data, ".txt"), "name", "text/plain").text)


def _recording(suffix: str, data: bytes) -> bool:
    path = file(data, suffix)
    return bool(video.facts(path, SMALL).duration_s) and bool(video.tags(path))


def _backup(data: bytes) -> bool:
    with BackupFile(file(data, ".zip")) as backup:
        manifest = backup.manifest()
        for one in manifest.files:
            backup.check(one, "", Meter(Ticket(), 1))
    return True


def _backup_manifest(data: bytes) -> bool:
    return bool(backup_manifest.read(data, sealed=False).files)


def _bundle(data: bytes) -> bool:
    """Check a bundle, read all that stands in it, and lay its order out."""
    with bundle.opened(file(data, ".zip")) as found:
        report = bundle.check(found, Ticket())
        for path in found.zip.members:
            found.zip.content(path)
        record = found.record
    if record is None:
        return bool(report.files)
    form = order_form(record.order, _book(), "bundle")
    return bool(form.number) and all(
        likely_time(at) for one in record.items for at in one.times.values()
    )


@cache
def _book() -> Book:
    return Book.load()


def _bundled(name: str, data: bytes) -> bool:
    return _bundle(bundle_seeds.around(name, data))


def _bytes(seeds: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(one.encode() for one in seeds)


def _chats() -> dict[str, Target]:
    found = {
        f"chat_{name}": Target(partial(_text_chat, *pair), _bytes(chat_seeds.TEXTS[name]))
        for name, pair in TEXT_CHATS.items()
    }
    found |= {
        f"chat_{name}": Target(partial(_page_chat, read), _bytes(chat_seeds.PAGES[name]))
        for name, read in PAGE_CHATS.items()
    }
    found |= {
        f"chat_{name}": Target(_json_chat, _bytes(seeds))
        for name, seeds in chat_seeds.JSONS.items()
    }
    found["chat_qq_page"] = Target(
        lambda data: _said(qq_page.read(data)), _bytes(chat_seeds.QQ_PAGE)
    )
    found["chat_sheets"] = Target(_chat_sheets, chat_seeds.SHEETS)
    every = [*chat_seeds.TEXTS.values(), *chat_seeds.JSONS.values()]
    found["chat"] = Target(_chat, tuple(seeds[0].encode() for seeds in every))
    return found


def _bills() -> dict[str, Target]:
    found = {
        f"bill_{name}": Target(partial(_bill, ".csv"), (seed.encode(), seed.encode("gb18030")))
        for name, seed in bill_seeds.LAYOUTS.items()
    }
    found["bill_workbook"] = Target(partial(_bill, ".xlsx"), (bill_seeds.workbook(),))
    return found


def _texts() -> dict[str, Target]:
    words = ("订单 order 已签收", "2026-11-10 21:06:00 小店：您好\n")
    encodings: Sequence[str] = ("utf-8", "gb18030", "big5", "utf-16")
    many = tuple(one.encode(name, "replace") for one in words for name in encodings)
    heads = (b"%PDF-1.7\n", b"PK\3\4word/", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", b'{"a": 1}')
    return {
        "order_text": Target(_order, _bytes(bill_seeds.ORDER_TEXTS)),
        "encoding": Target(_decode, many),
        "sniff": Target(_sniff, (*many, *(one + b" " * 80 for one in heads))),
        "shown_page": Target(partial(_shown, "text/html"), (file_seeds.PAGE,)),
        "shown_mail": Target(partial(_shown, "message/rfc822"), file_seeds.MAILS),
        "exif": Target(_exif, (b"2026:11:01 18:20:00|+08:00", b"2026-11-01T18:20:00|Z")),
    }


def _pictures() -> dict[str, Target]:
    return {
        f"picture_{name}": Target(partial(_picture, f".{name}"), (seed,))
        for name, seed in file_seeds.pictures().items()
    } | {
        f"redacted_{name}": Target(partial(_redacted, f".{name}"), (seed,))
        for name, seed in file_seeds.pictures().items()
    }


def _documents() -> dict[str, Target]:
    found = {
        f"document_{name}": Target(partial(_document, MODULES[module], media_type), seeds)
        for name, (module, media_type, seeds) in file_seeds.documents().items()
    }
    found |= {
        f"document_{name}": Target(partial(_part, pack, MODULES[module]), seeds)
        for name, (module, pack, seeds) in file_seeds.parts().items()
    }
    found["plain_text"] = Target(_plain, ("退款\n".encode(), "退款\r\n".encode("gb18030")))
    found |= {
        f"recording_{name}": Target(partial(_recording, f".{name}"), (seed,))
        for name, seed in file_seeds.recordings().items()
    }
    return found


def _backups() -> dict[str, Target]:
    return {
        "backup": Target(_backup, (backup_seeds.archive(),)),
        "backup_manifest": Target(_backup_manifest, (backup_seeds.manifest(),)),
    }


def _bundles() -> dict[str, Target]:
    return {
        "bundle": Target(_bundle, (bundle_seeds.archive(),)),
        "bundle_record": Target(partial(_bundled, bundle_form.RECORD), (bundle_seeds.record(),)),
        "bundle_history": Target(partial(_bundled, bundle_form.HISTORY), (bundle_seeds.history(),)),
        "bundle_manifest": Target(
            partial(_bundled, bundle_form.MANIFEST), (b"0" * 64 + b"  data/a\n",)
        ),
    }


@cache
def targets() -> dict[str, Target]:
    """Name all targets."""
    every = (_chats, _bills, _texts, _pictures, _documents, _backups, _bundles)
    return {name: one for group in every for name, one in group().items()}
