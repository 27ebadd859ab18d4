"""Titles and descriptions before a name: "President Bashar al-Assad", "Niger's president Mahamadou Issoufou"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..syntax.phrases import NOUN_TAGS, PERSON_LABELS, conjuncts, first_conjunct, noun_phrase
from ..words.lexicon import lexicon
from ..words.wordlists import nouns
from .appositions import owner_first, tied
from .ties import complements, is_owner, is_role, may_own, whole_office
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

_NAME_TAGS = frozenset({"NNP", "NNPS", "HYPH", "FW"})
_TIMES = ("DATE", "TIME")
_PARTS = frozenset({"mainland", "downtown"})
_WHOLE = frozenset({"ORG", "Organization", "FAC"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det"})
#: spaCy's labels of what a common noun before the name may describe: "news agency Xinhua", "the capital Aden".
_DESCRIBED = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "Person", "Organization", "ArmedGroup", "Place"}
)


def title_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, title), and (name, is title of, body) where the phrase says of what."""
    for head, tag in enumerate(tree.tags):
        if tag not in ("NNP", "NNPS") or tree.deps[head] == "compound":
            continue
        titled = _titled(tree, head) or _shared_title(tree, head)
        if titled is None:
            continue
        title, words, name = titled
        if all(tree.lower[t] in nouns().honorifics for t in words):
            continue
        if tree.tags[title] not in ("NNS", "NNPS") or tree.kid(title, "det", "poss", "nummod") is None:
            yield Triple("title", title, head, title, name, (), words, "be", unspoken=True)  # no one is "his two sons"
        yield from tied(tree, "title", head, name, title, complements(tree, title, words))
        yield from _of_after(tree, head, title, name, words)
        yield from _owners(tree, head, title, name, words)


class _Titled(NamedTuple):
    title: int  # the noun
    words: tuple[int, ...]  # of the title
    name: tuple[int, ...]


def _titled(tree: Tree, head: int) -> _Titled | None:
    """A name with a title before it."""
    phrase = _premodified(tree, head)
    found = _title(tree, phrase, head)
    if found is None:
        return None
    title, end = found
    if all(tree.lower[t] in lexicon().titles or is_role(tree, t) for t in phrase if t > end):
        return None  # "the Governor General"
    return _Titled(title, tuple(t for t in phrase if t <= end), tuple(t for t in phrase if t > end))


def _shared_title(tree: Tree, head: int) -> _Titled | None:
    """ "Presidents Sall and Biya": a title in the plural is that of each of the names after it."""
    if tree.deps[head] != "conj":
        return None
    first = first_conjunct(tree, head)
    titled = _titled(tree, first)
    if titled is None or tree.tags[titled.title] not in ("NNS", "NNPS"):
        return None
    return titled._replace(name=tuple(_premodified(tree, head)))


def owner_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, owner's) for a name whose owner is named: "BBC's Jonathan Marcus", "Thailand's Pheu Thai Party"."""
    for head, tag in enumerate(tree.tags):
        owner = tree.kid(head, "poss") if tag in ("NNP", "NNPS") else None
        if owner is None or tree.tags[owner] not in ("NNP", "NNPS") or tree.kid(owner, "case") is None:
            continue
        phrase = _premodified(tree, head)
        if _title(tree, phrase, head) is not None or not any(a <= head < b for a, b, _ in tree.names):
            continue
        own = set(tree.subtree(owner))
        name = tuple(t for t in phrase if t not in own)
        yield Triple("owner", head, head, owner, name, (), tuple(sorted(own)), "be of", unspoken=True)


def _premodified(tree: Tree, head: int) -> list[int]:
    """The unbroken run of words before the head that belong to it, and the head."""
    before = [c for c in tree.children[head] if c < head and (tree.deps[c] in _MODIFIERS or tree.words[c] == "-")]
    below = {t for c in before for t in tree.subtree(c)}
    first = head
    while first - 1 in below:
        first -= 1
    return list(range(first, head + 1))


def _title(tree: Tree, phrase: list[int], head: int) -> tuple[int, int] | None:
    """The title's noun and its last word: a known title or role, or a common noun right before a recognised name."""
    known = lexicon()
    starts = {a: label for a, b, label in tree.names if a <= head < b}
    found = None
    for t in phrase[:-1]:
        if tree.tags[t] not in NOUN_TAGS or tree.labelled(t, _TIMES):
            continue
        body = lexicon().nouns.get(tree.lower[head], "person") != "person" or tree.tags[head] == "NNPS"
        if tree.lower[t] in _PARTS or (body and any(a <= t and head < b and n in _WHOLE for a, b, n in tree.names)):
            continue  # "mainland Chad", "General Motors"
        title = tree.lower[t] in known.titles or (tree.tags[t] in ("NN", "NNS") and is_role(tree, t))
        before_name = tree.tags[t] in ("NN", "NNS") and starts.get(t + 1) in _DESCRIBED
        title = title or (t == phrase[0] and starts.get(t + 1) in PERSON_LABELS and is_role(tree, t))  # "Voter Ada Moe"
        if not (title or before_name):
            continue
        t = t + 1 if t + 1 < head and tree.heads[t] == t + 1 and is_role(tree, t + 1) else t  # "Chief Executive"
        end = max(k for k in tree.subtree(t) if k < head)  # "Secretary of State"
        if tree.tags[end + 1] == "HYPH":
            continue  # "Director-General"
        if all(tree.tags[k] in _NAME_TAGS for k in phrase if k > end):
            found = t, end
    return found


