"""The word lists of who-is-who (`name_words.json`, `given_names.txt`, `role_words.json`) as sets, read once."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .days import MONTH, WEEKDAYS

_HERE = Path(__file__).parent
_NAME_LISTS = (
    "titles", "title_modifiers", "not_names", "captions", "starters", "particles", "of_heads", "for_heads",
    "person_suffixes", "things", "surname_endings", "surname_openings", "town_endings", "firm_forms", "no_surnames",
    "named_days", "family_first", "unmarked_owners",
)  # fmt: skip
_ROLE_LISTS = (
    "at_home", "commoners", "faint", "rulers", "families", "pleonastic", "situations", "tallies", "dispositions",
    "prefixes", "vague", "says", "acts", "times", "of_towns", "dealings", "of_states", "ministers", "texts",
    "personal", "suffered", "used", "posts", "of_persons", "of_matters", "of_bodies",
)  # fmt: skip
#: Class of what a noun of `nouns` describes, by its key in the file.
NOUN_KINDS = {
    "person": "Person", "organization": "Organization", "armed": "ArmedGroup", "country": "Country", "place": "Place",
    "event": "Event", "thing": "Thing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words are lower case but for the given names. The fields are named and explained in the data files."""

    titles: frozenset[str]
    title_modifiers: frozenset[str]
    not_names: frozenset[str]
    captions: frozenset[str]
    starters: frozenset[str]
    particles: frozenset[str]
    of_heads: frozenset[str]
    for_heads: frozenset[str]
    person_suffixes: frozenset[str]
    unmarked_owners: frozenset[str]  # names that "s" makes a possessive of where its mark is lost: "Britains economy"
    surname_endings: frozenset[str]
    surname_openings: frozenset[str]  # a capital may follow: "McCain", "O'Neill"
    town_endings: frozenset[str]
    firm_forms: frozenset[str]  # behind a comma belong to the name: "Orvale, Inc."
    no_surnames: frozenset[str]  # last words of names that are no person's, whatever stands before them: "hospital"
    named_days: frozenset[str]  # before a weekday make a name: "Super Tuesday"
    family_first: frozenset[str]  # family names that stand first: "Park Min-soo"
    things: frozenset[str]  # names of what is no actor: beliefs, diseases
    front_heads: dict[str, str]  # first word of a name → class it speaks for: "Hurricane"
    heads: dict[str, str]  # last word of a name → class it speaks for
    genders: dict[str, str]  # given name → "m", "f" or "" for either
    nouns: dict[str, str]  # noun of a description → what it describes: person, organization, country …
    noun_genders: dict[str, str]  # "queen" → "f"
    groups: dict[str, str]  # plural or collective noun of actors → Group or ArmedGroup
    commoners: frozenset[str]  # plural nouns that are actors only with a name or country beside them
    at_home: frozenset[str]  # people of whom "in Aleppo" tells where they belong; no soldiers or envoys
    tallies: frozenset[str]  # nouns that tell how many there are of what "of" names
    faint: frozenset[str]  # adjectives that tell no group from another
    institutions: dict[str, str]  # "parliament", "army": an actor once a country goes with it → class
    hypernyms: dict[str, frozenset[str]]  # class → nouns that may stand for any named thing of it: "the company"
    appended: dict[str, frozenset[str]]  # class → nouns that add nothing after a name: "the Hajj pilgrimage"
    rulers: frozenset[str]  # "government", "regime": stand for the country they rule
    families: frozenset[str]  # "father", "wife": another person than the one whose … it is
    pleonastic: frozenset[str]  # adjectives and nouns of "it is … that"
    situations: frozenset[str]  # of those: nouns and adjectives that say what no named thing is: "it is time"
    dispositions: frozenset[str]  # adjectives that somebody is, whatever clause follows: "ready to", "sure that"
    says: frozenset[str]  # verbs of saying
    ministers: frozenset[str]  # offices whose holder says "we" for the country
    texts: frozenset[str]  # nouns of what is read out as somebody's words: "statement"
    acts: frozenset[str]  # verbs of what only actors do
    times: frozenset[str]  # nouns of time: never an antecedent, never part of what an actor is called
    of_towns: frozenset[str]  # verbs of what a town does or suffers as a town
    dealings: frozenset[str]  # nouns of what states have with each other
    of_states: frozenset[str]  # nouns of what only actors own: "efforts", "military"
    personal: frozenset[str]  # verbs of what only persons do: "marry"
    suffered: frozenset[str]  # verbs of what is done to persons: "arrest"
    used: frozenset[str]  # verbs of what is done to things, works and programs: "install"
    posts: frozenset[str]  # nouns of who serves a body: "spokesman"
    of_persons: frozenset[str]  # nouns of what only persons have: "funeral"
    of_matters: frozenset[str]  # verbs of what is done to texts, decisions, events and claims: "approve"
    of_bodies: frozenset[str]  # adjectives that bodies and countries are, besides `dispositions`: "independent"
    prefixes: frozenset[str]  # with a hyphen before a name make another word of it: "anti-Trump"
    vague: frozenset[str]  # modifiers that make a description speak of something else

    def gender(self, given: str) -> str:
        """m or f where a given name, with or without its accents, tells; else ""."""
        found = self.genders.get(given)
        if found is None and not given.isascii():
            plain = "".join(c for c in unicodedata.normalize("NFKD", given) if not unicodedata.combining(c))
            found = self.genders.get(plain)
        return found or ""


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    names = json.loads((_HERE / "name_words.json").read_text(encoding="utf-8"))
    roles = json.loads((_HERE / "role_words.json").read_text(encoding="utf-8"))
    heads: dict[str, str] = {}
    for kind, words in (*names["org_heads"].items(), ("Place", names["place_heads"]), ("Event", names["event_heads"])):
        for word in words.split():
            heads.setdefault(word, kind)
    for word in names["thing_heads"].split():
        heads[word] = "Thing"
    lists = {field: frozenset(names[field].split()) for field in _NAME_LISTS}
    lists |= {field: frozenset(roles[field].split()) for field in _ROLE_LISTS}
    lists["not_names"] |= {*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *MONTH}
    lists["times"] |= {*WEEKDAYS}
    return Lexicon(
        **lists,
        heads=heads,
        front_heads={word: kind for kind, words in names["front_heads"].items() for word in words.split()},
        genders=_genders(),
        nouns={word: kind for kind, words in roles["nouns"].items() for word in words.split()},
        noun_genders={word: g for g, words in roles["noun_genders"].items() for word in words.split()},
        groups={word: kind for kind, words in roles["groups"].items() for word in words.split()},
        institutions={word: kind for kind, words in roles["institutions"].items() for word in words.split()},
        appended={kind: frozenset(words.split()) for kind, words in roles["appended"].items()},
        hypernyms={kind: frozenset(words.split()) for kind, words in roles["hypernyms"].items()},
    )  # fmt: skip


def _genders() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in (_HERE / "given_names.txt").read_text(encoding="utf-8").splitlines():
        gender, _, names = line.partition(":")
        if gender in ("male", "female", "either"):
            for name in names.split():
                out.setdefault(name, "" if gender == "either" else gender[0])
    return out
