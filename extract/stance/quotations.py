"""Direct quotations of an article: where each begins and ends, over sentences, and who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .authors import author, speaker, verb_phrase
from .source_words import source_lexicon
from .sources import according_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..syntax.tree import Tree

Place = tuple[int, int]  # sentence, word

_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
_MARKS = frozenset(('"', "”", "»", "''"))
_STRAIGHT = frozenset(('"', "``", "''"))
_STOPS = frozenset((".", "!", "?"))
#: A quotation of a few words without a clause of its own is the reporter's clause in somebody's words.
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))


@dataclass(slots=True)
class Quotation:
    """From the opening to the closing mark, as (sentence, word). `speaker` heads the phrase that names who speaks."""

    start: Place
    end: Place
    continued: Quotation | None = None  # the quotation before it, where a new paragraph carries it on
    clause: bool = False  # whether it says something by itself
    speaker: Place | None = None


def quotations(trees: Sequence[Tree]) -> list[Quotation]:
    """The quotations in order, with their speakers where the article names them."""
    found = list(_delimit(trees))
    inside = [[False] * len(tree) for tree in trees]
    for q in found:
        for s, i in _words(trees, q):
            inside[s][i] = True
        q.clause = _is_clause(trees, q)
    for n, q in enumerate(found):
        q.speaker = _speaker(trees, q, inside) or _inherited(trees, found, n)
    for q in reversed(found):
        if q.continued is not None and q.continued.speaker is None:
            q.continued.speaker = q.speaker
    return found


def _words(trees: Sequence[Tree], q: Quotation) -> Iterator[Place]:
    for s in range(q.start[0], q.end[0] + 1):
        first = q.start[1] if s == q.start[0] else 0
        last = q.end[1] if s == q.end[0] else len(trees[s]) - 1
        for i in range(first, last + 1):
            yield s, i


def new_paragraph(trees: Sequence[Tree], s: int) -> bool:
    """Whether this sentence begins a paragraph."""
    if s == 0:
        return True
    between = trees[s].text[trees[s - 1].end : trees[s].start]
    return "\n" in between and bool(between.count("\n") > 1 or trees[s - 1].headline != trees[s].headline)


def _delimit(trees: Sequence[Tree]) -> Iterator[Quotation]:
    start: Place | None = None
    open_before: Quotation | None = None
    for s, tree in enumerate(trees):
        if new_paragraph(trees, s):
            open_before = None
            if start is not None:  # not closed in its paragraph: news prose opens it again in the next
                open_before = Quotation(start, (s - 1, len(trees[s - 1]) - 1))
                yield open_before
                start = None
        for i, word in enumerate(tree.words):
            if word[0] not in "“”«»\"`'" or (word not in _STRAIGHT and word not in _OPENING and word not in _CLOSING):
                continue
            opens = word in _OPENING or (word in _STRAIGHT and _opens(tree, i, start is not None))
            if opens and start is None:
                start = (s, i)
            elif not opens and start is not None:
                yield Quotation(start, (s, i), open_before if start[1] == 0 else None)
                start = open_before = None
    if start is not None:
        last = len(trees) - 1
        yield Quotation(start, (last, len(trees[last]) - 1), open_before if start[1] == 0 else None)


def _opens(tree: Tree, i: int, quoting: bool) -> bool:
    """Whether a straight mark opens a quotation, by the white space around it."""
    before = tree.text[tree.starts[i] - 1] if tree.starts[i] else " "
    after = tree.text[tree.ends[i]] if tree.ends[i] < len(tree.text) else " "
    spaced_before, spaced_after = before.isspace() or before in "([—–", after.isspace() or after in ",.;:)]!?—–"
    if spaced_before != spaced_after:
        return spaced_before
    return not quoting


def _is_clause(trees: Sequence[Tree], q: Quotation) -> bool:
    if q.start[0] != q.end[0]:
        return True
    tree = trees[q.start[0]]
    if q.start[1] == 0 and tree.words[q.end[1] - 1] in _STOPS | {","}:
        return True
    return any(tree.deps[i] in _SUBJECTS for _, i in _words(trees, q))


def _speaker(trees: Sequence[Tree], q: Quotation, inside: list[list[bool]]) -> Place | None:
    """Who is named beside the quotation: the nearest reporting verb outside quotations, else what precedes a colon."""
    if not q.clause:
        return None
    best: tuple[int, Place] | None = None
    for s in {q.start[0], q.end[0]}:
        tree = trees[s]
        for i in range(len(tree)):
            if inside[s][i]:
                continue
            distance = _distance(q, s, i)
            if distance is None or (best is not None and distance >= best[0]):
                continue
            who = _named_by(tree, i)
            if who is not None and not inside[s][who]:
                best = distance, (s, who)
    if best is not None:
        return best[1]
    return _before_colon(trees, q) or _tail(trees, q, inside)


def _distance(q: Quotation, s: int, i: int) -> int | None:
    """How far a word outside the quotation is from its nearer end; None where the other end's sentence is meant."""
    if s == q.start[0] and i < q.start[1]:
        return q.start[1] - i
    if s == q.end[0] and i > q.end[1]:
        return i - q.end[1]
    return None


