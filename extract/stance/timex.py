"""What a temporal expression means: English words and the publication date → ISO 8601 at the precision given.

The precision stays in the form: `2024-12-03`, `2024-12`, `2024`; stretches of time are intervals, open ends `..`
(ISO 8601-2).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..words.days import MONTH, WEEKDAY
from .periods import UNITS, iso, moved, unit_at, year_of, years

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...ontology.model import Tense

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "hundred": 100, "a hundred": 100, "couple of": 2, "a couple of": 2,
}  # fmt: skip

_MONTH = "|".join(sorted((re.escape(m) for m in MONTH), key=len, reverse=True))
_WEEKDAY = "|".join(sorted((re.escape(w) for w in WEEKDAY), key=len, reverse=True))
_NUMBER = "|".join([r"\d{1,4}", *sorted(_NUMBERS, key=len, reverse=True)])
_UNIT = "|".join(UNITS)
_LONG = "day|week|fortnight|month|year|decade|century"
_YEAR = r"1[0-9]\d\d|20\d\d"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_PAST = "last|past|previous|preceding"
_COMING = "next|coming|following|upcoming"

#: Words around the date that do not change it.
_VAGUE = re.compile(
    r"^(?:(?:the |very )*(?:early|late|mid|mid-|earlier|later|beginning|start|end|middle|outset|close|morning|afternoon"
    r"|evening|night|eve|predawn|pre-dawn|hours|first|second|latter|half|part|months|days|weeks|years|year|month|week|day"
    r"|date|winter|around|about|as|only|just|both|even|late|exactly|shortly|of|on|in|at|from|the)[ -])+(?=\S)"
)
_TAIL = re.compile(
    r"(?: (?:early |late |at )?(?:morning|afternoon|evening|night|noon|midnight|local time|itself|alone|onwards?"
    r"|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?))+$"
)


#: Other ways to say the same, brought to one.
_PLAIN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"[’']s\b|,", " "),
        ("–", "-"),
        (r"\b(?:about|around|roughly|nearly|almost|over|more than|some|up to|at least|just) (?=\w+ \w+)", ""),
        (r"(?<!\bthe )\blast night\b", "yesterday"),
        (r"\bthis (?:morning|afternoon|evening)\b", "today"),
        (r"\b24 hours\b", "1 days"),
        (r"\b48 hours\b", "2 days"),
        (r"\b72 hours\b", "3 days"),
        (r"\s+", " "),
    )
)


@lru_cache(maxsize=1_024)
def resolve(text: str, published: str | None, tense: Tense = "past") -> str | None:
    """The ISO 8601 form of a bare expression in lower case ("last tuesday", "3 december 2024"), or None.

    `published` (ISO date) anchors what is relative; without it only absolute dates resolve. `tense` tells whether
    "tuesday" and "may" are the last or the next ones.
    """
    today = _day(published)
    cleaned = _clean(text)
    if today is not None:  # "may of this year", "march last year"
        for word, step in (("this", 0), ("last", -1), ("next", 1)):
            cleaned = re.sub(rf"(?<=\w)(?: of)? {word} year$", f" {today.year + step}", cleaned)
    for form in dict.fromkeys((cleaned, _TAIL.sub("", cleaned))):
        found = _by_rule(form, today, tense)
        if found is not None:
            return found
    for form in dict.fromkeys((_VAGUE.sub("", cleaned), _VAGUE.sub("", _TAIL.sub("", cleaned)))):
        found = _by_rule(form, today, tense)
        if found is not None:
            return found
    return _by_library(cleaned, today, tense)


def _clean(text: str) -> str:
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return text.strip(" .")


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _by_rule(text: str, today: date | None, tense: Tense) -> str | None:
    for pattern, rule in _RULES:
        m = pattern.fullmatch(text)
        if m is not None:
            try:
                return rule(m, today, tense)
            except (ValueError, OverflowError):  # the 31st of June, 9999 years ago
                return None
    return None


def _absolute(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    month, day, year = MONTH[m["m"]], m["d"], m["y"]
    number = int(re.sub(r"\D", "", day)) if day else None
    if year:
        return iso(int(year), month, number)
    if today is None:
        return None
    qualifier = m["q"] or ""
    if re.search(_PAST, qualifier):
        tense = "past"
    elif re.search(_COMING, qualifier):
        tense = "future"
    elif qualifier:  # "this May"
        return iso(today.year, month, number)
    return iso(year_of(month, number, today, tense), month, number)


def _weekday(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    if today is None:
        return None
    qualifier = m["q"] or ""
    wanted = WEEKDAY[m["w"]]
    back = (today.weekday() - wanted) % 7
    if re.search(_COMING, qualifier) or (not re.search(_PAST, qualifier) and tense == "future"):
        return (today + timedelta((wanted - today.weekday()) % 7 or 7)).isoformat()
    if re.search(_PAST, qualifier):
        return (today - timedelta(back or 7)).isoformat()
    if qualifier and tense == "present":
        return (today + timedelta(wanted - today.weekday())).isoformat()
    return (today - timedelta(back)).isoformat()


def _near(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    shift = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    return None if today is None else (today + timedelta(shift[m[0]])).isoformat()


def _whole_unit(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    """ "last week", "this month", "next year": calendar units."""
    if today is None:
        return None
    step = -1 if re.search(_PAST, m["q"]) else 1 if re.search(_COMING, m["q"]) else 0
    if m["u"] == "weekend" and "this" in m["q"]:  # the nearest one on the side of the tense
        step = -1 if today.weekday() < 5 and (step < 0 or tense == "past") else 0
    return unit_at(m["u"], step, today)


def _number(word: str | None) -> int:
    return 1 if not word else int(word) if word.isdigit() else _NUMBERS[word]


def _stretch(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    """ "the past week", "the last three months": up to publication; "the next two weeks": from it."""
    if today is None or (m["n"] is None and m["s"]):
        return None  # "the past weeks" does not say how many
    forward = bool(re.search(_COMING, m["q"]))
    other = moved(today, m["u"], _number(m["n"]) * (1 if forward else -1))
    first, last = (today, other) if forward else (other, today)
    return f"{first.isoformat()}/{last.isoformat()}"


def _ago(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    """ "two years ago", "in three days": as precise as the unit."""
    if today is None:
        return None
    unit, count = m["u"], _number(m["n"]) * (1 if m["in"] else -1)
    if unit in ("week", "fortnight", "weekend", "month", "year"):
        return unit_at(unit, count, today)
    day = moved(today, unit, count)
    return day.isoformat() if unit == "day" else iso(day.year)


def _decade(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    first = int(m["y"]) if len(m["y"]) == 4 else 1900 + int(m["y"])
    return years(first, 100 if first % 100 == 0 and first < 2000 else 10)


def _century(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    return years((int(m["n"]) - 1) * 100 + 1, 100)


def _quarter(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    n = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[m["n"]]
    return f"{iso(int(m['y']), 3 * n - 2)}/{iso(int(m['y']), 3 * n)}"


def _season(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    if today is None:
        return None
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[m["s"]]
    return iso(year_of(begins, 1, today, "future" if re.search(_COMING, m["q"]) else "past"))


def _range(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    first, last = _by_rule(m["a"], today, tense), _by_rule(m["b"], today, tense)
    return f"{first}/{last}" if first and last and "/" not in first + last else None


def _days(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    year = m["y"] or ""
    first, last = (_by_rule(f"{m['m']} {m[k]} {year}".strip(), today, tense) for k in ("a", "b"))
    return f"{first}/{last}" if first and last else None


def _year(m: re.Match[str], today: date | None, tense: Tense) -> str | None:
    return m["y"]


_Q = rf"(?P<q>(?:the |this )?(?:{_PAST}|{_COMING}|this|current)(?: (?:{_PAST}|{_COMING}))?)"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None, Tense], str | None]], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?P<y>{_YEAR})", _year),
        (rf"(?:{_Q} )?(?P<w>{_WEEKDAY})", _weekday),
        (r"today|tonight|yesterday|tomorrow|the day before yesterday|the day after tomorrow", _near),
        (rf"(?:(?:{_WEEKDAY}) )?(?:{_Q} )?(?P<m>{_MONTH})(?: (?P<d>{_DAY}))?(?:(?: of)? (?P<y>{_YEAR}))?", _absolute),
        (rf"(?:(?:{_WEEKDAY}) )?(?:the )?(?P<q>)(?P<d>{_DAY})(?: of)? (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?", _absolute),
        (rf"(?P<q>(?:the |this )?(?:past|coming)) (?:(?P<n>{_NUMBER}) )?(?P<u>{_LONG})(?P<s>s?)", _stretch),
        (rf"(?P<q>(?:the )?(?:{_PAST}|{_COMING})) (?P<n>{_NUMBER}) (?P<u>{_LONG})(?P<s>s)", _stretch),
        (rf"{_Q} (?P<u>{_UNIT})", _whole_unit),
        (rf"(?P<n>{_NUMBER}) (?P<u>{_UNIT})s?(?P<in>) ago", _ago),
        (rf"(?P<in>in) (?P<n>{_NUMBER}) (?P<u>{_UNIT})s?(?: time)?", _ago),
        (r"(?:the )?(?P<y>(?:1[0-9]|20)\d0|[2-9]0)s", _decade),
        (r"(?:the )?(?P<n>\d\d?)(?:st|nd|rd|th)[ -]century", _century),
        (rf"(?:the )?(?P<n>first|second|third|fourth|last) quarter of (?P<y>{_YEAR})", _quarter),
        (rf"(?:the )?(?:spring|summer|autumn|fall|winter)(?: of)? (?P<y>{_YEAR})", _year),
        (rf"(?P<m>{_MONTH}) (?P<a>\d\d?) ?(?:-|to|and) ?(?P<b>\d\d?)(?: (?P<y>{_YEAR}))?", _days),
        (rf"between (?P<m>{_MONTH}) (?P<a>\d\d?) and (?P<b>\d\d?)(?: (?P<y>{_YEAR}))?", _days),
        (rf"{_Q} (?P<s>spring|summer|autumn|fall|winter)", _season),
        (rf"(?P<a>{_YEAR}) ?(?:-|to|until|through) ?(?P<b>{_YEAR})", _range),
        (r"(?:from |between )(?P<a>.+?) (?:to|until|and|through|till) (?P<b>.+)", _range),
    )
)


_FOR_LIBRARY = re.compile(r"\d{1,4}([/.-])\d\d?\1\d{1,4}")


def _by_library(text: str, today: date | None, tense: Tense) -> str | None:
    """What the rules do not know and dateparser does: "12/03/2024", "2024-12-03"."""
    if _FOR_LIBRARY.fullmatch(text) is None:
        return None
    from dateparser.date import DateDataParser  # slow to load, seldom needed

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "future" if tense == "future" else "past"}
    if "." in text:
        settings["DATE_ORDER"] = "DMY"
    if today is not None:
        settings["RELATIVE_BASE"] = datetime.combine(today, time())
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if found.date_obj is None:
        return None
    day = found.date_obj.date()
    if found.period == "year":
        return iso(day.year)
    return iso(day.year, day.month) if found.period == "month" else day.isoformat()
