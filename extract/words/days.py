"""The names of weekdays and months, and how they are shortened."""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
#: Names and short forms → number; Monday is 0, January 1.
WEEKDAY = {w: n for n, name in enumerate(WEEKDAYS) for w in (name, name[:3], f"{name[:3]}.")}
MONTH = {m: n for n, name in enumerate(MONTHS, 1) for m in (name, name[:3], f"{name[:3]}.")} | {"sept": 9, "sept.": 9}