def _named_by(tree: Tree, i: int) -> int | None:
    if tree.tags[i][0] == "V" and verb_phrase(tree, i) in source_lexicon().quoting:
        closed = max((k for k in range(i) if tree.words[k] in _MARKS), default=-1)
        if any(tree.deps[c] == "mark" and c > closed for c in tree.children[i]):
            return None  # "said, as X reported, …": X passes it on
        if closed == i - 1 >= 0 and tree.kid(i, "nsubj", "nsubjpass") is None:
            inverted = tree.kid(i, "dobj")  # '…," said a protester'
            if inverted is not None:
                return inverted
        who = speaker(tree, i)
        if who is None and closed >= 0 and tree.tags[i] in ("VBD", "VBZ") and tree.tags[i - 1] in ("NNP", "NNPS"):
            return i - 1  # '…," head of relief Ann Lee said', misread
        return who
    if tree.lower[i] == "like" and i and tree.lemma(i - 1) == "be" and i + 1 < len(tree):
        quoted = tree.words[i + 1] in _STRAIGHT or tree.words[min(i + 2, len(tree) - 1)] in _STRAIGHT
        return tree.kid(i - 1, "nsubj") if quoted else None  # 'I was like, "No"'
    return according_to(tree, i) if tree.lower[i] == "according" else None


def _before_colon(trees: Sequence[Tree], q: Quotation) -> Place | None:
    """The speaker whom a colon introduces: "The minister: …", "A letter from the minister arrived: …"."""
    s, i = q.start
    if i == 0 and s and not new_paragraph(trees, s) and trees[s - 1].words[-1] == ":":
        s, i = s - 1, len(trees[s - 1])
    tree = trees[s]
    if i < 2 or tree.words[i - 1] != ":":
        return None
    for k in range(i - 1):
        who = author(tree, k) if tree.lemma(k) in source_lexicon().texts else None
        if who is not None and who < i:
            return s, who
    for k in range(i - 1):
        if tree.deps[k] in ("nsubj", "nsubjpass") and tree.heads[k] < i - 1:
            return s, k
    heads = [k for k in range(i - 1) if not 0 <= tree.heads[k] < i - 1 or tree.heads[k] == k]
    nouns = [k for k in heads if tree.tags[k][0] in "NP"]
    return (s, nouns[0]) if nouns else None


def _tail(trees: Sequence[Tree], q: Quotation, inside: list[list[bool]]) -> Place | None:
    """The speaker named by a sentence of its own after a quotation that ends in a comma: '"…," said the minister.'"""
    s, i = q.end
    if s + 1 >= len(trees) or i == 0 or trees[s].words[i - 1] not in _STOPS | {","} or i != len(trees[s]) - 1:
        return None
    tree = trees[s + 1]
    who = _named_by(tree, tree.root) if not inside[s + 1][tree.root] else None
    return None if who is None or tree.kid(tree.root, "ccomp") is not None else (s + 1, who)


def _inherited(trees: Sequence[Tree], found: list[Quotation], n: int) -> Place | None:
    """The speaker of a quotation beside which nobody is named: of the one before it, or of the sentence before it."""
    q = found[n]
    if not q.clause:
        return None
    before = found[n - 1] if n else None
    if q.continued is not None:
        return q.continued.speaker
    s = q.start[0]
    if before is not None and before.clause and s - before.end[0] <= 1:
        return before.speaker
    if s and q.start[1] == 0 and not new_paragraph(trees, s):
        tree = trees[s - 1]
        who = _named_by(tree, tree.root)
        if who is not None:
            return s - 1, who
    return None
