"""The meeting of the renders, in invented names."""

from __future__ import annotations

import pytest

from app.domain.summary import Decided, Fact, Kept, MeetingSummary, Rating, Side, Sourced, Step

DECISIONS = (
    Decided(
        statement="Ottilie Bell goes to the panel.",
        reason="Strong design writing; carried a pager for three years.",
    ),
    Decided(
        statement="On-call experience stays a deal maker. Rust is a nice-to-have.",
        reason="The last person left because incidents took the year.",
    ),
    Decided(statement="The panel is two people, 60 minutes.", reason="Down from four; candidates asked for it."),
)
MINE = Side(
    name="Your Name",
    promises=(
        Kept(
            statement="Send three more qualified CVs",
            measure="Each with a note against the deal makers",
            when="by Fri 27 Nov",
        ),
        Kept(statement="Send a weekly search note", measure="In your inbox before 17:00", when="every Friday"),
    ),
)
THEIRS = Side(
    name="Amara Okonkwo",
    promises=(
        Kept(statement="Answer on Haddad", measure="A yes, a no or a question", when="by Tue 24 Nov, 17:00"),
        Kept(
            statement="Leave salary talk with candidates to me",
            measure="No figures before the verbal offer",
            when="until the offer is signed",
        ),
    ),
)
STEPS = (
    Step(text="Send two panel dates to Farouk and Iversen", who="Your Name", when="Wed 25 Nov"),
    Step(text="Confirm the two panel members", who="Amara", when="Wed 25 Nov"),
    Step(text="Second panel held", who="both", when="Thu 3 Dec"),
    Step(text="Verbal offer, then the written one", who="Your Name", when="after Thu 3 Dec"),
)


@pytest.fixture(scope="session")
def calibration() -> MeetingSummary:
    return MeetingSummary(
        title="Calibration call: Senior Backend Engineer",
        firm="Your Firm",
        author="Your Name, Your Firm",
        facts=(
            Fact(label="Date", value="Tue 24 Nov 2026"),
            Fact(label="Time", value="10:30 to 10:55, video"),
            Fact(label="Present", value="Amara Okonkwo, Your Name"),
            Fact(label="Next call", value="Tue 1 Dec, 10:30"),
        ),
        in_short="Bell goes to the panel. On-call stays a deal maker, Rust does not. "
        "The panel is two people, and both finalists get dates this week.",
        decisions=DECISIONS,
        mine=MINE,
        theirs=THEIRS,
        steps=STEPS,
        market=(
            Sourced(text="About 340 people in reach meet the must-haves.", source="Two talent maps, October"),
            Sourced(text="Median ask 94k, accepted 91k. The band is 82–98k.", source="Own data, last 9 offers"),
        ),
        notes=(
            "Start in January is important for finance. Iversen would rather meet two people than four. "
            "Panel members have read the design notes beforehand.",
        ),
        satisfaction=Rating(
            score=4,
            words="“Faster than last time.” To improve: answer times on CVs. "
            "Proposed: two fixed slots a week for feedback. Approved.",
        ),
    )
