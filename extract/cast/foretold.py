"""Persons described before they are named: "the Chadian health minister", and further on "Health Minister Ada Kone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .nominals import is_country

if TYPE_CHECKING:
    from ...ontology.registry import Registry
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .memory import Memory
    from .nominals import Phrase
    from .referents import Referent

_BYGONE = frozenset(("former", "ex", "late", "then", "next", "future", "new"))
_ONE = frozenset(("president", "king", "queen", "emperor", "pope", "premier", "chancellor", "mayor", "governor"))
_LOWER = frozenset(("vice", "deputy", "shadow", "assistant", "former"))


class Foretold:
    """Descriptions of an office or calling of one country, whose holder the article may still name."""

    def __init__(self, memory: Memory, lexicon: Lexicon, registry: Registry, labelled: dict[str, Referent]) -> None:
        """`labelled`: the article's referents by label."""
        self.memory, self.lexicon, self.registry, self.labelled = memory, lexicon, registry, labelled
        self._waiting: list[tuple[str, str, set[str], Referent]] = []  # noun, country, titles, who

    def note(self, tree: Tree, p: Phrase, unnamed: Referent, here: dict[int, Referent]) -> None:
        """Keeps a description that only a person of that country with that title can fit. Headlines omit "the"."""
        if p.plural or p.numbered or p.vague or p.restricted or unnamed.kind != "Person":
            return
        if not (p.definite or tree.headline) or (p.owner is not None and p.owner.kind != "Country"):
            return
        said = {tree.lower[c] for c in p.modifiers if not is_country(tree, c, here, self.registry)}
        only = p.noun in _ONE or (
            p.noun in self.lexicon.ministers and bool(said)
        )  # "the prime minister", of no country
        if said <= self.lexicon.title_modifiers - _BYGONE and (p.country or (only and p.owner is None)):
            self._waiting.append((p.noun, p.country, said, unnamed))

    def settle(self) -> None:
        """Gives each the one person of the article who fits."""
        if not self._waiting:
            return
        persons = [r for r in dict.fromkeys(self.labelled.values()) if r.kind == "Person"]
        for noun, country, titles, unnamed in self._waiting:
            fit = [r for r in persons if country in ("", r.country) and {noun, *titles} <= r.nouns]
            fit = [r for r in fit if titles >= r.nouns & _LOWER]
            if len(fit) == 1:
                self.memory.christen(unnamed, fit[0])
