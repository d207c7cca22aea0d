"""Paper from the printer: the pages as pictures, drawn for it beside the window and straight into it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.errors import AppError
from app.services.preview import Pressed
from app.words import _
from ui import tasks
from ui.document.preview import image_of

_FINEST = 400  # dots an inch; finer is not seen on paper and takes 100 MB a page


class _Printing(QPrintDialog):
    """The system's dialog for one document."""

    def __init__(
        self, parent: QWidget, pressed: Pressed, name: str, then: Callable[[Pressed], None],
        failed: Callable[[AppError], None],
    ) -> None:  # fmt: skip
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(name)
        self._printer.setFullPage(True)
        self._printer.setPageLayout(_layout(pressed))
        self._printer.setFromTo(1, len(pressed.sizes))
        if not QPrinterInfo.availablePrinterNames():
            # Qt's own dialog then offers a file, but names it on some platforms only.
            self._printer.setOutputFileName(str(Path.home() / name))
        super().__init__(self._printer, parent)
        self._asked_by, self._pressed, self._then, self._failed_with = parent, pressed, then, failed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=len(pressed.sizes) > 1)
        self.setMinMax(1, len(pressed.sizes))
        self.setPrintRange(QPrintDialog.PrintRange.AllPages)
        self.finished.connect(self._answered)

    def _answered(self, answer: int) -> None:
        if answer != QPrintDialog.DialogCode.Accepted:
            return
        # The dialog goes away now; the printer stays with the work.
        work = partial(_print, self._printer, self._pressed)
        tasks.run(self._asked_by, work, partial(_told, self._then, self._pressed), self._failed_with)


def ask_printer(
    parent: QWidget, pressed: Pressed, name: str, then: Callable[[Pressed], None], failed: Callable[[AppError], None]
) -> None:
    """Open the system's print dialog for a document; `then` hears when it went to the printer."""
    QDialog.open(_Printing(parent, pressed, name, then, failed))


def _layout(pressed: Pressed) -> QPageLayout:
    """The document's own paper, to its edges."""
    width, height = pressed.sizes[0]
    paper = QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF())


def _print(printer: QPrinter, pressed: Pressed) -> None:
    """Draw the pages that were asked for. Raises `AppError` when the printer does not take them."""
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or len(pressed.sizes)
    painter = QPainter()
    if not painter.begin(printer):
        raise AppError(_("The printer does not answer. Choose another, or save the PDF."))
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for number in range(first - 1, min(last, len(pressed.sizes))):
        if number >= first:
            printer.newPage()
        image = image_of(pressed, number, min(printer.resolution(), _FINEST) / 72)
        place = QSizeF(image.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(QPointF(), place), image)
    painter.end()


def _told(then: Callable[[Pressed], None], pressed: Pressed, _printed: None) -> None:
    then(pressed)
