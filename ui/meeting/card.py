"""One captured line as a card, and the editor it becomes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.meetings import CaptureKind
from app.domain.text import first_line, rest
from app.services.meeting_page import Caught
from app.words import _
from ui.kit import mirror, paint
from ui.kit.button import IconButton
from ui.kit.card import Card
from ui.kit.editor import Editor
from ui.kit.field import Area, Check, Choice, Field, Line
from ui.kit.plain import menu_words
from ui.kit.words import Label
from ui.meeting.kinds import KINDS, LOOKS, WILL, detail_words, kind_words
from ui.theme import size


class CaughtCard(Card):
    """A stop for the keyboard: F2 or Enter edits, Delete removes, the menu makes it another kind."""

    spoken_as = QAccessible.Role.ListItem
    edit_asked = Signal(int)
    delete_asked = Signal(int)
    kind_asked = Signal(int, object)
    promise_asked = Signal(int, bool)

    def __init__(self, caught: Caught, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.caught, self._name = caught, name
        private = caught.item.kind is CaptureKind.PRIVATE
        if private:
            self.set_ground("neutralSoft", dashed=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edge = size(6 if private else 9)
        self.column.setContentsMargins(mirror.margins(size(43), edge, size(10), edge))
        more = IconButton("ellipsis", _("More for: {line}").format(line=caught.statement[:80]), kind="quietCompact")
        more.clicked.connect(self._show_menu)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(caught.statement, "body" if private else "statement", wrap=True))
        if caught.detail:
            texts.addWidget(Label(caught.detail, "body", "text2", wrap=True))
        if not private:
            texts.addWidget(Label(caught.caption, "caption", "text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(size(8))
        row.addLayout(texts, 1)
        row.setAlignment(texts, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(more)
        self.column.addLayout(row)
        spoken = _("{kind}: {line}. {caption}")
        kind = kind_words(caught.item.kind, name)
        self.setAccessibleName(spoken.format(kind=kind, line=caught.statement, caption=caught.caption))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with the icon of its kind."""
        super().paintEvent(event)
        look = LOOKS[self.caught.item.kind]
        top = size(10) if self.caught.item.kind is not CaptureKind.PRIVATE else (self.height() - size(16)) / 2
        paint.draw_icon(mirror.painter_on(self), size(16), top, look.icon, look.tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of every list, on the card."""
        number = self.caught.item.id
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit(number)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(number)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As F2."""
        self._edit()

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        """The same as the button."""
        self._show_menu()

    def _show_menu(self) -> None:
        item, menu = self.caught.item, QMenu(self)
        menu.addAction(_("Edit"), self._edit).setShortcut("F2")
        menu.addSeparator()
        for number, kind in enumerate(KINDS, 1):
            action = menu.addAction(menu_words(kind_words(kind, self._name)), self._other_kind)
            action.setShortcut(f"Ctrl+{number}")
            action.setData(kind.value)
            action.setCheckable(True)
            action.setChecked(kind is item.kind)
        if item.kind in WILL:
            menu.addSeparator()
            promise = menu.addAction(_("Make it a promise"), self._promise)
            promise.setCheckable(True)
            promise.setChecked(item.promise)
        menu.addSeparator()
        menu.addAction(_("Delete"), self._delete).setShortcut("Del")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().topRight()))

    def _edit(self) -> None:
        self.edit_asked.emit(self.caught.item.id)

    def _delete(self) -> None:
        self.delete_asked.emit(self.caught.item.id)

    def _other_kind(self) -> None:
        self.kind_asked.emit(self.caught.item.id, CaptureKind(str(self.sender().data())))  # type: ignore[attr-defined]

    def _promise(self) -> None:
        self.promise_asked.emit(self.caught.item.id, not self.caught.item.promise)


class CaughtEditor(Editor):
    """The card as a form: what was said, its reason or measure, its kind."""

    def __init__(self, caught: Caught, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Edit a captured line"), parent=parent)
        item = caught.item
        self.item = item
        self._text, self._detail = Line(), Area(lines=2)
        self._text.setText(first_line(item.text))
        self._detail.setPlainText(rest(item.text))
        self._kind = Choice((kind.value, kind_words(kind, name)) for kind in KINDS)
        self._kind.choose(item.kind.value)
        self._promise = Check(_("Make it a promise"))
        self._promise.setChecked(item.promise)
        self.add("text", Field(_("What was said"), self._text))
        self.add("detail", Field(detail_words(item.kind), self._detail))
        self.add("kind", Field(_("Kind"), self._kind))
        self._kind.currentIndexChanged.connect(self._fit)
        self.foot.addWidget(self._promise)
        self.finish()
        self._fit()

    def controls(self) -> dict[str, Any]:
        """The fields, and whether it is a promise."""
        return {**super().controls(), "promise": self._promise}

    def values(self) -> dict[str, object]:
        """What to change on the record."""
        text = "\n".join(part for part in (self._text.text().strip(), self._detail.toPlainText().strip()) if part)
        kind = CaptureKind(self._kind.key)
        return {"text": text, "kind": kind, "promise": self._promise.isChecked() and kind in WILL}

    def _fit(self) -> None:
        self._promise.setVisible(CaptureKind(self._kind.key) in WILL)
