"""Pay in words: a band of whole cents as it stands on paper."""

from __future__ import annotations

from app.domain.searches import PayPeriod
from app.words import _


def band_words(low: int | None, high: int | None, currency: str | None, period: PayPeriod | None = None) -> str:
    """A band such as "GBP 82,000 to 98,000 a year"; one end may be open, empty when nothing is known."""
    if low is None and high is None:
        return ""
    ends = {"currency": currency or "", "low": _amount(low), "high": _amount(high)}
    if low is None:
        words = _("{currency} up to {high}").format(**ends)
    elif high is None:
        words = _("{currency} from {low}").format(**ends)
    else:
        words = _("{currency} {low} to {high}").format(**ends)
    each = {PayPeriod.YEAR: _("a year"), PayPeriod.MONTH: _("a month"), PayPeriod.DAY: _("a day"),
            PayPeriod.HOUR: _("an hour")}  # fmt: skip
    return " ".join((words if period is None else f"{words} {each[period]}").split())


def _amount(cents: int | None) -> str:
    """Whole cents as an amount; cents only where there are some."""
    if cents is None:
        return ""
    whole, part = divmod(cents, 100)
    return f"{whole:,}.{part:02d}" if part else f"{whole:,}"
