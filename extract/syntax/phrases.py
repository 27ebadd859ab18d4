"""Which words of the sentence make up an argument: minimal but complete.

A modifier that restricts stays ("troops based in Latakia"); a comment goes ("Iran, which denies it,").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from ..words.wordlists import nouns
from .remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tree import Tree

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ"})
VERB_TAGS = FINITE_TAGS | {"VB", "VBG", "VBN"}
#: Tags a noun phrase's head may bear: nouns, pronouns, numbers ("three of them"), nominalised adjectives, determiners.
NOMINAL_TAGS = NOUN_TAGS | {"PRP", "CD", "DT", "WP", "WDT", "JJ", "JJS", "$", "EX", "PRP$", "FW"}
RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})
_LOOSE = frozenset({"prep", "advmod", "neg", "punct"})
_COORDINATION = frozenset({"conj", "cc", "preconj"})
#: Never part of the phrase that stands in a statement: asides and what is said of the phrase elsewhere.
_ASIDE = frozenset({"appos", "parataxis", "meta", "intj", "discourse"})
#: Words that open a coordination, and so belong to no one of its members.
_PAIRING = frozenset({"both", "either", "neither"})
#: Conjuncts that name nobody: "sixty people or more", "Leeds and elsewhere".
_REST = frozenset({"more", "less", "fewer", "so", "others", "elsewhere", "etc", "etc.", "such"})
#: How the recogniser labels names of persons and of places; a name may have a class of the ontology for a label, too.
PERSON_LABELS = frozenset({"PERSON", "Person"})
PLACE_LABELS = frozenset({"GPE", "LOC", "Place", "Country"})
#: A straight mark does either.
OPENING_QUOTES = frozenset({'"', "“", "``"})
CLOSING_QUOTES = frozenset({'"', "”", "''"})
_TRIM = frozenset(
    {",", ";", ":", ".", "-", "–", "—", "--", "(", ")", '"', "“", "”", "''", "``", "'", "‘", "’", "?", "!", "and", "or"}
)
_BRACKETS = {"(": ")", "[": "]", "{": "}", "-LRB-": "-RRB-"}
_CLOSERS = frozenset(_BRACKETS.values())
_QUOTE_ENDS = {'"': ('"', "''"), "“": ("”",), "``": ("''", '"'), "`": ("'",), "‘": ("’",), "«": ("»",)}
_PAIRED = frozenset({*_BRACKETS, *_CLOSERS, *_QUOTE_ENDS, "”", "''", "»"})


@remembered
def conjuncts(tree: Tree, head: int) -> tuple[int, ...]:
    """The heads coordinated with `head` ("Iran, Russia and Turkey"), `head` first, in the sentence's order."""
    out = [head]
    for i in out:
        for c in tree.children[i]:
            if tree.deps[c] == "conj" and c > i and tree.lower[c] not in _REST:
                out.append(c)
    return tuple(sorted(out))


def first_conjunct(tree: Tree, head: int) -> int:
    """The first of the heads that `head` is coordinated with, itself where there is none."""
    while tree.deps[head] == "conj" and tree.heads[head] != head:
        head = tree.heads[head]
    return head


@remembered
def noun_phrase(tree: Tree, head: int, *, coordination: bool = False) -> tuple[int, ...]:
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
            if (dep in _ASIDE and not (dep == "appos" and is_larger_place(tree, i, c))) or (
                i == head and not coordination and dep in _COORDINATION
            ):
                continue
            if i == head and (dep == "case" or (tree.lower[c] in _PAIRING and tree.kid(i, "conj") is not None)):
                continue
            if dep in ("relcl", "acl", "advcl", "amod") and is_comment(tree, i, c):
                continue
            if dep == "relcl" and "(" not in tree.words[i:c] and any(i < k < c for k in tree.kids(i, ("appos",))):
                continue  # "Hall, a poet who"
            if dep == "relcl" and _is_bare_name(tree, i):
                continue
            if dep in _LOOSE and i == head and c > head and (is_comment(tree, i, c) or _is_stranded(tree, c)):
                continue
            todo.append(c)
    if not coordination:
        out.extend(_shared_complement(tree, head))
    out.sort()
    return tuple(trim(tree, _without_loose_commas(tree, out), head))


