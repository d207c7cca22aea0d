"""The invitation to a meeting, its change or its cancellation: words to look at, a draft to send, a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import AppError
from app.domain.talks import MeetingId
from app.domain.text import isolated
from app.services import calendar_invitations
from app.services.calendar_invitations import Invitation, invitation_to
from app.services.changes import Change
from app.services.office import Office
from app.words import _
from ui.kit.field import Field
from ui.kit.letter_form import LetterForm

Run = Callable[[QWidget, Callable[[], Any], Callable[[Any], None], Callable[[AppError], None]], object]
_LINES = 9


class InvitationForm(LetterForm):
    """Saving it says that it was sent. `run` does slow work beside the window: the first calendar takes a moment."""

    def __init__(self, office: Office, meeting: MeetingId, run: Run, parent: QWidget | None = None) -> None:
        self._office, self._meeting, self._run = office, meeting, run
        self._invitation = invitation_to(office, meeting)
        letter = self._invitation.letter
        everybody = ", ".join(isolated(each.name) for each in self._invitation.guests)
        name = _("{what}: {name}").format(what=self._invitation.kind.words, name=everybody)
        super().__init__(name, letter, _("I sent it"), parent, lines=_LINES)
        self.add("text", Field(_("Your words to {name}").format(name=letter.name), self.words))
        for words, icon, answer in (
            (_("Email"), "mail", self.email), (_("Save as file…"), "download", self.save),
            (_("Copy"), "copy", self.copy),
        ):  # fmt: skip
            self.add_way(words, icon).clicked.connect(answer)
        self.finish()
        if not letter.to:
            self.tell(_("{name} has no email address yet. Add one first.").format(name=letter.name))

    def invitation(self) -> Invitation:
        """What goes out, with the words as they are written now."""
        return self._invitation._replace(letter=self.letter())

    def use_case(self) -> Callable[[], Change]:
        """It was sent."""
        return partial(calendar_invitations.invited, self._office, self._meeting)

    def email(self) -> None:
        """A draft with the calendar entry in it, in the person's own mail program."""
        write = partial(calendar_invitations.write_draft, self._office.folder, self.invitation())
        self._run(self, write, self._open, self.refuse)

    def save(self) -> None:
        """Ask where to; an `.ics` file goes into any calendar."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = str(Path(folder) / self._invitation.file_name)
        dialog = QFileDialog(self, _("Save the invitation"), name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Calendar files (*.ics)"), _("Email drafts (*.eml)")])
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, path: str) -> None:
        write = partial(calendar_invitations.write_file, Path(path), self.invitation())
        self._run(self, write, self._written, self.refuse)

    def _written(self, path: Path) -> None:
        self.tell(_("Saved {file}.").format(file=path.name))

    def _open(self, draft: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(draft))):
            self.tell(_("A draft with the calendar entry is open in your mail app."))
        else:
            self.copy()
            self.tell(_("No mail app answered. The text is copied."))
