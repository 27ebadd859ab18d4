"""Verbal clauses → triples: one per (subject, argument)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOMINAL_TAGS, NOUN_TAGS, antecedent, complement_phrase, conjuncts, noun_phrase, trim
from ..syntax.wordlists import verbs
from .relation import LINKING, preposition, relation_label, relation_words
from .ties import is_name, is_quantity, phrase_of, ties
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

#: How many prepositions below an argument a named complement may stand and still say of the act what it is about.
_DEEPEST = 3
_PARTICIPLES = ("VBN", "VBD", "VBG")
#: Words that join the clause of what else happened, all that some verbs have beside a subject.
_OCCASIONS = frozenset({"when", "after", "before", "while", "as", "because", "since", "until", "where"})
#: Prepositional phrases that are adverbs.
_ADVERBS = frozenset({
    ("for", "instance"), ("for", "example"), ("in", "fact"), ("in", "addition"), ("in", "general"), ("in", "order"),
    ("in", "particular"), ("of", "course"), ("in", "contrast"), ("by", "contrast"), ("at", "least"), ("at", "all"),
    ("in", "turn"), ("as", "such"), ("on", "average"), ("so", "far"), ("at", "first"), ("at", "last"), ("in", "short"),
})  # fmt: skip


def verb_triples(tree: Tree, found: list[Clause]) -> Iterator[Triple]:
    """Triples of the sentence's clauses. A clause without a subject gives none; nor does one without an argument."""
    for clause in found:
        if clause.question or not clause.subjects:
            continue
        bare = list(_arguments(tree, clause))
        if not bare:
            continue
        inside = set(tree.subtree(_top(tree, clause.verb))) if clause.via in ("acl", "relcl", "noun") else {clause.verb}
        for s in clause.subjects:
            if _asked(tree, s) or _stands_for_clause(tree, clause, s):
                continue
            subject = _whose(tree, s) or tuple(t for t in noun_phrase(tree, s) if t not in inside) or (s,)
            for triple in bare:
                if triple.object_head != s and not set(triple.object) & set(subject):
                    yield triple._replace(subject_head=s, subject=subject)


def _top(tree: Tree, verb: int) -> int:
    """The first of the coordinated verbs that `verb` belongs to."""
    while tree.deps[verb] == "conj" and tree.tags[tree.heads[verb]][:2] == "VB":
        verb = tree.heads[verb]
    return verb


def _asked(tree: Tree, head: int) -> bool:
    """Whether the word only asks, or stands for what a clause is about: "what the rebels want"."""
    return tree.tags[head] == "WP" and tree.lower[head] in ("what", "who", "whom")


def _stands_for_clause(tree: Tree, clause: Clause, subject: int) -> bool:
    """Whether "it" only holds the place of a clause that comes later: "it is hard to find work"."""
    if tree.lower[subject] != "it" or tree.lemma(clause.verb) not in ("be", "become", "seem"):
        return False
    adjectives = [c for c in clause.complements if tree.tags[c][:2] == "JJ"]
    later = [k for c in (clause.verb, *adjectives) for k in tree.kids(c, ("xcomp", "ccomp", "advcl", "csubj")) if k > c]
    return bool(adjectives) and any(_told(tree, k) for k in later)


def _told(tree: Tree, clause: int) -> bool:
    """Whether a clause is an infinitive or opens with "that"."""
    return any(tree.lower[k] in ("to", "that") and tree.deps[k] in ("aux", "mark") for k in tree.children[clause])


def _whose(tree: Tree, head: int) -> tuple[int, ...]:
    """ "The minister whose party": a subject tied to the noun that its relative clause describes."""
    for k in tree.kids(head, ("poss",)):
        if tree.tags[k] == "WP$":
            owner = antecedent(tree, k)
            if owner is not None:
                phrase = noun_phrase(tree, head)
                below = set(phrase)
                return (*(t for t in noun_phrase(tree, owner) if t < k and t not in below), *phrase)
    return ()


