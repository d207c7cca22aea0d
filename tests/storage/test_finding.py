"""Full text: any script, any key, never an error, always in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import managers, notes, talks
from app.services.office import Office
from app.services.reading import find
from tests.builders import Clock, amara, memory_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    clock = Clock()
    made = memory_office(tmp_path, clock)
    for name in ("Łukasz Żółć", "王小明", "Δήμητρα Παππά", "Søren Kjær", "Größe"):
        managers.add(made, name=name)
    manager = amara(made)
    talks.log(made, manager, "call 25m: agreed to widen the salary band // quietly worried")
    clock.pass_by(minutes=1)
    talks.log(made, manager, "mail: salary data sent")
    notes.add(made, manager, title="How Amara decides", body="Risk first, then the person")
    return made


@pytest.mark.parametrize(
    ("words", "finds"),
    [
        ("lukasz", "Łukasz Żółć"),
        ("ŁUKASZ zolc", "Łukasz Żółć"),
        ("xiaoming", "王小明"),
        ("王小明", "王小明"),
        ("dimitra", "Δήμητρα Παππά"),
        ("小明", "王小明"),
        ("小", "王小明"),
        ("小王", ""),
        ("soren", "Søren Kjær"),
        ("grosse", "Größe"),
        ("wid sal", ""),
        ("widen sal", "widen the salary band"),
        ("risk", "How Amara decides"),
        ("quietly", "widen the salary band"),
    ],
)
def test_words_are_found_in_any_script(office: Office, words: str, finds: str) -> None:
    texts = [hit.text for hit in find(office, words)]

    assert any(finds in text for text in texts) if finds else not texts


def test_the_newest_comes_first(office: Office) -> None:
    texts = [hit.text for hit in find(office, "salary") if hit.record == "talk"]

    assert [text.split()[0] for text in texts] == ["salary", "to"] or "sent" in texts[0]


def test_private_text_is_marked(office: Office) -> None:
    assert {hit.private for hit in find(office, "risk")} == {True}


SYNTAX = ['"', "a AND", "NEAR(", "*", "a:b", "-x", "^", "\ud800", "\0", "", "(", "col:'x'", "%"]


@pytest.mark.parametrize("words", SYNTAX)
def test_no_words_are_ever_syntax(office: Office, words: str) -> None:
    assert find(office, words) is not None


@given(words=st.text(max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_searched_for(office: Office, words: str) -> None:
    assert len(find(office, words)) <= 50
