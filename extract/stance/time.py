"""When something happened: the temporal expression that governs a predicate, resolved against the publication date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..syntax.lemmas import FUTURE_AUXILIARIES
from ..syntax.remembered import remembered
from ..words.days import MONTH, WEEKDAY
from .circumstances import settings
from .factuality import stance
from .governors import governed
from .periods import UNITS
from .timex import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ontology.model import Tense
    from ..syntax.tree import Tree

_NEAR = frozenset(("today", "tonight", "yesterday", "tomorrow"))
_UNITS = frozenset(
    (
        *UNITS, *(f"{u}s" for u in UNITS), "centuries", "morning", "afternoon", "evening", "night", "hours", "spring",
        "summer", "autumn", "winter", "beginning", "start", "end", "middle", "quarter", "half",
    )
)  # fmt: skip
_WORDS = _NEAR | _UNITS | set(MONTH) | set(WEEKDAY) | {"ago"}
_YEAR = re.compile(
    r"(?:1[0-9]|20)\d\d(?:s|[-–](?:1[0-9]|20)\d\d)?|[’'][2-9]0s|\d{4}-\d\d-\d\d|\d\d?/\d\d?/(?:\d\d){1,2}"
)
#: How an expression after a preposition bounds the time; what is not here does not tell when.
_OPEN = {
    "since": "{}/..",
    "from": "{}/..",
    "after": "{}/..",
    "until": "../{}",
    "till": "../{}",
    "by": "../{}",
    "before": "../{}",
}
_AT = frozenset(
    (
        "on",
        "in",
        "at",
        "during",
        "over",
        "within",
        "for",
        "throughout",
        "through",
        "of",
        "around",
        "about",
        "as",
        "between",
    )
)
#: Beside another time that the text tells of: "the next day".
_BESIDE = re.compile(
    r"the (?:very )?(?:next|following|previous|preceding) (?:day|night|morning|evening|week|month|year|decade)"
)
_APART = frozenset(("following", "after", "before", "since", "despite", "until"))
_CLOCK = frozenset(("time", "a.m.", "p.m.", "am", "pm", "noon", "midnight", "utc"))
_TO = frozenset(("to", "until", "till", "through"))
_ADJUNCTS = frozenset(("npadvmod", "advmod", "tmod", "nmod", "dep", "amod", "nummod", "dobj", "appos", "attr", "obl"))
_ARGUMENTS = frozenset(("dobj", "attr", "prep", "agent", "nsubjpass", "dative", "prt", "oprd", "acomp", "xcomp"))


def when(tree: Tree, predicate: int, published: str | None) -> str | None:
    """ISO 8601 time of what this word expresses, at the precision the text gives, or None.

    A day, month or year (`2024-12-03`, `2024-12`, `2024`), or an interval of such (`2024-11-25/2024-12-02`, `2011/..`).
    `published` is the article's ISO date; without it only absolute dates are resolved. It is the time of the event, not
    of the report: "said on Tuesday that P" does not date P.
    """
    if not _mentions_time(tree):
        return None
    found = (_at(tree, i, published, end) for i, end in settings(tree, predicate))
    return next((time for time in found if time is not None), None)


@remembered
def _mentions_time(tree: Tree) -> bool:
    """A quick look: most sentences name no time."""
    return not _WORDS.isdisjoint(tree.lower) or any(w[0] in "0123456789’'" and _YEAR.fullmatch(w) for w in tree.lower)


def _temporal(tree: Tree, i: int) -> bool:
    """Whether this word can head a temporal expression."""
    low, tag = tree.lower[i], tree.tags[i]
    if low in _NEAR or low in _UNITS or low == "ago":
        return True
    if low in MONTH or low in WEEKDAY:
        if len(low) < 4 and tree.kid(i, "det") is not None:
            return False  # "the Sun"
        return tag[:3] == "NNP" or (low in WEEKDAY and len(low) > 5)
    return low[0] in "0123456789’'" and _YEAR.fullmatch(low) is not None


def _at(tree: Tree, i: int, published: str | None, end: int) -> str | None:
    """The time that this word's own modifiers give, or else those that the parser hung on its arguments.

    Only what stands before `end` counts.
    """
    for found in (_expressions(tree, i), _below(tree, i)):
        for at, preposition, tokens in sorted(found, key=lambda e: abs(e[0] - i)):
            time = _resolve(tree, i, preposition, tokens, published) if at < end else None
            if time is not None:
                return time
    return None


def _expressions(tree: Tree, i: int) -> Iterator[tuple[int, str, list[int]]]:
    """(position, preposition or "", words) of the temporal expressions below a word."""
    verbal = tree.tags[i][0] == "V"
    for c in tree.children[i]:
        dep = tree.deps[c]
        if dep in _ADJUNCTS or (dep in ("poss", "compound") and not verbal):
            if _temporal(tree, c) and (dep != "dobj" or not verbal or tree.lower[c] not in _UNITS):
                yield c, "", _words(tree, c)
        elif dep == "prep":
            noun = tree.kid(c, "pobj", "pcomp", "advmod")
            inner = tree.kid(c, "prep") if tree.lower[c] == "as" and noun is None else None
            if inner is not None and tree.lower[inner] == "of":
                noun = tree.kid(inner, "pobj")  # "as of Monday"
            if noun is None or (verbal and _of_participle(tree, c, i)):
                continue
            if _temporal(tree, noun):
                yield c, tree.lower[c], _words(tree, noun)
            elif tree.lower[c] in ("at", "around"):  # "at 3 a.m. local time on Monday"
                for hour in tree.kids(c, ("pobj",)):
                    if tree.lower[hour] in _CLOCK or tree.tags[hour] == "CD":
                        yield from _late(tree, hour)


def _of_participle(tree: Tree, c: int, verb: int) -> bool:
    """Whether an adjunct belongs to a participle in front: "Born in Paris on 3 May 1951, he left the town"."""
    if tree.tags[0] != "VBN" or not 0 < c < verb:
        return False
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    return "," not in tree.words[:c] and subject is not None and "," in tree.words[c:verb]


def _below(tree: Tree, verb: int) -> Iterator[tuple[int, str, list[int]]]:
    """The temporal expressions inside a verb's arguments that may date the verb."""
    for c in tree.children[verb] if tree.tags[verb][0] == "V" else ():
        dep = tree.deps[c]
        if dep == "nsubj":
            yield from _dated(tree, c)
        elif dep in _ARGUMENTS and (dep != "xcomp" or governed(tree, c)[1].tense == "same"):
            noun = tree.kid(c, "pobj") if dep in ("prep", "agent") else c
            if dep == "prep" and tree.lower[c] in _APART:
                continue
            if noun is not None and not _temporal(tree, noun):
                yield from _late(tree, noun)