def _arguments(tree: Tree, clause: Clause) -> Iterator[Triple]:
    """The clause's triples, their subject still to be filled in."""
    v = clause.verb
    words = relation_words(tree, clause)
    active = relation_label(tree, clause)
    label = f"be {tree.lower[v]}" if clause.passive else active
    blank = Triple("", v, -1, -1, (), words, (), label, via=clause.via)
    gap = set(tree.subtree(v)) if clause.via == "relcl" or tree.deps[v] == "relcl" else ()

    def noun(rule: str, o: int, relation: tuple[int, ...] = words, lemma: str = label, turned: bool = False) -> Triple:
        phrase = tuple(noun_phrase(tree, o))
        if gap and o < v:
            phrase = tuple(t for t in phrase if t not in gap) or phrase
        return blank._replace(rule=rule, object_head=o, relation=relation, object=phrase, lemma=lemma, turned=turned)

    def words_of(rule: str, o: int, relation: tuple[int, ...] = words, lemma: str = label) -> Triple:
        phrase = tuple(trim(tree, tree.subtree(o), o))
        return blank._replace(rule=rule, object_head=o, relation=relation, object=phrase, lemma=lemma, phrase=True)

    first = next((o for o in (*clause.objects, *clause.complements) if o > v), None)
    taken = _core(tree, first) if first is not None else ()
    for o in clause.objects:
        if tree.tags[o] in NOMINAL_TAGS and not _asked(tree, o) and not tree.lower[o].endswith(("self", "selves")):
            yield noun("object", o)
            yield from _inside(tree, noun("object-inside", o), words, label)
    for o in clause.datives:
        if first is not None:
            yield noun("dative", o, tuple(sorted({*words, *taken})), f"{label} {tree.lemma(first)} to")
    for o, by in clause.agents:
        yield noun("agent", o, (*words, by), active, turned=True)
    for o in clause.complements:
        if tree.tags[o] in _PARTICIPLES:
            continue
        if tree.deps[o] == "oprd" and first is not None and first < o:  # "called the plan a disaster"
            relation = tuple(sorted({*words, *taken}))
            yield words_of("object-complement", o, relation, f"{label} {tree.lemma(first)}")
        elif tree.tags[o] in NOMINAL_TAGS - {"JJ", "JJS"}:
            yield noun("complement", o)
            yield from _inside(tree, noun("complement-inside", o), words, label)
            yield from _owned(tree, noun("complement-of", o), words, label)
        else:
            phrase = tuple(complement_phrase(tree, o))
            yield blank._replace(rule="complement", object_head=o, object=phrase, phrase=True)
            inside = blank._replace(rule="complement-inside", object_head=o, object=phrase)
            yield from _inside(tree, inside, words, label)
    for prep, o in clause.preps:
        relation, lemma, rule = words, label, "prep"
        marker = preposition(tree, prep)
        if tree.lower[marker[0]] in _SOURCES or _is_adverb(tree, prep, o) or _is_absolute(tree, prep, o):
            continue
        if clause.contents and _is_date(tree, o):
            continue  # "said on Monday that": when alone says nothing
        if first is not None:
            before = (t for t in taken if prep < v or t < marker[0])
            relation = tuple(sorted({*words, *before}))
            lemma, rule = f"{label} {tree.lemma(first)}", "object-prep" if clause.objects else "complement-prep"
        elif tree.lower[prep] == "as":
            relation = tuple(sorted({*words, *_earlier(tree, clause, prep)}))
        elif (said := _predicative(tree, clause)) is not None and said[0] < prep:
            relation = tuple(sorted({*words, *preposition(tree, said[0]), *_core(tree, said[1])}))
            lemma = f"{label} {tree.lower[said[0]]} {tree.lemma(said[1])}"
        relation = (*relation, *marker)
        lemma = f"{lemma} {' '.join(tree.lower[p] for p in marker)}"
        if tree.deps[o] == "pcomp":
            yield words_of(rule + "-clause", o, relation, lemma)
        elif tree.tags[o] in NOMINAL_TAGS:
            yield noun(rule, o, relation, lemma)
            yield from _inside(tree, noun(f"{rule}-inside", o), relation, lemma, names=True)
    for o in clause.contents:
        if o > v or tree.lemma(v) in verbs().speech:
            yield _content(tree, clause, words_of("content", o))
    bare = first is None and not (clause.preps or clause.contents or clause.agents or clause.datives)
    for o in tree.kids(v, ("advcl",)) if bare else ():
        mark = tree.kid(o, "mark", "advmod")
        if mark is not None and v < mark < o and tree.lower[mark] in _OCCASIONS:
            made = words_of("occasion", o, (*words, mark), f"{label} {tree.lower[mark]}")
            yield made._replace(object=tuple(t for t in made.object if t > mark))
    for o in clause.adverbials:
        if o in words or tree.lower[o] in LINKING:
            continue
        if tree.deps[o] == "npadvmod" and tree.tags[o] in NOUN_TAGS:
            lemma = label if first is None else f"{label} {tree.lemma(first)}"
            yield words_of("adverbial", o, tuple(sorted({*words, *(t for t in taken if t < o)})), lemma)
        elif bare and tree.tags[o][:2] == "RB":
            yield words_of("adverbial", o)


def _is_adverb(tree: Tree, prep: int, noun: int) -> bool:
    """Whether preposition and noun are one adverb: "for instance", "in fact"; or open a purpose: "in order to"."""
    return not tree.kids(noun, ("det", "amod", "poss", "prep")) and (tree.lower[prep], tree.lower[noun]) in _ADVERBS


def _is_date(tree: Tree, noun: int) -> bool:
    return any(a <= noun < b and label == "DATE" for a, b, label in tree.names)


