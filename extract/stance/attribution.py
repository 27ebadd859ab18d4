"""Whose words a statement is: the nearest source, in indirect and direct speech, over the sentences of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..syntax.phrases import CLOSING_QUOTES, noun_phrase
from ..words.lexicon import lexicon
from .authors import author, verb_phrase
from .governors import governed_conjunct
from .quotations import Quotation, quotations
from .source_words import source_lexicon
from .sources import according_to, adjunct_source, characteriser, content_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..syntax.tree import Tree

#: Links by which a noun phrase is described rather than the content stated; such background is the reporter's own.
_DESCRIPTION = frozenset(("relcl", "acl", "appos", "poss", "compound", "amod", "nmod", "nummod"))
_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"))
_ENDS = CLOSING_QUOTES | {".", "!", "?"}
#: Beyond these a noun phrase does not go, whatever the parser says.
_BORDERS = frozenset((":", '"', "“", "”", "–", "—", "--"))
#: How many sentences back a text may have been introduced that is only called "the statement" now.
_AGO = 8
_MARKS = frozenset((":", "-", "–", "—", "--"))


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: the sentence in which the source is named, the head word and the words of that noun phrase."""

    sentence: int
    head: int
    tokens: tuple[int, ...]
    text: str


class Attributor:
    """Finds the sources of one article's statements; its sentences are given in order."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._trees = trees
        self._quotations = quotations(trees)
        self._at: dict[tuple[int, int], Quotation] = {}
        for q in self._quotations:
            for s in range(q.start[0], q.end[0] + 1):
                first = q.start[1] if s == q.start[0] else 0
                last = q.end[1] if s == q.end[0] else len(trees[s]) - 1
                self._at.update(((s, i), q) for i in range(first, last + 1))
        self._adjuncts = [_according(tree) if "according" in tree.lower else [] for tree in trees]

    def source(self, sentence: int, predicate: int) -> Source | None:
        """Who states what this word expresses; None where it is the article's own voice or nobody is named."""
        found = self._find(sentence, predicate)
        return None if found is None else self._named(*found)

    def speaker(self, sentence: int, word: int) -> Source | None:
        """Who speaks where this word stands inside a direct quotation."""
        q = self._at.get((sentence, word))
        return None if q is None or q.speaker is None else self._named(*q.speaker)

    def _named(self, s: int, head: int) -> Source:
        s, head = self._writer(s, head) or (s, head)
        tree = self._trees[s]
        words = [i for i in noun_phrase(tree, head) if i < head or tree.tags[i] != "POS"]
        at = words.index(head)
        first = max((k + 1 for k in range(at) if tree.words[words[k]] in _BORDERS), default=0)
        last = min((k for k in range(at, len(words)) if tree.words[words[k]] in _BORDERS), default=len(words))
        tokens = tuple(words[first:last])
        return Source(s, head, tokens, tree.words_of(tokens))

    def _writer(self, s: int, head: int) -> tuple[int, int] | None:
        """Who wrote "the statement" that speaks here, where a sentence before told whose one it was."""
        tree = self._trees[s]
        text = tree.lemma(head)
        named = tree.kids(head, ("poss", "prep", "amod", "compound", "acl", "relcl"))
        if text not in source_lexicon().texts or named or not any(tree.lower[c] == "the" for c in tree.children[head]):
            return None
        for before in range(s - 1, max(-1, s - _AGO), -1):
            other = self._trees[before]
            for noun in range(len(other)):
                if other.lower[noun] == text:
                    who = author(other, noun)
                    return None if who is None or other.tags[who] not in ("NN", "NNS", "NNP", "NNPS") else (before, who)
        return None

    def _find(self, s: int, predicate: int) -> tuple[int, int] | None:
        tree = self._trees[s]
        quotation = self._at.get((s, predicate))
        if quotation is not None and not quotation.clause:
            quotation = None
        if quotation is None and "as" in tree.lower[:predicate]:
            who = characteriser(tree, predicate)
            if who is not None:
                return s, who
        i, below = predicate, predicate
        for _ in range(len(tree)):
            who = adjunct_source(tree, i, below) if tree.tags[i][0] == "V" else None
            if quotation is not None and who is not None and self._at.get((s, who)) is not quotation:
                who = None
            if who is None:
                who = self._according_to(s, i, predicate, quotation)
            if who is not None:
                return s, who
            first = governed_conjunct(tree, i)
            if first != i:  # "According to X, it rained and stormed"
                who = self._according_to(s, first, predicate, quotation)
                if who is not None and who < first:
                    return s, who
            head = tree.heads[first]
            if head == first:
                break
            entered = self._at.get((s, head))
            if entered is not None and entered.clause and entered.speaker is not None and quotation is None:
                return None  # beside a quotation: the reporter's
            if quotation is not None and self._at.get((s, head)) is not quotation:
                if quotation.speaker is not None:
                    return quotation.speaker
                quotation = None
            if _speaks_beside(tree, first):
                return None
            who = content_source(tree, first, i == predicate)
            if who is not None:
                return s, who
            if quotation is None and not tree.headline and _describes(tree, first, head):
                return None
            i, below = head, first
        if quotation is not None:
            return quotation.speaker
        who = _headline_source(tree, predicate)
        return None if who is None else (s, who)

    def _according_to(self, s: int, verb: int, predicate: int, quotation: Quotation | None) -> int | None:
        """Whom an "according to" in this verb's clause names, on the same side of the quotation marks."""
        for at, who, within in self._adjuncts[s]:
            if at == verb and predicate not in within and (quotation is None or self._at.get((s, who)) is quotation):
                return who
        return None


