"""One field for everything that is said, and five keys that say what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.meetings import CaptureKind
from app.words import _
from ui.kit.button import Button
from ui.kit.field import Line
from ui.kit.flow import Flow
from ui.kit.keycap import KeyCap
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.meeting.kinds import KINDS, LOOKS, invitation, kind_words
from ui.theme import font, size


class CaptureLine(Line):
    """Larger than other fields: it is written in while somebody talks."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Capture what is said"))
        self.setFont(font("lead"))

    def sizeHint(self) -> QSize:
        """40 high."""
        return QSize(size(320), size(40))

    def changeEvent(self, event: QEvent) -> None:
        """A new look: its own font, not that of other fields."""
        if event.type() == QEvent.Type.PaletteChange and self.font() != font("lead"):
            self.setFont(font("lead"))
            self.updateGeometry()
        QLineEdit.changeEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CaptureBar(QWidget):
    """The field and its five buttons; `captured` carries a line and its kind. The text stays until it is kept."""

    captured = Signal(str, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._last = name, CaptureKind.NOTE
        self.line = CaptureLine()
        self.line.entered.connect(self._enter)
        self.line.refused.connect(self.refuse)
        self._sentence = Label("", "caption", "missed", wrap=True)
        self._sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(8))
        column.addWidget(self.line)
        column.addWidget(self._sentence)
        column.addWidget(self._buttons())
        self.invite(self._last)

    @property
    def last(self) -> QWidget:
        """Where the Tab key leaves it."""
        return self.findChildren(Button)[-1]

    def save_as(self, kind: CaptureKind) -> None:
        """Keep what stands in the field as this kind; an empty field only gets the keyboard."""
        if self.line.text().strip():
            self.invite(kind)
            self.captured.emit(self.line.text(), kind)
        self.line.setFocus()

    def kept(self, text: str) -> None:
        """That line is saved, and said; what was typed since stays."""
        self._clear()
        announce(self, _("{kind}: {line}").format(kind=kind_words(self._last, self._name), line=text.strip()))
        if self.line.text() == text:
            self.line.clear()

    def refuse(self, sentence: str) -> None:
        """Say under the field what is wrong; nothing typed is lost."""
        self._sentence.setText(sentence)
        self._sentence.show()
        self.line.wrong = True
        self.line.setAccessibleDescription(sentence)
        self.line.update()
        announce(self, sentence)

    def invite(self, kind: CaptureKind) -> None:
        """Enter now repeats this kind."""
        self._last = kind
        self.line.setPlaceholderText(invitation(kind, self._name))

    def _clear(self) -> None:
        self._sentence.hide()
        self.line.wrong = False
        self.line.setAccessibleDescription("")
        self.line.update()

    def _enter(self) -> None:
        self.save_as(self._last)

    def _buttons(self) -> Flow:
        """Each kind with its key; the key that all of them share stands first."""
        row = Flow(gap=size(8), line_gap=size(6))
        shared = QWidget()
        line = QHBoxLayout(shared)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(size(6))
        for part in key_names("Ctrl+1")[:-1]:
            line.addWidget(KeyCap(part))
            line.addWidget(Label("+", "caption", "text2"))
        row.add(shared)
        for number, kind in enumerate(KINDS, 1):
            row.add(self._button(number, kind))
        return row

    def _button(self, number: int, kind: CaptureKind) -> QWidget:
        look, both = LOOKS[kind], QWidget()
        button = Button(kind_words(kind, self._name), icon=look.icon, kind="compact",
                        icon_tone=look.tone)  # fmt: skip
        button.setAccessibleName(kind_words(kind, self._name))
        button.setAccessibleDescription("+".join(key_names(f"Ctrl+{number}")))
        button.setProperty("kind", kind.value)
        button.clicked.connect(self._pressed)
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(size(4))
        line.addWidget(button)
        line.addWidget(KeyCap(str(number)))
        return both

    def _pressed(self) -> None:
        self.save_as(CaptureKind(str(self.sender().property("kind"))))


def key_names(keys: str) -> list[str]:
    """The keys of a shortcut as this system names them: "Ctrl+1" gives Ctrl and 1."""
    return [part for part in QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).split("+") if part]
