"""The word lists of who-is-who (`name_words.json`, `given_names.txt`, `role_words.json`) as sets, read once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


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
    heads: dict[str, str]  # last word of a name → class it speaks for
    genders: dict[str, str]  # given name → "m" or "f"
    nouns: dict[str, str]  # noun of a description → what it describes: person, organization, country …
    noun_genders: dict[str, str]  # "queen" → "f"
    groups: dict[str, str]  # plural or collective noun of actors → Group or ArmedGroup
    institutions: dict[str, str]  # "parliament", "army": an actor once a country goes with it → class
    hypernyms: dict[str, frozenset[str]]  # class → nouns that may stand for any named thing of it: "the company"
    rulers: frozenset[str]  # "government", "regime": stand for the country they rule
    families: frozenset[str]  # "father", "wife": another person than the one whose … it is
    pleonastic: frozenset[str]  # adjectives and nouns of "it is … that"
    vague: frozenset[str]  # modifiers that make a description speak of something else


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
    return Lexicon(
        **{
            field: frozenset(names[field].split())
            for field in (
                "titles", "title_modifiers", "not_names", "captions", "starters", "particles", "of_heads", "for_heads",
                "person_suffixes",
            )
        },
        heads=heads,
        genders=_genders(),
        nouns={word: kind for kind, words in roles["nouns"].items() for word in words.split()},
        noun_genders={word: g for g, words in roles["noun_genders"].items() for word in words.split()},
        groups={word: kind for kind, words in roles["groups"].items() for word in words.split()},
        institutions={word: kind for kind, words in roles["institutions"].items() for word in words.split()},
        hypernyms={kind: frozenset(words.split()) for kind, words in roles["hypernyms"].items()},
        **{field: frozenset(roles[field].split()) for field in ("rulers", "families", "pleonastic", "vague")},
    )  # fmt: skip


def _genders() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in (_HERE / "given_names.txt").read_text(encoding="utf-8").splitlines():
        gender, _, names = line.partition(":")
        if gender in ("male", "female"):
            out.update(dict.fromkeys(names.split(), gender[0]))
    return out
