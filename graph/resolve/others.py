"""Two names of anything but persons: in what they differ, and how much company it takes to call them one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...ontology.registry import Registry
from .persons import Likeness
from .spelling import acronym, letters, same_letters, skeleton, tokens, variants, words

if TYPE_CHECKING:
    from .profiles import Profile

_ACTORS = frozenset(("Organization", "ArmedGroup", "Government", "Alliance", "Group"))
_PLACES = frozenset(("Place", "Country"))
_SHORTEST = 6  # letters of a name that may be spelt in two ways


@cache
def registry() -> Registry:
    """The actors and places that come with the package."""
    return Registry.load()


def known(p: Profile) -> bool:
    """Whether the registry or the gazetteer has this name as a canonical one: no second name of something else."""
    if registry().labelled(p.label) is not None or registry().country(p.label) == p.label:
        return True
    place = registry().place(p.label) if p.type in _PLACES else None
    return place is not None and place.label == p.label


def compatible(a: str, b: str) -> bool:
    """Whether one thing may be given these two classes by articles that tell little of it."""
    return a == b or {a, b} <= _ACTORS or {a, b} <= _PLACES


def keys(p: Profile) -> set[str]:
    """What a name shares with every name of which `alike` may say that it is the same thing's."""
    base, country = _country_first(p.label)
    found = {f"letters {letters(p.label)}", f"words {' '.join(base)}"}
    found |= {f"words {' '.join(base[len(country) :])}"} if country and len(base) - len(country) > 1 else set()
    found |= {f"sound {' '.join(skeleton(word) for word in base)}"} if len(letters(p.label)) >= _SHORTEST else set()
    found |= {f"letters {letters(n)}" for n in p.names if len(n.split()) > 1}
    found |= {f"acronym {short}" for n in (p.label, *p.names) if (short := acronym(n)) is not None}
    return found | {f"acronym {short}" for short in _initials(p.label)}


def alike(a: Profile, b: Profile) -> Likeness | None:
    """What speaks for two things being one; None where their names or classes speak against it."""
    one = same_letters(a.label, b.label)
    if not compatible(a.type, b.type):
        return Likeness(("the same letters", f"but {a.type} and {b.type}"), 0.5, None) if one else None
    if one:
        capitals = (acronym(a.label) is None) == (acronym(b.label) is None)
        return Likeness(("the same letters",), 0.98, 0 if capitals else None, plain=capitals)
    return _acronyms(a, b) or _acronyms(b, a) or _worded(a, b)


def _acronyms(a: Profile, b: Profile) -> Likeness | None:
    short = acronym(a.label)
    if short is None or acronym(b.label) is not None:
        return None
    if short in {acronym(n) for n in b.names}:
        return Likeness((f"{b.label} is called {a.label}",), 0.8, 1.0)
    if short in _initials(b.label):
        return Likeness((f"the initials of {b.label}",), 0.5, None)
    return None


def _worded(a: Profile, b: Profile) -> Likeness | None:
    (one, ones), (two, twos) = _country_first(a.label), _country_first(b.label)
    if one == two:
        plain = "american" not in (tokens(a.label)[0], tokens(b.label)[0]) and bool(ones)
        return Likeness(("two spellings of the same words",), 0.95 if plain else 0.9, 0 if plain else 1.0, plain=plain)
    if _nations(a).isdisjoint(_nations(b)) and _nations(a) and _nations(b):
        return None
    if one[len(ones) :] == two[len(twos) :] and (not ones or not twos):
        return Likeness((f"only one says {' '.join(ones or twos)}",), 0.55, None)
    shared = {letters(n) for n in (a.label, *a.names) if len(n.split()) > 1} & {
        letters(n) for n in (b.label, *b.names) if len(n.split()) > 1
    }
    if shared:
        return Likeness(("they share a name",), 0.5, None)
    long = min(len(letters(a.label)), len(letters(b.label))) >= _SHORTEST
    if long and len(one) == len(two) and all(variants(x, y) for x, y in zip(one, two, strict=True)):
        pair = next((x, y) for x, y in zip(one, two, strict=True) if x != y)
        return Likeness((f"spellings: {pair[0]}, {pair[1]}",), 0.7, 1.0)
    return None


def _nations(p: Profile) -> set[str]:
    """The countries that a name tells of."""
    parts = tokens(p.label)
    heads = [" ".join(parts[i : i + length]) for length in (1, 2) for i in range(len(parts) - length + 1)]
    found = {words().countries.get(h) or registry().country(h) or registry().demonym(h) for h in heads}
    return {country.casefold() for country in found if country is not None}


def _country_first(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name, spelt in one way, and of these the country at its start: "US Navy", "U.S. Navy"."""
    parts = [words().spellings.get(word, word) for word in tokens(name)]
    if parts[:2] == ["u", "s"] or parts[:2] == ["u", "k"]:
        parts[:2] = ["".join(parts[:2])]
    if len(parts) < 2:
        return tuple(parts), ()
    known_as = words().countries.values()
    for length in (2, 1):
        head = " ".join(parts[:length])
        country = (
            head
            if head in known_as
            else words().countries.get(head) or registry().country(head) or registry().demonym(head)
        )
        if country is not None and len(parts) > length:
            lead = tokens(country)
            return (*lead, *parts[length:]), lead
    return tuple(parts), ()


def _initials(name: str) -> set[str]:
    parts = [w for w in name.replace("-", " ").split() if w[:1].isalpha()]
    if len(parts) < 3:
        return set()
    return {"".join(w[0] for w in parts).upper(), "".join(w[0] for w in parts if w[0].isupper())}
