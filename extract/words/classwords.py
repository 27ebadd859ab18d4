"""The word lists of `class_words.json` as sets, read once: what tells of which class a name is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ClassWords:
    """All lower case, verbs as lemmas."""

    # what a sentence says of a name
    conferring: frozenset[str]  # their object is an honour: "awarded the Lark Medal"
    honour_verbs: frozenset[str]  # with the name of a decoration as object: "won the Golden Heart"
    decorations: frozenset[str]  # words in names of decorations, and in others: "star"
    aliases: frozenset[str]  # before the name that somebody goes by
    ground_sites: frozenset[str]  # say which "site" on the ground it is, before a name: "the burial site Orvale"
    web_sites: frozenset[str]  # say that a "site" is none: "another sharing site"
    serving: frozenset[str]  # what one does "for" a body
    servants: frozenset[str]  # who does it
    titles_behind: frozenset[str]  # behind a person's name: "Beatrice auntie"
    done_to_bodies: frozenset[str]  # "founded", "disbanded"
    calling: frozenset[str]  # participles between a noun and what it is called: "a platform called Orvale"
    branches: frozenset[str]  # of trade or learning: those that they have as examples are no entities
    wares: frozenset[str]  # what is called something is a thing, whoever runs it
    ruling: frozenset[str]  # before the name of a party
    of_fields: frozenset[str]  # with "on", "of", "in": what they are concerned with, whose capital tells nothing
    firms: frozenset[str]  # in the name of a firm, which goes by any of the `trades`
    trades: frozenset[str]  # what a firm may be called
    of_games: frozenset[str]  # words of reports on games
    lands: frozenset[str]  # nouns of what has borders, and is no body
    continents: frozenset[str]
    waters: frozenset[str]  # nouns of what is no land, in the names of places
    lands_called: dict[str, frozenset[str]]  # country or dependency → what else it goes by
    federations: frozenset[str]  # countries whose parts are called states
    outfits: frozenset[str]  # nouns of bodies that have another sense, before a name: "promotion"
    sights: frozenset[str]  # nouns of places that have another sense: "attraction"
    nouns_behind: dict[str, str]  # noun behind a name that it modifies → class: "Orvale province"
    armed_adjectives: frozenset[str]  # of a band that bears arms
    bands: frozenset[str]  # nouns of bodies that bear arms where an adjective says so
    periodicals: frozenset[str]  # nouns, whatever the tagger takes them for: "the Greek daily"
    producing_persons: frozenset[str]  # before "producer" say that it is a person and no firm
    person_or_firm: frozenset[str]  # nouns that leave open which
    persons_modified: frozenset[str]  # persons only with another noun or adjective before them: "pop star"
    # what a name itself says
    lone_governments: frozenset[str]  # a government's body where they are the whole name: "Duma"
    chambers: frozenset[str]  # last words of the names of a "House"
    forces: frozenset[str]  # before "force" at the end of a name that bears arms
    arms_of_service: frozenset[str]  # in the name of a "division" that bears arms
    venues: frozenset[str]  # last words of names of places where they are located, else of bodies
    venue_uses: frozenset[str]  # before those: what one gathers there for
    portfolios: frozenset[str]  # first words of what a government's "Department of" is for, besides title_modifiers
    thing_endings: tuple[str, ...]  # of the last words of names of techniques, diseases and films
    parts_of_lands: frozenset[str]  # before a place's name make another: "Northern Mali"
    # where a name is cut or goes on
    works: frozenset[str]  # before a title, which goes on behind small words: "the album Band on the Run"
    ranks: frozenset[str]  # say with a capital what the person is whose name follows, and are no titles
    no_offices: frozenset[str]  # titles with which "of" makes a name: "Prince of Wales"
    creeds: frozenset[str]  # adjectives of party and creed
    creed_modifiers: frozenset[str]  # before those: "Roman Catholic"
    post_nominals: frozenset[str]  # letters behind a person's name
    states_of: frozenset[str]  # before "of" and a place's name: "Commonwealth of Virginia"
    houses: frozenset[str]  # of a parliament, behind a party's adjective: "Republican Senate"
    owners_in_names: frozenset[str]  # whose possessive stands inside a name: "People's Party"
    not_syllables: frozenset[str]  # short words behind a hyphen that are no part of a name: "Tehran-led"
    shores: frozenset[str]  # behind a possessive in the name of a shore or island: "Hawke's Bay"


@cache
def class_words() -> ClassWords:
    """The lists that come with the package."""
    lists = json.loads((Path(__file__).parent / "class_words.json").read_text(encoding="utf-8"))
    behind = {word: kind for kind, words in lists.pop("nouns_behind").items() for word in words.split()}
    endings = tuple(lists.pop("thing_endings").split())
    federations = frozenset(name.replace("-", " ") for name in lists.pop("federations").split())
    called = {land: frozenset(words.split()) for land, words in lists.pop("lands_called").items()}
    words = {name: frozenset(text.split()) for name, text in lists.items() if name != "about"}
    return ClassWords(nouns_behind=behind, thing_endings=endings, federations=federations, lands_called=called, **words)
