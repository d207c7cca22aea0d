"""What can be done with a promise, with the key of each: the same for the three dots and the right button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.clocks import Outcome
from app.services.board import NEXT
from app.services.board import Card as Promise
from app.words import _
from ui.kit.plain import menu_words

Entry = tuple[str, str]


def promise_menu(promise: Promise, parent: QWidget) -> QMenu:
    """Everything; the data of an action is an outcome, or the name of a wish."""
    menu = _menu(parent)
    if promise.is_agreed and not promise.is_closed:
        _add_outcomes(menu)
        menu.addSeparator()
    for group in _groups(promise):
        for wish, words in group:
            menu.addAction(menu_words(words)).setData(wish)
        menu.addSeparator()
    return menu


def outcome_menu(parent: QWidget) -> QMenu:
    """How the next due went."""
    menu = _menu(parent)
    _add_outcomes(menu)
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add_outcomes(menu: QMenu) -> None:
    words = {
        Outcome.KEPT: _("Kept\tK"), Outcome.LATE: _("Late\tL"), Outcome.MISSED: _("Missed\tM"),
        Outcome.WAIVED: _("Waived\tW"),
    }  # fmt: skip
    for outcome, said in words.items():
        menu.addAction(said).setData(outcome)


def _groups(promise: Promise) -> tuple[list[Entry], ...]:
    """What fits how it stands."""
    delete = ("delete", _("Delete\tDel"))
    answered = [("remark", _("Correct the last check-in")), ("take-back", _("Take back the last check-in"))]
    if promise.has_evidence:
        answered.insert(1, ("evidence", _("Open what it is based on")))
    answered = answered if any(mark.kind != NEXT for mark in promise.marks) else []
    if promise.is_closed:
        return answered[:-1], [("reopen", _("Open again")), delete]
    moves = [("up", _("Move up\tCtrl+Up")), ("down", _("Move down\tCtrl+Down"))]
    if promise.is_agreed:
        talk = [("edit", _("Edit\tF2")), ("renegotiate", _("Renegotiate")), ("talk-about", _("Talk about it"))]
    else:
        talk = [("edit", _("Edit\tF2")), ("agree", _("Agree"))]
    return answered, talk, moves, [("close", _("Close")), delete]
