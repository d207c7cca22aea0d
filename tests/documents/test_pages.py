"""Pages as pixels: as many as there are, as large as asked, white paper with ink where the text is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.pages import PagePicture, page_picture, page_sizes
from app.documents.paper import Paper
from app.domain.errors import AppError
from app.domain.summary import MeetingSummary, Side

WHITE, A4, LETTER = b"\xff\xff\xff\xff", (595, 842), (612, 792)


@pytest.fixture(scope="module")
def sheet(calibration: MeetingSummary) -> bytes:
    return meeting_summary_pdf(calibration, paper=Paper.A4).data


def pixel(picture: PagePicture, x: int, y: int) -> bytes:
    at = 4 * (y * picture.width + x)
    return picture.rgba[at : at + 4]


def dark(picture: PagePicture) -> int:
    return sum(1 for at in range(0, len(picture.rgba), 4) if picture.rgba[at] < 0x80)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, A4), (Paper.LETTER, LETTER)])
@pytest.mark.parametrize("scale", [0.25, 1.0, 2.0])
def test_a_page_is_as_large_as_asked(
    calibration: MeetingSummary, paper: Paper, size: tuple[int, int], scale: float
) -> None:
    data = meeting_summary_pdf(calibration, paper=paper).data
    picture = page_picture(data, 0, scale)

    assert [(round(each.width), round(each.height)) for each in page_sizes(data)] == [size]
    assert abs(picture.width - size[0] * scale) <= 2
    assert abs(picture.height - size[1] * scale) <= 2
    assert len(picture.rgba) == 4 * picture.width * picture.height


def test_paper_is_white_and_text_is_dark(sheet: bytes) -> None:
    picture = page_picture(sheet, 0, 1.0)

    assert {pixel(picture, x, y) for x, y in ((0, 0), (590, 0), (0, 838), (590, 838))} == {WHITE}
    assert 2_000 < dark(picture) < 60_000
    assert set(picture.rgba[3::4]) == {0xFF}


def test_every_page_is_there_and_no_other() -> None:
    long = "\n\n".join(["What was said, at some length, and then again. " * 20] * 30)
    summary = MeetingSummary(title="Long", facts=(), mine=Side(name="A"), theirs=Side(name="B"), notes=(long,))
    document = meeting_summary_pdf(summary, paper=Paper.A4)

    assert document.pages >= 3
    assert len(page_sizes(document.data)) == document.pages
    assert all(dark(page_picture(document.data, number, 0.5)) for number in range(document.pages))
    for number in (-1, document.pages):
        with pytest.raises(IndexError):
            page_picture(document.data, number, 1.0)


def test_no_scale_fills_the_memory(sheet: bytes) -> None:
    picture = page_picture(sheet, 0, 1_000.0)

    assert 20_000_000 < picture.width * picture.height < 25_000_000
    assert abs(picture.height / picture.width - A4[1] / A4[0]) < 0.01


def test_the_same_page_is_drawn_the_same_from_several_threads(sheet: bytes) -> None:
    with ThreadPoolExecutor(4) as hands:
        drawn = list(hands.map(lambda _turn: page_picture(sheet, 0, 1.0).rgba, range(12)))

    assert len(set(drawn)) == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"no pdf at all", b"\x00" * 5000])
def test_what_is_no_document_is_said(data: bytes) -> None:
    with pytest.raises(AppError, match="cannot be shown"):
        page_sizes(data)
    with pytest.raises(AppError, match="cannot be shown"):
        page_picture(data, 0, 1.0)
