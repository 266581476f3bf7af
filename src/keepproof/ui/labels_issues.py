"""Words for groups of problems and for whom to contact."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def issue_group(group: str) -> str:
    """Name a group of issue types."""
    words = {
        "goods": QCoreApplication.translate("OrderWords", "The item itself"),
        "delivery": QCoreApplication.translate("OrderWords", "Shipping and delivery"),
        "return": QCoreApplication.translate("OrderWords", "Return and refund"),
        "price": QCoreApplication.translate("OrderWords", "Price and promises"),
        "document": QCoreApplication.translate("OrderWords", "Invoice and papers"),
        "safety": QCoreApplication.translate("OrderWords", "Safety"),
        "conduct": QCoreApplication.translate("OrderWords", "Conduct of the seller"),
        "inquiry": QCoreApplication.translate("OrderWords", "Just a question"),
    }
    return words.get(group, group)


def party(code: str) -> str:
    """Name whom to contact."""
    words = {
        "merchant": QCoreApplication.translate("OrderWords", "the seller"),
        "platform": QCoreApplication.translate("OrderWords", "the platform"),
        "special_aftersales": QCoreApplication.translate("OrderWords", "the special after-sales"),
        "payment": QCoreApplication.translate("OrderWords", "the payment service"),
        "courier": QCoreApplication.translate("OrderWords", "the courier"),
        "authority": QCoreApplication.translate("OrderWords", "the authority"),
        "self_help": QCoreApplication.translate("OrderWords", "yourself, on the order page"),
    }
    return words.get(code, code)
