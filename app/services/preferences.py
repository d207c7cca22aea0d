"""Settings, and the logo that stands on paper."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app import settings
from app.domain.errors import InputError
from app.exchange.atomic import write_file
from app.services.changes import Change
from app.services.office import Office
from app.storage import settings as stored
from app.storage.database import FILE_NAME
from app.storage.rows import time_text
from app.words import _

_LOGO_BYTES = 5_000_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def set_setting(office: Office, *, key: str, value: str) -> Change:
    """Choose a setting; the logo is given as the path of a picture."""
    if key == "logo":
        return set_logo(office, value)
    parsed = settings.parse(key, value)
    label = _("Setting changed: {key}").format(key=key)
    with office.write(label):
        stored.store(office.conn, key, parsed, time_text(office.now()))
    return office.change(label, "setting", 0)


def introduce(office: Office, *, name: str, firm: str, logo: str = "") -> Change:
    """Say whose name, firm and logo stand on paper, as one step; an empty `logo` leaves the one there is."""
    label = _("Your details written")
    with office.write(label):
        set_setting(office, key="name", value=name)
        set_setting(office, key="firm", value=firm)
        if logo:
            set_logo(office, logo)
    return office.change(label, "setting", 0)


def set_logo(office: Office, path: str) -> Change:
    """Keep a copy of a logo in the office; an empty path takes it off."""
    digest = ""
    if path:
        data = _picture(Path(path))
        digest = hashlib.sha256(data).hexdigest()
        folder = office.folder / "attachments"
        folder.mkdir(mode=0o700, exist_ok=True)
        write_file(folder / digest, data)
    label = _("Logo changed")
    with office.write(label):
        stored.store(office.conn, "logo", digest, time_text(office.now()))
    return office.change(label, "setting", 0)


def logo(office: Office) -> bytes | None:
    """The logo's bytes, or None when there is none or its file is gone."""
    digest = office.settings.logo
    try:
        return (office.folder / "attachments" / digest).read_bytes() if digest else None
    except OSError:
        return None


def file_of(office: Office) -> Path:
    """Where the office's file lies; the folder around it is all there is to back up."""
    return office.folder / FILE_NAME


def _picture(path: Path) -> bytes:
    """Raise `InputError` unless it is a PNG or JPEG of a sensible size."""
    try:
        data = path.read_bytes()[: _LOGO_BYTES + 1]
    except (OSError, ValueError) as error:
        raise InputError("logo", _("The picture cannot be read. Choose another file.")) from error
    if not data.startswith(_PICTURES) or len(data) > _LOGO_BYTES:
        raise InputError("logo", _("The logo must be a PNG or JPEG file of at most 5 MB."))
    return data
