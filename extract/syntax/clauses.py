"""A dependency tree as clauses: verb group, subjects (its own, shared or controlled), and arguments.

Pure functions over `Tree`. The inventory of arguments follows the clause types of Quirk et al. (1985), as ClausIE
(Del Corro & Gemulla 2013) uses them; control and raising follow the verb that governs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .antecedents import antecedent
from .phrases import NOMINAL_TAGS, RELATIVE_PRONOUNS, VERB_TAGS, conjuncts, has_to
from .subjects import find_subjects

if TYPE_CHECKING:
    from .tree import Tree

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
_NOT_PREDICATES = frozenset({
    "aux", "auxpass", "amod", "compound", "case", "det", "punct", "mark", "cc", "nmod", "prep", "agent", "prt",
})  # fmt: skip


@dataclass(slots=True)
class Clause:
    """One predicate with what it takes. All numbers are word indices of the sentence.

    `subjects` are noun heads, conjuncts spread out, relative pronouns replaced by their antecedent; `group` the words
    of the verb group, `chain` the governing verbs that share its subject ("is attempting to galvanize"), outermost
    first; `preps` pairs of preposition and object head.
    """

    verb: int
    passive: bool = False
    finite: bool = True
    subjects: list[int] = field(default_factory=list)
    own_subject: bool = False
    group: list[int] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    datives: list[int] = field(default_factory=list)
    agents: list[tuple[int, int]] = field(default_factory=list)  # (doer, its "by")
    complements: list[int] = field(default_factory=list)  # attr, acomp, oprd
    preps: list[tuple[int, int]] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)  # ccomp
    adverbials: list[int] = field(default_factory=list)  # advmod and npadvmod after the verb
    existential: bool = False  # "there are troops in Aleppo"
    question: bool = False  # "did Iran attack?"
    via: str = "main"  # how the subject was come by: main, conj, xcomp, control, acl, relcl, advcl, pcomp, noun


def clauses(tree: Tree) -> list[Clause]:
    """The clauses of a sentence, in the order of their verbs."""
    found: dict[int, Clause] = {}
    for v in _outside_in(tree):
        found[v] = _clause(tree, v, found)
    return [found[v] for v in sorted(found)]


def is_predicate(tree: Tree, i: int) -> bool:
    """Whether word `i` is a verb that heads a clause (no auxiliary, no participle before its noun)."""
    return tree.tags[i] in VERB_TAGS and tree.deps[i] not in _NOT_PREDICATES


def _outside_in(tree: Tree) -> list[int]:
    """Predicates, governing ones first, so that a governed clause finds its governor's subject."""
    order, todo = [], [tree.root]
    while todo:
        i = todo.pop()
        if is_predicate(tree, i):
            order.append(i)
        todo.extend(reversed(tree.children[i]))
    return order


def _clause(tree: Tree, v: int, found: dict[int, Clause]) -> Clause:
    c = Clause(v)
    deps, tags = tree.deps, tree.tags
    own: list[int] = []
    auxiliaries: list[int] = []
    for k in tree.children[v]:
        dep = deps[k]
        if dep == "expl":
            c.existential = tree.lower[k] == "there"
        elif dep in SUBJECTS:
            own.append(k)
            c.passive = c.passive or dep.endswith("pass")
        elif dep in _GROUP:
            c.group.append(k)
            if dep == "auxpass":
                c.passive = True
            if dep in ("aux", "auxpass"):
                auxiliaries.append(k)
        elif dep == "dobj":
            c.objects.extend(conjuncts(tree, k))
        elif dep == "dative":
            if tags[k] in ("IN", "TO"):
                c.preps.extend((k, o) for o in _objects_of(tree, k))
            else:
                c.datives.extend(conjuncts(tree, k))
        elif dep == "agent":
            for o in _objects_of(tree, k):
                if tree.tags[o] in NOMINAL_TAGS:
                    manner = tree.tags[o] == "NN" and tree.lower[o] in nouns().manners
                    (c.preps if manner else c.agents).append((k, o) if manner else (o, k))
        elif dep in ("attr", "acomp", "oprd"):
            c.complements.extend(conjuncts(tree, k))
        elif dep == "prep":
            c.preps.extend(_prepositional(tree, k))
        elif dep == "ccomp" or (dep == "xcomp" and tags[k] == "VBG" and tree.lemma(v) in verbs().done_by_others):
            c.contents.append(k)
        elif dep in ("advmod", "npadvmod") and k > v:
            c.adverbials.append(k)
    c.group.append(v)
    c.finite = tags[v] in ("VBD", "VBP", "VBZ") or any(tags[a] in ("VBD", "VBP", "VBZ", "MD") for a in auxiliaries)
    find_subjects(tree, c, own, found)
    _share_with_first_conjunct(tree, c, auxiliaries, found)
    _gap(tree, c, found)
    c.group.sort()
    c.question = _asks(tree, v, own or tree.kids(v, ("expl",)), auxiliaries)
    return c


