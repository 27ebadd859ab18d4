"""Which words of the sentence make up an argument: minimal but complete.

A modifier that restricts stays ("troops based in Latakia"); a comment goes ("Iran, which denies it,").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from .tree import Tree

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
#: Tags a noun phrase's head may bear: nouns, pronouns, numbers ("three of them"), nominalised adjectives, determiners.
NOMINAL_TAGS = NOUN_TAGS | {"PRP", "CD", "DT", "WP", "WDT", "JJ", "JJS", "$", "EX", "PRP$", "FW"}
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})
_COORDINATION = frozenset({"conj", "cc", "preconj"})
#: Never part of the phrase that stands in a statement: asides and what is said of the phrase elsewhere.
_ASIDE = frozenset({"appos", "parataxis", "meta", "intj", "discourse"})
_TRIM = frozenset(
    {",", ";", ":", ".", "-", "–", "—", "--", "(", ")", '"', "“", "”", "''", "``", "'", "‘", "’", "?", "!", "and"}
)
_BRACKETS = {"(": ")", "[": "]", "-lrb-": "-rrb-"}


def conjuncts(tree: Tree, head: int) -> list[int]:
    """The heads coordinated with `head` ("Iran, Russia and Turkey"), `head` first, in the sentence's order."""
    out = [head]
    for i in out:
        out.extend(c for c in tree.children[i] if tree.deps[c] == "conj" and c > i)
    return sorted(out)


def noun_phrase(tree: Tree, head: int, *, coordination: bool = False) -> list[int]:
    """The words of the noun phrase that `head` heads, as an argument of a statement.

    Left out: conjuncts (unless `coordination`), appositions, comments set off by commas, brackets, edge punctuation.
    """
    out: list[int] = []
    todo = [head]
    while todo:
        i = todo.pop()
        out.append(i)
        for c in tree.children[i]:
            dep = tree.deps[c]
            if dep in _ASIDE or (i == head and not coordination and dep in _COORDINATION):
                continue
            if dep in ("relcl", "acl", "advcl") and is_comment(tree, i, c):
                continue
            if dep in ("prep", "advmod", "punct") and i == head and c > head and is_comment(tree, i, c):
                continue
            todo.append(c)
    out.sort()
    return trim(tree, out, head)


def is_comment(tree: Tree, head: int, modifier: int) -> bool:
    """Whether a modifier after its head is set off by a comma, a dash or a bracket, and so only adds."""
    first = leftmost(tree, modifier)
    return first > head and first > 0 and tree.words[first - 1] in (",", "–", "—", "--", "(", ";", ":")


def leftmost(tree: Tree, i: int) -> int:
    """The index of the first word at or below `i`."""
    first = i
    todo = [i]
    while todo:
        for c in tree.children[todo.pop()]:
            first = min(first, c)
            todo.append(c)
    return first


def trim(tree: Tree, tokens: list[int], head: int) -> list[int]:
    """Cut punctuation and dangling conjunctions off both ends, and brackets that are not closed."""
    words = tree.words
    a, b = 0, len(tokens)
    while a < b and tokens[a] != head and words[tokens[a]] in _TRIM and not _opens(tree, tokens, a, b):
        a += 1
    while b > a and tokens[b - 1] != head and words[tokens[b - 1]] in _TRIM and not _closes(tree, tokens, a, b):
        b -= 1
    return tokens[a:b]


def _opens(tree: Tree, tokens: list[int], a: int, b: int) -> bool:
    return tree.words[tokens[a]] in ("“", "``", '"') and any(
        tree.words[t] in ("”", "''", '"') for t in tokens[a + 1 : b]
    )


def _closes(tree: Tree, tokens: list[int], a: int, b: int) -> bool:
    return tree.words[tokens[b - 1]] in ("”", "''", '"') and any(
        tree.words[t] in ("“", "``", '"') for t in tokens[a : b - 1]
    )


def head_words(tree: Tree, head: int) -> list[int]:
    """The noun with what stands tight before it, without determiners: "Iranian military officials"."""
    keep = ("compound", "amod", "nmod", "nummod")
    return [c for c in tree.children[head] if c < head and tree.deps[c] in keep] + [head]


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for, None where it stands in no relative clause."""
    for i in (pronoun, *tree.ancestors(pronoun)):
        if tree.deps[i] == "relcl":
            noun = tree.heads[i]
            return _somebody(tree, noun) if tree.lower[pronoun] in ("who", "whom") else noun
    return None


def _somebody(tree: Tree, noun: int) -> int:
    """ "Who" wants people: "respondents to a poll, who" means the respondents, though the poll stands nearer."""
    i = noun
    while tree.tags[i] == "NN" and not is_person(tree, i) and tree.deps[i] == "pobj":
        i = tree.heads[tree.heads[i]]
        if tree.tags[i] in ("NNS", "NNP", "NNPS") or (tree.tags[i] == "NN" and is_person(tree, i)):
            return i
    return noun


def is_person(tree: Tree, noun: int) -> bool:
    """Whether a common noun speaks of people."""
    lemma = tree.lemmatizer.lemma(tree.lower[noun], "NN")
    known = lexicon()
    return known.nouns.get(lemma) == "person" or lemma in known.groups or tree.lower[noun] in known.groups


def complement_phrase(tree: Tree, head: int) -> list[int]:
    """The words of an adjective as a complement, without its own complements: "is very loyal" of "very loyal to"."""
    return trim(
        tree, tree.subtree(head, without=("conj", "cc", "advcl", "prep", "relcl", "appos", "xcomp", "ccomp")), head
    )
