"""Known actors and places, and the canonical label of whatever name is theirs.

Actors come from `actors.ttl` (and from a user's own files of that form), places from `places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DataFileError
from .iri import entity_iri
from .model import ENTITY_TYPES
from .places import Place, Places, name_key
from .turtle import Concept, concepts

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = Path(__file__).with_name("actors.ttl")


@dataclass(frozen=True, slots=True)
class Actor:
    """A known actor. `names` are its further names and spellings, `parent` the label of what it is part of."""

    iri: str
    label: str
    type: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None


class Registry:
    """Looks names up. Names match without regard to case or accents, acronyms to the letter (but for full stops)."""

    def __init__(self, actors: Sequence[Actor], places: Places) -> None:
        self.places = places
        self._names: dict[str, Actor] = {}
        self._acronyms: dict[str, Actor] = {}
        for actor in actors:  # later files win over earlier ones
            for name in (actor.label, *actor.names):
                self._names[name_key(name)] = actor
            for acronym in actor.acronyms:
                self._acronyms[acronym.replace(".", "")] = actor
        self.actors: tuple[Actor, ...] = tuple(sorted({a.iri: a for a in actors}.values(), key=lambda a: a.label))
        self._by_label = {a.label: a for a in self.actors}

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Registry:
        """The registry that comes with the package, and the user's `extra` Turtle files, which win.

        Raises DataFileError where a file is no Turtle or gives an actor a class that is none of the ontology's.
        """
        places = Places()
        return cls([a for path in (_FILE, *extra) for a in _actors(Path(path), places)], places)

    def actor(self, name: str) -> Actor | None:
        """The actor of this name or acronym."""
        return self._acronyms.get(name if "." not in name else name.replace(".", "")) or self._names.get(name_key(name))

    def body(self, name: str) -> Actor | None:
        """The same of a description of a country's body: the "Syrian legislature" is the Syrian parliament."""
        return self.actor(name) or self.actor(name.replace("legislature", "parliament"))

    def labelled(self, label: str) -> Actor | None:
        """The actor whose canonical label this is."""
        return self._by_label.get(label)

    def country(self, name: str) -> str | None:
        """Canonical label of the country of this name: "America" gives "United States"."""
        return self.places.acronyms.get(name) or self.places.countries.get(name_key(name))

    def demonym(self, word: str) -> str | None:
        """The country or region whose people or adjective this is: "Iranian", "Iranians" give "Iran"."""
        key = name_key(word)
        found = self.places.demonyms.get(key) or self.places.acronyms.get(word)
        return found or (self.places.demonyms.get(key[:-1]) if key.endswith("s") else None)

    def adjective(self, country: str) -> str | None:
        """The adjective of a country or region: "Iranian" for Iran."""
        return self.places.adjectives.get(country)

    def capital(self, name: str) -> str | None:
        """The country whose capital or seat of government this is: "Tehran", "the Kremlin"."""
        return self.places.seats.get(name_key(name))

    def city(self, name: str) -> str | None:
        """The country of the (largest) city of this name."""
        found = self.places.city(name)
        return found.country if found else None

    def place(self, name: str) -> Place | None:
        """The country, region or city of this name, with its canonical label."""
        country = self.country(name)
        if country is not None:
            return Place(country, "Country", country)
        return self.places.regions.get(name_key(name)) or self.places.city(name)


def _actors(path: Path, places: Places) -> list[Actor]:
    found = concepts(path)
    labels = {c.iri: c.label for c in found}
    return [_actor(path, c, labels, places) for c in found]


def _actor(path: Path, c: Concept, labels: dict[str, str], places: Places) -> Actor:
    if c.type not in ENTITY_TYPES:
        raise DataFileError(
            str(path), f'"{c.label}" has the class "{c.type}"', f"use one of tw:{', tw:'.join(ENTITY_TYPES)}"
        )
    country = places.countries.get(name_key(c.country), c.country) if c.country else None
    return Actor(
        entity_iri(c.label), c.label, c.type, tuple(c.names), tuple(c.acronyms), country, labels.get(c.broader or "")
    )
