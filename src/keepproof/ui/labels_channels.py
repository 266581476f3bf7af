"""The words of the channels page: parties as headings, kinds of questions, how well something is known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from keepproof.knowledge.channel import Channel

GENERAL = ("goods", "delivery", "return", "price", "document", "safety", "conduct")
INQUIRIES = ("ask_product", "order_change", "payment", "account", "how_to")


def party_heading(code: str) -> str:
    """Name a party as the heading of its channels."""
    words = {
        "merchant": QCoreApplication.translate("ChannelWords", "Seller"),
        "platform": QCoreApplication.translate("ChannelWords", "Platform"),
        "special_aftersales": QCoreApplication.translate("ChannelWords", "Special after-sales"),
        "payment": QCoreApplication.translate("ChannelWords", "Payment"),
        "courier": QCoreApplication.translate("ChannelWords", "Courier"),
        "authority": QCoreApplication.translate("ChannelWords", "Outside the platform"),
        "self_help": QCoreApplication.translate("ChannelWords", "By yourself"),
    }
    return words.get(code, code)


def question(kind: str) -> str:
    """Name what one wants to ask or complain about."""
    words = {
        "ask_product": QCoreApplication.translate("ChannelWords", "Ask about a product"),
        "order_change": QCoreApplication.translate("ChannelWords", "Change address or order"),
        "payment": QCoreApplication.translate("ChannelWords", "Payment failed or charged twice"),
        "account": QCoreApplication.translate("ChannelWords", "Account"),
        "how_to": QCoreApplication.translate("ChannelWords", "How something works"),
        "goods": QCoreApplication.translate("ChannelWords", "Something is wrong with the goods"),
        "delivery": QCoreApplication.translate("ChannelWords", "Shipping and delivery"),
        "return": QCoreApplication.translate("ChannelWords", "Return and refund"),
        "price": QCoreApplication.translate("ChannelWords", "Price and promises"),
        "document": QCoreApplication.translate("ChannelWords", "Invoice and papers"),
        "safety": QCoreApplication.translate("ChannelWords", "Safety"),
        "conduct": QCoreApplication.translate("ChannelWords", "Harassment or leaked data"),
    }
    return words.get(kind, kind)


def known(status: str) -> tuple[str, str]:
    """Say how well a value is known, with the tone of its pill."""
    words = {
        "verified": (QCoreApplication.translate("ChannelWords", "Read in the original"), "ok"),
        "excerpt": (QCoreApplication.translate("ChannelWords", "Read in an excerpt"), "mute"),
        "secondary": (QCoreApplication.translate("ChannelWords", "Second-hand"), "mute"),
        "user": (QCoreApplication.translate("ChannelWords", "As you saw it"), "okS"),
    }
    memory = QCoreApplication.translate("ChannelWords", "Reference only, the page decides")
    return words.get(status, (memory, "warn"))


def icon(channel: Channel) -> str:
    """Choose the picture of a channel."""
    return {
        "chat": "chats",
        "robot": "robot",
        "form": "note-pencil",
        "phone": "phone",
        "notice": "at",
        "self_help": "question",
        "letter": "file-text",
        "in_person": "bank",
    }.get(channel.type, "headset")


def limits(channel: Channel) -> list[tuple[str, str]]:
    """List what a channel takes, as name and value; nothing where no limit is known."""
    known_limits = channel.limits
    rows: list[tuple[str, str]] = []
    if known_limits.characters is not None:
        words = QCoreApplication.translate("ChannelWords", "{count} characters")
        name = QCoreApplication.translate("ChannelWords", "Text")
        rows.append((name, words.format(count=known_limits.characters)))
    if known_limits.bytes is not None:
        words = QCoreApplication.translate("ChannelWords", "{count} bytes ({encoding})")
        name = QCoreApplication.translate("ChannelWords", "Size of the text")
        rows.append((name, words.format(count=known_limits.bytes, encoding=known_limits.encoding)))
    if known_limits.message_characters is not None:
        words = QCoreApplication.translate("ChannelWords", "{count} characters")
        name = QCoreApplication.translate("ChannelWords", "One message")
        rows.append((name, words.format(count=known_limits.message_characters)))
    if known_limits.pictures is not None:
        name = QCoreApplication.translate("ChannelWords", "Pictures")
        rows.append((name, str(known_limits.pictures)))
    if known_limits.picture_bytes is not None:
        words = QCoreApplication.translate("ChannelWords", "{count} KB")
        name = QCoreApplication.translate("ChannelWords", "One picture")
        rows.append((name, words.format(count=round(known_limits.picture_bytes / 1024))))
    if known_limits.formats:
        name = QCoreApplication.translate("ChannelWords", "Formats")
        rows.append((name, " ".join(known_limits.formats)))
    return rows
