"""The page is the page of the renders: each text stands where it stands there, on A4 and on Letter."""

from __future__ import annotations

import pytest

from app.documents.meeting_summary import meeting_summary_pdf
from app.documents.paper import Paper
from app.domain.summary import MeetingSummary
from documents.pdf_reading import pages, place_of

# The text, then x and baseline in points, read from the reference documents: A4, then Letter.
PLACES = [
    ("Meeting summary", (76.7, 783.5), (76.7, 733.6)),
    ("Your Firm", (498.9, 783.5), (515.6, 733.6)),
    ("Calibration call: Senior", (56.7, 746.9), (56.7, 697.0)),
    ("Date", (56.7, 728.4), (56.7, 678.5)),
    ("Tue 24 Nov 2026", (56.7, 715.4), (56.7, 665.5)),
    ("Time", (153.1, 728.4), (156.4, 678.5)),
    ("Amara Okonkwo, Your Name", (276.0, 715.4), (283.6, 665.5)),
    ("Next call", (432.6, 728.4), (445.6, 678.5)),
    ("In short", (56.7, 682.9), (56.7, 633.0)),
    ("Bell goes", (153.1, 681.4), (153.1, 631.5)),
    ("two people, and both", (196.2, 665.9), (153.1, 616.0)),
    ("Decisions", (56.7, 634.9), (56.7, 585.0)),
    ("1Ottilie", (153.1, 634.4), (153.1, 584.5)),
    ("Ottilie Bell", (167.1, 634.4), (167.1, 584.5)),
    ("three years.", (167.1, 620.4), (167.1, 570.5)),
    ("left because", (167.1, 589.4), (167.1, 539.5)),
    ("Down from four", (345.6, 572.4), (345.6, 522.5)),
    ("What each", (56.7, 541.9), (56.7, 492.0)),
    ("of us keeps", (56.7, 527.9), (56.7, 478.0)),
    ("Your Name will", (153.1, 542.4), (153.1, 492.5)),
    ("Send three", (153.1, 525.9), (153.1, 476.0)),
    ("Each with a note", (153.1, 513.4), (153.1, 463.5)),
    ("by Fri 27 Nov", (153.1, 501.9), (153.1, 452.0)),
    ("every Friday", (153.1, 458.9), (153.1, 409.0)),
    ("Amara Okonkwo will", (353.8, 542.4), (362.2, 492.5)),
    ("Leave salary", (353.8, 482.9), (362.2, 433.0)),
    ("until the offer", (353.8, 444.9), (362.2, 409.0)),
    ("Next steps", (56.7, 414.4), (56.7, 378.5)),
    ("Send two panel", (169.1, 413.9), (169.1, 378.0)),
    ("Wed 25 Nov", (480.0, 413.9), (496.7, 378.0)),
    ("after Thu", (464.7, 361.4), (481.5, 325.5)),
    ("Market facts", (56.7, 330.4), (56.7, 294.5)),
    ("Own data", (401.1, 313.9), (401.1, 278.0)),
    ("Start in", (153.1, 282.9), (153.1, 247.0)),
    ("four. Panel", (176.6, 268.9), (153.1, 233.0)),
    ("Satisfaction", (56.7, 238.4), (56.7, 202.5)),
    ("4 of 5", (235.1, 237.9), (235.1, 202.0)),
    ("“Faster", (275.1, 237.9), (275.1, 202.0)),
    ("Proposed:", (300.2, 223.9), (275.1, 188.0)),
    ("If something", (56.7, 34.0), (56.7, 34.0)),
    ("1 of 1", (519.8, 34.0), (536.5, 34.0)),
]


@pytest.mark.parametrize("paper", Paper)
def test_every_text_stands_where_the_render_has_it(calibration: MeetingSummary, paper: Paper) -> None:
    (letters,) = pages(meeting_summary_pdf(calibration, paper=paper).data)
    wanted = {text: a4 if paper is Paper.A4 else letter for text, a4, letter in PLACES}

    found = {text: place_of(letters, text) for text in wanted}

    assert found == {text: pytest.approx(place, abs=0.3) for text, place in wanted.items()}
