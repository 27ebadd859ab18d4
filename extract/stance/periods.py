"""Calendar arithmetic: days, weeks, months, years and decades around a day, as ISO 8601."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...ontology.model import Tense

UNITS = ("day", "week", "weekend", "fortnight", "month", "year", "decade", "century")
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_HALF_A_YEAR, _JUST_GONE = 180, 35  # days
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """A year, month or day. Raises ValueError where there is no such day."""
    date(year, month or 1, day or 1)
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else date(year, month, day).isoformat()


def year_of(month: int, day: int | None, today: date, tense: Tense) -> int:
    """The year of a date given without one: the last such date in the past, the nearest in the present.

    In the future the next, but for one that has just gone: "was to end on 15 December", told at New Year.
    """
    key, now = (month, day or today.day), (today.month, today.day)
    coming = today.year + (key < now)
    behind = ((now[0] - key[0]) * 30 + now[1] - key[1]) % 360  # days, as the calendar's months go
    gone = {"past": key != now, "present": 0 < behind <= _HALF_A_YEAR, "future": 0 < behind <= _JUST_GONE}
    return coming - gone[tense]


def unit_at(unit: str, step: int, today: date) -> str:
    """The calendar unit so many steps from today's: last week is `("week", -1)`."""
    if unit == "day":
        return (today + timedelta(step)).isoformat()
    if unit in ("week", "weekend", "fortnight"):
        monday = today - timedelta(today.weekday()) + timedelta(7 * step * (2 if unit == "fortnight" else 1))
        first = monday + timedelta(5) if unit == "weekend" else monday
        return f"{first.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "month":
        return _month(today, step)
    if unit == "year":
        return iso(today.year + step)
    if unit == "decade":
        return years(today.year // 10 * 10 + 10 * step, 10)
    return years((today.year - 1) // 100 * 100 + 1 + 100 * step, 100)


def _month(today: date, step: int) -> str:
    n = today.year * 12 + today.month - 1 + step
    return iso(n // 12, n % 12 + 1)


def years(first: int, count: int) -> str:
    """So many years as an interval."""
    return f"{first:04}/{first + count - 1:04}"


def moved(today: date, unit: str, count: int) -> date:
    """The day so many units away; the 28th where a month is too short."""
    if unit in _DAYS_IN:
        return today + timedelta(_DAYS_IN[unit] * count)
    months = count * _MONTHS_IN[unit]
    n = today.year * 12 + today.month - 1 + months
    for day in (today.day, 28):
        try:
            return date(n // 12, n % 12 + 1, day)
        except ValueError:
            continue
    raise ValueError("no such day")
