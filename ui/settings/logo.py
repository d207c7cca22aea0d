"""The logo that stands on paper: shown as it will look, chosen from a file, taken off again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.services import preferences
from app.services.changes import Change
from app.words import _
from ui.desk import Desk
from ui.kit import paint
from ui.kit.button import Button
from ui.kit.toast import announce
from ui.kit.words import Label
from ui.theme import size

_WIDE, _HIGH, _INSET = 180, 64, 10


class LogoPicture(QWidget):
    """The logo in grey on white, as paper shows it."""

    spoken_as = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for a wide logo."""
        return QSize(size(_WIDE), size(_HIGH))

    def show_bytes(self, data: bytes | None) -> None:
        """Show a PNG or JPEG, or that there is none."""
        loaded = QImage.fromData(data) if data else QImage()
        self._picture = loaded if loaded.isNull() else _grey(loaded)
        self.setAccessibleName(_("Logo") if data else _("No logo"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White like paper, in both themes."""
        painter, box = QPainter(self), QRectF(self.rect())
        if self._picture.isNull():
            paint.rounded(painter, box, border="border")
            paint.text(painter, box, self.accessibleName(), "caption", "text2", Qt.AlignmentFlag.AlignHCenter)
            return
        paint.rounded(painter, box, ground="onFill", border="border")
        room = box.size() - QRectF(0, 0, 2 * _INSET, 2 * _INSET).size()
        fitted = self._picture.size().scaled(room.toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, fitted.width(), fitted.height())
        target.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._picture)


class LogoChooser(QWidget):
    """The picture, and what is done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.picture = LogoPicture()
        self.choose = Button(_("Choose picture…"))
        self.take_off = Button(_("Take off"), kind="quiet")
        self._sentence = Label("", "caption", "missed", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(size(8))
        buttons.addWidget(self.picture)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.take_off)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size(5))
        column.addWidget(Label(_("Logo"), "captionMedium", "text2"))
        column.addLayout(buttons)
        column.addWidget(
            Label(_("A PNG or JPEG file, printed in grey at most 12 mm high."), "caption", "text2", wrap=True)
        )
        column.addWidget(self._sentence)
        self.choose.clicked.connect(self._ask)
        self.take_off.clicked.connect(self._take_off)
        self.refresh()

    def refresh(self) -> None:
        """Show the logo there is."""
        data = preferences.logo(self._desk.office)
        self.picture.show_bytes(data)
        self.take_off.setVisible(bool(data))
        self._say("")

    def _ask(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(
            self.window(), _("Choose a logo"), "", _("Pictures (*.png *.jpg *.jpeg)")
        )
        if found:
            self._set(found)

    def _take_off(self) -> None:
        self._set("")
        self.choose.setFocus()

    def _set(self, path: str) -> None:
        self._desk.bridge.do(
            partial(preferences.set_logo, self._desk.office, path), then=self._done, failed=self._failed
        )

    def _done(self, change: Change) -> None:
        self._desk.say(change.label, undo=True)

    def _failed(self, error: AppError) -> None:
        self._say(str(error))
        announce(self, str(error))

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))


def _grey(picture: QImage) -> QImage:
    """As it prints, with what is clear left clear."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_ARGB32)
    if picture.hasAlphaChannel():
        grey.setAlphaChannel(picture.convertToFormat(QImage.Format.Format_Alpha8))
    return grey
