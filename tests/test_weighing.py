"""The class of names that no list knows: what their use tells, and the honest Thing where nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from casting import play

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

CASES = [
    # what only persons do, suffer and have
    ("Zorvan Brekkel was arrested at the border. Brekkel denied everything.", "Zorvan Brekkel", "Person"),
    ("The reporters met Ilkvar Domrasz, who laughed.", "Ilkvar Domrasz", "Person"),
    # who has a president, a coach or a spokesman is a body, whatever it sounds like
    ("On Monday, Vorrhaven spokesman Peter Lunt denied the report.", "Vorrhaven", "Organization"),
    ("The director of Quellmark said the plant was safe.", "Quellmark", "Organization"),
    # one is in a place
    ("The talks were held in Drenkov. Two people were hurt in Drenkov.", "Drenkov", "Place"),
    ("A fire broke out in Upper Netherwickshire on Friday.", "Upper Netherwickshire", "Place"),
    # what one installs, plays or calls "a …" is a thing
    ("The guide shows how to install Fluxweave. Many people use Fluxweave.", "Fluxweave", "Thing"),
    # ordinary words with capitals, of which nothing tells what they are
    ("Two of the films were Silent Harvest and Golden Kettle.", "Silent Harvest", "Thing"),
]


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_class_of_an_unknown_name(analyser: Analyser, text: str, name: str, kind: str) -> None:
    found = {e.label: e.type for e in play(analyser, text).cast.entities}
    assert found.get(name) == kind, found
