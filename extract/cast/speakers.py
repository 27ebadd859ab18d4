"""Whose words stand in quotation marks: "I" and "we" there are the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .pronouns import FIRST

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from .lexicon import Lexicon
    from .memory import Memory
    from .referents import Referent

_MARKS = frozenset(('"', "“", "”", "``", "''"))


class Speakers:
    """Follows the quotations of one article from sentence to sentence."""

    def __init__(self, memory: Memory, lexicon: Lexicon) -> None:
        self.memory, self.lexicon = memory, lexicon
        self.inside: frozenset[int] = frozenset()  # words of the sentence being read that stand in quotation marks
        self._open = self._continued = False
        self._speaker: Referent | None = None

    def enter(self, tree: Tree, s: int) -> None:
        """Marks off what is quoted. A quotation goes on over sentences, but not over a paragraph's end."""
        if s and "\n\n" in tree.text[self.memory.trees[s - 1].end : tree.start]:
            self._open = False
        self._continued = inside = self._open
        out = []
        for i, word in enumerate(tree.words):
            if word in _MARKS:
                inside = word not in ("”", "''") and (word in ("“", "``") or not inside)
            elif inside:
                out.append(i)
        self._open = inside
        self.inside = frozenset(out)

    def resolve(self, tree: Tree, s: int, pronouns: list[int]) -> None:
        """Gives first-person pronouns their speaker; "we" is whom a person speaks for, where the article tells."""
        here, said = self.memory.slots[s], self.inside
        heard = self._said_by(tree, here)
        speaker = heard
        if speaker is None and said and (self._continued or min(said) <= 1):
            speaker = self._speaker
        for i in pronouns:
            if i not in said or speaker is None:
                continue
            many = FIRST[tree.lower[i]] == "p"
            r = speaker.backer if many and speaker.kind == "Person" else speaker
            if r is not None and (many or r.kind in ("Person", "")):
                here[i] = r
                self.memory.mark(s, i, i + 1, i, "pronoun", r)
        if heard is not None or not said:
            self._speaker = heard

    def _said_by(self, tree: Tree, here: dict[int, Referent]) -> Referent | None:
        """The subject of the verb of saying that stands outside the quotation marks."""
        for i, dep in enumerate(tree.deps):
            if dep == "nsubj" and i in here and i not in self.inside:
                verb = tree.heads[i]
                if tree.tags[verb][0] == "V" and verb not in self.inside and tree.lemma(verb) in self.lexicon.says:
                    return here[i]
        return None