def _of_after(tree: Tree, head: int, title: int, name: tuple[int, ...], words: tuple[int, ...]) -> Iterator[Triple]:
    """ "Crown Prince Mohammed of Saudi Arabia": the title's complement stands behind the name."""
    for prep in tree.kids(head, ("prep",)):
        if tree.lower[prep] != "of" or prep < head:
            continue
        first = title if _is_rank(tree, title, words) else 0
        relation = (*(t for t in words if tree.deps[t] != "det" and t >= first), prep)
        for p in tree.kids(prep, ("pobj",)):
            for o in conjuncts(tree, p):
                if (tree.tags[o] == "NNS" and o != p) or not may_own(tree, title, o):
                    continue  # "Ana Berg of the Leeds lab and colleagues", "Professor Berg of Ohio"
                lemma = f"be {_singular(tree, title)} of"
                yield Triple(
                    "title-of", title, head, o, name, relation, tuple(noun_phrase(tree, o)), lemma, unspoken=True
                )


def _singular(tree: Tree, title: int) -> str:
    """ "Presidents Sall and Biya": each of them is one."""
    plural = tree.tags[title] in ("NNS", "NNPS")
    return tree.lemmatizer.lemma(tree.lower[title], "NNS") if plural else tree.lower[title]


def _owners(tree: Tree, head: int, title: int, name: tuple[int, ...], words: tuple[int, ...]) -> Iterator[Triple]:
    """ "Turkish President Erdogan", "Niger's president Issoufou": the title's owner stands before it.

    As many owners as names pair off: "Russian and Turkish ministers Lavrov and Fidan".
    """
    if not is_role(tree, title):
        return
    owners = [o for o in words if o < title and (tree.deps[o] == "poss" or _names_owner(tree, o, title))]
    names = conjuncts(tree, first_conjunct(tree, head))
    if len(owners) == len(names) > 1:
        owners = [owners[names.index(head)]]
    for o in owners:
        below = {o, *(t for k in tree.children[o] if k < o or tree.deps[k] == "case" for t in tree.subtree(k))}
        left_out = below.union(*(tree.subtree(k) for k in tree.kids(title, ("cc", "conj"))))
        left_out.update(t for t in words if tree.deps[t] in ("cc", "conj"))
        office = title - 1 if o < title - 1 and _is_rank(tree, title, words) else title
        if tree.heads[o] in words and tree.heads[o] < title and is_role(tree, tree.heads[o]):
            office = tree.heads[o]  # "CIA officer and analyst Paul Kerr": an officer of it
        end, joined = whole_office(tree, office)
        relation = (*_described(tree, title, o), *(t for t in words if o < t <= end and t not in left_out))
        named = next((range(a, b) for a, b, _ in tree.names if a <= o < b), below)
        if max(named) == o and set(named) <= set(words):
            first = next((t for t in named if tree.words[t][0].isupper() and tree.tags[t] != "DT"), o)
            below = set(range(first, o + 1))  # "Institute of Technology"
        else:
            below = {t for t in below if tree.deps[t] not in ("case", "det", "cc") and t in named}
        other = tuple(sorted(below))
        lemma = f"be {tree.lemma(office)} {joined}"
        if relation and other:
            yield owner_first(tree, Triple("title-of", office, head, o, name, relation, other, lemma, unspoken=True))


def _described(tree: Tree, title: int, owner: int) -> tuple[int, ...]:
    """The adjectives that stand before the owner and say which office it is: "presumptive", "former", "deputy"."""
    return tuple(k for k in tree.children[title] if k < owner and tree.tags[k] == "JJ" and not is_owner(tree, k))


def _is_rank(tree: Tree, title: int, words: tuple[int, ...]) -> bool:
    """ "EU chairperson President Novak": whether the title stands right behind an office, which the owner goes with."""
    office = title - 1
    common = office in words and tree.tags[office] in ("NN", "NNS") and tree.lower[office] not in ("deputy", "vice")
    return common and tree.lower[title] in lexicon().titles and is_role(tree, office)


def _names_owner(tree: Tree, word: int, title: int) -> bool:
    """Whether the word is the last of an owner's name; an acronym right before a title is one that no list knows."""
    if is_owner(tree, word) and any(word == b - 1 for _, b, _ in tree.names):
        return True
    acronym = tree.words[word].isupper() and tree.tags[word] == "NNP" and len(tree.words[word]) > 1
    return acronym and word == title - 1 and not is_role(tree, word) and not tree.labelled(word, PERSON_LABELS)
