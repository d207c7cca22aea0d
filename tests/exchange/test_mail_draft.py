"""A draft is read back as it was meant, and nothing in it can become a header."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.exchange.mail_draft import Attachment, mail_draft

PDF = Attachment(name="2026-11-24 Calibration, Okonkwo.pdf", data=b"%PDF-1.7\r\n\x00\xff" * 99, mime="application/pdf")
TO = "amara@halden.example"


def read_back(draft: bytes) -> EmailMessage:
    message = message_from_bytes(draft, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def test_a_draft_has_what_the_person_will_send_and_nothing_else() -> None:
    draft = mail_draft(to=TO, subject="What we agreed", body="Dear Amara,\n\nas promised.", attachments=[PDF])
    message = read_back(draft)
    assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert (message["X-Unsent"], message["To"], message["Subject"]) == ("1", TO, "What we agreed")
    body = message.get_body()
    assert body is not None
    assert body.get_content() == "Dear Amara,\r\n\r\nas promised.\r\n"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "2026-11-24 Calibration, Okonkwo.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PDF.data


@pytest.mark.parametrize(
    "words", ["王小明", "Łukasz Wiśniewski", "ليلى منصور", "Δήμητρα Παππά", "Okonkwo, Amara", "😀" * 9]
)
def test_names_of_every_script_come_back(words: str) -> None:
    attachment = Attachment(name=f"{words}.txt", data=b"x", mime="text/plain")
    draft = mail_draft(to=TO, to_name=words, subject=words * 3, body=words, attachments=[attachment])
    message = read_back(draft)
    (recipient,) = message["To"].addresses
    assert (recipient.display_name, recipient.addr_spec) == (words, TO)
    assert message["Subject"] == words * 3
    (attached,) = message.iter_attachments()
    assert str(attached.get_filename()).startswith(words[:30])
    draft.decode("ascii")


def test_lines_end_as_mail_wants_them() -> None:
    draft = mail_draft(to=TO, subject="x", body="one\ntwo\r\n" + "three " * 300, attachments=[PDF])
    assert draft.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in draft.split(b"\r\n")) <= 78


def test_the_same_mail_is_the_same_bytes() -> None:
    first, second = (mail_draft(to=TO, subject="x", body="y", attachments=[PDF, PDF]) for _number in range(2))
    other = mail_draft(to=TO, subject="x", body="z", attachments=[PDF, PDF])
    assert first == second
    assert read_back(first).get_boundary() != read_back(other).get_boundary()


def test_a_draft_may_have_no_recipient_and_no_attachment() -> None:
    message = read_back(mail_draft(to="", subject="", body=""))
    assert "To" not in message
    assert message.get_content() == "\r\n"


def test_a_domain_of_any_script_is_written_plainly() -> None:
    assert read_back(mail_draft(to="a@brändt.example", subject="x", body=""))["To"] == "a@xn--brndt-hra.example"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("subject", {"subject": "Hello\r\nBcc: x@evil.example"}),
        ("subject", {"subject": "Hello\nX: y"}),
        ("subject", {"subject": "Hello\rX: y"}),
        ("subject", {"subject": "Hello\x00"}),
        ("subject", {"subject": "Hello\u2028X: y"}),
        ("subject", {"subject": "x " * 1_001}),
        ("to", {"to": "a@b.example, c@d.example"}),
        ("to", {"to": "a@b.example\r\nBcc: c@d.example"}),
        ("to", {"to": "łukasz@brandt.example"}),
        ("to", {"to": "a@" + "ü" * 70 + ".example"}),
        ("to_name", {"to_name": "Amara\r\nBcc: c@d.example"}),
        ("body", {"body": "x" * 2_001}),
    ],
)
def test_nothing_typed_becomes_a_header(field: str, fields: dict[str, str]) -> None:
    mail = {"to": TO, "to_name": "Amara", "subject": "Hello", "body": "Hello", **fields}
    with pytest.raises(InputError) as refused:
        mail_draft(to=mail["to"], to_name=mail["to_name"], subject=mail["subject"], body=mail["body"])
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("name", "safe"),
    [("../x.pdf", "x.pdf"), ('a"\r\nX: y.pdf', "a- X- y.pdf"), ("", "Untitled")],
)
def test_an_attachment_has_a_safe_name(name: str, safe: str) -> None:
    attachment = Attachment(name=name, data=b"", mime="application/pdf")
    (attached,) = read_back(mail_draft(to="", subject="", body="", attachments=[attachment])).iter_attachments()
    assert attached.get_filename() == safe


@pytest.mark.parametrize(
    "words",
    [
        "=?utf-8?q?a=0D=0ABcc:_x@evil.example?=",
        "a =?utf-8?b?DQpCY2M6IHhAZXZpbC5leGFtcGxl?=",
        "=?utf-8?q?hello?= Amara",
        "Amara =?",
    ],
)
def test_words_that_look_encoded_stay_words(words: str) -> None:
    attachment = Attachment(name=words, data=b"", mime="application/pdf")
    message = read_back(mail_draft(to=TO, to_name=words, subject=words, body=words, attachments=[attachment]))
    assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    (recipient,) = message["To"].addresses
    assert (message["Subject"], recipient.display_name, recipient.addr_spec) == (words, words, TO)


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=8), WORDS)
def test_any_subject_and_name_come_back(subject: list[str], name: str) -> None:
    message = read_back(mail_draft(to=TO, to_name=name, subject=" ".join(subject), body=""))
    assert sorted(message.keys()) == [
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
        "Subject",
        "To",
        "X-Unsent",
    ]
    assert message["Subject"] == normalize("NFC", " ".join(subject))
    (recipient,) = message["To"].addresses
    assert recipient.addr_spec == TO