def _asks(tree: Tree, v: int, own: list[int], auxiliaries: list[int]) -> bool:
    """Whether the clause is a direct question: its auxiliary, or "be" itself, stands before its subject."""
    if not own or "?" not in tree.words[v:]:
        return False
    subject = own[0]
    return any(a < subject for a in auxiliaries) or (v < subject and tree.lemma(v) == "be")


def _prepositional(tree: Tree, prep: int) -> list[tuple[int, int]]:
    """(preposition, object) for a preposition, the ones nested in it ("from behind") and conjoined ones."""
    out = [(prep, o) for o in _objects_of(tree, prep)]
    for k in tree.children[prep]:
        if tree.deps[k] in ("prep", "conj", "pcomp") and tree.tags[k] in ("IN", "TO"):
            out.extend(_prepositional(tree, k))
    return out


def _objects_of(tree: Tree, prep: int) -> list[int]:
    """What a preposition governs: nouns with their conjuncts, and clauses ("by attacking")."""
    out: list[int] = []
    for k in tree.children[prep]:
        if tree.deps[k] == "pobj":
            out.extend(conjuncts(tree, k))
        elif tree.deps[k] == "pcomp" and tree.tags[k] not in ("IN", "TO"):
            out.append(k)
    return out


def _share_with_first_conjunct(tree: Tree, c: Clause, auxiliaries: list[int], found: dict[int, Clause]) -> None:
    """Auxiliaries ("may attack or besiege") and objects ("attacked and seized the base") that conjoined verbs share."""
    v = c.verb
    first = found.get(tree.heads[v]) if tree.deps[v] == "conj" else None
    if first is None:
        return
    same_form = tree.tags[v] == tree.tags[first.verb] and tree.tags[v] in ("VB", "VBG", "VBN")
    if not auxiliaries and same_form:
        c.group.extend(k for k in first.group if tree.deps[k] in ("aux", "auxpass", "neg") and k < first.verb)
        c.passive = c.passive or first.passive
        c.finite = first.finite
    between = v - first.verb
    pair = not any(k < v for k in tree.kids(first.verb, ("conj",)))
    apart = pair and "," in tree.words[first.verb + 1 : v]  # "we bathe, and wash our clothes"
    adjacent = all(tree.deps[k] in ("cc", "punct", "advmod", "neg") for k in range(first.verb + 1, v))
    told = bool(c.contents) or tree.kid(v, "dative") is not None  # "wept and told them that"
    closed = first.objects or first.passive or first.preps or first.adverbials  # "stay inside and shut the door"
    alone = tree.lemma(first.verb) in verbs().objectless | verbs().intransitive
    if not (told or closed or apart or alone) and c.objects and adjacent and between <= 4:
        first.objects = list(c.objects)
    if first.passive and not first.agents and c.passive and adjacent:
        first.agents = list(c.agents)
    told_more = first.preps or first.objects or first.agents or first.complements or tree.kid(first.verb, "xcomp")
    if first.passive and c.passive and not told_more:
        first.preps = [(p, o) for p, o in c.preps if p > v]  # "two were killed and five injured in a blast"


