"""Stretches of words that are names, and what an article's way of writing tells of capitals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..syntax.remembered import remembered

if TYPE_CHECKING:
    from ..syntax.tree import Tree

#: By word: the model's named stretch around it (first word, end, label).
Labels = dict[int, tuple[int, int, str]]

#: After these a capital means nothing.
OPENERS = frozenset(("]", '"', "“", "'", "‘", ":", "—", "–", "...", "…", "*", "•", "(", "[", "|", ">", ";", "``", "/"))
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD))


@dataclass(slots=True)
class Span:
    """One name where it stands: words `first` up to `end` of a sentence; `titles` are the title words before."""

    sentence: int
    first: int
    end: int
    text: str
    label: str = ""  # the model's
    titles: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Evidence:
    """How words are written over the whole article."""

    lower: set[str] = field(default_factory=set)  # seen without a capital
    middle: set[str] = field(default_factory=set)  # seen with one inside a sentence, as a proper noun


def evidence(trees: list[Tree], shouted: list[bool]) -> Evidence:
    """Gathers how the article writes its words; sentences in title case tell nothing."""
    out = Evidence()
    for tree, loud in zip(trees, shouted, strict=True):
        if loud:
            continue
        out.lower.update(w for w in tree.words if w.islower())
        words, tags = tree.words, tree.tags
        out.middle.update(
            tree.lower[i]
            for i in range(1, len(words))
            if tags[i][:3] == "NNP" and words[i - 1] not in OPENERS and words[i][:1].isupper()
        )
    return out


def title_case(tree: Tree) -> bool:
    """Whether capitals mean nothing here: a headline, or a line in capitals."""
    long = [w for w in tree.words if len(w) > 3 and w.isalpha()]
    if len(long) < 3:
        return False
    capital = sum(w[0].isupper() for w in long)
    return capital >= 0.75 * len(long) and (tree.headline or (len(long) >= 5 and tree.words[-1] not in '.!?"”)'))


def surface(tree: Tree, first: int, end: int) -> str:
    """The words as they stand in the article, white space set right."""
    text = tree.text[tree.starts[first] : tree.ends[end - 1]]
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split()) if "\n" in text or "  " in text else text


@remembered
def head_of(tree: Tree, first: int, end: int) -> int:
    """The noun of a stretch that hangs outside it; the last, where several do."""
    best = end - 1
    for i in range(end - 1, first - 1, -1):
        if (not first <= tree.heads[i] < end or tree.heads[i] == i) and tree.tags[i][0] == "N":
            return i
    return best


def first_joined(tree: Tree, head: int) -> int:
    """The first of the names that are joined to this one."""
    while tree.deps[head] == "conj" and tree.tags[tree.heads[head]][:3] == "NNP" and tree.heads[head] < head:
        head = tree.heads[head]
    return head
