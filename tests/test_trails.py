"""An argument is shown with what its clause goes on with; what is meant stays the argument alone."""

from __future__ import annotations

import pytest
from sentences import tree_of
from triplewire.extract.analyser import Analyser
from triplewire.extract.triples.confidence import parse_probability
from triplewire.extract.triples.extractors import triples
from triplewire.extract.triples.trails import TRAILED_WORDS

LONG = "with a key to the " + "old " * TRAILED_WORDS + "gate"


@pytest.mark.parametrize(
    ("text", "rule", "trail"),
    [
        ("The painter moved to Leeds in 1999.", "prep", "in 1999"),
        ("Chad sold grain to Mali in May.", "object", "to Mali in May"),
        ("The minister told reporters that he would stay.", "object", "that he would stay"),
        ("The harbour was shelled by rebels on Sunday.", "agent", "on Sunday"),
        ("She became a judge in 2004.", "complement", "in 2004"),
        ("In 1999 the painter moved to Leeds.", "prep", "In 1999"),
        ("In Oslo the envoys signed a treaty with Chad on Monday.", "object", "on Monday In Oslo"),
        ("On Friday the rebels met in Oslo and signed a treaty.", "object", "On Friday"),  # the scene of both acts
        ("Despite the storm the envoys signed a treaty.", "object", ""),  # no scene
        ("On Friday the rebels shelled the port, the army said.", "content", ""),  # another's
        ("Chad sold grain to Mali in May.", "object-prep-time", ""),  # nothing follows
        ("The painter moved to Leeds, in 1999.", "prep", ""),  # set off
        ("The envoy left Oslo after the talks had failed.", "object", ""),  # a clause of its own
        ("The mayor gave the guard a medal.", "dative", ""),  # the medal stands in the relation
        (
            'The police held six men for "spreading lies," including the treasurer Ada Holt, who was ill.',
            "object",
            "",
        ),  # of words apart
        ("The mayor gave the guards the power to search cars.", "dative", ""),
        (f"The guards armed the porters {LONG}.", "object", ""),  # too long
    ],
)
def test_trail(text: str, rule: str, trail: str) -> None:
    tree = tree_of(text)
    found = next(t for t in triples(tree) if t.rule == rule)
    assert tree.words_of(found.trail) == trail
    assert list(found.shown) == sorted((*found.object, *found.trail))


def test_a_scene_does_not_lengthen_the_reading() -> None:
    tree = tree_of("In 1999 the painter whom the mayor of the town had praised moved to Leeds.")
    found = next(t for t in triples(tree) if t.rule == "prep")
    assert found.trail and parse_probability(tree, found) == parse_probability(tree, found._replace(trail=()))


def test_who_stands_in_a_trail_says_so() -> None:
    told = {t.rule: t.trailing for t in triples(tree_of("Chad sold grain to Mali."))}
    assert told == {"object": False, "object-prep": True}


def test_the_label_is_the_argument_alone() -> None:
    (found,) = [s for s in Analyser().sentences(["Norway attacked Chad in March."]) if s.rule == "object"]
    assert (found.object, found.object_text) == ("Chad", "Chad in March")


@pytest.mark.parametrize(
    ("text", "rule", "trail"),
    [
        ("The pardon would not bring her daughter back.", "object", "back"),
        ("The firm rebuilt the harbour to attract larger ships.", "object", "to attract larger ships"),
        ("He spent four years writing the book.", "object", "writing the book"),
        ("They sold the boat too.", "object", ""),  # adds nothing
        ("They sold the boat, however.", "object", ""),
        (
            "The minister told the Post that the harbour of Leeds would be closed to all the larger ships until June.",
            "object",
            "that the harbour of Leeds would be closed to all the larger ships until June",
        ),  # what is told may be longer
    ],
)
def test_untold(text: str, rule: str, trail: str) -> None:
    """No triple is told of an adverb, infinitive or gerund behind an argument, which is shown with it."""
    tree = tree_of(text)
    found = next(t for t in triples(tree) if t.rule == rule)
    assert tree.words_of(found.trail) == trail
