"""Verbal clauses → triples: one per (subject, argument)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.antecedents import antecedent
from ..syntax.clauses import outermost
from ..syntax.phrases import (
    NOMINAL_TAGS,
    NOUN_TAGS,
    conjuncts,
    first_conjunct,
    leftmost,
    may_act,
    noun_phrase,
    trim,
    whole_complement,
)
from ..words.wordlists import adverbs, verbs
from .appositions import in_brackets
from .completions import (
    adverb_completes,
    called_for,
    called_to,
    completion,
    infinitive_of_object,
    is_light,
    made_of_object,
    undergone,
)
from .contents import content, is_saying, occasion, of_other_sentence, told_before
from .nested import inner_arguments, owned_complements
from .prepositional import is_afterthought, is_aside, is_time, opens_range, predicative, range_start, than_what
from .relation import core, preposition, relation_label, relation_words, told_by
from .ties import is_name
from .triple import Triple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..syntax.clauses import Clause
    from ..syntax.tree import Tree

_ASKING = frozenset({"what", "who", "whom", "which", "whatever", "whoever", "whichever", "whomever"})
_PARTICIPLES = ("VBN", "VBD", "VBG")
#: Prepositions that tell where and when something was said.
_WHERE_SAID = frozenset({"in", "at", "from", "during", "after", "before", "following", "upon"})


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
            told = tree.tags[s][:2] == "VB" and clause.via != "main"  # "what I said is the freedom to make copies"
            if told or _asked(tree, s) or _stands_for_clause(tree, clause, s):
                continue
            subject = _whose(tree, s) or tuple(t for t in noun_phrase(tree, s) if t not in inside) or (s,)
            for triple in bare:
                if triple.object_head != s and not set(triple.object) & set(subject):
                    yield triple._replace(subject_head=s, subject=subject)


def _top(tree: Tree, verb: int) -> int:
    """The first of the coordinated verbs that `verb` belongs to."""
    while tree.deps[verb] == "conj" and tree.heads[verb] != verb and tree.tags[tree.heads[verb]][:2] == "VB":
        verb = tree.heads[verb]
    return verb


def _asked(tree: Tree, head: int) -> bool:
    """Whether a phrase only asks, or stands for what a clause is about: "what the rebels want", "how many people"."""
    if tree.lower[head] in _ASKING:
        return tree.tags[head] != "WDT" or tree.lower[head] != "which"
    if tree.tags[head][:2] == "VB":
        return False  # "it depends on what he does"
    if tree.tags[leftmost(tree, head)] == "WRB":
        return True
    before = [k for k in tree.children[head] if k < head]
    before += [j for k in before for j in tree.children[k]]
    return any(tree.tags[k] == "WRB" or tree.lower[k] in _ASKING for k in before)


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
    outer = outermost(tree, v)
    gap = set(tree.subtree(outer)) if clause.via == "relcl" or tree.deps[outer] == "relcl" else ()

    def noun(rule: str, o: int, relation: tuple[int, ...] = words, lemma: str = label, turned: bool = False) -> Triple:
        phrase = tuple(noun_phrase(tree, o))
        if gap and o < v:
            phrase = tuple(t for t in phrase if t not in gap) or phrase
        return Triple(rule, v, -1, o, (), relation, phrase, lemma, turned, via=clause.via)

    def words_of(rule: str, o: int, relation: tuple[int, ...] = words, lemma: str = label) -> Triple:
        phrase = tuple(trim(tree, tree.subtree(o), o))
        return Triple(rule, v, -1, o, (), relation, phrase, lemma, phrase=True, via=clause.via)

    first = next((o for o in (*clause.objects, *clause.complements) if o > v), None)
    taken = core(tree, first) if first is not None else ()
    fronted = _fronted(tree, clause, outer, gap) if first is None else ()
    for o in clause.objects:
        if tree.tags[o] == "WDT" or _asked(tree, o):
            continue  # "which he denies" of a whole clause
        if tree.tags[o] in NOMINAL_TAGS and not tree.lower[o].endswith(("self", "selves")):
            given = tuple(t for d in clause.datives[:1] if v < d < o for t in core(tree, d))  # "gave him | a medal"
            whole = noun("object", o, tuple(sorted({*words, *given})))
            more = completion(tree, clause, whole) or infinitive_of_object(tree, clause, whole)
            more = more or made_of_object(tree, clause, whole)
            completed = whole._replace(object=(*whole.object, *more))
            if not is_light(tree, clause, o):
                yield completed
            yield from inner_arguments(tree, noun("object-inside", o), words, label)
    for o in clause.datives:
        if first is not None and not _asked(tree, o):
            yield noun("dative", o, tuple(sorted({*words, *taken})), f"{label} {told_by(tree, first)} to")
    for o, by in clause.agents:
        if first is not None and clause.objects and first < by:  # "was given a post by her"
            yield noun("agent", o, (*words, *taken, by), f"{active} {tree.lemma(first)} to", turned=True)
        else:
            yield noun("agent", o, (*words, by), active, turned=True)
    for o in clause.complements:
        hyphened = tree.tags[o - 1] == "HYPH"  # "is time-consuming"
        if (tree.tags[o] in _PARTICIPLES and not hyphened) or _asked(tree, o):
            continue
        predicate = tree.deps[first_conjunct(tree, o)] == "oprd"
        if predicate and first is not None and first < o:  # "called the plan a disaster"
            relation = tuple(sorted({*words, *taken}))
            made = words_of("object-complement", o, relation, f"{label} {tree.lemma(first)}")
            yield made._replace(object=tuple(noun_phrase(tree, o))) if tree.tags[o] in NOUN_TAGS else made
        elif tree.tags[o] in NOMINAL_TAGS - {"JJ", "JJS"}:
            whole = noun("complement", o)
            added = completion(tree, clause, whole) if predicate and not clause.passive else ()
            yield whole._replace(object=(*whole.object, *added))
            if tree.lemma(v) in verbs().linking:
                yield from owned_complements(tree, noun("complement-of", o), words, label)
            yield from inner_arguments(tree, noun("complement-inside", o), words, label)
        else:
            phrase = tuple(whole_complement(tree, o))
            yield blank._replace(rule="complement", object_head=o, object=phrase, phrase=True)
            inside = blank._replace(rule="complement-inside", object_head=o, object=phrase)
            yield from inner_arguments(tree, inside, words, label)
    asked = any(o < v and _asked(tree, o) for o in (*clause.objects, *clause.complements))
    for prep, o in clause.preps if not asked else ():  # "what it needs from them"
        relation, lemma, rule = words, label, "prep"
        marker = preposition(tree, prep)
        if is_aside(tree, clause, prep, o) or opens_range(tree, clause, prep) or _asked(tree, o):
            continue
        beside = tree.lower[prep] in _WHERE_SAID or (prep < v and not may_act(tree, o))
        said = first is None and bool(clause.contents) and beside and is_saying(tree, v)
        pair = conjuncts(tree, o) if tree.lower[prep] == "between" and not is_name(tree, o) else []
        if len(pair) == 1 and tree.deps[o] == "conj":
            continue  # told with the first of those that something is between
        if first is not None:
            before = [t for t in taken if prep < v or t < marker[0]]
            whole = noun("object", first)
            needed = completion(tree, clause, whole) if tree.lemma(v) in verbs().incomplete else ()
            needed = needed or made_of_object(tree, clause, whole)
            before += needed if not set(needed) & set(marker) else ()  # "put it | on the wall in"
            before += than_what(tree, clause, prep)
            relation = tuple(sorted({*words, *before}))
            lemma, rule = f"{label} {told_by(tree, first)}", "object-prep" if clause.objects else "complement-prep"
        elif fronted and prep > v:
            relation = (*words, *fronted)
            lemma = f"{label} {tree.lemma(clause.objects[0])}"
        elif tree.lower[prep] == "as":
            relation = tuple(sorted({*words, *_earlier(tree, clause, prep)}))
        elif (likened := predicative(tree, clause, prep, o)) is not None:
            if _asked(tree, likened[1]):
                continue  # "what it was like in the eighties"
            relation = tuple(sorted({*words, *preposition(tree, likened[0]), *core(tree, likened[1])}))
            lemma = f"{label} {tree.lower[likened[0]]} {tree.lemma(likened[1])}"
        if (start := range_start(tree, clause, prep, o)) is not None:
            relation = tuple(sorted({*relation, start[0], *noun_phrase(tree, start[1])}))
            lemma = f"{lemma} {tree.lower[start[0]]} {tree.lower[start[1]]}"
        if is_time(tree, o) and (
            clause.objects or first is not None or len(clause.preps) > 1 or clause.agents or clause.contents
        ):
            rule += "-time"  # which the clause's other statements have as their date
        relation = (*relation, *marker)
        lemma = f"{lemma} {' '.join(tree.lower[p] for p in marker)}"
        if tree.deps[o] == "pcomp":
            yield words_of(rule + "-clause", o, relation, lemma)
        elif tree.tags[o] in NOMINAL_TAGS:
            called = noun(rule, o, relation, lemma)
            if len(pair) > 1:
                all_of_them = tuple(noun_phrase(tree, o, coordination=True))
                yield called._replace(object=all_of_them, phrase=True)
                continue
            if not said:  # "said at the fair that": what was said tells more
                yield called._replace(object=(*called.object, *called_to(tree, clause, called)))
            if tree.lower[prep] == "as" and first is None:  # "emerged as one of his critics"
                yield from owned_complements(tree, noun("complement-of", o), relation, lemma)
            yield from inner_arguments(tree, noun(f"{rule}-inside", o), relation, lemma, names=True)
    for o, head in called_for(tree, clause):
        opener = tree.kids(o, ("mark",))[0]
        made = words_of("prep", o, (*words, opener), f"{label} for")
        yield made._replace(object_head=head, object=tuple(t for t in made.object if t > opener), phrase=False)
    for o in clause.contents:
        if clause.via != "main" or tree.deps[outer] == "relcl":
            subject = tree.kid(o, "nsubj", "nsubjpass")
            if subject is not None and tree.tags[subject] in ("WDT", "WP"):
                continue  # "rules that the court said should hold"
        if o > v or (tree.lemma(v) in verbs().speech and not of_other_sentence(tree, o, v)):
            yield content(tree, clause, words_of("content", o))
    yield from undergone(tree, clause, blank, first)
    bare = first is None and not (clause.preps or clause.contents or clause.agents or clause.datives)
    for o in tree.kids(v, ("advcl",)):
        mark = tree.kid(o, "mark", "advmod")
        if mark is not None and v < mark < o and occasion(tree, mark, o):
            told = told_before(tree, clause, mark) if first is None else tuple(t for t in taken if t < mark)
            if told is None:
                continue
            relation = tuple(sorted({*words, *told, mark}))
            made = words_of("occasion", o, relation, f"{label} {tree.lower[mark]}")
            yield made._replace(object=tuple(trim(tree, [t for t in made.object if t > mark], o)))
    for o in clause.adverbials:
        if clause.contents and first is None and is_time(tree, o):
            continue  # "said yesterday that": when it was said is the date of what was said
        if tree.lower[o] in adverbs().linking or is_afterthought(tree, o):
            continue
        place = tree.words[leftmost(tree, o) - 1] == "," and tree.labelled(o, ("GPE", "Country", "Place"))
        if place:
            continue  # "flew to Nice, France"
        if tree.deps[o] == "npadvmod" and tree.tags[o] in NOUN_TAGS and not _bracketed(tree, o):
            lemma = label if first is None else f"{label} {tree.lemma(first)}"
            rule = "adverbial" if bare else "adverbial-time" if is_time(tree, o) else "adverbial-noun"
            yield words_of(rule, o, tuple(sorted({*words, *(t for t in taken if t < o)})), lemma)
        elif bare and tree.tags[o][:2] == "RB" and (o not in words or adverb_completes(tree, clause, o)):
            made = words_of("adverbial", o)
            yield made._replace(relation=tuple(t for t in words if t not in made.object))


def _fronted(tree: Tree, clause: Clause, outer: int, gap: Collection[int]) -> tuple[int, ...]:
    """The words of the object that a relative clause describes, without which no further argument says enough.

    "A base that Chad gave to Mali": (Chad, gave a base to, Mali).
    """
    if tree.deps[outer] != "relcl" or clause.objects[:1] != [tree.heads[outer]]:
        return ()
    if clause.objects[0] > clause.verb or any(o == clause.objects[0] for _, o in clause.preps):
        return ()
    return tuple(t for t in core(tree, clause.objects[0]) if t not in gap)


def _bracketed(tree: Tree, head: int) -> bool:
    """Whether a phrase stands in brackets, which may hang on it."""
    first = leftmost(tree, head)
    return in_brackets(tree, first) or in_brackets(tree, first + 1)


def _earlier(tree: Tree, clause: Clause, last: int) -> list[int]:
    """The words of the argument between the verb and "as": "referred to the crowd as chumps"."""
    return [t for p, o in clause.preps if clause.verb < p < last for t in (*preposition(tree, p), *core(tree, o))]
