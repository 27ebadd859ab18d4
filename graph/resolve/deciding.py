"""What the user decides: two names are one, or what was one is not. From judgements to judgements; no store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.errors import UsageError
from .judgements import Judgement, with_judgements
from .naming import Naming

if TYPE_CHECKING:
    from collections.abc import Sequence


def merged(judgements: Sequence[Judgement], keep: str, other: str) -> tuple[Judgement, ...]:
    """The judgements and the user's that `other` is `keep`. Raises UsageError where the user said otherwise before."""
    naming = Naming(judgements)
    if naming.name(keep) == naming.name(other):
        what = f"goes by the name of {naming.name(keep)} already"
        raise UsageError(other, what, "see: triplewire entities --aliases")
    ones, twos = naming.group(keep), naming.group(other)
    for j in judgements:
        apart = j.verdict == "different" and not j.partial and j.by == "user"
        here = (j.keep in ones and j.other in twos) or (j.keep in twos and j.other in ones)
        if apart and here and {j.keep, j.other} != {keep, other}:
            what = f"you judged {j.keep} and {j.other} different, which are among the names of the two"
            raise UsageError(other, what, f"merge those first: triplewire merge '{j.keep}' '{j.other}'")
    return with_judgements(judgements, [Judgement("same", keep, other)])


def parted(judgements: Sequence[Judgement], name: str, leaving: str | None = None) -> tuple[Judgement, ...]:
    """The judgements without those that gave `name` other names: all of them, or the one that is `leaving`.

    The user's judgement that they are different takes their place, so that no rule brings them back. Raises UsageError
    where there is nothing to split.
    """
    naming = Naming(judgements)
    main = naming.name(name)
    here = {j.other for j in judgements if _in_part(j) and naming.name(j.keep) == main and j.other != main}
    group = {*naming.group(main), *here}
    out = group - {main} if leaving is None else {leaving} & group - {main}
    if not out:
        what = "has no other name that a judgement gave it" if leaving is None else f"goes by no name {leaving}"
        raise UsageError(name, what, "see: triplewire entities --aliases")
    kept = [j for j in judgements if not (_whole(j) and {j.keep, j.other} & out and {j.keep, j.other} <= group)]
    new = [Judgement("different", main, label) for label in sorted(out & set(naming.group(main)))]
    new += [
        Judgement("unsure", j.keep, j.other, type=j.type, articles=j.articles)
        for j in kept
        if _in_part(j) and j.other in out and naming.name(j.keep) == main
    ]
    after = Naming(kept)
    staying = sorted(set(naming.group(main)) - out)
    new += [Judgement("same", main, label) for label in staying if label not in after.group(main)]
    return with_judgements(kept, new)


def set_apart(
    judgements: Sequence[Judgement], name: str, called: str, *, type: str | None = None, articles: Sequence[str] = ()
) -> tuple[Judgement, ...]:
    """The judgements and the user's that what bears a name in some articles is something else, to be called so."""
    if called == name:
        raise UsageError(called, "is the name that it has", "give it another: 'Georgia (state)'")
    new = [Judgement("different", name, called, type=type, articles=(iri,)) for iri in sorted(articles)]
    return with_judgements(judgements, new or [Judgement("different", name, called, type=type)])


def _whole(j: Judgement) -> bool:
    return j.verdict == "same" and not j.partial


def _in_part(j: Judgement) -> bool:
    return j.verdict == "same" and j.partial
