"""Where: the place that governs a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from parsed import one, word
from triplewire.extract.stance.place import where

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

PLACES = {"Geneva", "Idlib", "Tehran", "Paris", "Syria", "province", "York", "Syrian"}


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        ("Rebels killed ten soldiers in Idlib.", "killed", "Idlib"),
        ("In Idlib, rebels killed ten soldiers and seized a base.", "seized", "Idlib"),
        ("Iran held talks with Russia in Geneva on Monday.", "talks", "Geneva"),
        ("Ten soldiers died near Idlib.", "died", "Idlib"),
        ("Ten soldiers died in the city of Idlib.", "died", "Idlib"),
        ("Ten soldiers died in northern Syria.", "died", "northern Syria"),
        ("The delegates met in New York, where they live.", "met", "New York"),
        ("The delegates began meeting in Geneva.", "began", None),
        ("Speaking in Tehran, the minister said that rebels had bombed a base.", "bombed", None),
        ("Speaking in Tehran, the minister said that rebels had bombed a base.", "Speaking", "Tehran"),
        ("Rebels who had trained in Idlib bombed a base.", "bombed", None),
        ("Rebels launched attacks in Idlib.", "attacks", "Idlib"),
        ("The minister believed in peace in 2011.", "believed", None),
        ("The minister died in a hotel in Tehran.", "died", "Tehran"),
        # premises
        ("Protesters gathered around Idlib's central prison.", "gathered", "Idlib"),
        ("Ten soldiers died in the Idlib countryside.", "died", "Idlib"),
        ("Ten soldiers died in a Syrian village.", "died", "Syrian"),
        ("Ten soldiers died at a Syrian base.", "died", None),
        ("Ten soldiers died at Syria's base.", "died", None),
        ("The minister trusted in Syria's parliament.", "trusted", None),
        # elsewhere
        ("The minister condemned the attack in Idlib.", "condemned", None),
        ("Fears grew with the attack in Idlib.", "grew", None),
        ("Rebels killed ten soldiers in Idlib, but the minister denied it.", "denied", None),
        ("In Idlib, rebels killed ten soldiers and the army killed a rebel.", "killed/2", "Idlib"),
        ("Iran launched airstrikes on Syria.", "launched", None),
    ],
)
def test_where(analyser: Analyser, text: str, predicate: str, expected: str | None) -> None:
    tree = one(analyser, text)
    found = where(tree, word(tree, predicate), lambda head: tree.words[head] in PLACES)
    assert (tree.words_of(found) if found else None) == expected
