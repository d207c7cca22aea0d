"""Placed, together: what was done for a placement, and how the moment is marked."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.celebrations import Form
from app.domain.errors import AppError
from app.domain.offers import OfferId
from app.services import celebrations
from app.services.celebrations import placed, planned_for, usual_time
from app.services.changes import Change
from app.words import _
from ui.celebrate.confetti import Confetti
from ui.celebrate.forms import ChangeForm, FormChoices, ThanksForm
from ui.desk import Desk
from ui.kit.button import Button
from ui.kit.icon import Icon
from ui.kit.over import Over
from ui.kit.plain import tip
from ui.kit.scrolling import Page
from ui.kit.words import Elided, Label
from ui.theme import size

_WIDE, _MARGIN = 500, 28


def celebrate_sheet(desk: Desk, window: QWidget, offer: int) -> CelebrateSheet:
    """The sheet over a window, in place of one that is there already."""
    for other in window.findChildren(CelebrateSheet):
        other.close()
    return CelebrateSheet(desk, window, offer)


class CelebrateSheet(Over):
    """A picture, what was done together, and one press to plan it."""

    def __init__(self, desk: Desk, window: QWidget, offer: int) -> None:
        super().__init__(window, _("Placed, together"), wide=_WIDE, centred=True)
        self.setObjectName("celebrate")
        self._desk, self._offer = desk, OfferId(offer)
        self._placed = placed(desk.office, self._offer)
        self._form, self._at, self._place = planned_for(desk.office, self._offer)
        self._open: Any = None
        self._page = Page(top=0, margin=size(_MARGIN))
        self._page.setAccessibleName(_("Placed, together"))
        self._choices = FormChoices()
        self._when = Elided("", "body")
        self._change = Button(_("Change"), kind="link")
        self._thank = Button(_("Write a thank-you note"), icon="mail", kind="quiet")
        self._later = Button(_("Later"), kind="quiet")
        self._plan = Button("", kind="primary")
        self._lay_out()
        self._show()
        self._choices.chosen.connect(self._choose)
        for button, answer in ((self._change, self._ask_change), (self._thank, self._ask_thanks),
                               (self._later, self._put_off), (self._plan, self._do_plan)):  # fmt: skip
            button.clicked.connect(answer)

    def first(self) -> QWidget:
        """The way it is marked."""
        return self._choices.stop()

    def height_at(self, wide: int) -> int:
        """All of it, where the window is high enough; the buttons below each other where it is too narrow."""
        needed = sum(each.sizeHint().width() + size(8) for each in (self._thank, self._later, self._plan))
        narrow = needed > wide - 2 * size(_MARGIN)
        directions = QBoxLayout.Direction
        self._ways.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        return self._page.column.totalHeightForWidth(wide - 2) + 2

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self.panel)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._page)
        self._column = self._page.column
        self._column.setContentsMargins(size(_MARGIN), 0, size(_MARGIN), size(20))
        title = Label(_("Placed, together"), "title")
        told = Label(_whole(self._placed.sentence()), "body", "text2", wrap=True)
        told.setToolTip(tip(self._placed.by_each()))
        for label in (title, told):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(Confetti())
        self._column.addSpacing(size(12))
        self._column.addWidget(title)
        self._column.addSpacing(size(4))
        self._column.addWidget(told)
        self._column.addSpacing(size(15))
        self._column.addWidget(Label(_("Mark the moment"), "bodyMedium"))
        self._column.addSpacing(size(8))
        self._column.addWidget(self._choices)
        self._column.addSpacing(size(11))
        self._column.addLayout(self._when_row())
        self._column.addSpacing(size(15))
        self._foot = QWidget()
        self._fill_foot()
        self._column.addWidget(self._foot)
        self._below = QVBoxLayout()
        self._column.addLayout(self._below)

    def _when_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(size(7))
        row.addWidget(Icon("calendar-plus"))
        row.addWidget(self._when)
        row.addWidget(self._change)
        row.addStretch()
        return row

    def _fill_foot(self) -> None:
        """One press plans it; beside it the thanks, and another time."""
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._ways.setContentsMargins(0, 0, 0, 0)
        end = QHBoxLayout()
        for row in (self._ways, end):
            row.setSpacing(size(8))
        self._ways.addWidget(self._thank)
        self._ways.addLayout(end)
        end.addStretch()
        end.addWidget(self._later)
        end.addWidget(self._plan)

    def _show(self) -> None:
        """What is chosen, in words."""
        self._choices.show_form(self._form)
        self._when.setText(celebrations.when_words(self._desk.office, self._form, self._at, self._place))
        self._change.setAccessibleName(_("Change how, when and where"))
        self._plan.setText(celebrations.plan_words(self._form))
        self._plan.updateGeometry()
        known = self._placed.celebration
        self._later.setVisible(known is None or known.form is None)
        if self.isVisible():
            self.fit()

    def _choose(self, key: str) -> None:
        """Another way at its usual time; a place stays."""
        self._form = Form(key)
        self._at = usual_time(self._desk.office, self._offer, self._form)
        self._show()

    def _ask_change(self) -> None:
        form = ChangeForm(self._desk.office, self._form, self._at, self._place)
        form.saved.connect(self._take_change)
        self._open_form(form, "plan")

    def _ask_thanks(self) -> None:
        form = ThanksForm(self._desk.office, self._offer)
        form.saved.connect(self._thanked)
        self._open_form(form, "thanks")

    def _open_form(self, form: Any, place: str) -> None:
        """Below everything that is said, in place of the foot; what is typed in it is kept."""
        self._foot.hide()
        form.keep_draft(f"celebrate:{self._offer}:{place}", self._desk.bridge)
        form.cancelled.connect(self._drop_form)
        form.grew.connect(self.fit)
        self._open = form
        self._below.addWidget(form)
        form.show()
        self.fit()
        form.focus_first()

    def _drop_form(self) -> None:
        form, self._open = self._open, None
        if form is not None:
            form.settle()
            self._below.removeWidget(form)
            form.hide()
            form.deleteLater()
            self._foot.show()
            self.first().setFocus()
            self.fit()

    def _take_change(self) -> None:
        try:
            self._form, self._at, self._place = self._open.values()
        except AppError as error:
            self._open.refuse(error)
            return
        self._open.forget_draft()
        self._drop_form()
        self._show()

    def _thanked(self) -> None:
        self._desk.bridge.do(self._open.use_case(), then=self._was_thanked, failed=self._open.refuse)

    def _was_thanked(self, change: Change) -> None:
        self._open.forget_draft()
        self._drop_form()
        self._desk.say(change.label, undo=True)

    def _put_off(self) -> None:
        self._desk.bridge.do(partial(celebrations.later, self._desk.office, self._offer), then=self._done)

    def _do_plan(self) -> None:
        use_case = partial(
            celebrations.plan, self._desk.office, self._offer, form=self._form, at=self._at, place=self._place
        )
        self._desk.bridge.do(use_case, then=self._done)

    def _done(self, change: Change) -> None:
        self.close()
        self._desk.say(change.label, undo=True)


def _whole(sentence: str) -> str:
    """No line ends between a number and what it counts."""
    return re.sub(r"(\d) ", "\\1\u00a0", sentence)
