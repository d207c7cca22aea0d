"""An honest look, over whatever is on screen: the facts of both sides, then a choice. It is for your eyes only."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.managers import ManagerId, ManagerStatus
from app.domain.partings import PartingChoice
from app.services import partings
from app.services.changes import Change
from app.services.honest_look import Span, look
from app.words import _
from ui.desk import Desk, Place
from ui.kit.avatar import Avatar
from ui.kit.button import Button
from ui.kit.card import Hairline
from ui.kit.over import Over
from ui.kit.scrolling import Page
from ui.kit.segmented import Segmented
from ui.kit.words import Elided, Label
from ui.letgo.choices import LookChoices
from ui.letgo.figures import Facts
from ui.letgo.parting_form import PartingForm
from ui.theme import size

_WIDE, _MARGIN = 680, 28
_SECTIONS = {"check_in": "expectations", "talk": "log", "meeting": "meetings"}


def look_sheet(desk: Desk, window: QWidget, manager: int) -> LookSheet:
    """The sheet over a window, in place of one that is there already."""
    for other in window.findChildren(LookSheet):
        other.close()
    return LookSheet(desk, window, manager)


class LookSheet(Over):
    """The facts, three equal choices, and for the last one the letter."""

    def __init__(self, desk: Desk, window: QWidget, manager: int) -> None:
        self._desk, self._id = desk, ManagerId(manager)
        self._known = known = desk.office.managers.get(manager)
        title = _("An honest look at {name}").format(name=known.name)
        super().__init__(window, title, wide=_WIDE, centred=True)
        self.setObjectName("honest-look")
        self._page = Page(top=0, margin=size(_MARGIN))
        self._page.setAccessibleName(title)
        self._facts = Facts()
        self._span = Segmented(
            ((Span.LATELY.value, _("90 days")), (Span.ALWAYS.value, _("Always"))), name=_("How far back")
        )
        self._second = Elided("", "body", "text2")
        self._choices = LookChoices(desk.office.today(), len(desk.office.searches.open_of(manager)))
        self._foot = _Foot(known.status)
        self._form: PartingForm | None = None
        self._lay_out(title)
        self._show_span(self._span.key)
        self._span.chosen.connect(self._show_span)
        self._facts.opened.connect(self._open)
        self._choices.chosen.connect(self._foot.show_choice)
        self._foot.left.clicked.connect(self.close)
        self._foot.done.clicked.connect(self._do)

    def first(self) -> QWidget:
        """The choice that is safe; where there is none to make, the way out."""
        return self._choices.stop() if self._foot.is_choice else self._foot.left

    def height_at(self, wide: int) -> int:
        """All of it, where the window is high enough."""
        return self._page.column.totalHeightForWidth(wide - 2) + 2

    def hideEvent(self, event: QHideEvent) -> None:
        """However it is closed, the letter is kept."""
        if self._form is not None:
            self._form.settle()
        super().hideEvent(event)

    def _lay_out(self, title: str) -> None:
        outer = QVBoxLayout(self.panel)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._page)
        # As low as it can be at its width: its first wish is that of a narrower sheet, which needs more lines.
        self._page.body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = self._page.column
        column.setContentsMargins(size(_MARGIN), size(25), size(_MARGIN), size(20))
        column.addLayout(self._head(title))
        column.addSpacing(size(18))
        column.addWidget(self._facts)
        column.addSpacing(size(17))
        column.addWidget(Hairline())
        column.addSpacing(size(13))
        self._choosing = QWidget()
        below = QVBoxLayout(self._choosing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(size(7))
        sentence = _("The facts are above. The choice is yours.")
        if not self._foot.is_choice:
            sentence = self._foot.sentence(self._known.first_name)
            self._choices.hide()
        below.addWidget(Label(sentence, "bodyMedium", wrap=True))
        below.addWidget(self._choices)
        below.addSpacing(size(9))
        below.addWidget(self._foot)
        column.addWidget(self._choosing)

    def _head(self, title: str) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elided(title, "title"))
        words.addWidget(self._second)
        head = QHBoxLayout()
        head.setSpacing(size(14))
        head.addWidget(Avatar(self._id, self._known.name, 40))
        head.addLayout(words, 1)
        head.addWidget(self._span)
        return head

    def _show_span(self, key: str) -> None:
        """The facts of the last days, or of always."""
        span = Span(key)
        found = look(self._desk.office, self._id, span)
        far = _("the last 90 days") if span is Span.LATELY else _("since the beginning")
        parts = (self._known.company or "", far, _("only you see this"))
        self._second.setText(" · ".join(part for part in parts if part))
        groups = ((_("What each of you gave"), found.gave), (_("What it cost the other"), found.cost),
                  (_("What came of it"), found.came))  # fmt: skip
        self._facts.show_groups(groups, self._known.first_name)
        for one, other in pairwise([self._span.findChildren(QRadioButton)[-1], *self._facts.stops()]):
            QWidget.setTabOrder(one, other)
        if self.isVisible():
            self.fit()

    def _open(self, record: str, number: int) -> None:
        """The entry behind a figure, where it lives."""
        self.close()
        if record == "search":
            self._desk.open(Place("search", number))
        else:
            self._desk.open(Place("manager", self._id, _SECTIONS[record], (record, number)))

    def _do(self) -> None:
        if not self._foot.is_choice:
            self._desk.bridge.do(partial(partings.take_back, self._desk.office, self._id), then=self._done)
        elif self._choices.choice is PartingChoice.LET_GO:
            self._write()
        else:
            choose = partial(partings.choose, self._desk.office, self._id, choice=self._choices.choice)
            self._desk.bridge.do(choose, then=self._done)

    def _write(self) -> None:
        """The letter in place of the choices."""
        self._form = form = PartingForm(self._desk.office, self._id)
        form.keep_draft(f"parting:{self._id}", self._desk.bridge)
        form.saved.connect(self._let_go)
        form.cancelled.connect(self._choose_again)
        self._choosing.hide()
        self._page.column.addWidget(form)
        form.show()
        self.fit()
        form.focus_first()

    def _let_go(self) -> None:
        if self._form is not None:
            self._desk.bridge.do(self._form.use_case(), then=self._done, failed=self._form.refuse)

    def _choose_again(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._page.column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._choosing.show()
        self.fit()
        self.first().setFocus()

    def _done(self, change: Change) -> None:
        if self._form is not None:
            self._form.forget_draft()
        self.close()
        planned = [row for table, row in change.touched if table == "meeting"]
        if self._choices.choice is PartingChoice.TALK and planned:
            self._desk.open(Place("manager", self._id, "meetings", ("meeting", planned[0])))
        self._desk.say(change.label, undo=True)


class _Foot(QWidget):
    """Leave it, or do what is chosen; somebody let go can be taken back."""

    def __init__(self, status: ManagerStatus) -> None:
        super().__init__()
        self._status = status
        self.left, self.done = Button("", kind="quiet"), Button("", kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size(8))
        row.addStretch()
        row.addWidget(self.left)
        row.addWidget(self.done)
        self.left.setText(_("Not now") if self.is_choice else _("Close"))
        self.done.setText(_("Book the talk") if self.is_choice else _("Take it back"))
        self.done.setVisible(self.is_choice or status is ManagerStatus.PARTED)

    @property
    def is_choice(self) -> bool:
        """Whether there is something to choose: not with somebody who is set aside."""
        return self._status in (ManagerStatus.ACTIVE, ManagerStatus.PAUSED)

    def sentence(self, name: str) -> str:
        """What was chosen before."""
        if self._status is ManagerStatus.PARTED:
            return _("You let go of {name}, with thanks. It can be taken back.").format(name=name)
        return _("{name} is archived.").format(name=name)

    def show_choice(self, choice: str) -> None:
        """What the button does now."""
        self.done.setText({
            PartingChoice.TALK: _("Book the talk"), PartingChoice.LOOK_AGAIN: _("Look again in 30 days"),
            PartingChoice.LET_GO: _("Write the message"),
        }[PartingChoice(choice)])  # fmt: skip
        self.done.updateGeometry()