def _speaks_beside(tree: Tree, i: int) -> bool:
    """Whether a clause sets one speaker against another: "called it odd, while Norway called it fair"."""
    phrase, lex = verb_phrase(tree, i), source_lexicon()
    if tree.deps[i] != "advcl" or (phrase not in lex.quoting and phrase not in lex.characterising):
        return False
    return any(tree.deps[c] == "mark" and tree.lower[c] in ("while", "whereas") for c in tree.children[i])


def _describes(tree: Tree, i: int, head: int) -> bool:
    """Whether the link above `i` leads out of a description of a noun: background, which is the reporter's own."""
    dep = tree.deps[i]
    if dep in _ROLES and tree.tags[i] in ("NN", "NNS") and lexicon().nouns.get(tree.lemma(i)) == "person":
        return True
    if dep not in _DESCRIPTION or tree.tags[head][0] == "V":
        return False
    if dep == "acl" and any(tree.tags[c] == "TO" for c in tree.children[i]):
        return False  # "an attempt to win them over" is part of what is said
    return not (dep == "acl" and (tree.lemma(head), "that") in source_lexicon().noun_content)


def _according(tree: Tree) -> list[tuple[int, int, frozenset[int]]]:
    """Each "according to": the verb whose clause it qualifies, whom it names, and its own words."""
    out = []
    for i, word in enumerate(tree.lower):
        who = according_to(tree, i) if word == "according" else None
        if who is None:
            continue
        verb = i
        while tree.heads[verb] != verb and (verb == i or tree.tags[verb][0] != "V" or tree.deps[verb] == "acl"):
            verb = tree.heads[verb]
        out.append((verb, who, frozenset(tree.subtree(i))))
    return out


def _headline_source(tree: Tree, predicate: int) -> int | None:
    """Whom a headline names before or after a colon or dash: "Minister: talks failed", "Talks failed – UN"."""
    if not tree.headline and tree.words[-1] in _ENDS:
        return None
    for mark, word in enumerate(tree.words):
        if word not in _MARKS or not 0 < mark < len(tree) - 1:
            continue
        for part, short in ((range(mark), mark <= 4), (range(mark + 1, len(tree)), len(tree) - mark <= 5)):
            if short and predicate not in part and (word == ":" or part.start):
                who = _speaking(tree, part)
                if who is not None:
                    return who
    return None


def _speaking(tree: Tree, part: range) -> int | None:
    """The last noun of a verbless stretch of words, where it names a speaker."""
    if any(tree.tags[i][0] == "V" or tree.tags[i] == "MD" for i in part):
        return None
    nouns = [i for i in part if tree.tags[i][0] == "N"]
    if not nouns:
        return None
    last = nouns[-1]
    named = tree.labelled(last, ("PERSON", "ORG"))
    return last if named or tree.lemma(last) in source_lexicon().speakers else None
