"""Writes `resources/holidays.txt` anew from the holidays package: `python tests/holiday_table.py`.

One line a country: its two letters, then for each year the days as month and day, such as `2026:0101,0403`.
"""

from __future__ import annotations

from pathlib import Path

from holidays import country_holidays, list_supported_countries

YEARS = range(2018, 2036)
TABLE = Path(__file__).parent.parent / "resources" / "holidays.txt"


def countries() -> list[str]:
    """Every country by its two letters; the package also knows them by three."""
    return sorted(code for code in list_supported_countries() if len(code) == 2)


def line(country: str) -> str:
    """What the package knows of a country, as the table writes it."""
    known = country_holidays(country, years=YEARS)
    years = (f"{year}:" + ",".join(f"{day:%m%d}" for day in sorted(known) if day.year == year) for year in YEARS)
    return " ".join([country, *years])


if __name__ == "__main__":
    TABLE.write_text("".join(f"{line(country)}\n" for country in countries()), "utf-8")
