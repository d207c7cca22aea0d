"""The promise to tell every candidate where they stand, against working time walked through quarter by quarter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clocks import Event, Outcome, Unit, Within
from app.domain.expectations import ExpectationId, Side
from app.domain.searches import Answer, PresentationId, SearchId
from app.services import candidates, expectations, searches
from app.services.dues import open_dues_of
from app.services.reading import undo
from app.services.working import working_time
from tests.builders import Clock, amara, memory_office
from tests.domain.test_clock_properties import STEP
from tests.domain.test_every_clock_properties import amounts, slow_after, slow_opening

MONDAY = datetime(2026, 3, 16, tzinfo=UTC)  # two weeks before the clocks of London go forward
AGREED = date(2026, 3, 1)
PRESENTED = MONDAY - timedelta(days=3)


@given(
    answered=st.integers(0, 14 * 96), waits=st.integers(0, 20 * 96), amount=amounts,
    answer=st.sampled_from([Answer.YES, Answer.NO]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_it_is_due_where_the_quarters_are_used_up_and_ends_by_when_they_were_told(
    answered: int, waits: int, amount: tuple[int, Unit], answer: Answer
) -> None:
    count, unit = amount
    answered_at = MONDAY + answered * STEP
    told_at = answered_at + waits * STEP
    with TemporaryDirectory() as folder:
        office = memory_office(Path(folder), Clock(told_at))
        manager = amara(office)
        working = working_time(office.managers.get(manager))
        started = slow_opening(working, answered_at)
        due, late_until = (slow_after(working, started, times * count, unit) for times in (1, 2))
        promise = ExpectationId(expectations.add(
            office, manager, side=Side.MINE, statement="Tell them", measure="A date", agreed_on=AGREED,
            clock=Within(amount=count, unit=unit, event=Event.CV_ANSWERED),
        ).id)  # fmt: skip
        search = SearchId(searches.open_search(office, manager, title="Backend", opened_on=AGREED).id)
        person = PresentationId(candidates.present(office, search, candidate="Ottilie Bell", at=PRESENTED).id)
        candidates.answer(office, person, answer=answer, reason="So", at=answered_at)
        (waiting,) = open_dues_of(office, office.expectations.get(promise))
        candidates.told(office, person)
        (made,) = office.check_ins.of(promise)

        ended = Outcome.KEPT if told_at <= due else Outcome.LATE if told_at <= late_until else Outcome.MISSED
        assert (waiting.started, waiting.due, waiting.late_until) == (started, due, late_until)
        assert (made.due, made.on, made.outcome) == (due, told_at, ended)
        assert open_dues_of(office, office.expectations.get(promise)) == []

        undo(office)
        assert open_dues_of(office, office.expectations.get(promise)) == [waiting]
        office.close()
