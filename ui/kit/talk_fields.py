"""A talk as fields: the same thing as the typed line, and what an entry of the log becomes while it is edited."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.channels import Channel, Direction
from app.domain.errors import AppError, InputError
from app.domain.searches import SearchId
from app.services.whole_talks import TalkFields
from app.words import _
from ui.kit import talk_words
from ui.kit.button import Button
from ui.kit.editor import Editor
from ui.kit.field import Area, Choice, Field, Line
from ui.kit.plan_row import PlanRow
from ui.kit.quick_text import LONGEST
from ui.kit.scrolling import ScrollBar
from ui.theme import size

_BEGINNING = 1_000
_TEXT_LINES, _PRIVATE_LINES, _DECISION_LINES = 3, 2, 2


class TalkEditor(Editor):
    """The fields; `edited` after every change, so that the typed line can follow."""

    edited = Signal()
    grew = Signal()
    reached = Signal(object)

    def __init__(
        self, name: str, *, their_name: str, plans: bool, now: datetime, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent=parent)
        self._now, self._zone, self._their_name = now, zone, their_name
        self._rows: list[PlanRow] = []
        self._written = _Plans(self)
        self._whole: dict[str, str] = {}  # texts too long for their fields
        self._channel = Choice([(each.value, each.words) for each in Channel])
        self._direction = Choice([(each.value, each.words) for each in Direction])
        self._search = Choice([("", _("No search"))])
        self._at, self._minutes = Line(_("Now")), Line(_("such as 25m"))
        self._text = Area(_("What you talked about"), limit=LONGEST, lines=_TEXT_LINES)
        self._decision = Area(_("What you agreed on"), lines=_DECISION_LINES)
        self._private = Area(_("Only for you"), limit=LONGEST, lines=_PRIVATE_LINES)
        self._build()
        self._plans = QVBoxLayout()
        self._plans.setSpacing(size(6))
        self.column.addLayout(self._plans)
        if plans:
            self._add_plan = Button(_("Add a follow-up"), icon="plus", kind="quietCompact")
            self._add_plan.clicked.connect(self._new_plan)
            self.foot.addWidget(self._add_plan)
        self.finish()
        self._listen()

    def controls(self) -> dict[str, Any]:
        """The fields, and the rows of what is to do."""
        return {**super().controls(), "plans": self._written}

    def focus_text(self) -> None:
        """The keyboard into the text."""
        self._text.setFocus()

    def event(self, event: QEvent) -> bool:
        """Say when there is more or less to show, for who lays it over a list."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grew.emit()
        return super().event(event)

    def eventFilter(self, control: QObject, event: QEvent) -> bool:
        """Say which control got the keyboard, for who scrolls it into sight."""
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(control)
        return super().eventFilter(control, event)

    def show_searches(self, searches: Sequence[tuple[int, str]]) -> None:
        """The searches the talk may be about."""
        chosen = self._search.key
        self.blockSignals(True)
        self._search.clear()
        for key, words in (("", _("No search")), *((str(each), title) for each, title in searches)):
            self._search.addItem(words, key)
        self._search.choose(chosen)
        self.blockSignals(False)

    def show_values(self, fields: TalkFields, now: datetime) -> None:
        """Fill the fields; nothing of it counts as edited."""
        self._now = now
        self.blockSignals(True)
        self.clear()
        self._channel.choose(fields.channel)
        self._direction.choose(fields.direction)
        self._search.choose(str(fields.search or ""))
        self._at.setText(talk_words.moment_words(fields.at, now, self._zone) if fields.at else "")
        self._minutes.setText(str(fields.minutes) if fields.minutes is not None else "")
        self._whole.clear()
        for name, words in (("text", fields.text), ("decision", fields.decision), ("private", fields.private)):
            self._fill(name, words or "")
        self._take_all_out()
        for plan in fields.plans:
            self._add_row().show_plan(plan)
        self.blockSignals(False)

    def values(self) -> TalkFields:
        """What the fields say; raises `InputError` naming the field that is not understood."""
        at = talk_words.moment(self._at.text(), self._now, self._zone)
        return TalkFields(
            channel=Channel(self._channel.key), direction=Direction(self._direction.key), at=at,
            minutes=talk_words.minutes(self._minutes.text()),
            search=SearchId(int(self._search.key)) if self._search.key else None,
            text=self._words("text"), decision=self._words("decision").strip() or None,
            private=self._words("private").strip() or None, plans=tuple(row.plan() for row in self._rows),
        )  # fmt: skip

    def values_or_none(self) -> TalkFields | None:
        """The same, None while a field is half written."""
        try:
            return self.values()
        except InputError:
            return None

    def plan_texts(self) -> list[list[str]]:
        """What stands in the rows of what is to do."""
        return [row.texts() for row in self._rows]

    def show_plan_texts(self, texts: Sequence[Sequence[str]]) -> None:
        """Rows with these texts, and no others."""
        self._take_all_out()
        for who, due, text in texts:
            self._add_row().show_texts(who, due, text)
        self._edited()

    def refuse(self, error: AppError) -> None:
        """Say what is wrong where it is wrong; a day that is not understood stands in one of the plans."""
        super().refuse(error)
        wrong = next((row for row in self._rows if not row.is_understood()), None)
        if isinstance(error, InputError) and error.field == "due" and wrong:
            self.clear()
            wrong.refuse(str(error))

    def _build(self) -> None:
        self.add_row(
            ("channel", Field(_("How you talked"), self._channel)),
            ("direction", Field(_("Who began"), self._direction)),
            ("at", Field(_("When"), self._at)),
            ("minutes", Field(_("How long"), self._minutes)),
            ("search", Field(_("Search"), self._search)),
        )
        self.add("text", Field(_("What you talked about"), self._text))
        self.add_row(
            ("decision", Field(_("Decision"), self._decision)), ("private", Field(_("Private note"), self._private))
        )

    def _listen(self) -> None:
        for button in self.findChildren(QPushButton):
            button.installEventFilter(self)
        for field in self.fields.values():
            control = field.control
            control.installEventFilter(self)
            if isinstance(control, QComboBox):
                control.currentIndexChanged.connect(self._edited)
            elif isinstance(control, QLineEdit | QPlainTextEdit):
                control.textChanged.connect(self._edited)

    def _edited(self) -> None:
        self.edited.emit()

    def _fill(self, name: str, words: str) -> None:
        """Text into its field; one that would stop the window while it is laid out is only shown, and kept as it is."""
        field = self.fields[name]
        assert isinstance(field.control, Area)
        long = len(words) > LONGEST
        field.control.setReadOnly(long)
        field.control.setPlainText(f"{words[:_BEGINNING]}…" if long else words)
        if long:
            self._whole[name] = words
            field.refuse(_("This is too long to edit here: it stays as it is."))

    def _words(self, name: str) -> str:
        control = self.fields[name].control
        assert isinstance(control, Area)
        return self._whole.get(name) or control.toPlainText()

    def _new_plan(self) -> None:
        row = self._add_row()
        row.focus_first()
        self._edited()

    def _add_row(self) -> PlanRow:
        row = PlanRow(self._their_name, self._now.astimezone(self._zone).date())
        row.edited.connect(self._edited)
        row.removed.connect(self._remove_asked)
        self._rows.append(row)
        self._plans.addWidget(row)
        return row

    def _remove_asked(self) -> None:
        row = self.sender()
        assert isinstance(row, PlanRow)
        self._take_out(row)
        self._text.setFocus()
        self._edited()

    def _take_all_out(self) -> None:
        for row in list(self._rows):
            self._take_out(row)

    def _take_out(self, row: PlanRow) -> None:
        self._rows.remove(row)
        self._plans.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Plans(QObject):
    """The rows of what is to do as one text, for the form's draft."""

    textChanged = Signal()  # noqa: N815  # as the fields call theirs

    def __init__(self, form: TalkEditor) -> None:
        super().__init__(form)
        self._form = form
        form.edited.connect(self.textChanged)

    def text(self) -> str:
        """All rows; empty for none."""
        texts = self._form.plan_texts()
        return json.dumps(texts, ensure_ascii=False) if texts else ""

    def setText(self, text: str) -> None:
        """These rows again; none when the text makes no sense."""
        try:
            rows = json.loads(text or "[]")
        except ValueError:
            rows = []
        fine = isinstance(rows, list) and all(isinstance(row, list) and len(row) == 3 for row in rows)
        self._form.show_plan_texts([[str(part) for part in row] for row in rows] if fine else [])


class ScrolledForm(QScrollArea):
    """As high as its form where there is room; in a low window the form scrolls, and follows the keyboard."""

    def __init__(self, form: TalkEditor) -> None:
        super().__init__()
        self._form = form
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(form)
        form.setAutoFillBackground(False)
        form.grew.connect(self.updateGeometry)
        form.reached.connect(self._follow)

    def sizeHint(self) -> QSize:
        """The whole form."""
        whole = self._form.sizeHint()
        return QSize(whole.width(), max(self._form.heightForWidth(self.width()), whole.height()))

    def minimumSizeHint(self) -> QSize:
        """Its first fields."""
        return QSize(size(200), size(160))

    def _follow(self, control: QWidget) -> None:
        self.ensureWidgetVisible(control, 0, size(24))