def _gap(tree: Tree, c: Clause, found: dict[int, Clause]) -> None:
    """The antecedent fills the gap of a relative clause: "the base that Iran attacked", "the town in which he died"."""
    c.objects = [_filled(tree, o) for o in c.objects]
    c.preps = [(p, _filled(tree, o)) for p, o in c.preps]
    outer = outermost(tree, c.verb)
    if tree.deps[outer] != "relcl":
        return
    noun, relative = tree.heads[outer], c if outer == c.verb else found.get(outer)
    v = _gap_verb(tree, outer)
    if v != c.verb:
        c.objects = [o for o in c.objects if o != noun]
        return
    if relative is None or not relative.own_subject or relative.passive or relative.via == "relcl":
        return
    held = [(k, noun) for o in c.objects for k in tree.kids(o, ("prep",)) if o < k and not tree.children[k]]
    if held and noun not in c.subjects and not c.complements:
        c.preps.extend(held)  # "a house he had access to"
    if c.objects or c.complements or c.contents or noun in c.subjects:
        return
    if tree.lemma(noun) in nouns().contents and not any(tree.tags[k] in ("WDT", "WP") for k in tree.subtree(outer)):
        return
    if any(tree.tags[k] in ("WRB", "WP$") and k < outer for k in tree.subtree(outer)) or any(
        tree.tags[k] in ("WDT", "WP") and tree.deps[k] == "pobj" for k in tree.subtree(outer)
    ):
        return
    stranded = [k for k in tree.children[v] if tree.deps[k] == "prep" and not tree.children[k]]
    if stranded:
        c.preps.append((stranded[-1], noun))
    elif v == outer or tree.lemma(noun) not in nouns().gaps:
        c.objects = [noun]


def outermost(tree: Tree, v: int) -> int:
    """The verb on which a chain of infinitives hangs: "hopes" of "hopes to be able to attack"."""
    while tree.deps[v] == "xcomp" and _open_complement(tree, v):
        head = tree.heads[v]
        v = tree.heads[head] if tree.deps[head] == "acomp" else head
    return v


def _gap_verb(tree: Tree, v: int) -> int:
    """The verb whose object a relative clause describes: "defend" of "a town the army failed to defend"."""
    while tree.kid(v, "dative") is None and not _has_object(tree, v):
        inner = [
            k for on in (v, *tree.kids(v, ("acomp",))) for k in tree.kids(on, ("xcomp",)) if _open_complement(tree, k)
        ]
        if not inner or _has_object(tree, inner[0]) or tree.kid(inner[0], "auxpass") is not None:
            break  # "a deal it brokered to avert war", "a house he wants to be sold"
        if tree.lemma(inner[0]) == "be" and _gap_verb(tree, inner[0]) == inner[0]:
            break  # "which the court ruled to be void"
        v = inner[0]
    return v


def _has_object(tree: Tree, v: int) -> bool:
    """Whether an object stands behind the verb."""
    return any(k > v for k in tree.kids(v, ("dobj",)))


def _open_complement(tree: Tree, v: int) -> bool:
    """Whether an infinitive with "to", or a gerund that lacks a preposition's object: "a town he kept living in"."""
    if tree.tags[v] == "VBG":
        return any(k > v and not tree.children[k] for k in tree.kids(v, ("prep",)))
    return has_to(tree, v)


def _filled(tree: Tree, head: int) -> int:
    if tree.lower[head] in RELATIVE_PRONOUNS and tree.tags[head] in ("WDT", "WP", "IN"):
        who = antecedent(tree, head)
        return head if who is None else who
    return head
