"""The pronouns: what the form of each says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..syntax.tree import Tree


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
FIRST = {"i": "s", "me": "s", "my": "s", "myself": "s", "mine": "s"} | dict.fromkeys(
    ("we", "us", "our", "ourselves", "ours"), "p"
)


def pronoun(tree: Tree, i: int) -> Pronoun | None:
    """The third-person pronoun at word `i`."""
    found = _THIRD.get(tree.lower[i])
    if found is not None and tree.lower[i] == "her" and tree.tags[i] == "PRP$":
        return Pronoun("s", "f", possessive=True)
    return found
