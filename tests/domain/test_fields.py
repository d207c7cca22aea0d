"""What a field holds: limits and marks are read from the record's types, also for records made later."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, get_type_hints

import pytest

from app.domain import expectations, issued, managers, meetings, notes, satisfaction, searches, talks, templates
from app.domain.errors import InputError
from app.domain.fields import (
    SHAREABLE,
    Body,
    Line,
    Name,
    SharedLine,
    Statement,
    Text,
    checked,
    shareable_fields,
    text_rules,
)
from app.domain.text import BODY, LINE, NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One field of each kind."""

    name: Name = "n"
    line: Line | None = None
    statement: Statement = "s"
    body: Body | None = None
    shared: SharedLine | None = None
    number: Annotated[int, SHAREABLE] = 0
    tags: tuple[str, ...] = ()


RECORDS = (
    managers.HiringManager, searches.Search, searches.Presentation, searches.MarketFact, meetings.Meeting,
    meetings.AgendaItem, meetings.CapturedItem, talks.Talk, talks.FollowUp, expectations.Wording, expectations.CheckIn,
    notes.Note, satisfaction.Satisfaction, issued.IssuedDocument, templates.Template,
)  # fmt: skip
# Text that people cannot type freely: checked by a rule of its own, or written by the program.
OF_ONE_FORM = {"zone", "currency", "uid", "event", "sha256"}


def test_rules_and_marks_are_read_from_the_types() -> None:
    assert text_rules(Sheet) == {
        "name": Text(NAME), "line": Text(LINE), "statement": Text(LINE, lines=True), "body": Text(BODY, lines=True),
        "shared": Text(LINE),
    }  # fmt: skip
    assert shareable_fields(Sheet) == {"shared", "number"}


@pytest.mark.parametrize("record", RECORDS)
def test_no_text_field_is_without_a_limit(record: type) -> None:
    hints = get_type_hints(record)
    texts = {field.name for field in fields(record) if hints[field.name] in (str, str | None)}

    assert texts - set(text_rules(record)) - OF_ONE_FORM == set()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"name": "  Ann\n Lee "}, {"name": "Ann  Lee"}),
        ({"statement": "a\r\nb\rc"}, {"statement": "a\nb\nc"}),
        ({"line": "a\nb"}, {"line": "a b"}),
        ({"body": "e\u0301"}, {"body": "é"}),
        ({"body": "a\x00b\ud800"}, {"body": "a\ufffdb\ufffd"}),
        ({"line": ""}, {"line": ""}),
        ({"line": None}, {"line": None}),
        ({"tags": ("a\x01", " b\nc ", "")}, {"tags": ("a\ufffd", "b c")}),
    ],
)
def test_a_checked_record_is_clean(given: dict[str, object], kept: dict[str, object]) -> None:
    assert checked(Sheet(**given)) == Sheet(**kept)  # type: ignore[arg-type]


def test_a_clean_record_stays_itself() -> None:
    assert checked(Sheet(tags=("a",), line="b")) == Sheet(tags=("a",), line="b")


@pytest.mark.parametrize(
    ("field", "limit"), [("name", NAME), ("line", LINE), ("statement", LINE), ("body", BODY), ("shared", LINE)]
)
def test_a_limit_holds_at_its_edge(field: str, limit: int) -> None:
    most = ("word " * limit)[: limit - 1] + "z"
    assert getattr(checked(Sheet(**{field: most})), field) == most  # type: ignore[arg-type]

    with pytest.raises(InputError, match=f"The {field} is too long: at most {limit:,} characters") as refused:
        checked(Sheet(**{field: "y" + most}))  # type: ignore[arg-type]

    assert refused.value.field == field


@pytest.mark.parametrize(
    ("record", "needed", "field"),
    [
        (Sheet(name=" "), ("name",), "name"),
        (Sheet(body="x" * 2001), (), "body"),
        (Sheet(tags=("x" * 201,)), (), "tags"),
        (Sheet(name="", statement=""), ("statement", "name"), "name"),
    ],
)
def test_the_first_field_that_does_not_fit_is_named(record: Sheet, needed: tuple[str, ...], field: str) -> None:
    with pytest.raises(InputError) as refused:
        checked(record, *needed)

    assert refused.value.field == field
    assert field in str(refused.value)
