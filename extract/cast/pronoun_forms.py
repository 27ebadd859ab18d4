"""The pronouns: what the form of each says, and which "it" stands for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun's form says: `number` s or p, `gender` m, f, n (thing) or "" (any)."""

    number: str
    gender: str
    possessive: bool = False
    reflexive: bool = False


_THIRD = {
    "he": Pronoun("s", "m"), "him": Pronoun("s", "m"), "his": Pronoun("s", "m", possessive=True),
    "himself": Pronoun("s", "m", reflexive=True), "she": Pronoun("s", "f"), "her": Pronoun("s", "f"),
    "hers": Pronoun("s", "f"), "herself": Pronoun("s", "f", reflexive=True), "it": Pronoun("s", "n"),
    "its": Pronoun("s", "n", possessive=True), "itself": Pronoun("s", "n", reflexive=True),
    "they": Pronoun("p", ""), "them": Pronoun("p", ""), "their": Pronoun("p", "", possessive=True),
    "themselves": Pronoun("p", "", reflexive=True), "theirs": Pronoun("p", ""),
}  # fmt: skip
FIRST = {
    "i": "s",
    "me": "s",
    "my": "s",
    "myself": "s",
    "mine": "s",
    "we": "p",
    "us": "p",
    "our": "p",
    "ourselves": "p",
    "ours": "p",
}


def pronoun(tree: Tree, i: int) -> Pronoun | None:
    """The third-person pronoun at word `i`."""
    found = _THIRD.get(tree.lower[i])
    if found is not None and tree.lower[i] == "her" and tree.tags[i] == "PRP$":
        return Pronoun("s", "f", possessive=True)
    return found


def pleonastic(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it took years to", "makes it harder to", weather."""
    if tree.lower[i] != "it":
        return False
    h, deps = tree.heads[i], tree.deps
    if deps[i] == "expl":
        return True
    lemma = tree.lemma(h)
    kids = tree.children[h]
    clause = any(deps[c] in ("ccomp", "xcomp", "advcl", "csubj", "relcl", "acl") and c > i for c in kids)
    for c in kids:
        if c <= i or deps[c] not in ("acomp", "attr", "oprd", "ccomp"):
            continue
        below = tree.children[c]
        clausal = clause or any(deps[d] in ("ccomp", "xcomp", "advcl", "relcl", "acl", "prep") and d > c for d in below)
        if (
            lemma in ("be", "become", "seem", "make", "find", "remain", "prove", "get")
            and tree.lower[c] in lexicon.pleonastic
        ):
            return clausal or tree.lower[c] in ("time", "late", "early")
    if lemma in ("rain", "snow"):
        return True
    if deps[i] == "nsubjpass" and tree.lower[h] in lexicon.pleonastic:
        return any(deps[c] == "ccomp" for c in kids)
    if lemma in ("seem", "appear", "happen", "turn", "follow", "emerge", "transpire", "take", "matter"):
        return any(deps[c] in ("ccomp", "xcomp", "advcl") and c > h for c in kids)
    return tree.tags[h] == "JJ" and tree.lower[h] in lexicon.pleonastic
