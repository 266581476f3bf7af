"""The few rules that a palette cannot express; everything else is painted or left to Fusion."""

from __future__ import annotations

from collections.abc import Callable

from keepproof import assets

# Kept to buttons, inputs and bars: a type selector such as QFrame or QLabel would leak into every child.
RULES = """
QPushButton {{ min-height: {button}px; padding: 0 {side}px; border-radius: {round}px; background: {surface};
  color: {text}; border: 1px solid {border}; }}
QPushButton:hover {{ background: {sunken}; }}
QPushButton:pressed {{ background: {neutral}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 {side_focus}px; min-height: {button_focus}px; }}
QPushButton:disabled {{ background: {sunken}; color: {text3}; border: 1px solid {border}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: bold; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_press}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="primary"]:disabled {{ background: {neutral}; color: {text3}; border: 1px solid {border}; }}
QPushButton[kind="ghost"] {{ background: transparent; border: 1px solid transparent; color: {text2}; }}
QPushButton[kind="ghost"]:hover {{ background: {sunken}; }}
QPushButton[kind="ghost"]:checked {{ background: {accent_tint}; color: {accent_text}; font-weight: bold; }}
QPushButton[kind="ghost"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {accent}; padding: 0 {tight}px; }}
QPushButton[kind="link"]:hover {{ color: {accent_hover}; text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {accent}; }}
QPushButton[kind="link"]:disabled {{ color: {text3}; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit {{ background: {surface}; color: {text};
  border: 1px solid {border_strong}; border-radius: {round}px; padding: {inner}px {field}px;
  selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {text3}; }}
QLineEdit, QComboBox, QSpinBox, QDateTimeEdit {{ min-height: {input}px; }}
QComboBox {{ combobox-popup: 0; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateTimeEdit:focus {{
  border: 2px solid {accent}; padding: {inner_focus}px {field_focus}px; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QPlainTextEdit:disabled {{ background: {sunken}; color: {text3};
  border: 1px solid {border}; }}
QLineEdit[state="warn"], QPlainTextEdit[state="warn"], QComboBox[state="warn"] {{ border-color: {warn_mark};
  background: {warn_tint}; }}
QLineEdit[state="bad"], QPlainTextEdit[state="bad"], QComboBox[state="bad"] {{ border-color: {bad_mark}; }}
QPlainTextEdit[bare="true"], QTextEdit[bare="true"], QTextEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
QComboBox::drop-down {{ border: none; width: {arrow_room}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {arrow_size}px; height: {arrow_size}px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {border}; selection-background-color: {accent_tint};
  selection-color: {text}; outline: none; }}
QSpinBox, QSpinBox:focus {{ padding: {spin}px {arrow_room}px {spin}px 0; }}
QSpinBox::up-button, QSpinBox::down-button {{ subcontrol-origin: border; border: none; width: {arrow_room}px;
  background: transparent; }}
QSpinBox::up-button {{ subcontrol-position: top right; margin-top: 3px; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; margin-bottom: 3px; }}
QSpinBox::up-arrow {{ image: url("{arrow_up}"); width: {arrow_small}px; height: {arrow_small}px; }}
QSpinBox::down-arrow {{ image: url("{arrow}"); width: {arrow_small}px; height: {arrow_small}px; }}
QCheckBox, QRadioButton {{ spacing: {gap}px; min-height: {check_row}px; }}
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator {{ width: {check}px; height: {check}px; border: 1px solid {border_strong};
  background: {surface}; }}
QCheckBox::indicator, QTableView::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {check_half}px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {accent};
  width: {check_inner}px; height: {check_inner}px; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{tick}"); }}
QCheckBox::indicator:checked:disabled {{ background: {border_strong}; border-color: {border_strong}; }}
QRadioButton::indicator:checked {{ background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
  stop:0 {on_accent}, stop:0.38 {on_accent}, stop:0.45 {accent}, stop:1 {accent}); border-color: {accent}; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle {{ background: {border_strong}; border-radius: {bar_round}px; min-height: 28px; min-width: 28px;
  margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
  width: 0; height: 0; }}
QHeaderView::section {{ background: {surface}; color: {text3}; border: none; border-bottom: 1px solid {border};
  padding: {inner}px {field}px; }}
QTableView::item {{ padding: 0 {field}px; }}
QTableView {{ background: {surface}; border: 1px solid {border}; border-radius: {card}px; selection-background-color: {accent_tint};
  selection-color: {text}; alternate-background-color: {surface}; outline: none; }}
QProgressBar {{ background: {neutral}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QMenuBar {{ background: {window}; border-bottom: 1px solid {border}; }}
QMenuBar::item {{ padding: {inner}px {field}px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_tint}; color: {text}; }}
QMenu {{ background: {surface}; border: 1px solid {border}; padding: {tight}px; }}
QMenu::item {{ padding: {inner}px {side2}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_tint}; color: {text}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: {tight}px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {border_strong}; padding: {tight}px; }}
"""

SIZES = {
    "button": 28,
    "button_focus": 26,
    "side": 12,
    "side_focus": 11,
    "side2": 24,
    "tight": 4,
    "inner": 3,
    "inner_focus": 2,
    "field": 8,
    "field_focus": 7,
    "round": 6,
    "card": 10,
    "input": 22,
    "gap": 8,
    "check": 16,
    "check_half": 9,
    "check_inner": 14,
    "check_row": 22,
    "bar": 12,
    "bar_round": 4,
    "arrow_room": 22,
    "arrow_size": 12,
    "arrow_small": 9,
    "spin": 1.5,
}
COLORS = (
    "surface",
    "text",
    "border",
    "sunken",
    "neutral",
    "accent",
    "text3",
    "on_accent",
    "accent_hover",
    "accent_press",
    "text2",
    "accent_tint",
    "accent_text",
    "border_strong",
    "warn_mark",
    "warn_tint",
    "bad_mark",
    "window",
)


def stylesheet(color: Callable[[str], str], px: Callable[[float], int], *, dark: bool) -> str:
    """Write the rules with the colours and sizes of the present look."""
    shade = "dark" if dark else "light"
    values: dict[str, object] = {name: color(name) for name in COLORS}
    values |= {name: px(size) for name, size in SIZES.items()}
    values["arrow"] = assets.path("icons", f"arrow-{shade}.svg").as_posix()
    values["arrow_up"] = assets.path("icons", f"arrow-up-{shade}.svg").as_posix()
    values["tick"] = assets.path("icons", f"tick-{shade}.svg").as_posix()
    return RULES.format(**values)
