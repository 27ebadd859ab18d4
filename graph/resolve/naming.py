"""What judgements amount to: under which name each entity goes, in each article. A pure function of the judgements."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ...ontology.errors import DataFileError
from ...ontology.iri import digest, entity_iri

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .judgements import Judgement


class Naming:
    """The names that judgements give to entities.

    Names judged the same make a group with one name. The user's judgements hold whatever rules say; of the rules' the
    surest come first, and one that would join what is judged different is passed over.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Raises DataFileError where the user's own judgements contradict each other."""
        held = sorted(judgements, key=lambda j: j.order)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for j in held:
            if j.verdict == "different" and not j.partial:
                self._apart[j.keep].add(j.other)
                self._apart[j.other].add(j.keep)
        self._group: dict[str, list[str]] = {}
        joined = [j for j in held if j.verdict == "same" and not j.partial and self._join(j)]
        self._name = _names(self._group, joined)
        #: By name: to what it changes, for things of which class, in which articles.
        self._parts: dict[str, list[tuple[str, str | None, tuple[str, ...]]]] = defaultdict(list)
        for j in held:
            if j.partial and j.verdict != "unsure":
                old, new = (j.other, j.keep) if j.verdict == "same" else (j.keep, j.other)
                self._parts[old].append((new, j.type, j.articles))
        changed = {*self._parts, *(label for label, name in self._name.items() if label != name)}
        self._labels = {entity_iri(label): label for label in sorted(changed)}

    def __contains__(self, iri: object) -> bool:
        return iri in self._labels

    def __bool__(self) -> bool:
        return bool(self._labels)

    def of(self, iri: str, type: str, article: str) -> str | None:
        """The name that an entity of this class goes by in an article; None where no judgement changes it."""
        label = self._labels.get(iri)
        if label is None:
            return None
        parts = (
            new
            for new, kind, articles in self._parts.get(label, ())
            if kind in (None, type) and (not articles or article in articles)
        )
        name = self.name(next(parts, label))
        return name if name != label else None

    def name(self, label: str) -> str:
        """The name of the group that a name is in; itself where it is in none."""
        return self._name.get(label, label)

    def group(self, label: str) -> tuple[str, ...]:
        """All the names that are judged the same as this one, itself among them, sorted."""
        return tuple(sorted(self._group.get(label, (label,))))

    def marks(self) -> dict[str, str]:
        """For each entity that judgements change, by IRI, a hash of all that they make of it."""
        return {
            iri: digest(
                self.name(label), json.dumps([(self.name(new), *when) for new, *when in self._parts.get(label, ())])
            )
            for iri, label in self._labels.items()
        }

    def _join(self, j: Judgement) -> bool:
        one, two = self._group.get(j.keep, [j.keep]), self._group.get(j.other, [j.other])
        if one is two:
            return True
        apart = [(a, b) for a in one for b in two if b in self._apart.get(a, ())]
        if apart and j.by == "user":
            (a, b), what = apart[0], f"{j.keep} is judged the same as {j.other}"
            raise DataFileError("judgements", f"{what}, but {a} different from {b}", "take back one of the two")
        if apart:
            return False
        group = one + two
        for label in group:
            self._group[label] = group
        return True


def _names(groups: dict[str, list[str]], joined: list[Judgement]) -> dict[str, str]:
    """The name of each group: one that no judgement gives up, else the one that most of them keep, the user's first."""
    given_up = {j.other for j in joined}
    users, kept = Counter(j.keep for j in joined if j.by == "user"), Counter(j.keep for j in joined)
    return {
        label: min(group, key=lambda name: (name in given_up, -users[name], -kept[name], name))
        for label, group in groups.items()
    }
