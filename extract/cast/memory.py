"""What has been read of an article so far: which word speaks of what, and who is how much in mind."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from .referents import Mark
from .roles import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ontology.model import MentionKind
    from ..syntax.tree import Tree
    from .referents import Referent
    from .spans import Span


class Memory:
    """Filled from left to right. `slots` has, for each sentence, the referent of each word that speaks of one."""

    def __init__(self, trees: list[Tree]) -> None:
        self.trees = trees
        self.slots: list[dict[int, Referent]] = [{} for _ in trees]
        self.heads: list[set[int]] = [set() for _ in trees]  # head words of names
        self.bound: set[tuple[int, int]] = set()  # (sentence, noun) that describes a name beside it
        self.joined: dict[tuple[int, int], Referent] = {}  # by (sentence, first of what is joined)
        self.marks: list[Mark] = []
        self._unnamed: dict[int, list[Mark]] = {}  # mentions of what has no name yet
        self._order: dict[int, Referent] = {}  # latest last, as in the next two
        self._called: dict[str, dict[int, Referent]] = {}  # by each noun for it
        self._countries: dict[int, Referent] = {}

    def place(self, span: Span, referent: Referent, head: int) -> None:
        """Notes a name, before reading begins."""
        slots = self.slots[span.sentence]
        first = span.titles[0] if span.titles[1] else span.first
        for i in range(first, span.end):
            slots[i] = referent
        self.heads[span.sentence].add(head)
        self.marks.append(Mark(span.sentence, first, span.end, head, "name", referent))

    def touch(self, sentence: int, i: int, r: Referent) -> None:
        """Word `i` speaks of `r`, which is now the latest thing spoken of."""
        role, weight = role_of(self.trees[sentence], i)
        r.touch(sentence, i, role, weight)
        self.renew(r)

    def renew(self, r: Referent) -> None:
        """Makes `r` the latest thing spoken of."""
        _put_last(self._order, r)
        for noun in r.nouns:
            _put_last(self._called.setdefault(noun, {}), r)
        if r.kind == "Country":
            _put_last(self._countries, r)

    def learn(self, r: Referent, noun: str) -> None:
        """Notes what `r` is called besides its name, where that is no mention of it yet."""
        r.nouns.add(noun)
        called = self._called.setdefault(noun, {})
        if id(r) not in self._order or id(r) in called:
            return
        later = list(takewhile(lambda other: _place(other) > _place(r), reversed(called.values())))
        for other in (r, *reversed(later)):
            _put_last(called, other)

    def recent(self, since: int) -> Iterator[Referent]:
        """What sentence `since` and later ones have spoken of, latest first."""
        return takewhile(lambda r: r.sentence >= since, reversed(self._order.values()))

    def called(self, noun: str) -> Iterator[Referent]:
        """Everything spoken of that has been called so, latest first."""
        return reversed(self._called.get(noun, {}).values())

    def countries(self) -> Iterator[Referent]:
        """The countries spoken of, latest first."""
        return reversed(self._countries.values())

    def mark(self, sentence: int, first: int, end: int, head: int, kind: MentionKind, r: Referent) -> None:
        """Notes a mention of an entity; what has no label is none. Words joined by hyphens are taken whole."""
        tree = self.trees[sentence]
        while first > 1 and tree.words[first - 1] == "-" and tree.ends[first - 1] == tree.starts[first]:
            first -= 2
        mark = Mark(sentence, first, end, head, kind, r)
        if r.label:
            self.marks.append(mark)
        else:
            self._unnamed.setdefault(id(r), []).append(mark)

    def christen(self, unnamed: Referent, r: Referent) -> None:
        """What had no name when it was spoken of was `r`."""
        for mark in self._unnamed.pop(id(unnamed), ()):
            self.slots[mark.sentence][mark.head] = r
            self.marks.append(replace(mark, referent=r))


def _put_last(order: dict[int, Referent], r: Referent) -> None:
    order.pop(id(r), None)
    order[id(r)] = r


def _place(r: Referent) -> tuple[int, int]:
    return r.sentence, r.at
