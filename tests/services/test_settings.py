"""Settings: what is chosen travels with the office, and what does not fit is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.services import preferences, reading
from app.services.office import open_office
from app.settings import Font, Language, Paper, Settings, Switch, Theme, descriptions
from tests.builders import LONDON, Clock, file_office, memory_office

PNG = b"\x89PNG\r\n\x1a\n" + b"picture"
JPEG = b"\xff\xd8\xff\xe0" + b"picture"


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("name", "  Your Name ", "Your Name"),
        ("firm", "<b>Söhne & Co</b>", "<b>Söhne & Co</b>"),
        ("firm", "a\nb\ud800", "a b\N{REPLACEMENT CHARACTER}"),
        ("email", "me@example.com", "me@example.com"),
        ("paper", "letter", Paper.LETTER),
        ("theme", "dark", Theme.DARK),
        ("language", "en-US", Language.AMERICAN),
        ("meeting_sound", "on", Switch.ON),
        ("ask_satisfaction", "off", Switch.OFF),
        ("cadence_days", " 14 ", 14),
        ("cadence_days", "0", 0),
        ("text_size", "90", 90),
        ("text_size", " 130 % ", 130),
        ("font", "system", Font.SYSTEM),
        ("name", "", ""),
    ],
)
def test_a_setting_is_kept_across_restarts(tmp_path: Path, key: str, typed: str, kept: object) -> None:
    file_office(tmp_path)
    office = open_office(tmp_path, clock=Clock(), zone=LONDON)
    preferences.set_setting(office, key=key, value=typed)
    office.close()
    again = open_office(tmp_path, clock=Clock(), zone=LONDON)
    found = again.settings
    again.close()

    assert getattr(found, key) == kept


def test_the_defaults_are_there_and_each_setting_is_described(tmp_path: Path) -> None:
    office = memory_office(tmp_path)

    assert office.settings == Settings()
    assert set(descriptions()) == set(Settings.__dataclass_fields__)
    assert all(text.endswith(".") for text in descriptions().values())


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("colour", "red", "There is no setting colour"),
        ("paper", "a5", "a4, letter"),
        ("theme", "", "system, light, dark"),
        ("email", "me@example.com, you@example.com", "not one email address"),
        ("text_size", "89", "from 90 to 130"),
        ("text_size", "131", "from 90 to 130"),
        ("text_size", "9" * 5000, "from 90 to 130"),
        ("text_size", "-100", "from 90 to 130"),
        ("text_size", "١٠٠", "from 90 to 130"),
        ("text_size", "", "from 90 to 130"),
        ("font", "comic", "inter, system"),
        ("language", "de-DE", "en-GB, en-US"),
        ("meeting_sound", "True", "on, off"),
        ("cadence_days", "3651", "up to 3650"),
        ("cadence_days", "-1", "up to 3650"),
        ("cadence_days", "weekly", "up to 3650"),
        ("name", "x" * 201, "at most 200 characters"),
        ("x" * 5000, "", "There is no setting xxx"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, key: str, value: str, says: str) -> None:
    office = memory_office(tmp_path)
    with pytest.raises(InputError, match=says) as refused:
        preferences.set_setting(office, key=key, value=value)

    assert refused.value.field == key
    assert len(str(refused.value)) < 300
    assert office.settings == Settings()


def test_a_setting_is_undone_and_the_newest_choice_counts(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    for paper in ("letter", "a4", "letter"):
        preferences.set_setting(office, key="paper", value=paper)
    reading.undo(office)
    reading.undo(office)
    assert office.settings.paper is Paper.LETTER
    reading.undo(office)

    assert office.settings.paper is Paper.A4


def test_what_no_longer_fits_falls_back_to_the_default(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    preferences.set_setting(office, key="paper", value="letter")
    preferences.set_setting(office, key="name", value="Your Name")
    office.conn.execute("UPDATE setting SET value = '\"papyrus\"' WHERE key = 'paper'")

    assert (office.settings.paper, office.settings.name) == (Paper.A4, "Your Name")


@pytest.mark.parametrize("picture", [PNG, JPEG])
def test_a_logo_is_copied_into_the_office(tmp_path: Path, picture: bytes) -> None:
    office = memory_office(tmp_path / "office")
    office.folder.mkdir()
    source = tmp_path / "logo"
    source.write_bytes(picture)
    preferences.set_setting(office, key="logo", value=str(source))
    source.unlink()

    assert preferences.logo(office) == picture
    assert office.settings.logo == hashlib.sha256(picture).hexdigest()

    preferences.set_setting(office, key="logo", value="")

    assert preferences.logo(office) is None


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", PNG + bytes(5_000_000)])
def test_another_file_is_no_logo(tmp_path: Path, content: bytes) -> None:
    office = memory_office(tmp_path)
    source = tmp_path / "logo.png"
    source.write_bytes(content)
    with pytest.raises(InputError, match="PNG or JPEG"):
        preferences.set_setting(office, key="logo", value=str(source))

    assert preferences.logo(office) is None


@pytest.mark.parametrize("path", ["/nowhere/logo.png", "/etc", "a\0b", "\ud800", "x" * 5000])
def test_a_logo_that_cannot_be_read_is_told(tmp_path: Path, path: str) -> None:
    office = memory_office(tmp_path)

    with pytest.raises(InputError, match="cannot be read"):
        preferences.set_setting(office, key="logo", value=path)


def test_a_logo_whose_file_is_gone_leaves_the_paper_without_one(tmp_path: Path) -> None:
    office = memory_office(tmp_path)
    source = tmp_path / "logo.png"
    source.write_bytes(PNG)
    preferences.set_setting(office, key="logo", value=str(source))
    (tmp_path / "attachments" / office.settings.logo).unlink()

    assert preferences.logo(office) is None


def test_the_office_says_where_its_file_lies(tmp_path: Path) -> None:
    file_office(tmp_path)
    office = open_office(tmp_path, clock=Clock(), zone=LONDON)
    office.close()

    assert preferences.file_of(office) == tmp_path / "rapport.db"
    assert preferences.file_of(office).exists()
