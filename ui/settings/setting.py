"""One setting on its page: saved as its field is left or as it is chosen, and shown anew when it changed elsewhere."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from app.domain.errors import AppError
from app.domain.text import NAME
from app.services import preferences
from app.services.changes import Change
from app.words import _, plural
from ui.desk import Desk
from ui.kit.cadence import CadenceChoice
from ui.kit.drafts import DraftKeeper
from ui.kit.field import Choice, Field, Line
from ui.kit.segmented import Segmented
from ui.theme import size

_NARROW = 180
_SIZES = (90, 100, 110, 120, 130)


class TypedSetting(Field):
    """A setting that is typed; saved as the field is left."""

    def __init__(self, desk: Desk, key: str, label: str, placeholder: str = "") -> None:
        self.line = Line(placeholder, limit=NAME)
        super().__init__(label, self.line)
        self._desk, self.key = desk, key
        self.line.left.connect(self.save)
        self.line.returnPressed.connect(self.save)
        self.refresh()
        self._draft = DraftKeeper(self.line, f"setting:{key}", desk.bridge)
        self.line.setModified(self._draft.restored)

    def refresh(self) -> None:
        """Show what is stored, unless something else was typed and is not saved."""
        if not self.line.isModified():
            self.line.setText(self._stored())

    def save(self) -> None:
        """Save what is typed, if it is not stored already."""
        if self.line.text().strip() == self._stored():
            self._settled()
            return
        use_case = partial(preferences.set_setting, self._desk.office, key=self.key, value=self.line.text())
        self._desk.bridge.do(use_case, then=self._saved, failed=self._failed)

    def _stored(self) -> str:
        return str(getattr(self._desk.office.settings, self.key))

    def _saved(self, _change: Change) -> None:
        self._settled()

    def _settled(self) -> None:
        """What is typed is what is stored."""
        self.clear()
        if self.line.isModified():
            self.line.setModified(False)
            self._draft.forget()

    def _failed(self, error: AppError) -> None:
        self.refuse(str(error))


class ChosenSetting(Field):
    """A setting that is one of a few; saved as it is chosen."""

    def __init__(self, desk: Desk, key: str, label: str, control: Segmented | Choice) -> None:
        super().__init__(label, control)
        self._desk, self.key, self._choice = desk, key, control
        layout = self.layout()
        assert layout is not None
        layout.setAlignment(control, Qt.AlignmentFlag.AlignLeading)
        self.refresh()
        if isinstance(control, Segmented):
            control.chosen.connect(self.save)
        else:
            control.activated.connect(self.save)

    def refresh(self) -> None:
        """Show what is stored."""
        self._choice.choose(self._stored())

    def save(self) -> None:
        """Save what is chosen."""
        if self._choice.key != self._stored():
            use_case = partial(preferences.set_setting, self._desk.office, key=self.key, value=self._choice.key)
            self._desk.bridge.do(use_case, then=self._saved, failed=self._failed)

    def _stored(self) -> str:
        return str(getattr(self._desk.office.settings, self.key))

    def _saved(self, _change: Change) -> None:
        self.clear()

    def _failed(self, error: AppError) -> None:
        self.refuse(str(error))
        self.refresh()


class RhythmSetting(Field):
    """How often a new relationship wants to speak; saved as it is chosen, or as a typed one is left."""

    def __init__(self, desk: Desk) -> None:
        self.choice = CadenceChoice(desk.office.settings.cadence_days)
        super().__init__(_("Rhythm a new relationship begins with"), self.choice)
        self._desk = desk
        self.choice.setMinimumWidth(size(_NARROW))
        self.choice.activated.connect(self.save)
        line = self.choice.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.save)
        layout = self.layout()
        assert layout is not None
        layout.setAlignment(self.choice, Qt.AlignmentFlag.AlignLeading)

    def refresh(self) -> None:
        """Show what is stored."""
        days = self._desk.office.settings.cadence_days
        if self.choice.findData(str(days)) < 0:
            self.choice.setEditText(plural("Every {count} day", "Every {count} days", days))
        else:
            self.choice.choose(str(days))

    def save(self) -> None:
        """Save what is chosen or typed, if it is not stored already."""
        try:
            days = self.choice.days() or 0
        except AppError as error:
            self.refuse(str(error))
            return
        self.clear()
        if days != self._desk.office.settings.cadence_days:
            use_case = partial(preferences.set_setting, self._desk.office, key="cadence_days", value=str(days))
            self._desk.bridge.do(use_case, failed=self._failed)

    def _failed(self, error: AppError) -> None:
        self.refuse(str(error))


def chosen_settings(desk: Desk) -> dict[str, ChosenSetting]:
    """The settings that are one of a few, by their key."""
    themes = [("system", _("As the system"), ""), ("light", _("Light"), ""), ("dark", _("Dark"), "")]
    fonts = [("inter", _("Inter"), ""), ("system", _("System font"), "")]
    papers = [("a4", _("A4"), ""), ("letter", _("US Letter"), "")]
    languages = [("en-GB", _("British"), ""), ("en-US", _("American"), "")]
    switch = [("on", _("On"), ""), ("off", _("Off"), "")]
    percents = sorted({*_SIZES, desk.office.settings.text_size})
    sizes = Choice([(str(percent), _("{percent} %").format(percent=percent)) for percent in percents])
    sizes.setMinimumWidth(size(_NARROW))
    sound, asked = (
        _("Sound when the time of a meeting is over"),
        _("Satisfaction at the end of an agenda, once a month"),
    )
    made = (
        ("theme", _("Colours"), Segmented(themes, name=_("Colours"))), ("text_size", _("Text size"), sizes),
        ("font", _("Typeface"), Segmented(fonts, name=_("Typeface"))),
        ("paper", _("Sheet"), Segmented(papers, name=_("Sheet"))),
        ("language", _("English on paper"), Segmented(languages, name=_("English on paper"))),
        ("meeting_sound", sound, Segmented(switch, name=sound)),
        ("ask_satisfaction", asked, Segmented(switch, name=asked)),
    )  # fmt: skip
    return {key: ChosenSetting(desk, key, label, control) for key, label, control in made}
