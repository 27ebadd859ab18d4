"""To whom a relational noun ties: "leader of Hezbollah", "Iran's ally", "the Turkish president", "AU commissioner"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..syntax.phrases import NOUN_TAGS, PLACE_LABELS, conjuncts, noun_phrase
from ..syntax.remembered import remembered
from ..words.lexicon import lexicon
from ..words.wordlists import nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.tree import Tree

#: spaCy's labels of names that may own an office: countries and cities, peoples, organisations.
_OWNERS = frozenset({"GPE", "NORP", "ORG", "Country", "Place", "Organization", "ArmedGroup", "Alliance", "Government"})


class Tie(NamedTuple):
    """Whom a noun ties to: its head, the words that go into the relation, and the preposition of the lemma phrase."""

    other: int
    words: tuple[int, ...]
    preposition: str


def ties(tree: Tree, noun: int, words: tuple[int, ...]) -> Iterator[Tie]:
    """Whom the noun ties to, where `words` is the noun phrase: complements, owners, and names used as modifiers."""
    yield from complements(tree, noun, words)
    yield from _owners(tree, noun, words)


def complements(tree: Tree, noun: int, words: tuple[int, ...]) -> Iterator[Tie]:
    """Whom the prepositions after the noun tie it to: "leader of Hezbollah"."""
    shown = set(words)
    for prep in tree.kids(noun, ("prep",)):
        if prep in shown and prep > noun and tree.tags[prep] in ("IN", "TO"):
            whole = office(tree, noun, prep)
            if whole is not None:
                yield from _beyond(tree, words, *whole)
                continue
            before = tuple(t for t in words if t <= prep)
            for p in tree.kids(prep, ("pobj",)):
                if tree.lower[prep] == "between" and len(conjuncts(tree, p)) > 1:
                    continue  # it ties to all of them together
                for o in conjuncts(tree, p):
                    yield Tie(o, before, tree.lower[prep])


def _owners(tree: Tree, noun: int, words: tuple[int, ...]) -> Iterator[Tie]:
    """Whose office or relative it is: "Iran's ally", "the Turkish president"."""
    shown = set(words)
    if not is_role(tree, noun):
        return
    end, joined = whole_office(tree, noun)
    for c in tree.children[noun]:
        if c > noun or c not in shown:
            continue
        if tree.deps[c] == "poss":
            below = set(tree.subtree(c))
            for o in conjuncts(tree, c):
                yield Tie(o, tuple(t for t in words if t not in below and c < t <= end), joined)
        elif tree.deps[c] in ("amod", "compound", "nmod") and (is_owner(tree, c) or _is_partisan(tree, noun, c)):
            below = set(tree.subtree(c))
            first = [t for t in words if t <= end and t not in below and tree.deps[t] != "det" and t > c]
            yield Tie(c, tuple(first), joined)


def _is_partisan(tree: Tree, noun: int, name: int) -> bool:
    """ "A Mandela supporter", "Nelson Mandela's critics": a role that people have toward the person named before it."""
    own = tree.tags[name] in ("NNP", "NNPS") and tree.labelled(name, ("PERSON", "Person"))
    return own and tree.lemmatizer.lemma(tree.lower[noun], "NN") in nouns().partisans


def whole_office(tree: Tree, noun: int) -> tuple[int, str]:
    """The last word of an office and what joins it to its owner: "chief of staff" of "Novak's chief of staff"."""
    for prep in tree.kids(noun, ("prep",)):
        found = office(tree, noun, prep) if prep > noun else None
        if found is not None:
            name, end = found
            return end, f"{name.split(' ', 1)[1]} of"
    return noun, "of"


def office(tree: Tree, noun: int, prep: int) -> tuple[str, int] | None:
    """The name of an office made of two nouns, and where it ends: "chief of staff", "commander in chief".

    The second noun stands bare, singular and not plain owner: "chief of staff of the army", not "leader of Hamas".
    """
    second = tree.kid(prep, "pobj", "pcomp")
    if second != prep + 1 or tree.tags[second] not in ("NN", "NNP", "JJ") or prep != noun + 1:
        return None
    phrase = f"{tree.lower[noun]} {tree.lower[prep]} {tree.lower[second]}"
    return (phrase, second) if phrase in nouns().offices else None


def _beyond(tree: Tree, words: tuple[int, ...], name: str, end: int) -> Iterator[Tie]:
    """Whom an office of two nouns ties to: what hangs on either of them after it."""
    for prep in (k for k in words if k > end and tree.tags[k] == "IN" and tree.heads[k] <= end):
        for p in tree.kids(prep, ("pobj",)):
            for o in conjuncts(tree, p):
                yield Tie(o, tuple(t for t in words if t <= prep), f"{name.split(' ', 1)[1]} {tree.lower[prep]}")


@remembered
def is_role(tree: Tree, noun: int) -> bool:
    """Whether the noun names somebody by what he is to somebody: an office, a relative, a member, an ally."""
    lemma = tree.lemmatizer.lemma(tree.lower[noun], "NN") if tree.tags[noun][:2] == "NN" else tree.lower[noun]
    known = lexicon()
    return known.nouns.get(lemma) == "person" or lemma in known.titles or lemma in nouns().roles


def may_own(tree: Tree, title: int, other: int) -> bool:
    """Whether what "of" names behind a titled name is what the title is of, not where its bearer comes from."""
    place = tree.labelled(other, PLACE_LABELS)
    return not place or tree.lower[title] in nouns().of_lands


def is_owner(tree: Tree, word: int) -> bool:
    """Whether a modifier names a country, a people or an organisation."""
    if tree.tags[word] not in (*NOUN_TAGS, "JJ") or not tree.words[word][0].isupper():
        return False
    if word > 1 and tree.words[word - 1] == "-" and tree.lower[word - 2] in lexicon().prefixes:
        return False  # "anti-Russian protests"
    return tree.labelled(word, _OWNERS)


def is_name(tree: Tree, word: int) -> bool:
    """Whether the word belongs to somebody's or something's name; a month's or a day's is none."""
    if tree.tags[word] not in ("NNP", "NNPS"):
        return False
    return not tree.labelled(word, ("DATE", "TIME"))


def is_actor(tree: Tree, noun: int) -> bool:
    """Whether the word names or describes somebody that acts: a name, people, a body, a government."""
    if is_name(tree, noun):
        return True
    if tree.tags[noun] not in NOUN_TAGS:
        return False
    lemma, known = tree.lemmatizer.lemma(tree.lower[noun], "NN"), lexicon()
    acting = known.nouns.get(lemma) in ("person", "organization", "armed", "country")
    return acting or lemma in known.rulers or not known.groups.keys().isdisjoint((lemma, tree.lower[noun]))


def is_quantity(tree: Tree, noun: int) -> bool:
    """Whether the noun only says how much of its complement: "a number of", "56 percent of", "some of"."""
    return (
        tree.tags[noun] in ("CD", "DT", "JJS", "JJR")
        or tree.lower[noun] == "%"
        or tree.lemma(noun) in nouns().quantities
    )


def one_of(tree: Tree, noun: int) -> int:
    """The role that somebody is one of several to hold: "one of Iran's fiercest critics"."""
    if tree.lower[noun] != "one":
        return noun
    inner = [p for k in tree.kids(noun, ("prep",)) if tree.lower[k] == "of" for p in tree.kids(k, ("pobj",))]
    return inner[0] if inner and is_role(tree, inner[0]) else noun


def phrase_of(tree: Tree, head: int) -> tuple[int, ...]:
    """The words of a tie's other end, without the possessive "'s"."""
    return tuple(t for t in noun_phrase(tree, head) if tree.deps[t] != "case")
