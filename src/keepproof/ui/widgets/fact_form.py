"""The questions of a dispute as a form: labels, examples, what is still open, what cannot be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.dispute import Answer
from keepproof.knowledge.issue_type import Question
from keepproof.ui import theme
from keepproof.ui.widgets.fact_editors import (
    ChoiceFact,
    Fact,
    ImpossibleAnswerError,
    LineFact,
    MomentFact,
    TextFact,
)
from keepproof.ui.widgets.label import Label


class FactField(QWidget):
    """Label and mark above, editor, one line for what cannot be read."""

    def __init__(self, label: str, editor: Fact, parent: QWidget | None = None) -> None:
        """Build a field around an editor."""
        super().__init__(parent)
        self.editor = editor
        self._label = Label(label, "small", "text2", self)
        self._label.setBuddy(editor.target())
        self._open = Label(self.tr("Not filled"), "small", "warn_text", self)
        self._open.setWordWrap(False)
        self._open.hide()
        self._error = Label("", "caption", "bad_text", self)
        self._error.hide()
        editor.target().setAccessibleName(label)
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self._label, 1)
        head.addWidget(self._open, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        layout.addLayout(head)
        layout.addWidget(editor)
        layout.addWidget(self._error)

    def set_open(self, *, open: bool) -> None:
        """Mark a required question without an answer."""
        self._open.setVisible(open)
        self._show_state()

    def set_error(self, text: str) -> None:
        """Say what cannot be read, or nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._show_state()

    def error(self) -> str:
        """Give the sentence shown under the editor."""
        return self._error.text()

    def is_open(self) -> bool:
        """Say whether the field is marked as not filled."""
        return not self._open.isHidden()

    def _show_state(self) -> None:
        target = self.editor.target()
        state = "bad" if self._error.text() else ("warn" if self.is_open() else "")
        said = self._error.text() or (self._open.text() if self.is_open() else "")
        target.setAccessibleDescription(said)
        if (target.property("state") or "") != state:
            # A property in a style sheet counts only after the style looked again.
            target.setProperty("state", state)
            target.style().unpolish(target)
            target.style().polish(target)


class FactForm(QWidget):
    """Asks the questions of one issue type; `edited` carries all answers after every change."""

    edited = Signal(object)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        """Build an empty form in the language of the window."""
        super().__init__(parent)
        self._lang = lang
        self._zone = ""
        self._questions: tuple[Question, ...] = ()
        self._answers: dict[str, Answer] = {}
        self._fields: dict[str, FactField] = {}
        self._filling = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(8))

    def set_questions(
        self, questions: Sequence[Question], answers: Mapping[str, Answer], zone: str
    ) -> None:
        """Ask these questions; the same ones again only take the new answers."""
        self._filling = True
        known = self._answers
        if tuple(questions) != self._questions or zone != self._zone:
            self._questions, self._zone = tuple(questions), zone
            self._build()
            known = {}
        self._answers = dict(answers)
        for question in self._questions:
            answer = answers.get(question.id, "")
            field = self._fields[question.id]
            # A field whose answer is the known one is left alone: somebody may be typing in it.
            if known.get(question.id, "") != answer:
                field.editor.set_answer(answer)
                field.set_error("")
            self._mark(field)
        self._filling = False

    def field(self, question: str) -> FactField | None:
        """Give the field of a question."""
        return self._fields.get(question)

    def open_count(self) -> int:
        """Count required questions without an answer."""
        return sum(1 for one in self._questions if self._is_open(one))

    def first_open(self) -> str:
        """Give the first required question without an answer, or the first of all."""
        named = [one.id for one in self._questions if self._is_open(one)]
        return next(iter(named or [one.id for one in self._questions]), "")

    def _build(self) -> None:
        for old in self._fields.values():
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fields = {}
        for question in self._questions:
            editor = self._editor(question)
            label = question.label.of(self._lang)
            field = FactField(label, editor, self)
            editor.edited.connect(lambda one=field: self._edited(one))
            editor.left.connect(lambda one=field: self._left(one))
            self._layout.addWidget(field)
            self._fields[question.id] = field

    def _editor(self, question: Question) -> Fact:
        if question.type == "choice":
            options: list[tuple[str | bool, str]] = [
                (one.id, one.label.of(self._lang)) for one in question.choices
            ]
            return ChoiceFact(question, options, self.tr("Not answered"))
        if question.type == "bool":
            both: list[tuple[str | bool, str]] = [(True, self.tr("Yes")), (False, self.tr("No"))]
            return ChoiceFact(question, both, self.tr("Not answered"))
        if question.type == "moment":
            return MomentFact(question, self._lang, self._zone)
        if question.type == "text":
            return TextFact(question, self._lang)
        return LineFact(question, self._lang, self._zone)

    def _edited(self, field: FactField) -> None:
        if self._filling:
            return
        try:
            answer = field.editor.answer()
        except ImpossibleAnswerError:
            return
        field.set_error("")
        id = field.editor.question.id
        if self._answers.get(id, "") == answer:
            return
        if answer == "":
            self._answers.pop(id, None)
        else:
            self._answers[id] = answer
        self._mark(field)
        self.edited.emit(dict(self._answers))

    def _left(self, field: FactField) -> None:
        """Say what is wrong only when the user is done typing."""
        try:
            field.editor.answer()
        except ImpossibleAnswerError as error:
            words = self.tr("Expected something like {example}. The text keeps the last answer.")
            field.set_error(words.format(example=error.example))
        else:
            field.set_error("")

    def _mark(self, field: FactField) -> None:
        field.set_open(open=self._is_open(field.editor.question))

    def _is_open(self, question: Question) -> bool:
        return question.required and self._answers.get(question.id, "") == ""