def _is_stranded(tree: Tree, prep: int) -> bool:
    """Whether a preposition's noun stands elsewhere: "a house he had access to"."""
    return tree.deps[prep] == "prep" and not tree.children[prep]


def _is_bare_name(tree: Tree, noun: int) -> bool:
    """Whether a noun is somebody's name, which needs no restriction: "was drafted by Ada Hall who spoke on Monday"."""
    return tree.tags[noun] == "NNP" and tree.labelled(noun, PERSON_LABELS) and tree.kid(noun, "det", "amod") is None


def _shared_complement(tree: Tree, head: int) -> list[int]:
    """ "the families and friends of the victims": nouns under one determiner share what "of" says."""
    if tree.tags[head] not in ("NN", "NNS") or tree.kid(head, "prep", "relcl", "acl") is not None:
        return []
    if any(tree.tags[k] == "NNP" for k in tree.kids(head, ("compound", "nmod"))):
        return []  # "the Nokia founder and son of a smith"
    first = first_conjunct(tree, head)
    members = conjuncts(tree, first)
    if len(members) < 2 or tree.kid(first, "det") is None:
        return []
    for m in members:
        if tree.tags[m] not in ("NN", "NNS") or (m != first and tree.kid(m, "det", "poss", "nummod") is not None):
            return []
    of = next((k for m in members for k in tree.kids(m, ("prep",)) if tree.lower[k] == "of"), None)
    return tree.subtree(of) if of is not None and of == members[-1] + 1 else []


def _without_loose_commas(tree: Tree, tokens: list[int]) -> list[int]:
    """Without the commas and dashes that set off something left out."""
    kept = set(tokens)
    return [
        t
        for t in tokens
        if tree.words[t] not in (",", "–", "—", "--") or (t + 1 in kept and t - 1 in kept and tree.words[t + 1] != ",")
    ]


def is_larger_place(tree: Tree, place: int, larger: int) -> bool:
    """Whether an apposition only says where the place lies: "Hillsborough, North Carolina"."""
    if (
        not tree.names
        or tree.tags[larger] != "NNP"
        or leftmost(tree, larger) != place + 2
        or tree.words[place + 1] != ","
    ):
        return False
    labels = {t: label for a, b, label in tree.names for t in (place, larger) if a <= t < b}
    return labels.get(place) in PLACE_LABELS and labels.get(larger) in PLACE_LABELS


@remembered
def is_comment(tree: Tree, head: int, modifier: int) -> bool:
    """Whether a modifier after its head is set off by a comma, a dash or a bracket, and so only adds."""
    first = leftmost(tree, modifier)
    return first > head and first > 0 and tree.words[first - 1] in (",", "–", "—", "--", "(", ";", ":")


@remembered
def leftmost(tree: Tree, i: int) -> int:
    """The index of the first word at or below `i`."""
    first = i
    todo = [i]
    while todo:
        for c in tree.children[todo.pop()]:
            first = min(first, c)
            todo.append(c)
    return first


def trim(tree: Tree, tokens: Sequence[int], head: int) -> list[int]:
    """Cut punctuation and dangling conjunctions off both ends, and brackets that are not closed."""
    words = tree.words
    a, b = 0, len(tokens)
    while a < b and tokens[a] != head and words[tokens[a]] in _TRIM and not _opens(tree, tokens, a, b):
        a += 1
    while b > a and tokens[b - 1] != head and words[tokens[b - 1]] in _TRIM and not _closes(tree, tokens, a, b):
        b -= 1
    out = _balanced(tree, list(tokens[a:b]))
    after = out[-1] + 1 if out else len(words)
    inserted = after < len(words) and words[after] == "]" and "[" in words[out[-1]][1:]
    return [*out, after] if inserted else out  # "the largest reserve[s]"


