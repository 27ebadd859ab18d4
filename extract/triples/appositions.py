"""Appositions: what a noun phrase is said to be in passing.

"Mohammad Bagheri, the chief of staff of the Iranian Armed Forces"; "the group's leader, Hassan Nasrallah"; "Sharif
Hotak, of the provincial council".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import (
    NOUN_TAGS,
    PERSON_LABELS,
    PLACE_LABELS,
    conjuncts,
    first_conjunct,
    is_act,
    is_larger_place,
    is_person,
    leftmost,
    noun_phrase,
)
from ..syntax.subjects import predicated_of
from ..words.lexicon import lexicon
from ..words.wordlists import nouns
from .likeness import unlike
from .prepositional import SHARES
from .ties import Tie, is_role, may_own, one_of, phrase_of, ties
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: "One of its specialists, Steve White": a number or determiner may be described too.
_HEADS = NOUN_TAGS | {"CD", "DT"}
_WHOLE = frozenset({"both", "all"})
#: Adverbs before an example, which is a member of the kind, not another name of it (see `lists`).
_EXAMPLE = frozenset({"particularly", "especially", "notably", "namely", "including", "mainly", "mostly", "chiefly"})


def apposition_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is, description) for each apposition, and (name, is description of, whole) where it says of what."""
    people = {t for first, end, label in tree.names if label in PERSON_LABELS for t in range(first, end)}
    for a, dep in enumerate(tree.deps):
        if dep != "appos" or tree.tags[tree.heads[a]] not in _HEADS:
            continue
        if tree.tags[a] not in NOUN_TAGS and one_of(tree, a) == a:
            continue
        if is_larger_place(tree, tree.heads[a], a) or _side_by_side(tree, tree.heads[a], a):
            continue
        if _of_larger_place(tree, tree.heads[a], a):
            continue
        if {tree.heads[a], a} <= people or _of_unlike_names(tree, tree.heads[a], a):
            continue
        if any(tree.lower[k] in _EXAMPLE for k in tree.children[a]) or _amounts(tree, tree.heads[a], a):
            continue
        if _enumerated(tree, tree.heads[a], a) or _in_series(tree, tree.heads[a], a):
            continue
        if _names_nothing(tree, tree.heads[a], a) or unlike(tree, tree.heads[a], a):
            continue
        first = tree.heads[a]
        while tree.deps[first] == "appos":  # a chain describes its first member
            first = tree.heads[first]
        if in_brackets(tree, leftmost(tree, a)) and (
            len(noun_phrase(tree, a)) == 1 or tree.kid(a, "nummod") is not None
        ):
            continue  # an acronym is another name, an amount the same in other units
        name, description = (first, a) if not _describes(tree, first, a) else (a, first)
        if description == a and (said_of := predicated_of(tree, first, clause=False)) is not None:
            name = said_of  # "he is a poet, a master of the ode"
        members = _all_named(tree, name, description)
        if name > description and spells_out(tree, description, name):
            members = [n for n in conjuncts(tree, name) if tree.tags[n] in ("NNP", "NNPS")]
        for at, n in enumerate(members):
            shown = tuple(noun_phrase(tree, n))
            for d in conjuncts(tree, description):
                if description < n < d:
                    continue  # "his wife, Ada, two sons, and a brother"
                words = _said_of_one(tree, d) if len(members) > 1 else tuple(noun_phrase(tree, d))
                if not words or set(words) & set(shown):
                    continue
                paired = [_paired(tree, tie, at, len(members)) for tie in ties(tree, one_of(tree, d), words)]
                if None not in paired:
                    yield Triple("apposition", d, n, d, shown, (), words, "be", unspoken=True)
                yield from tied(
                    tree, "apposition", n, shown, one_of(tree, d), (tie for tie in paired if tie is not None)
                )


def _of_unlike_names(tree: Tree, first: int, second: int) -> bool:
    """Whether both are bare names and only one is somebody's: "told Reuters, Ada Hall"."""
    if {tree.tags[first], tree.tags[second]} != {"NNP"} or is_role(tree, first) or is_role(tree, second):
        return False
    body = lexicon().nouns.get(tree.lower[second]) == "organization" and tree.labelled(second, ("ORG", "Organization"))
    if tree.kid(first, "det", "prep", "poss") is not None:
        return False
    if tree.kid(second, "det", "prep", "poss") is not None and not body:
        return False
    people = [tree.labelled(n, PERSON_LABELS) for n in (first, second)]
    return any(people) and any(tree.labelled(n, ("ORG", "GPE", "Country")) for n in (first, second))


def _paired(tree: Tree, tie: Tie, at: int, names: int) -> Tie | None:
    """ "his Kenyan and Ugandan colleagues, Otieno and Okello": the first of the first; None where they do not pair."""
    owners = conjuncts(tree, tie.other)
    if names == 1 or len(owners) == 1 or tree.deps[tie.other] not in ("amod", "compound", "nmod"):
        return tie
    return tie._replace(other=owners[at]) if len(owners) == names and tie.other == owners[0] else None


