"""Which judgements the rules come to: near names, weighed by the company that they are met in. Precision first.

Names are compared only where they share a key, so the work grows with the names, not with their pairs. What rules see
are the articles as extracted; so the same articles give the same judgements, however often and in whatever order they
are judged. Sure is what nothing contradicts: not the registry, not an article that speaks of both, not another bearer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from . import others, persons
from .judgements import Judgement, with_judgements
from .namesakes import by_class, by_company
from .persons import Likeness
from .profiles import Profile, Profiles
from .spelling import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyoxigraph as ox


#: A key that more names share tells nothing.
_MOST = 40
#: How much company is all that counts. It adds the less, the less the names alone say.
_ALL = 4.0
#: How likely it is that one of two classes is wrong.
_MISREAD = 0.5
#: What is no likelier, by the names alone, takes company even to be suggested.
_FAINT = 0.55
#: Company that makes a surname alone a person's, and how much better known there than the next bearer.
_SURNAME, _TWICE = 2.0, 2.0

_Pair = tuple[str, str]


def proposed(store: ox.Store, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The user's judgements, and what rules say of the names that the user has not judged, sorted."""
    users = [j for j in judgements if j.by == "user"]
    judged = {j.about for j in users}
    profiles = Profiles(store)
    surnames = list(_surnames(profiles))
    whose = {(j.other, article) for j in surnames if j.verdict == "same" for article in j.articles}
    ruled = [*_pairs(profiles), *surnames, *by_class(profiles), *by_company(profiles, whose)]
    return with_judgements(users, (j for j in ruled if j.about not in judged))


def _pairs(profiles: Profiles) -> Iterator[Judgement]:
    near: dict[str, set[str]] = defaultdict(set)
    likenesses: dict[_Pair, Likeness] = {}
    everybody = profiles.by_label | _others_known(profiles)
    for a, b in sorted(_near(everybody)):
        likeness = _alike(everybody[a], everybody[b])
        if likeness is None:
            continue
        near[a].add(b)
        near[b].add(a)
        if a in profiles.by_label and b in profiles.by_label:
            likenesses[a, b] = likeness
    for (a, b), likeness in likenesses.items():
        both = profiles.by_label[a], profiles.by_label[b]
        keep, other = sorted(both, key=lambda p: (persons.roughness(p.label), p.weight))
        strength, company = profiles.company(a, b)
        if likeness.base <= _FAINT and not company:
            continue
        score = likeness.base + (1 - likeness.base) * likeness.base * min(1.0, strength / _ALL)
        reasons = [*likeness.reasons, *([f"in the company of {', '.join(company)}"] if company else ())]
        sure = likeness.needs is not None and strength >= likeness.needs
        rivals = sorted((near[a] ^ near[b]) - {a, b})
        if rivals and not likeness.plain:
            sure, score = False, score * 0.9
            reasons.append(f"but it may also be {rivals[0]}")
        if profiles.together(a, b) and not likeness.plain:
            sure, score = False, score * 0.7
            reasons.append("but one article speaks of both")
        yield Judgement("same" if sure else "unsure", keep.label, other.label, "rule", round(score, 3), tuple(reasons))


def _others_known(profiles: Profiles) -> dict[str, Profile]:
    """The persons that the registry has and no article speaks of: who else may be meant."""
    return {
        actor.label: Profile(actor.iri, actor.label, Counter(["Person"]), Counter(actor.names))
        for actor in others.registry().actors
        if actor.type == "Person" and actor.label not in profiles.by_label
    }


def _near(profiles: Mapping[str, Profile]) -> set[_Pair]:
    """Pairs of names that share a key."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for label, p in profiles.items():
        for key in {f"person {k}" for k in persons.keys(label)} | others.keys(p):
            sharing[key].append(label)
    return {pair for found in sharing.values() if len(found) <= _MOST for pair in combinations(found, 2)}


def _alike(a: Profile, b: Profile) -> Likeness | None:
    if others.known(a) and others.known(b):
        return None  # two things, each with an entry of its own
    if "Person" not in (a.type, b.type):
        return others.alike(a, b)
    found = persons.alike(a, b)
    if found is None or a.type == b.type:
        return found
    return Likeness((*found.reasons, f"but {a.type} and {b.type}"), found.base * _MISREAD, None)


def _surnames(profiles: Profiles) -> Iterator[Judgement]:
    """A surname alone, article by article: whose, by the company there."""
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for label, p in profiles.by_label.items():
        surname = persons.surname(label) if p.type == "Person" else None
        if surname is not None:
            bearers[surname].append(p)
    for label, p in profiles.by_label.items():
        words = tokens(label)
        if len(words) != 1 or "Person" not in p.types or others.known(p):
            continue
        full = bearers.get(words[0], [])
        for article in sorted(p.articles):
            if 0 < len(full) <= _MOST and p.articles[article] == "Person":
                yield from _bearer(profiles, label, full, article)


def _bearer(profiles: Profiles, label: str, bearers: Iterable[Profile], article: str) -> Iterator[Judgement]:
    ranked = sorted(
        ((*profiles.company(p.label, label, article), p) for p in bearers if article not in p.articles),
        key=lambda found: (-found[0], found[2].label),
    )
    if not ranked:
        return
    strength, company, best = ranked[0]
    rival = ranked[1][0] if len(ranked) > 1 else 0.0
    others_before = {word for word in profiles.before(label, article) if not persons.leads(word, best.label)}
    sure = strength >= _SURNAME and strength >= _TWICE * rival and not others_before
    reasons = ["the same surname", *([f"in the company of {', '.join(company)}"] if company else ())]
    reasons += [f"but it may also be {ranked[1][2].label}"] if len(ranked) > 1 else []
    reasons += [f"but the article says {min(others_before)} {label}"] if others_before else []
    score = 0.4 + 0.55 * min(1.0, strength / _ALL) * (1 - 0.5 * min(1.0, rival / strength if strength else 1.0))
    score *= 0.5 if others_before else 1.0
    yield Judgement(
        "same" if sure else "unsure", best.label, label, "rule", round(score, 3), tuple(reasons), articles=(article,)
    )
