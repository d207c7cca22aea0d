"""The file itself: the same bytes each time, its properties as chosen, its fonts inside, the logo grey and small."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from app.documents.fonts import Face
from app.documents.logo import packed_logo
from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.domain.errors import InputError
from app.domain.summary import MeetingSummary, Side

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
EMPTY = MeetingSummary(title="Only a title", facts=(), mine=Side(name="Your Name"), theirs=Side(name="Amara Okonkwo"))


def _picture(kind: str, size: tuple[int, int] = (800, 300)) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((10, 10, size[0] - 10, size[1] - 10), fill=(20, 90, 200))
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


def test_the_same_summary_gives_the_same_bytes(calibration: MeetingSummary) -> None:
    mixed = replace(calibration, notes=("王小明 محمد 📅",), logo=_picture("PNG"))
    first = meeting_summary_pdf(mixed, paper=Paper.A4)
    meeting_summary_pdf(calibration, paper=Paper.LETTER)

    assert meeting_summary_pdf(mixed, paper=Paper.A4) == first


def test_the_properties_are_the_chosen_ones_and_no_others(calibration: MeetingSummary) -> None:
    reader = PdfReader(BytesIO(meeting_summary_pdf(calibration, paper=Paper.A4).data))

    assert dict(reader.metadata or {}) == {
        "/Title": "Calibration call: Senior Backend Engineer",
        "/Author": "Your Name, Your Firm",
        "/Subject": "Meeting summary",
        "/Creator": "Rapport",
        "/Producer": "Rapport",
    }
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] is not None


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612.0, 792.0))])
def test_the_page_has_the_size_of_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    box = PdfReader(BytesIO(meeting_summary_pdf(EMPTY, paper=paper).data)).pages[0].mediabox

    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_every_font_is_embedded_as_a_subset(calibration: MeetingSummary) -> None:
    mixed = replace(calibration, notes=("王小明 محمد דוד 김 📅 ไทย हि *x* **y**",))
    reader = PdfReader(BytesIO(meeting_summary_pdf(mixed, paper=Paper.A4).data))

    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]

    assert len(fonts) >= 12
    assert all("+" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)
    assert not [font for font in fonts if "Helvetica" in font["/BaseFont"]]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_logo_is_grey_and_at_most_12_mm_high(calibration: MeetingSummary, kind: str) -> None:
    reader = PdfReader(BytesIO(meeting_summary_pdf(replace(calibration, logo=_picture(kind)), paper=Paper.A4).data))

    (picture,) = [item.get_object() for item in reader.pages[0]["/Resources"]["/XObject"].values()]
    size = packed_logo(_picture(kind)).size
    assert picture["/ColorSpace"] == "/DeviceGray"
    assert len(picture.get_data()) == picture["/Width"] * picture["/Height"]
    assert size == pytest.approx((90.7, 34.02), abs=0.1)


@pytest.mark.parametrize("size", [(1, 1), (3000, 10), (10, 3000)])
def test_a_logo_of_any_shape_fits(calibration: MeetingSummary, size: tuple[int, int]) -> None:
    logo = packed_logo(_picture("PNG", size) if min(size) > 20 else _plain(size))

    assert logo.size[0] <= 60 * 72 / 25.4 + 0.01
    assert logo.size[1] <= 12 * 72 / 25.4 + 0.01


def _plain(size: tuple[int, int]) -> bytes:
    out = BytesIO()
    Image.new("L", size, 90).save(out, "PNG")
    return out.getvalue()


def test_the_logo_is_packed_once() -> None:
    data = _picture("PNG")

    assert packed_logo(data) is packed_logo(bytes(data))


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"<svg/>", _picture("PNG")[:90], _picture("PNG")[:-200], _picture("JPEG")[:300], _picture("GIF")],
    ids=["nothing", "gif", "svg", "cut in the head", "cut near the end", "cut jpeg", "a whole gif"],
)
def test_a_logo_that_cannot_be_read_is_an_input_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"PNG or JPEG|too large") as caught:
        meeting_summary_pdf(replace(EMPTY, logo=data), paper=Paper.A4)

    assert caught.value.field == "logo"


def test_a_logo_of_too_many_points_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        packed_logo(_plain((8000, 6000)))


@pytest.mark.parametrize("text", ["\ud800 lone", "a\x00b", "\u202eturned", "(half \\", "👩\u200d💻"])
def test_any_title_can_be_in_the_properties(text: str) -> None:
    data = meeting_summary_pdf(replace(EMPTY, title=text, author=text), paper=Paper.A4).data

    title = (PdfReader(BytesIO(data)).metadata or {})["/Title"]
    assert title == text.translate({0xD800: 0xFFFD, 0: 0xFFFD, 0x202E: 0xFFFD})


def test_every_font_has_its_licence_beside_it() -> None:
    licences = " ".join(path.read_text(encoding="utf-8") for path in FONTS.glob("*.txt"))

    assert {face.value for face in Face} <= {path.stem for path in FONTS.glob("*.ttf")}
    for sign in ("The Inter Project", "Noto Sans Arabic", "Noto Sans KR", "Noto Emoji", "Droid Sans Fallback"):
        assert sign in licences


@pytest.mark.parametrize("note", ["word " * 40_000, "x" * 200_000, "王小明，" * 50_000, "[" * 200_000, "> " * 20_000])
def test_a_very_long_note_flows_over_pages_without_hanging(note: str) -> None:
    start = time.perf_counter()

    document = meeting_summary_pdf(replace(EMPTY, notes=(note,)), paper=Paper.A4)

    assert document.pages > 1
    assert time.perf_counter() - start < 10
