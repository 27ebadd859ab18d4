"""What a clause goes on with right behind an argument: "moved to Leeds | in 1999", "told them | that he would stay".

Each argument has a triple of its own. Who reads the first alone needs what comes behind it as well: "confirmed the
plan" says less than "confirmed the plan with them".
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .triple import Triple

#: An argument and what follows it have no more words than this together.
TRAILED_WORDS = 12
#: Rules of arguments that a verb asks for; its adjuncts are told for their own sake.
_ARGUMENTS = frozenset({"object", "complement", "prep", "agent", "dative", "content"})


def with_trails(found: Sequence[Triple]) -> list[Triple]:
    """The triples of a sentence, each argument with those of its clause that follow without a gap."""
    clauses: dict[tuple[int, tuple[int, ...]], list[int]] = defaultdict(list)
    for n, triple in enumerate(found):
        if triple.rule != "occasion":  # a clause of its own
            clauses[triple.predicate, triple.subject].append(n)
    out = list(found)
    for n, triple in enumerate(found):
        if triple.rule in _ARGUMENTS:
            trail: list[int] = []
            for other in _following(found, triple, clauses[triple.predicate, triple.subject]):
                trail += _behind(found[other], trail[-1] if trail else triple.object[-1])
                out[other] = out[other]._replace(trailing=True)
            out[n] = out[n]._replace(trail=tuple(trail))
    return out


def _following(found: Sequence[Triple], triple: Triple, clause: Sequence[int]) -> Iterator[int]:
    """The triples of the clause that follow one another right behind the given one's object."""
    last, length = triple.object[-1], len(triple.object)
    left = list(clause)
    while True:
        for other in left:
            more = _behind(found[other], last)
            if more and not set(more) & set(triple.relation) and length + len(more) <= TRAILED_WORDS:
                yield other
                last, length = more[-1], length + len(more)
                left.remove(other)
                break
        else:
            return


def _behind(other: Triple, last: int) -> list[int]:
    """The words by which another triple of the clause goes on right behind the word `last`."""
    if other.object[0] <= last:
        return []
    more = sorted({t for t in (*other.relation, *other.object) if t > last})
    return more if more == list(range(last + 1, more[-1] + 1)) else []
