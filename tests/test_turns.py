"""Interviews: labels of turns are cut, and what is said in a turn is its speaker's, not the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from triplewire.extract.reading.boilerplate import segment
from triplewire.extract.reading.turns import SPEAKER, Turns
from triplewire.ontology.model import Article

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

BRACKETS = """The Meridian spoke with Anna Lind, who left Lurania in 2012.

((Meridian)) Who helped you in Vienna?

((Anna Lind)) I joined the Red Cross in 2014. Russia bombed our town.

My brother stayed in Kyiv.
"""
COLONS = """The Meridian spoke with Anna Lind.

Meridian: Who helped you?

Lind: The Red Cross helped us.

Meridian: And then?

Lind: Russia bombed our town.
"""


@pytest.mark.parametrize("text", [BRACKETS, COLONS])
def test_labels_are_cut_and_speakers_known(text: str) -> None:
    blocks = segment(text)
    assert {text[b.start : b.end] for b in blocks if b.kind == SPEAKER} >= {"Meridian"}
    turns = Turns(text, blocks)
    assert turns.speaker(text.index("spoke")) is None
    assert turns.speaker(text.index("Russia")) in ("Anna Lind", "Lind")


def test_one_colon_is_no_interview() -> None:
    text = "The minister left early.\n\nReuters: the talks have failed, two officials told the agency on Monday.\n"
    assert all(b.kind != SPEAKER for b in segment(text))


def test_what_is_said_in_a_turn_is_the_speakers(analyser: Analyser) -> None:
    (analysis,) = analyser.analyse([Article(iri="https://news.example/i", text=BRACKETS, blocks=segment(BRACKETS))])
    by = {(s.subject, s.relation): s.attributed_to for s in analysis.statements}
    assert by["Russia", "bomb"] == "Anna Lind"
    assert by["Anna Lind", "join"] == "Anna Lind", "I is whose turn it is"
    assert any(s.attributed_to is None for s in analysis.statements if s.start < BRACKETS.index("((")), (
        "the intro is not"
    )


ASKED = """The Meridian spoke with Anna Lind.

((Meridian)) Who helped you?

She smiled. Russia bombed the town.

((Meridian)) And then?
"""
INITIALS = """The Meridian spoke with Anna Lind.

((Meridian)) Who helped you?

AL: The Red Cross. Who else?

((Meridian)) And then?

AL: Russia bombed us.
"""


def test_a_question_ends_the_turn_of_one_who_asks() -> None:
    turns = Turns(ASKED, segment(ASKED))
    assert turns.speaker(ASKED.index("helped")) == "Meridian"
    assert turns.speaker(ASKED.index("smiled")) is None


def test_one_side_may_have_brackets_and_the_other_initials() -> None:
    turns = Turns(INITIALS, segment(INITIALS))
    assert turns.speaker(INITIALS.index("Russia")) == "AL"
    assert turns.speaker(INITIALS.index("Who else")) == "AL"
