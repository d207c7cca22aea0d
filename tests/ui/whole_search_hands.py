"""How each deed of the whole search is done at the window; one hand for each, by the name of the deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.hand import Hand, as_typed
from ui.document.window import DocumentWindow

Values = Mapping[str, str]
Do = Callable[[Hand, Values], None]
MANAGER_TAB, SEARCH_TAB, TODAY = "Ctrl+1", "Ctrl+2", "Ctrl+0"
_ADD = {
    "must": ("Add a must-have", "Must have"), "nice": ("Add a nice-to-have", "Nice to have"),
    "deal_maker": ("Add a deal maker", "Deal maker"), "deal_breaker": ("Add a deal breaker", "Deal breaker"),
}  # fmt: skip
_ASKED = {"went_wrong": "What went wrong?", "why_left": "Why did they leave?"}
_CHANNEL = {
    "channel": "Channel", "plan": "Plan", "who": "Who does it", "volume": "How many", "started_on": "Started on",
}  # fmt: skip
_WHY = {"yes": "Why", "no": "Why, in one sentence: a no needs it", "question": "What is asked"}
_CAPTURED = {"decision": 1, "i_will": 2, "they_will": 3, "note": 4, "private": 5}


def _save(hand: Hand) -> None:
    hand.keys("Ctrl+Return")


def _save_one(hand: Hand) -> None:
    """Save, and leave the form that opens for the next one."""
    _save(hand)
    hand.keys("Esc")


def _add_manager(hand: Hand, values: Values) -> None:
    hand.write("Name", values["name"])
    hand.write("Company", values["company"])
    hand.write("Role", values["title"])
    hand.choose("How often do you want to speak?", values["cadence_days"])
    hand.click("Add relationship")


def _edit_manager(hand: Hand, values: Values) -> None:
    hand.command("Edit details")
    hand.write("What you say", values["called"])
    hand.write("Email", values["email"])
    hand.write("Country, for holidays", values["country"])
    hand.write("Small things to remember (private)", values["rapport"])
    _save(hand)


def _open_search(hand: Hand, values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Alt+5")
    hand.click("Open the first search")
    hand.write("Title", values["title"])
    hand.write("Location", values["location"])
    hand.write("Why it is open (private)", values["reason_open"])
    hand.click("Open the search")


def _agree(hand: Hand, _values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Alt+2")
    hand.click("Start from a two-way agreement")
    hand.click("Agree on all")


def _plan_meeting(hand: Hand, values: Values) -> None:
    """The intake from its search, any other from the meetings of the manager."""
    if values["kind"] == "intake":
        hand.keys(SEARCH_TAB)
        hand.click("Intake meeting")
        hand.from_menu("Plan a time")
        hand.write("Minutes", values["minutes"])
        hand.write("Where", values["place"])
    else:
        hand.keys(MANAGER_TAB)
        hand.keys("Alt+6")
        hand.click("Plan a meeting")
        hand.choose("Kind", values["kind"])
        hand.choose("Search", values["search"])
    hand.write("When", as_typed(values["at"]))
    hand.click("Plan meeting")


def _start_meeting(hand: Hand, _values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Ctrl+M")
    hand.find(QWidget, "Capture what is said")


def _ask_question(hand: Hand, values: Values) -> None:
    hand.until(lambda: hand.reads(values["text"]))
    hand.write("The answer", values["answer"])
    if "keep_as" in values:
        hand.choose("Keep it also as", values["keep_as"])
    hand.click("Asked")


def _skip_question(hand: Hand, values: Values) -> None:
    hand.until(lambda: hand.reads(values["text"]))
    hand.click("Later")


def _capture(hand: Hand, values: Values) -> None:
    hand.write("Capture what is said", values["text"])
    hand.keys(f"Ctrl+{_CAPTURED[values['kind']]}")


def _end_meeting(hand: Hand, values: Values) -> None:
    """The intake with its summary, whose window opens; a calibration call without."""
    if values["meeting"] != "intake":
        hand.click("End without summary")
        return
    hand.click("End and make Summary PDF")
    hand.until(lambda: _documents() and _documents()[0].view.image is not None)


def _email_summary(hand: Hand, _values: Values) -> None:
    summary = hand.at(_documents()[0])
    summary.click("Email…")
    summary.find(QWidget, "I sent it")


def _sent(hand: Hand, _values: Values) -> None:
    summary = hand.at(_documents()[0])
    summary.click("I sent it")
    summary.until(lambda: summary.reads("Logged as sent."))
    summary.window.close()


def _documents() -> list[DocumentWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, DocumentWindow) and each.isVisible()]


def _add_requirement(hand: Hand, values: Values) -> None:
    hand.keys(SEARCH_TAB)
    add, field = _ADD[values["kind"]]
    hand.click(add)
    hand.write(field, values["text"])
    if "probe" in values:
        hand.write("How you find out", values["probe"])
    _save_one(hand)


def _change_requirement(hand: Hand, values: Values) -> None:
    hand.keys(SEARCH_TAB)
    hand.line(values["requirement"])
    hand.write("Must have", values["text"])
    hand.choose("What changes", "change")
    hand.choose("Who asked for the change", values["asked_by"])
    hand.write("Days lost by it", values["days_lost"])
    _save(hand)


def _edit_predecessor(hand: Hand, values: Values) -> None:
    question = next(_ASKED[key] for key in values if key in _ASKED)
    hand.click(f"Add the answer: {question}")
    hand.write(question, next(said for key, said in values.items() if key in _ASKED))
    _save(hand)


def _to_requirement(hand: Hand, values: Values) -> None:
    told = hand.answer(_ASKED[values["answer"]])
    hand.of_line(told, f"Make it a must-have: {told}")


def _to_probe(hand: Hand, values: Values) -> None:
    told = hand.answer(_ASKED[values["answer"]])
    hand.of_line(told, f"Make it a probe: {told}")
    hand.from_menu(f"Probe for: {values['requirement']}")


def _more(hand: Hand, line: str, wish: str) -> None:
    """What the menu of a line offers."""
    hand.of_line(line, f"More for: {line}")
    hand.from_menu(wish)


def _move(hand: Hand, values: Values) -> None:
    hand.keys(SEARCH_TAB)
    hand.click(values["stage"].capitalize())


def _present(hand: Hand, values: Values) -> None:
    hand.keys(SEARCH_TAB)
    hand.click("Present a candidate")
    hand.write("Who", values["candidate"])
    hand.keys("Return")


def _answer(hand: Hand, values: Values) -> None:
    hand.keys(SEARCH_TAB)
    hand.line(values["presentation"])
    hand.choose("Amara says", values["answer"])
    if "reason" in values:
        hand.write(_WHY[values["answer"]], values["reason"])
    if "requirement" in values:
        hand.choose("Which requirement it is about", values["requirement"])
    _save(hand)


def _tell(hand: Hand, values: Values) -> None:
    _more(hand, values["presentation"], "Change when you told them" if "at" in values else "Told where they stand")
    if "at" in values:
        hand.write("Told", as_typed(values["at"]))
        _save(hand)


def _interview(hand: Hand, values: Values) -> None:
    _more(hand, values["presentation"], "Book an interview")
    hand.write("When", as_typed(values["at"]))
    _save(hand)


def _answer_interview(hand: Hand, values: Values) -> None:
    """What was booked has been held by the time the page is seen again."""
    hand.keys(MANAGER_TAB)
    hand.keys(SEARCH_TAB)
    _more(hand, values["interview"], "What Amara said after Tue 10 Nov")
    hand.write("What Amara said afterwards", values["words"])
    _save(hand)


def _ask_satisfaction(hand: Hand, values: Values) -> None:
    part, _equals, score = values["parts"].partition("=")
    hand.click("Ask how satisfied they are")
    hand.choose("As a whole, 1 to 5", values["score"])
    hand.choose(part, score)
    hand.write("In their words", values["words"])
    hand.write("The cause, private", values["cause"])
    hand.write("What you propose", values["proposal"])
    hand.click("Save the answer")


def _check_proposal(hand: Hand, values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Alt+1")
    hand.click(f"Is it better? {values['proposal']}")
    hand.choose("Since then", values["better"])
    hand.write("Result", values["result"])
    hand.click("Save what came of it")


def _step(row: str, save: str) -> Do:
    """A step of closing together that asks for its day alone."""

    def do(hand: Hand, values: Values) -> None:
        hand.keys(SEARCH_TAB)
        hand.click(row)
        for key, field in (("presentation", "Whom Amara chose"), ("answer", "What they said")):
            if key in values:
                hand.choose(field, values[key])
        for key, field in (("expires_on", "Stands until"), ("start_on", "Starts on")):
            if key in values:
                hand.write(field, as_typed(values[key]))
        hand.click(save)

    return do


def _plan_celebration(hand: Hand, values: Values) -> None:
    """The sheet stands open since the signature."""
    hand.click("Change how, when and where")
    hand.choose("How", values["form"])
    hand.write("When, as you say it", as_typed(values["at"]))
    hand.write("Where", values["place"])
    hand.click("Use this")
    hand.click(f"Plan the {values['form']}")


def _thank(hand: Hand, _values: Values) -> None:
    hand.keys(SEARCH_TAB)
    hand.click("Celebrate")
    hand.click("Write a thank-you note")
    hand.click("I sent it")
    hand.keys("Esc")


def _log(hand: Hand, values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Ctrl+L")
    hand.type(values["line"])
    hand.keys("Return")


def _remember(hand: Hand, _values: Values) -> None:
    hand.keys(TODAY)
    hand.of_row("Worth a word", "Done")


def _brief(hand: Hand, _values: Values) -> None:
    hand.keys(MANAGER_TAB)
    hand.keys("Ctrl+Shift+B")
    hand.until(lambda: hand.reads("Rows before work"))
    hand.keys("Esc")


def _edit(line: str, field: str, value: str) -> Do:
    """A deed that edits one field of a line of the search."""

    def edit(hand: Hand, values: Values) -> None:
        hand.line(values[line])
        hand.write(field, values[value])
        _save(hand)

    return edit


def _add(press: str, save: Callable[[Hand], None], **fields: str) -> Do:
    """A deed that fills in the form of a new line; the fields by the names of their values."""

    def add(hand: Hand, values: Values) -> None:
        hand.click(press)
        for value, field in fields.items():
            hand.write(field, as_typed(values[value]) if value.endswith("_on") else values[value])
        save(hand)

    return add


def _press(name: str) -> Do:
    """A deed that is one button of the search."""
    return lambda hand, _values: hand.click(name)


HANDS: dict[str, Do] = {
    "manager.add": _add_manager,
    "manager.edit": _edit_manager,
    "search.open": _open_search,
    "agreement.agree": _agree,
    "meeting.plan": _plan_meeting,
    "invite": _press("Email"),
    "meeting.invited": _press("I sent it"),
    "meeting.start": _start_meeting,
    "question.ask": _ask_question,
    "question.skip": _skip_question,
    "capture.add": _capture,
    "meeting.end": _end_meeting,
    "summary": _email_summary,
    "document.sent": _sent,
    "requirement.add": _add_requirement,
    "requirement.edit": _edit("requirement", "How you find out", "probe"),
    "requirement.agree": _press("Mark as agreed"),
    "requirement.change": _change_requirement,
    "predecessor.edit": _edit_predecessor,
    "predecessor.to-requirement": _to_requirement,
    "predecessor.to-probe": _to_probe,
    "alternative.add": _add(
        "Add an alternative", _save_one, text="What would do as well", effect="What it would change"
    ),
    "alternative.answer": lambda hand, values: _more(
        hand, values["alternative"], f"They say: {values['answer'].capitalize()}"
    ),
    "market.add": _add("Add a market fact", _save, text="What the market says", source="Where it is from"),
    "market.show-all": _press("Shown to Amara today"),
    "process.begin": _press("Start from what usually works"),
    "sourcing.add": _add("Add a channel", _save_one, **_CHANNEL),
    "sourcing.edit": _edit("sourcing_channel", "What came of it", "result"),
    "search.move": _move,
    "candidate.present": _present,
    "candidate.answer": _answer,
    "candidate.told": _tell,
    "candidate.not-told": lambda hand, values: _more(hand, values["presentation"], "Not told yet"),
    "interview.book": _interview,
    "interview.answer": _answer_interview,
    "satisfaction.record": _ask_satisfaction,
    "proposal.answer": lambda hand, values: hand.click(f"{values['answer'].capitalize()}: {values['proposal']}"),
    "proposal.check": _check_proposal,
    "offer.choose": _step("Amara chooses", "Record the choice"),
    "offer.salary-talk": _step("Amara hands salary talk to you", "Record it"),
    "offer.terms": _step("Amara approves the terms", "Record the terms"),
    "offer.verbal": _step("Verbal offer, by you", "Record the verbal offer"),
    "offer.answer": _step("Verbal yes", "Record the answer"),
    "offer.written": _step("Written offer", "Record the written offer"),
    "offer.sign": _step("Signed, then celebrate together", "Record the signature"),
    "celebration.plan": _plan_celebration,
    "celebration.thanked": _thank,
    "search.close": _press("Close the search as filled"),
    "talk.log": _log,
    "anniversary.done": _remember,
    "brief": _brief,
}


def refused(hand: Hand, sentence: str) -> None:
    """The written offer before its turn: the row says why, and offers nothing but a reason to record it anyway."""
    hand.keys(SEARCH_TAB)
    row = hand.find(QAbstractButton, "Written offer")
    assert row.toolTip() == sentence
    hand.click("Written offer")
    assert hand.menu_words() == ["Record anyway"]
