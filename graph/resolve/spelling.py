"""How names are spelt: the keys that near names share, and which differences of spelling mean nothing."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_ARTICLES = frozenset(("the", "al", "el", "ul", "ar", "as", "ash", "an", "ad"))
_JOINED = re.compile(r"\b(al|el|ul|ar|as|ash|an|ad)-")
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "’": "'"})
#: Letters that stand for one sound in the Latin spellings of other scripts, the longer first.
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("th", "t"), ("dj", "j"),
    ("zh", "j"), ("tz", "ts"), ("ck", "k"), ("q", "k"), ("w", "v"), ("x", "ks"), ("oo", "u"), ("ou", "u"),
    ("abdel", "abdul"), ("abd al", "abdul"), ("ee", "i"), ("ie", "i"), ("ei", "e"), ("ai", "e"), ("ay", "e"),
    ("ey", "e"), ("ij", "i"), ("y", "i"),
)  # fmt: skip
_ALIKE = frozenset((("o", "u"), ("a", "e"), ("e", "i"), ("g", "k")))
_VOWELS = "aeiou"
_SHORTEST = 4  # letters of a word that may be spelt in two ways
_OFTEN = 4  # of so many letters one may differ, and of one letter less


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `words.json`."""

    titles: frozenset[str]
    endings: frozenset[str]
    nicknames: dict[str, frozenset[str]]  # short form → the given names that it may stand for
    spellings: dict[str, str]
    apart: dict[str, str]  # spellings that tell two names apart: a Labour Party is not a Labor Party
    countries: dict[str, str]


@cache
def words() -> Words:
    """The word lists that come with the package."""
    given = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
    nicknames: dict[str, set[str]] = {}
    for full, shorts in given["nicknames"].items():
        for short in shorts.split():
            nicknames.setdefault(short, set()).add(full)
    return Words(
        frozenset(given["titles"].split()), frozenset(given["endings"].split()),
        {short: frozenset(full) for short, full in nicknames.items()}, given["spellings"],
        given["apart"], given["countries"],
    )  # fmt: skip


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Lower case, without accents, possessive endings, and typographic marks but hyphens; full stops become spaces."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"'s\b|s'(?=\s)", lambda m: "s" if m[0] != "'s" else "", plain)
    return " ".join(re.sub(r"[^\w\s&-]", " " if "." in plain else "", plain.replace(".", " ")).split())


@lru_cache(maxsize=65_536)
def letters(name: str) -> str:
    """What two names share that are the same to the letter: "Al-Shabaab" and "al Shabaab"."""
    return re.sub(r"^the ", "", folded(name)).replace(" ", "").replace("-", "").replace("_", "")


def same_letters(one: str, two: str) -> bool:
    """Whether two names are one to the letter: words may be run together in one of them, but not parted elsewhere."""
    if letters(one) != letters(two):
        return False
    a, b = (re.sub(r"^the ", "", folded(name)).replace("-", " ").split() for name in (one, two))
    return len(a) != len(b) or a == b


@lru_cache(maxsize=65_536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name without articles, in any language; hyphened words are one."""
    parts = _JOINED.sub("", folded(name)).replace("-", "").split()
    return tuple(part for part in parts if part not in _ARTICLES) or tuple(parts)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A word with one letter for each sound, nothing doubled, a silent h at the end left out."""
    for spelt, meant in _SOUNDS:
        word = word.replace(spelt, meant)
    word = re.sub(r"(.)\1+", r"\1", word)
    return re.sub(r"(?<=[aeiou])h$", "", word)


def skeleton(word: str) -> str:
    """The consonants of a word's sound, with a mark for a vowel at its start: what all its spellings share."""
    heard = sound(word).replace("g", "k")
    return ("*" if heard[:1] in _VOWELS else "") + "".join(c for c in heard if c not in _VOWELS)


def variants(one: str, two: str) -> bool:
    """Whether two words are spellings of one: "Usama" and "Osama", but not "Hassan" and "Hussein"."""
    if one == two:
        return True
    if words().apart.get(one) == two or words().apart.get(two) == one:
        return False
    a, b = sound(one), sound(two)
    if a == b:
        return True
    if min(len(a), len(b)) < _SHORTEST or len(a) != len(b):
        return False
    apart = [(x, y) if x < y else (y, x) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) <= (len(a) + 1) // _OFTEN and all(pair in _ALIKE for pair in apart)


def acronym(name: str) -> str | None:
    """The letters of an acronym, without full stops; None where a name is none."""
    bare = name.replace(".", "")
    return bare if 2 < len(bare) < 9 and bare.isalpha() and bare.isupper() else None