def _balanced(tree: Tree, tokens: list[int]) -> list[int]:
    """Without brackets and quotation marks that lack their other half, and without empty brackets."""
    words = tree.words
    marks = [t for t in tokens if words[t] in _PAIRED]
    if not marks:
        return tokens
    drop: set[int] = set()
    opened: list[int] = []
    for t in marks:
        word = words[t]
        if word in _BRACKETS:
            opened.append(t)
        elif word in _CLOSERS:
            if opened and _BRACKETS.get(words[opened[-1]]) == word:
                if not any(opened[-1] < k < t for k in tokens):
                    drop.update((opened[-1], t))
                opened.pop()
            else:
                drop.add(t)
        elif opened and word in _QUOTE_ENDS.get(words[opened[-1]], ()):
            opened.pop()
        elif word in _QUOTE_ENDS:
            opened.append(t)
        else:
            drop.add(t)
    drop.update(opened)
    return [t for t in tokens if t not in drop] if drop else tokens


def _opens(tree: Tree, tokens: Sequence[int], a: int, b: int) -> bool:
    return tree.words[tokens[a]] in OPENING_QUOTES and any(tree.words[t] in CLOSING_QUOTES for t in tokens[a + 1 : b])


def _closes(tree: Tree, tokens: Sequence[int], a: int, b: int) -> bool:
    return tree.words[tokens[b - 1]] in CLOSING_QUOTES and any(
        tree.words[t] in OPENING_QUOTES for t in tokens[a : b - 1]
    )


def has_to(tree: Tree, verb: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(tree.lower[k] == "to" and tree.deps[k] == "aux" for k in tree.children[verb])


def head_words(tree: Tree, head: int) -> list[int]:
    """The noun with what stands tight before it, of determiners only "no": "Iranian military officials"."""
    keep = ("compound", "amod", "nmod", "nummod")
    before = [c for c in tree.children[head] if c < head and (tree.deps[c] in keep or tree.lower[c] == "no")]
    return [*before, head]


def is_person(tree: Tree, noun: int) -> bool:
    """Whether a common noun speaks of people."""
    lemma = tree.lemmatizer.lemma(tree.lower[noun], "NN")
    known = lexicon()
    return known.nouns.get(lemma) == "person" or lemma in known.groups or tree.lower[noun] in known.groups


def is_thing(tree: Tree, noun: int) -> bool:
    """Whether a common noun speaks of what does nothing of its own will: no people, no body, no country."""
    if tree.tags[noun] not in ("NN", "NNS") or is_person(tree, noun):
        return False
    lemma, known = tree.lemma(noun), lexicon()
    return known.nouns.get(lemma) not in ("organization", "armed", "country") and lemma not in known.rulers


def may_act(tree: Tree, noun: int) -> bool:
    """Whether somebody, a body, or a name: "the problem lies in finding work" finds none."""
    if tree.tags[noun] not in ("NN", "NNS") or is_person(tree, noun):
        return True
    lemma, known = tree.lemma(noun), lexicon()
    return lemma in known.nouns or lemma in known.rulers


def is_act(tree: Tree, noun: int) -> bool:
    """Whether the noun tells an act: "attack", "support", "withdrawal", "criticism", "ouster"."""
    lemma, known = tree.lemma(noun), nouns()
    if lemma in known.acts or lemma in known.suffered:
        return True
    return lemma.endswith(known.act_suffixes) and lemma not in known.not_acts


def complement_phrase(tree: Tree, head: int) -> list[int]:
    """The words of an adjective as a complement, without its own complements: "is very loyal" of "very loyal to"."""
    measures = [t for k in tree.kids(head, ("prep",)) if tree.lower[k] == "than" for t in tree.subtree(k)]
    bare = _adjective(tree, head, _COORDINATION | _ASIDE | {"advcl", "prep", "relcl", "ccomp"})
    return [*bare, *measures] if measures and measures[0] == bare[-1] + 1 else bare


def whole_complement(tree: Tree, head: int) -> list[int]:
    """The same with its complements: "very loyal to him", "larger than Rome", "able to stop you from selling"."""
    return _adjective(tree, head, _COORDINATION | _ASIDE | {"advcl", "relcl"})


def _adjective(tree: Tree, head: int, left_out: frozenset[str]) -> list[int]:
    out = [head]
    for c in tree.children[head]:
        if tree.deps[c] not in left_out and not (c > head and is_comment(tree, head, c)):
            out.extend(tree.subtree(c))
    return trim(tree, sorted(out), head)