def _predicative(tree: Tree, clause: Clause) -> tuple[int, int] | None:
    """The prepositional phrase without which the verb says nothing: "is on the ballot", "is seen as a threat"."""
    behind = [(p, o) for p, o in clause.preps if p > clause.verb and tree.tags[o] in NOMINAL_TAGS]
    if tree.lemma(clause.verb) == "be":
        return behind[0] if behind and not clause.existential else None
    return next((pair for pair in behind if tree.lower[pair[0]] == "as"), None)


def _earlier(tree: Tree, clause: Clause, last: int) -> list[int]:
    """The words of the argument between the verb and "as": "referred to the crowd as chumps"."""
    return [t for p, o in clause.preps if clause.verb < p < last for t in (*preposition(tree, p), *_core(tree, o))]


def _is_absolute(tree: Tree, prep: int, noun: int) -> bool:
    """Whether "with" only brings in a clause: "…, with Hezbollah having lost thousands"."""
    return tree.lower[prep] == "with" and tree.words[prep - 1] == "," and tree.kid(noun, "acl") is not None


def _core(tree: Tree, head: int) -> tuple[int, ...]:
    """An object or complement as it goes into the relation of a further argument: without clauses that hang on it."""
    if tree.tags[head] not in NOMINAL_TAGS:
        return tuple(complement_phrase(tree, head))
    clauses = [t for k in tree.kids(head, ("relcl", "acl")) for t in tree.subtree(k)]
    return tuple(t for t in noun_phrase(tree, head) if t not in clauses)


def _content(tree: Tree, clause: Clause, made: Triple) -> Triple:
    """What is said or thought: "that" goes into the relation, with whom it is told to."""
    if not made.object:  # nothing but punctuation
        return made
    first = made.object[0]
    if first < clause.verb:
        return made
    told = [o for o in (*clause.datives, *clause.objects) if clause.verb < o < first]
    relation = {*made.relation, *(t for o in told for t in _core(tree, o))}
    if tree.lower[first] == "that" and tree.tags[first] == "IN" and len(made.object) > 1:
        content = tuple(trim(tree, list(made.object[1:]), made.object_head))
        return made._replace(relation=(*sorted(relation), first), object=content)
    return made._replace(relation=tuple(sorted(relation)))


def _owned(tree: Tree, whole: Triple, words: tuple[int, ...], label: str) -> Iterator[Triple]:
    """ "Russia is Syria's ally": the owner of the complement as object."""
    for tie in ties(tree, whole.object_head, whole.object):
        if tie.preposition == "of" and tie.other < whole.object_head:
            yield whole._replace(
                object_head=tie.other, relation=tuple(sorted({*words, *tie.words})), object=phrase_of(tree, tie.other),
                lemma=f"{label} {tree.lemma(whole.object_head)} of",
            )  # fmt: skip


def _is_somebody(tree: Tree, word: int) -> bool:
    """Whether the word is part of a person's name; where he comes from is not what is done to him."""
    return any(a <= word < b and label in ("PERSON", "Person") for a, b, label in tree.names)


#: Prepositions that bring in a source, not a part of what happens.
_SOURCES = frozenset({"according"})


def _inside(
    tree: Tree, whole: Triple, words: tuple[int, ...], label: str, *, depth: int = 1, names: bool = False
) -> Iterator[Triple]:
    """The argument's own complements as objects: "make advances in Aleppo", "is a member of NATO", "is loyal to Assad".

    With `names`, and always below the first complement ("agreed to an expansion of its force in Mali"), only those
    that are named: they tie two actors, others repeat the argument in pieces.
    """
    o = whole.object_head
    if o < whole.predicate or depth > _DEEPEST or _is_somebody(tree, o):
        return
    for prep in tree.kids(o, ("prep",)):
        if prep < o or tree.lower[prep] in ("including", "like") or tree.lower[prep - 1] == "such":
            continue
        quantity = tree.lower[prep] == "of" and is_quantity(tree, o)
        before = tuple(t for t in whole.object if t < prep)
        lemma = f"{label} {tree.lemma(o)} {tree.lower[prep]}"
        for p in tree.kids(prep, ("pcomp",)) if tree.tags[o][:2] == "JJ" else ():
            clause = tuple(trim(tree, tree.subtree(p), p))
            relation = (*sorted({*words, *before}), prep)
            yield whole._replace(
                rule=f"{whole.rule}-clause", object_head=p, relation=relation, object=clause, lemma=lemma, phrase=True
            )
        for p in tree.kids(prep, ("pobj",)):
            for k in conjuncts(tree, p):
                inner = whole._replace(
                    object_head=k, relation=(*sorted({*words, *before}), prep), object=tuple(noun_phrase(tree, k)),
                    lemma=lemma,
                )  # fmt: skip
                if not quantity and (is_name(tree, k) or not (names or depth > 1)):
                    yield inner if depth == 1 else inner._replace(rule=f"{whole.rule}-{depth}")
                yield from _inside(tree, inner, inner.relation, lemma, depth=depth + 1, names=names)
