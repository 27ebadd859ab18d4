"""When: temporal expressions, and which of them dates a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from parsed import one, word
from triplewire.extract.stance.time import when
from triplewire.extract.stance.timex import resolve

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

PUBLISHED = "2024-12-03"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011", "2011"),
        ("december 2024", "2024-12"),
        ("december 3 , 2024", "2024-12-03"),
        ("3rd of december 2024", "2024-12-03"),
        ("12/03/2024", "2024-12-03"),
        ("2024-11-28", "2024-11-28"),
        ("december 1", "2024-12-01"),
        ("december 24", "2023-12-24"),
        ("may", "2024-05"),
        ("last october", "2024-10"),
        ("late november", "2024-11"),
        ("tuesday", "2024-12-03"),
        ("monday night", "2024-12-02"),
        ("last tuesday", "2024-11-26"),
        ("next friday", "2024-12-06"),
        ("this past friday", "2024-11-29"),
        ("yesterday", "2024-12-02"),
        ("last week", "2024-11-25/2024-12-01"),
        ("the past week", "2024-11-26/2024-12-03"),
        ("the last three months", "2024-09-03/2024-12-03"),
        ("the next two weeks", "2024-12-03/2024-12-17"),
        ("last weekend", "2024-11-30/2024-12-01"),
        ("last month", "2024-11"),
        ("next year", "2025"),
        ("three days ago", "2024-11-30"),
        ("two years ago", "2022"),
        ("the 1990s", "1990/1999"),
        ("the 19th century", "1801/1900"),
        ("the third quarter of 2024", "2024-07/2024-09"),
        ("november 27 to 29", "2024-11-27/2024-11-29"),
        ("between 2011 and 2014", "2011/2014"),
        ("june 31", None),
        ("9999 years ago", None),
        ("the same day", None),
        ("4:00 a.m.", None),
        ("three years", None),
    ],
)
def test_expression(text: str, expected: str | None) -> None:
    assert resolve(text, PUBLISHED) == expected


def test_the_tense_says_which_tuesday() -> None:
    assert resolve("tuesday", PUBLISHED, "future") == "2024-12-10"
    assert resolve("may 5", PUBLISHED, "future") == "2025-05-05"
    assert resolve("october 5", PUBLISHED, "future") == "2025-10-05"
    assert resolve("november 29", PUBLISHED, "future") == "2024-11-29"  # "was to end on 29 November"
    assert resolve("december 3", PUBLISHED, "future") == resolve("december 3", PUBLISHED) == "2024-12-03"
    assert resolve("september 9", PUBLISHED, "present") == "2024-09-09"  # the nearest
    assert resolve("december 1", PUBLISHED, "present") == "2024-12-01"
    assert resolve("december 20", PUBLISHED, "present") == "2024-12-20"
    assert resolve("march 9", PUBLISHED, "present") == "2025-03-09"


def test_without_a_publication_date_only_absolute_dates_are_known() -> None:
    assert resolve("december 3 2024", None) == "2024-12-03"
    assert resolve("tuesday", None) is None
    assert resolve("tuesday", "last week, or so") is None


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Iran attacked the port on Monday.", "attacked", "2024-12-02"),
        ("On Monday, Iran attacked the port and seized the bridge.", "seized", "2024-12-02"),
        ("Iran attacked the port in 2011.", "attacked", "2011"),
        ("Iran attacked the port three days ago.", "attacked", "2024-11-30"),
        ("Iran will attack the port on Friday.", "attack", "2024-12-06"),
        ("Iran must leave the port by Friday.", "leave", "../2024-12-06"),
        ("Iran has supported the rebels since 2011.", "supported", "2011/.."),
        ("Iran supported the rebels until December 2023.", "supported", "../2023-12"),
        ("Iran has bombed the port over the past week.", "bombed", "2024-11-26/2024-12-03"),
        ("Iran has fought the rebels for three years.", "fought", "2021-12-03/2024-12-03"),
        ("The fighting lasted from November 27 to December 1.", "lasted", "2024-11-27/2024-12-01"),
        ("Between 2011 and 2014 Iran sent arms to the rebels.", "sent", "2011/2014"),
        ("Iran held talks with Russia in Geneva on Monday.", "held", "2024-12-02"),
        ("Iran held talks with Russia in Geneva on Monday.", "talks", "2024-12-02"),
        ("Iran began bombing the port on Monday.", "began", "2024-12-02"),
        # the time of the event, not of the report
        ("Iran said on Monday that it had attacked the port.", "attacked", None),
        ("Iran said on Monday that it had attacked the port.", "said", "2024-12-02"),
        ("Iran said that it had attacked the port on Friday.", "attacked", "2024-11-29"),
        # each clause its own
        ("The rebels, who took the port last week, attacked the city on Sunday.", "took", "2024-11-25/2024-12-01"),
        ("The rebels, who took the port last week, attacked the city on Sunday.", "attacked", "2024-12-01"),
        ("In December 2024 the rebels took the port, killing ten soldiers.", "killing", "2024-12"),
        ("On Monday the army declared a truce and later left the port.", "left", None),
        # nouns
        ("Iran's 2018 attack on the port killed ten people.", "attack", "2018"),
        ("Sunday's raid on the port killed ten people.", "raid", "2024-12-01"),
        ("Sunday's raid on the port killed ten people.", "killed", "2024-12-01"),
        ("Iran launched an attack on the port on Monday.", "attack", "2024-12-02"),
        ("Turkey condemned the attack on Monday.", "condemned", "2024-12-02"),
        ("Tuesday's pleas might comfort the families.", "comfort", "2024-12-03"),
        # a state as of a day; a day behind an hour
        ("As of Monday, Iran had attacked three ports.", "attacked", "2024-12-02"),
        ("At 2:30 a.m. local time on Monday, Iran attacked the port.", "attacked", "2024-12-02"),
        # beside another time, how long it takes, and what is no day
        ("The next day, Iran attacked the port.", "attacked", None),
        ("The workers built the port in three days.", "built", None),
        ("Iran will build the port in three years.", "build", "2027"),
        ("The moon hides the Sun.", "hides", None),
        ("On the last night, Iran attacked the port.", "attacked", None),
        ("Iran attacked the port last night.", "attacked", "2024-12-02"),
        # what dates something else
        ("Born in Oslo on June 23, 1941, he left the town.", "left", None),
        ("Iran held the vote after a first round of talks on November 3.", "held", None),
        ("Iran attacked the port on Monday and the rebels left the city.", "left", None),
        ("On Monday Iran attacked the port and the rebels left the city.", "left", "2024-12-02"),
        # no time at all
        ("The ministry employs 2000 people in 1500 offices.", "employs", None),
        ("Iran may attack the port.", "attack", None),
    ],
)
def test_when(analyser: Analyser, text: str, predicate: str, expected: str | None) -> None:
    tree = one(analyser, text)
    assert when(tree, word(tree, predicate), PUBLISHED) == expected
