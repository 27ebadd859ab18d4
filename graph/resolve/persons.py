"""Two names of persons: in what they differ, and how much company it takes to call them one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .spelling import same_letters, skeleton, tokens, variants, words

if TYPE_CHECKING:
    from .profiles import Profile


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two names may be one's: how likely it is, and how much company makes it sure (None: no company does)."""

    reasons: tuple[str, ...]
    base: float
    needs: float | None
    plain: bool = False  # nothing is in doubt: no other bearer makes it uncertain


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in parts. `titles` went before it."""

    given: str
    middle: tuple[str, ...]
    surname: str
    ending: str
    titles: tuple[str, ...]


@lru_cache(maxsize=65_536)
def person(name: str) -> Person | None:
    """The parts of a full name; None for a single word, or a title and a word: "Prince Harry"."""
    parts = list(tokens(name))
    ending = parts.pop() if len(parts) > 1 and parts[-1] in words().endings else ""
    titles: list[str] = []
    while len(parts) > 2 and parts[0] in words().titles:
        titles.append(parts.pop(0))
    if len(parts) < 2 or parts[0] in words().titles:
        return None
    if parts[-2] in ("bin", "ibn", "van", "von", "de", "da", "di", "del", "della", "abu", "ben") and len(parts) > 2:
        parts[-2:] = [" ".join(parts[-2:]).replace("ibn ", "bin ")]
    return Person(parts[0], tuple(parts[1:-1]), parts[-1], ending, tuple(titles))


def keys(name: str) -> set[str]:
    """What a name shares with every name of which `alike` may say that it is the same person's."""
    p = person(name)
    if p is None:
        return set()
    given = {p.given, *words().nicknames.get(p.given, ())}
    return {f"{skeleton(p.surname)} {skeleton(g)[:1]}" for g in given}


def alike(a: Profile, b: Profile) -> Likeness | None:
    """What speaks for two persons being one; None where their names speak against it."""
    if same_letters(a.label, b.label):
        return Likeness(("the same letters",), 0.98, 0, plain=True)
    one, two = person(a.label), person(b.label)
    if one is None or two is None or not variants(one.surname, two.surname):
        return None
    shared = _full_names(a) & _full_names(b)
    given, middle = _given(one.given, two.given), _middle(one.middle, two.middle)
    if one.surname != two.surname:  # then all the rest must be the same, but for its spelling
        if one.middle != two.middle or not variants(one.given, two.given):
            return None
        spelt = f"spellings: {one.given} {one.surname}, {two.given} {two.surname}"
        given = Likeness((spelt,), 0.75, 1.0)
    if given is None or middle is None:
        return None
    found = [step for step in (given, middle) if step.reasons]
    if one.ending != two.ending:
        found.append(Likeness((f"only one is {one.ending or two.ending}",), 0.4, None))
    if one.titles != two.titles:
        found.append(Likeness((f"a title: {' '.join(one.titles or two.titles)}",), 0.95, 0, plain=True))
    if shared and len(found) < 2 and all(f.needs is not None for f in found):
        return Likeness((f"both are called {min(shared)}", *(r for f in found for r in f.reasons)), 0.95, 0)
    base = math.prod(step.base for step in found)
    needs = [step.needs for step in found if step.needs is not None]
    doubted = sum(not step.plain for step in found) > 1 or len(needs) < len(found)
    reasons = tuple(r for f in found for r in f.reasons) or ("the same name but for an article",)
    certain = all(f.plain for f in found)
    return Likeness(reasons, min(base, 0.98), None if doubted else sum(needs), plain=certain)


def roughness(name: str) -> int:
    """What makes a name of a person less fit to be kept: titles before it, an initial for the given name."""
    p = person(name)
    return len(p.titles) + (len(p.given) == 1) if p is not None else 0


def leads(word: str, name: str) -> bool:
    """Whether a capitalised word may stand before the surname of this full name: a given name of it, or a title."""
    (plain,) = tokens(word)[:1] or ("",)
    return plain in words().titles or plain in tokens(name)


def surname(name: str) -> str | None:
    """The surname of a full name, spaces and articles apart."""
    p = person(name)
    return p.surname if p is not None else None


def _full_names(p: Profile) -> set[str]:
    return {" ".join(tokens(n)) for n in (p.label, *p.names) if person(n) is not None}


def _given(a: str, b: str) -> Likeness | None:
    """How two given names go together: None where they do not, no reasons where they are one."""
    if a == b:
        return Likeness((), 1.0, 0)
    if 1 in (len(a), len(b)):
        initial, full = sorted((a, b), key=len)
        return Likeness((f"an initial: {initial}, {full}",), 0.7, 1.5) if initial == full[0] else None
    known = words().nicknames
    if known.get(a, frozenset((a,))) & known.get(b, frozenset((b,))):
        return Likeness((f"a short form: {a}, {b}",), 0.7, 1.0)
    return Likeness((f"spellings: {a}, {b}",), 0.75, 1.0) if variants(a, b) else None


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """The same for what stands between given name and surname."""
    if a == b:
        return Likeness((), 1.0, 0)
    if not a or not b:
        return Likeness((f"only one has the middle name {' '.join(a or b)}",), 0.8, 0.8)
    if len(a) != len(b) or not all(
        x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, b, strict=True)
    ):
        return None
    return Likeness((f"a middle initial: {' '.join(a)}, {' '.join(b)}",), 0.9, 0.3)