def spells_out(tree: Tree, plural: int, first: int) -> bool:
    """Whether several names say who a plural speaks of: "met two envoys, Ana Ruiz and Luc Morel"."""
    counted = tree.tags[plural] == "NNPS" and tree.kid(plural, "nummod") is not None  # "three Kenyans"
    if not (tree.tags[plural] == "NNS" or counted) or tree.tags[first] != "NNP" or tree.lower[plural] == "others":
        return False
    if is_person(tree, plural) and any(_is_place(tree, n) for n in conjuncts(tree, first)):
        return False  # "envoys from two cities, Norway and Chad": a list of who came
    told = any(tree.tags[t] in ("VBD", "VBZ", "VBP") for t in noun_phrase(tree, plural) if t < first)
    return not told and any(tree.tags[n] == "NNP" for n in conjuncts(tree, first) if n != first)


def _said_of_one(tree: Tree, plural: int) -> tuple[int, ...]:
    """The words of a plural that hold of each: not "both", not how many."""
    counting = (k for k in tree.children[plural] if tree.lower[k] in _WHOLE | {"only"} or tree.deps[k] == "nummod")
    dropped = {t for k in counting for t in tree.subtree(k)}
    return tuple(t for t in noun_phrase(tree, plural) if t not in dropped)


def _all_named(tree: Tree, name: int, description: int) -> list[int]:
    """ "Japan and Korea, both allies of Washington": a plural describes each of those before it."""
    group = [n for n in conjuncts(tree, first_conjunct(tree, name)) if n < description]
    plural = tree.tags[description] == "NNS" and any(tree.lower[k] in _WHOLE for k in tree.children[description])
    return group if plural and len(group) > 1 and name in group else [name]


def tied(tree: Tree, rule: str, name: int, shown: tuple[int, ...], noun: int, to: Iterable[Tie]) -> Iterator[Triple]:
    """(name, is leader of, Hezbollah) for a description that says to whom it ties."""
    for tie in to:
        other = phrase_of(tree, tie.other)
        if tie.words and tie.other != name and not set(other) & set(shown):
            lemma = f"be {tree.lemma(noun).lower()} {tie.preposition}"
            made = Triple(f"{rule}-of", noun, name, tie.other, shown, tie.words, other, lemma, unspoken=True)
            yield owner_first(tree, made)


def owner_first(tree: Tree, triple: Triple) -> Triple:
    """ "Novak's mother, Ana": to be read as "Ana is Novak's mother", since the owner stands before what he owns."""
    first, last = min(*triple.relation, *triple.object), max(triple.relation)
    whole = tuple(range(first, last + 1))
    joined = any(tree.deps[t] == "cc" and t not in triple.object for t in whole)
    if last < triple.object[-1] or joined or set(whole) & set(triple.subject):
        return triple
    return triple._replace(reading=(triple.subject, (), whole))


def _enumerated(tree: Tree, first: int, second: int) -> bool:
    """ "wants a higher wage, a lower tax, term limits and": three or more common nouns in a row are a list."""
    row = (first, second, *tree.kids(second, ("appos", "conj")))
    if tree.deps[first] == "appos":
        row = (tree.heads[first], *row)
    things = all(tree.tags[n] in ("NN", "NNS") and not is_person(tree, n) for n in row)
    definite = any(tree.lower[k] in ("the", "this") for k in tree.children[first])  # "the palace, once a church and"
    return len(row) > 2 and things and not definite and any(tree.kid(n, "cc") is not None for n in row)


def _in_series(tree: Tree, first: int, second: int) -> bool:
    """ "her work for the Party, the presidency of Novak, and the hopes": things behind a name, then ", and" more.

    Nobody is an act either: "his support for Hall, the difficulty of reading".
    """
    if tree.tags[first] != "NNP" or is_role(tree, second) or is_person(tree, second) or first > second:
        return False
    if tree.labelled(first, PERSON_LABELS) and tree.tags[second] == "NN" and _is_abstract(tree, second):
        return True
    kind = lexicon().nouns.get(tree.lemma(second))
    if tree.labelled(first, (*PLACE_LABELS, "ORG")) and is_act(tree, second) and kind != "organization":
        return True  # "runs for Congress, his next run for mayor, and"
    after = max(tree.subtree(second)) + 1
    if tree.tags[second] == "NN" and tree.lower[leftmost(tree, second)] != "the":
        return False
    return (
        after + 1 < len(tree)
        and tree.words[after] == ","
        and tree.lower[after + 1] == "and"
        and tree.deps[after + 1] == "cc"
        and tree.heads[after + 1] in set(tree.ancestors(first)) - {tree.root}
        and tree.tags[tree.heads[after + 1]] in NOUN_TAGS
    )