def _dated(tree: Tree, noun: int) -> Iterator[tuple[int, str, list[int]]]:
    """The date that an event carries as a possessor: "Sunday's raid"."""
    for c in tree.children[noun]:
        if tree.deps[c] == "poss" and _temporal(tree, c):
            yield c, "'s", _words(tree, c)


def _late(tree: Tree, noun: int) -> Iterator[tuple[int, str, list[int]]]:
    """Temporal expressions after an argument's noun: "held talks in Geneva on Tuesday"."""
    for c in tree.children[noun]:
        if c > noun and tree.deps[c] in ("npadvmod", "prep", "nmod", "tmod"):
            if tree.deps[c] != "prep":
                if _temporal(tree, c):
                    yield c, "", _words(tree, c)
                continue
            inner = tree.kid(c, "pobj")
            if inner is None:
                continue
            if _temporal(tree, inner):
                if tree.lower[c] != "of":  # "the events of last week" dates the events
                    yield c, tree.lower[c], _words(tree, inner)
            else:
                yield from _late(tree, inner)


def _words(tree: Tree, i: int) -> list[int]:
    """The expression's words: its head with what belongs to it, without clauses, conjuncts and further adjuncts."""
    out, todo = [], [i]
    while todo:
        j = todo.pop()
        out.append(j)
        for c in tree.children[j]:
            dep = tree.deps[c]
            if dep in ("relcl", "acl", "punct", "conj", "cc", "case", "advcl"):
                continue
            if dep == "prep" and tree.lower[c] not in ("of", "in", "to", "through"):
                continue
            if dep == "prep" and not any(_temporal(tree, k) for k in tree.children[c]):
                continue
            todo.append(c)
    return sorted(out)


def _resolve(tree: Tree, i: int, preposition: str, tokens: list[int], published: str | None) -> str | None:
    text = " ".join(tree.lower[t] for t in tokens)
    if _BESIDE.fullmatch(text):
        return None
    if preposition == "'s":
        ahead = any(tree.lower[c] in FUTURE_AUXILIARIES for c in tree.children[i])
        return resolve(text, published, "future" if ahead else "past")
    if preposition and preposition not in _AT and preposition not in _OPEN:
        return None
    tense = _tense(tree, i)
    if preposition in ("between", "from"):
        both = _both_ends(tree, tokens[-1], preposition)
        if both is not None:
            return resolve(f"between {text} and {both}", published, tense)
    if preposition == "in" and tree.tags[tokens[-1]] == "NNS":
        ahead = stance(tree, i).tense == "future"  # else how long it takes
        return (resolve(f"in {text}", published, tense) if ahead else None) or resolve(text, published, tense)
    if preposition == "for" and published is not None and "last" not in text and "past" not in text:
        return resolve(f"the past {text}", published, tense) if _perfect(tree, i) else None
    if preposition in ("over", "during", "within", "in") and text.startswith(("the last", "the next")):
        text = text.replace("the last", "the past", 1).replace("the next", "the coming", 1)
    time = resolve(text, published, tense)
    if time is None or preposition not in _OPEN:
        return time
    if preposition == "from" and tree.tags[i][0] == "V" and "-" in time:
        return time
    first, _, last = time.partition("/")
    return _OPEN[preposition].format(first if preposition in ("since", "from", "after") else (last or first))


def _both_ends(tree: Tree, first: int, preposition: str) -> str | None:
    """The other end of "between 2011 and 2014" and "from 3 May to June 5"."""
    at = first + 1
    if at >= len(tree) or tree.lower[at] not in (("and",) if preposition == "between" else _TO):
        return None
    end = at + 1
    while end < len(tree) and (_temporal(tree, end) or tree.words[end].isdigit()):
        end += 1
    return " ".join(tree.lower[at + 1 : end]) or None


def _perfect(tree: Tree, i: int) -> bool:
    return any(tree.deps[c] == "aux" and tree.lemma(c) == "have" for c in tree.children[i])


def _tense(tree: Tree, i: int) -> Tense:
    """Whether a day named without its date lies behind or ahead."""
    tense = stance(tree, i).tense
    going_on = tree.tags[i] == "VBG" and tree.kid(i, "aux") is not None
    ahead = going_on or (tree.tags[i] in ("VBZ", "VBP") and tree.kid(i, "attr", "acomp") is None)
    return "future" if tense == "present" and ahead and not tree.headline else tense
