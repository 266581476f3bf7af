"""What the tests of the complaint page do to it and look up in its library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from keepproof.domain.dispute import Dispute, Submission
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}


def with_order(do: Do) -> str:
    form = OrderForm(
        number="2690183455720166318", platform="tmall", shop="澄屿家电旗舰店", paid=Money(129900)
    )
    return str(do(lambda library: add_order(library, form, Ticket())).id)


def with_proof(do: Do, order_id: str, name: str, kind: EvidenceKind) -> None:
    data = name.encode()
    do(
        lambda library: add_content(
            library,
            data,
            f"{name}.txt",
            order_id=order_id,
            kind=kind,
            origin="pasted",
            ticket=Ticket(),
        )
    )


def stored(qtbot: QtBot, session: Session, order_id: str) -> Dispute:
    found: list[Dispute] = []

    def look(library: Library, ticket: Ticket) -> Dispute:
        del ticket
        return library.disputes.of_order(order_id)[0]

    session.operations.read(session, look, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def sent(qtbot: QtBot, session: Session, dispute_id: str) -> list[Submission]:
    found: list[list[Submission]] = []
    session.operations.read(
        session, lambda library, _: library.disputes.submissions(dispute_id), found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def answer(tab: ComplaintTab, question: str, words: str) -> None:
    field = tab.facts.form.field(question)
    assert field is not None
    field.editor.target().setPlainText(words)  # type: ignore[attr-defined]  # a text question


def answer_all(tab: ComplaintTab) -> None:
    for question, words in ANSWERS.items():
        answer(tab, question, words)


def text_of(tab: ComplaintTab) -> str:
    assert tab.text.complaint is not None
    return tab.text.complaint.text
