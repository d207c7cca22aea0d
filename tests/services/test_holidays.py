"""Public holidays come from a table of ours, which says what the holidays package says."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from holidays import country_holidays

from app.domain.working_time import DEFAULT_HOURS
from app.services.working import working_time_of
from tests.holiday_table import TABLE, YEARS, countries, line

HOURS = DEFAULT_HOURS.to_text()
SOME = ("GB", "DE", "PL", "US", "JP", "SA", "IL", "IN", "ZA", "BR", "GR", "NO")


@pytest.mark.parametrize("country", SOME)
def test_the_table_says_what_the_package_says(country: str) -> None:
    """Else `python tests/holiday_table.py` writes it anew."""
    lines = {each.partition(" ")[0]: each for each in TABLE.read_text(encoding="utf-8").splitlines()}

    assert list(lines) == countries()
    assert lines[country] == line(country)


@pytest.mark.parametrize("country", SOME[:4])
@pytest.mark.parametrize("year", [YEARS[0] - 1, YEARS[0], 2026, YEARS[-1], YEARS[-1] + 1])
def test_every_day_is_the_same_as_by_the_package(country: str, year: int) -> None:
    """Also at the edges of the table and beyond them."""
    is_holiday, known = working_time_of(HOURS, "UTC", country).holidays, country_holidays(country)
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]

    assert [day for day in days if is_holiday(day)] == [day for day in days if day in known]


def test_the_table_spares_the_package() -> None:
    """Asking about this year loads nothing."""
    script = (
        "import sys; from datetime import date; from app.services.working import working_time_of\n"
        f"assert working_time_of({HOURS!r}, 'UTC', 'GB').holidays(date(2026, 12, 25))\n"
        "print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert done.stdout == "False\n"
