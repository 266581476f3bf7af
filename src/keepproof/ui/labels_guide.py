"""Words for the guide."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def group(code: str) -> str:
    """Name a group of topics."""
    words = {
        "begin": QCoreApplication.translate("GuideWords", "First steps"),
        "proof": QCoreApplication.translate("GuideWords", "Keeping proof"),
        "complain": QCoreApplication.translate("GuideWords", "Complaining"),
        "contact": QCoreApplication.translate("GuideWords", "Whom, how, by when"),
        "about": QCoreApplication.translate("GuideWords", "About KeepProof"),
    }
    return words.get(code, code)
