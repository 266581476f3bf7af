"""The language of the window, apart from that of a complaint."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from keepproof import assets

# Words of Qt's own file dialog, seen where the desktop has none; Qt's Chinese lacks them.
QT_WORDS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)


@dataclass(slots=True)
class Translators:
    """The translators in use: they must live as long as they are installed."""

    installed: list[QTranslator] = field(default_factory=list)


def choose(setting: str) -> str:
    """Turn the setting (system, zh_CN, en) into a locale name."""
    if setting != "system":
        return setting
    wanted = QLocale.system().uiLanguages() or ["en"]
    return "zh_CN" if wanted[0].lower().startswith("zh") else "en"


def short(locale: str) -> str:
    """Give the language of knowledge and messages: zh or en."""
    return "zh" if locale.startswith("zh") else "en"


def install(locale: str, translators: Translators) -> None:
    """Translate the window, and Qt's own words, into a locale."""
    remove(translators)
    QLocale.setDefault(QLocale("zh_CN" if locale == "zh_CN" else "en_US"))
    ours = str(assets.path("i18n", f"keepproof_{locale}.qm"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{locale}.qm"
    for file in (qt, ours):
        translator = QTranslator()
        if translator.load(file):
            QCoreApplication.installTranslator(translator)
            translators.installed.append(translator)


def remove(translators: Translators) -> None:
    """Go back to the words of the source."""
    for one in translators.installed:
        QCoreApplication.removeTranslator(one)
    translators.installed.clear()
