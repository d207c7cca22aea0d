"""How it is celebrated: four ways at hand, and a form for every way, with its time and its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.celebrations import Form
from app.domain.offers import OfferId
from app.services import celebrations
from app.services.celebrations import form_label
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit import mirror, paint
from ui.kit.field import Choice, Field, Line
from ui.kit.in_place import RowEditor
from ui.kit.letter_form import LetterForm
from ui.kit.segmented import ChoiceButton, Choices
from ui.kit.when import When
from ui.theme import size

_AT_HAND = {Form.LUNCH: "utensils", Form.DINNER: "wine", Form.COFFEE: "coffee", Form.CALL: "video"}
_HEIGHT, _GAP, _ICON, _PADDING = 32, 8, 16, 12


class FormChoices(Choices):
    """The ways that are usual; none is chosen where it is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Mark the moment"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(size(_GAP))
        for form, icon in _AT_HAND.items():
            self.add(form.value, _FormButton(form_label(form), icon))
        self.choose(Form.LUNCH)

    def show_form(self, form: Form) -> None:
        """Choose a way; one that does not stand here leaves none chosen."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self.choose(form)


class _FormButton(ChoiceButton):
    """One way, with its sign."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__(words)
        self._sign = icon
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Sign and words, with room around them."""
        words = round(paint.text_width(self.text(), "bodyMedium"))
        return QSize(words + size(_ICON + _GAP + 2 * _PADDING), size(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """In the accent when chosen; the ring lies inside its edge."""
        painter, box = mirror.painter_on(self), QRectF(self.rect())
        on = self.isChecked()
        ground = "accentSoft" if on else "hover" if self.underMouse() else "surface"
        paint.rounded(painter, box, ground=ground, border="accent" if on else "border", width=2 if on else 1)
        if self.hasFocus() and not on:
            paint.focus_ring(painter, box)
        width = paint.text_width(self.text(), "bodyMedium")
        left = (box.width() - width - size(_ICON + _GAP)) / 2
        top = box.center().y() - size(_ICON) / 2
        paint.draw_icon(painter, left, top, self._sign, "accent" if on else "text2", _ICON)
        words = QRectF(left + size(_ICON + _GAP), 0, width + 1, box.height())
        paint.text(painter, words, self.text(), "bodyMedium")


class ChangeForm(RowEditor):
    """Which way, when and where."""

    def __init__(self, office: Office, form: Form, at: datetime, place: str, parent: QWidget | None = None) -> None:
        super().__init__(_("How, when and where"), save=_("Use this"), parent=parent)
        self._how = Choice((each.value, form_label(each)) for each in Form)
        self._how.choose(form)
        self._when = When(office, self)
        self._when.show(at)
        self._place = Line(_("such as the place round the corner"))
        self._place.setText(place)
        self.add("form", Field(_("How"), self._how))
        self.add_row(("when", Field(_("When, as you say it"), self._when.text)),
                     ("at", Field(_("Day and time"), self._when.picker)))  # fmt: skip
        self.add("place", Field(_("Where"), self._place))
        self.finish()

    def values(self) -> tuple[Form, datetime, str]:
        """What was chosen; raises `InputError` for a time that is none."""
        return Form(self._how.key), self._when.value(), self._place.text().strip()


class ThanksForm(LetterForm):
    """The thank-you, to be changed and sent by the person; saving it says that it was."""

    def __init__(self, office: Office, offer: OfferId, parent: QWidget | None = None) -> None:
        letter = celebrations.thank_you(office, offer)
        title = _("Thank {name}").format(name=letter.name)
        super().__init__(title, letter, _("I sent it"), parent, lines=9)
        self._office, self._offer = office, offer
        self.add("text", Field(_("Your words to {name}").format(name=letter.name), self.words))
        self.add_way(_("Copy"), "copy").clicked.connect(self.copy)
        self.add_way(_("Email"), "mail").clicked.connect(self.email)
        self.finish()

    def use_case(self) -> Callable[[], Change]:
        """It was sent."""
        return partial(celebrations.thanked, self._office, self._offer)
