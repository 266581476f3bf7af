"""A topic of the guide as rich text for Qt: everything is escaped, links lead to topics only."""

from __future__ import annotations

import html
import re

from keepproof.knowledge.guide import Block, Topic
from keepproof.ui import theme

SCHEME = "topic"
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`(.+?)`")
_LINK = re.compile(r"\[([^\]\n]+)\]\(([a-z_]+)\)")
_LISTS = {"item": "ul", "step": "ol"}


def rich(topic: Topic) -> str:
    """Write a topic in the present colours and sizes."""
    made, open_list = "", ""
    for block in topic.blocks:
        wanted = _LISTS.get(block.kind, "")
        if wanted != open_list:
            made += (f"</{open_list}>" if open_list else "") + (f"<{wanted}>" if wanted else "")
            open_list = wanted
        made += _block(block)
    return made + (f"</{open_list}>" if open_list else "")


def _block(block: Block) -> str:
    words = _inline(block.text)
    if block.kind in _LISTS:
        return f'<li style="{_body()} margin-bottom:{theme.px(4)}px;">{words}</li>'
    if block.kind == "title":
        return f'<h1 style="{_size("title")} margin:0 0 {theme.px(10)}px 0;">{words}</h1>'
    if block.kind == "heading":
        return f'<h2 style="{_size("section")} margin:{theme.px(18)}px 0 {theme.px(6)}px 0;">{words}</h2>'
    note = ""
    if block.note:
        style = f"{_size('small')} color:{theme.hex_color('text2')};"
        note = f'<br/><span style="{style}">{html.escape(block.note)}</span>'
    return f'<p style="{_body()} margin:0 0 {theme.px(8)}px 0;">{words}{note}</p>'


def _inline(text: str) -> str:
    safe = html.escape(text)
    safe = _BOLD.sub(r"<b>\1</b>", safe)
    safe = _CODE.sub(rf'<span style="color:{theme.hex_color("accent_text")};">\1</span>', safe)
    link = f'<a style="color:{theme.hex_color("accent")};" href="{SCHEME}:'
    return _LINK.sub(lambda one: f'{link}{one[2]}">{one[1]}</a>', safe)


def _size(role: str) -> str:
    return f"font-size:{theme.font(role).pixelSize()}px;"


def _body() -> str:
    return f"{_size('reading')} line-height:118%;"
