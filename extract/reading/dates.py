"""Publication dates, however written → ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
#: A date without its year: "Nov 28", "Thursday, 28 November", "Thursday".
DAY = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
)
#: A whole date with its year, as regular expression for use with re.IGNORECASE.
FULL_DATE = (
    rf"(?:{_WEEKDAY},?\s+)?"
    rf"(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)"
)
#: A time of day.
CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2})\)?)?"
_HAS_CLOCK = re.compile(r"\d\s*:\s*\d{2}|\d\s*[ap]\.?m\b|T\d{4,6}", re.IGNORECASE)
_SECONDS = range(10**8, 10**10)  # a number within is seconds since 1970
_MILLISECONDS = range(10**11, 10**13)


def iso_date(value: object) -> str | None:
    """A date, or date and time, as ISO 8601; None where it is no whole date.

    Takes ISO 8601, RFC 2822, seconds or milliseconds since 1970 (numbers) and English dates ("3 December 2024",
    "Dec. 3, 2024, 4:15 pm"). With slashes the month comes first unless it cannot; with dots the day.
    """
    if isinstance(value, bool):
        return None
    text = " ".join(str(value).split()) if isinstance(value, int | float | str) else ""
    return _since_1970(text) or _iso(text) or _rfc_2822(text) or _english(text)


def date_in(text: str) -> str | None:
    """The first whole date (with the time of day that follows it, if any) that stands in a line of text."""
    found = re.search(rf"{FULL_DATE}(?:,?\s+(?:at\s+)?{CLOCK})?", text, re.IGNORECASE)
    return iso_date(found[0]) if found else None


def _since_1970(text: str) -> str | None:
    if not re.fullmatch(r"\d{9,13}(\.\d+)?", text):
        return None
    number = int(text.partition(".")[0])
    if number in _MILLISECONDS:
        number //= 1000
    return datetime.fromtimestamp(number, UTC).isoformat(timespec="seconds") if number in _SECONDS else None


def _iso(text: str) -> str | None:
    if re.fullmatch(r"\d{14}", text):  # 20241203101500
        text = text[:8] + "T" + text[8:]
    if not re.match(r"\d{4}-?\d\d-?\d\d(\D|$)", text):
        return None
    try:
        return _written(datetime.fromisoformat(text), text)
    except ValueError:
        return None


def _rfc_2822(text: str) -> str | None:
    if not re.search(r"\d{4} \d{1,2}:\d{2}", text):
        return None
    try:
        return _written(parsedate_to_datetime(text), text)
    except (ValueError, IndexError):
        return None


def _english(text: str) -> str | None:
    """By dateparser; never relative to the day of running ("yesterday", "12:30"), so that no clock is read."""
    if len(text) > 80 or not re.search(r"\d{4}", text):
        return None
    import dateparser

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY" if re.search(r"\d\.\d{1,2}\.\d", text) else "MDY",
        "RELATIVE_BASE": datetime(2000, 1, 1),
    }
    found = dateparser.parse(re.sub(r"(?i)^(on|at)\s+|\|", " ", text), languages=["en"], settings=settings)
    return _written(found, text) if found else None


def _written(found: datetime, text: str) -> str:
    """A date, unless the text gave a time of day as well."""
    clock = _HAS_CLOCK.search(text)
    return found.isoformat(timespec="seconds") if clock else found.date().isoformat()