def _names_nothing(tree: Tree, first: int, second: int) -> bool:
    """Whether a common noun beside a name is no description of it.

    Facts and ways have clauses, not names ("the fact the book, the Iliad, is old"); a description behind a name is set
    off from it ("trailed Ada Hall in the Lund match-up").
    """
    name, noun = (first, second) if tree.tags[first] == "NNP" else (second, first)
    if tree.tags[name] != "NNP" or tree.tags[noun] not in ("NN", "NNS"):
        return False
    known = nouns()
    if tree.lemma(noun) in (known.contents | known.gaps) - known.messages - known.events and not is_person(tree, noun):
        return lexicon().nouns.get(tree.lemma(noun)) is None
    before = leftmost(tree, noun) - 1
    return noun > name and tree.words[before][-1].isalnum()


def _is_abstract(tree: Tree, noun: int) -> bool:
    """Whether a noun tells an act or a quality; a charity and a community are bodies."""
    unknown = tree.lemma(noun) not in lexicon().nouns
    return is_act(tree, noun) or (unknown and tree.lower[noun].endswith(nouns().abstract_suffixes))


def _amounts(tree: Tree, first: int, second: int) -> bool:
    """ "five Kenyans, four Ghanaians", "ten for Chad, 31% for Mali": what is counted twice, or a share, is a list."""
    counted = tree.kid(second, "nummod") is not None or tree.tags[second] == "CD"
    named = tree.tags[first] in ("NN", "NNP", "NNPS") and tree.tags[second] == "NNS" and not is_person(tree, second)
    return counted and (tree.kid(first, "nummod") is not None or tree.lower[second] in SHARES or named)


def _of_larger_place(tree: Tree, noun: int, larger: int) -> bool:
    """ "the city of Recife, Brazil": a place after the comma says where the other one lies."""
    inner = (p for k in tree.kids(noun, ("prep",)) if tree.lower[k] == "of" for p in tree.kids(k, ("pobj",)))
    return any(leftmost(tree, larger) == p + 2 and _is_place(tree, p) and _is_place(tree, larger) for p in inner)


def _is_place(tree: Tree, noun: int) -> bool:
    return tree.labelled(noun, PLACE_LABELS)


def _side_by_side(tree: Tree, first: int, second: int) -> bool:
    """Whether two nouns only stand together: a time and what follows it, parts of one name, a town and its state."""
    if tree.labelled(first, ("DATE", "TIME")) or tree.labelled(second, ("DATE", "TIME")):
        return True
    if _is_place(tree, second) and leftmost(tree, second) == first + 2 and first and tree.words[first][0].isupper():
        return not tree.labelled(first, PERSON_LABELS)  # "from Thesprotia, Greece"
    if not {tree.tags[first], tree.tags[second]} <= {"NNP", "NNPS"}:
        return False
    if all(tree.words[t][0].isalnum() for t in range(first, second)):
        return True
    people = tree.labelled(first, PERSON_LABELS) or tree.labelled(second, PERSON_LABELS)
    clauses = {t for k in tree.kids(second, ("relcl", "acl")) for t in tree.subtree(k)}
    return not people and all(tree.tags[t] in ("NNP", "NNPS") for t in noun_phrase(tree, second) if t not in clauses)


def _describes(tree: Tree, first: int, second: int) -> bool:
    """Whether the first member describes and the second names: "the group's leader, Hassan Nasrallah"."""
    titled = tree.lower[first] in lexicon().titles and tree.labelled(second, PERSON_LABELS)
    common = (
        tree.tags[first] in ("NN", "NNS", "CD", "DT")
        or titled
        or (tree.tags[first] == "NNPS" and tree.kid(first, "nummod") is not None)
    )
    return common and tree.tags[second] in ("NNP", "NNPS")


def in_brackets(tree: Tree, i: int) -> bool:
    """Whether a word stands right behind an opening bracket."""
    return i > 0 and tree.words[i - 1] in ("(", "[", "-LRB-")


def belonging_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """(name, is of, body): "Sharif Hotak, of the council, said"; for people without commas too: "Smith of PBS"."""
    people = {t for first, end, label in tree.names if label in PERSON_LABELS for t in range(first, end)}
    for prep, lower in enumerate(tree.lower):
        if lower not in ("of", "from") or tree.deps[prep] != "prep":
            continue
        name = tree.heads[prep]
        if tree.words[prep - 1] != "," and not (lower == "of" and name in people):
            continue
        if name > prep or tree.tags[name] != "NNP":
            continue
        shown = tuple(t for t in noun_phrase(tree, name) if t < prep)
        first = noun_phrase(tree, first_conjunct(tree, name))  # "Presidents Sall of Senegal and Biya of Cameroon"
        title = next((t for t in (*reversed(shown[:-1]), *first) if tree.lower[t] in lexicon().titles), None)
        for p in tree.kids(prep, ("pobj",)):
            words = tuple(noun_phrase(tree, p))
            if title is not None and tree.words[prep - 1] != "," and may_own(tree, title, p):
                continue  # "President Novak of Slovakia": the title says what he is of it
            if tree.tags[p] in NOUN_TAGS and not set(words) & set(shown):
                yield Triple("belonging", prep, name, p, shown, (prep,), words, f"be {lower}", unspoken=True)
