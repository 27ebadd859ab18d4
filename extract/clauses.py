"""A dependency tree as clauses: verb group, subjects (its own, shared or controlled), and arguments.

Pure functions over `Tree`. The inventory of arguments follows the clause types of Quirk et al. (1985), as ClausIE
(Del Corro & Gemulla 2013) uses them; control and raising follow the verb that governs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .phrases import NOMINAL_TAGS, RELATIVE_PRONOUNS, antecedent, conjuncts
from .wordlists import nouns

if TYPE_CHECKING:
    from .tree import Tree

VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
#: Verbs whose object does what the infinitive after it says; after others it is the subject's purpose.
_OBJECT_CONTROL = frozenset({
    "persuade", "ask", "urge", "order", "force", "tell", "allow", "help", "want", "call", "induce", "lead", "enable",
    "expect", "encourage", "invite", "authorize", "authorise", "press", "pressure", "get", "cause", "require", "permit",
    "compel", "oblige", "command", "instruct", "direct", "train", "teach", "advise", "warn", "remind", "beg", "convince",
    "challenge", "incite", "provoke", "drive", "push", "empower", "assist", "lobby", "prompt", "motivate", "inspire",
    "intend", "prefer", "like", "see", "hear", "watch", "let", "make", "keep", "leave", "find", "send", "deploy",
    "appoint", "elect", "hire", "recruit", "assign", "commission", "choose", "nominate", "believe", "consider", "know",
    "report", "show", "forbid", "prevent", "stop", "catch", "spot", "film", "dispatch", "summon", "arm", "bring", "set",
    "implore", "request", "coerce", "free", "equip", "fund", "pay", "back", "support", "claim", "declare", "deem",
})  # fmt: skip
#: Verbs whose object suffers what the participle after it says: "saw the bridge destroyed".
_RESULT = frozenset(
    {"have", "get", "see", "find", "leave", "keep", "want", "order", "hear", "watch", "make", "consider"}
)
#: Verbs that move somebody named by their preposition to act: "called on Sudan to free them".
_CALLING = frozenset({"call", "appeal", "rely", "count", "depend", "wait", "plead", "signal", "shout", "arrange"})
#: Verbs whose gerund or infinitive somebody else does: "forbids using", "recommended leaving".
_NO_CONTROL = frozenset({
    "forbid", "ban", "prohibit", "outlaw", "criminalize", "permit", "allow", "recommend", "suggest", "advise",
    "advocate", "propose", "oppose", "condemn", "criticize", "support", "involve", "mean", "include", "require",
    "entail", "see", "discuss", "call", "discourage", "encourage", "authorize", "describe", "mention", "cite", "promote",
})  # fmt: skip
#: Nouns whose clause says what they consist in, or when, why and how, so that nothing is missing from it.
_CONTENT_NOUNS = frozenset({
    "fact", "claim", "idea", "danger", "risk", "fear", "hope", "belief", "news", "report", "rumour", "rumor", "chance",
    "possibility", "sign", "evidence", "view", "notion", "suggestion", "statement", "allegation", "announcement", "reason",
    "way", "time", "day", "year", "moment", "month", "week", "night", "concern", "condition", "doubt", "likelihood",
})  # fmt: skip
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
            c.agents.extend((o, k) for o in _objects_of(tree, k) if tree.tags[o] in NOMINAL_TAGS)
        elif dep in ("attr", "acomp", "oprd"):
            c.complements.extend(conjuncts(tree, k))
        elif dep == "prep":
            c.preps.extend(_prepositional(tree, k))
        elif dep == "ccomp":
            c.contents.append(k)
        elif dep in ("advmod", "npadvmod") and k > v:
            c.adverbials.append(k)
    c.group.append(v)
    c.finite = tags[v] in ("VBD", "VBP", "VBZ") or any(tags[a] in ("VBD", "VBP", "VBZ", "MD") for a in auxiliaries)
    _find_subjects(tree, c, own, found)
    _share_with_first_conjunct(tree, c, auxiliaries, found)
    _gap(tree, c)
    c.group.sort()
    c.question = _asks(tree, v, own, auxiliaries)
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


def _find_subjects(tree: Tree, c: Clause, own: list[int], found: dict[int, Clause]) -> None:
    """The clause's own subject, else the one it shares with or is controlled by its governor."""
    v = c.verb
    if c.existential:
        return
    if own:
        c.own_subject = True
        if tree.tags[own[-1]] == "PRP" or any(w in (";", ":") for w in tree.words[own[0] : own[-1]]):
            own = own[-1:]  # the first is an aside: "the daughter of a teacher, she sang"
        for s in own:
            if tree.lower[s] in RELATIVE_PRONOUNS and tree.tags[s] in ("WP", "WDT", "IN"):
                who = antecedent(tree, s)
                if who is None:
                    who = _focus(tree, v, found)
                if who is not None:
                    c.via = "relcl"
                    c.subjects.extend(conjuncts(tree, who) if _plural(tree, v) else [who])
                continue
            c.subjects.extend(conjuncts(tree, s))
        return
    head, dep = tree.heads[v], tree.deps[v]
    governor = found.get(head)
    if dep == "conj" and governor is not None:
        c.via = "conj" if governor.via == "main" else governor.via
        c.subjects = list(governor.subjects)
        c.own_subject = governor.own_subject
        c.chain = list(governor.chain) if governor.chain and tree.tags[v] == tree.tags[head] else []
    elif dep in ("xcomp", "ccomp", "advcl", "dep", "oprd") and governor is not None:
        _controlled(tree, c, governor)
    elif dep in ("xcomp", "ccomp", "advcl") and tree.tags[head][:2] in ("JJ", "RB"):
        _after_adjective(tree, c, head, found)
    elif dep == "acl":
        _of_noun(tree, c, head, found)
    elif dep == "relcl":
        c.via = "relcl"
        if not any(tree.tags[k] in ("WDT", "WP", "WRB") for k in tree.subtree(v)):
            _of_noun(tree, c, head, found)
    elif dep == "pcomp":
        _after_preposition(tree, c, head, found)


def _focus(tree: Tree, v: int, found: dict[int, Clause]) -> int | None:
    """What a cleft sentence puts first: "it was Iran that attacked"."""
    above = found.get(tree.heads[v])
    if above is None or not above.complements or tree.lemma(above.verb) != "be":
        return None
    if not any(tree.lower[s] == "it" for s in above.subjects):
        return None
    above.contents = [k for k in above.contents if k != v]
    return above.complements[0]


def _plural(tree: Tree, v: int) -> bool:
    finite = [k for k in tree.children[v] if tree.deps[k] in ("aux", "auxpass")] or [v]
    return tree.tags[finite[0]] == "VBP" or tree.lower[finite[0]] == "were"


def _controlled(tree: Tree, c: Clause, governor: Clause) -> None:
    """Open complements and adverbial clauses: the governor's object ("asked Russia to help") or its subject."""
    v, dep = c.verb, tree.deps[c.verb]
    infinitive = any(tree.lower[k] == "to" and tree.deps[k] == "aux" for k in tree.children[v])
    passive_participle = tree.tags[v] == "VBN" and not any(tree.deps[k] in ("aux", "auxpass") for k in tree.children[v])
    if passive_participle:
        c.passive = True
        if dep in ("xcomp", "ccomp") and governor.objects and tree.lemma(governor.verb) not in _RESULT:
            return
    if infinitive and _pleonastic(tree, governor):
        return
    called = [o for p, o in governor.preps if p < o < v and tree.lower[p] in ("on", "upon", "to", "for")]
    if infinitive and called and tree.lemma(governor.verb) in _CALLING:
        c.via, c.subjects = "control", called
        return
    if dep in ("xcomp", "ccomp"):
        before = [o for o in governor.objects if o < v]
        if before and (not infinitive or tree.lemma(governor.verb) in _OBJECT_CONTROL):
            c.via, c.subjects = "control", before
        elif before:
            c.via, c.subjects = "advcl", list(governor.subjects)
        elif tree.lemma(governor.verb) in _NO_CONTROL and not governor.passive and tree.tags[v] == "VBG":
            return
        elif dep == "xcomp" or tree.tags[v] in ("VBG", "VB"):
            c.via, c.subjects = "xcomp", list(governor.subjects)
            c.own_subject = governor.own_subject
            c.chain = [*governor.chain, governor.verb]
            if governor.passive and tree.lemma(governor.verb) in ("accuse", "see"):
                c.chain = []
    elif infinitive or tree.tags[v] in ("VBG", "VBN"):
        if tree.tags[v] == "VBG" and v == governor.verb + 1 and tree.lemma(governor.verb) in _NO_CONTROL:
            return
        c.via, c.subjects = "advcl", list(governor.subjects)


def _pleonastic(tree: Tree, governor: Clause) -> bool:
    """Whether the governor's subject is the "it" of "it is our job to help", which does nothing itself."""
    it = any(tree.lower[s] == "it" for s in governor.subjects)
    return it and bool(governor.complements) and tree.lemma(governor.verb) in ("be", "become", "seem")


def _after_adjective(tree: Tree, c: Clause, adjective: int, found: dict[int, Clause]) -> None:
    """ "is able to attack": the subject of the copula; "is hard to attack" is left as it falls."""
    copula = found.get(tree.heads[adjective])
    if (
        copula is not None
        and not _pleonastic(tree, copula)
        and tree.deps[adjective] in ("acomp", "oprd", "advmod", "attr")
    ):
        c.via, c.subjects, c.own_subject = "xcomp", list(copula.subjects), copula.own_subject
        c.chain = [*copula.chain, copula.verb, adjective]


def _of_noun(tree: Tree, c: Clause, noun: int, found: dict[int, Clause]) -> None:
    """A clause that hangs on a noun: "troops backing", "forces led by", "plans to attack"."""
    v = c.verb
    tag = tree.tags[v]
    if any(tree.lower[k] == "to" and tree.deps[k] == "aux" for k in tree.children[v]):
        c.via = "noun"
        owner = tree.kid(noun, "poss")
        governor = found.get(tree.heads[noun])
        if owner is not None:
            c.subjects = conjuncts(tree, owner)
        elif governor is not None and tree.deps[noun] in ("dobj", "attr"):
            if tree.deps[noun] == "dobj" and tree.lemma(noun) in nouns().intents:
                c.subjects, c.own_subject = list(governor.subjects), governor.own_subject
                c.chain = [*governor.chain, governor.verb, noun]
            elif tree.deps[noun] == "attr" and not _pleonastic(tree, governor):
                c.subjects = list(governor.subjects)
        return
    c.via = "acl"
    if tag in ("VBN", "VBD") and not any(tree.deps[k] == "aux" for k in tree.children[v]):
        c.passive = True
    c.subjects = [noun]


def _after_preposition(tree: Tree, c: Clause, prep: int, found: dict[int, Clause]) -> None:
    """ "accused Iran of arming": the object does it; "ended by signing": the subject does."""
    governor = found.get(tree.heads[prep])
    c.via = "pcomp"
    if governor is None:
        noun = tree.heads[prep]
        if tree.tags[noun] in NOMINAL_TAGS:
            owner = tree.kid(noun, "poss")
            above = found.get(tree.heads[noun])
            if owner is not None:
                c.subjects = conjuncts(tree, owner)
            elif above is not None and tree.deps[noun] in ("dobj", "attr"):
                c.subjects = list(above.subjects)
        return
    if tree.lower[prep] in ("of", "for", "from", "into", "with") and governor.objects and governor.objects[0] < prep:
        c.subjects = list(governor.objects)
    else:
        c.subjects = list(governor.subjects)


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
    adjacent = all(tree.deps[k] in ("cc", "punct", "advmod", "neg") for k in range(first.verb + 1, v))
    if not first.objects and not first.passive and c.objects and adjacent and between <= 4 and not first.preps:
        first.objects = list(c.objects)
    if first.passive and not first.agents and c.passive and adjacent:
        first.agents = list(c.agents)


def _gap(tree: Tree, c: Clause) -> None:
    """The antecedent fills the gap of a relative clause: "the base that Iran attacked", "the town in which he died"."""
    v = c.verb
    c.objects = [_filled(tree, o) for o in c.objects]
    c.preps = [(p, _filled(tree, o)) for p, o in c.preps]
    if tree.deps[v] != "relcl" or c.objects or c.complements or not c.own_subject or c.passive or c.via == "relcl":
        return
    noun = tree.heads[v]
    if tree.lemma(noun) in _CONTENT_NOUNS and not any(tree.tags[k] in ("WDT", "WP") for k in tree.subtree(v)):
        return
    marker = [k for k in tree.children[v] if tree.tags[k] in ("WDT", "WP", "WRB", "IN") and k < v]
    if any(tree.tags[k] == "WRB" for k in marker) or any(
        tree.tags[k] in ("WDT", "WP") and tree.deps[k] == "pobj" for k in tree.subtree(v)
    ):
        return
    if not c.contents and noun not in c.subjects:
        stranded = [k for k in tree.children[v] if tree.deps[k] == "prep" and not tree.children[k]]
        if stranded:
            c.preps.append((stranded[-1], noun))
        else:
            c.objects = [noun]


def _filled(tree: Tree, head: int) -> int:
    if tree.lower[head] in RELATIVE_PRONOUNS and tree.tags[head] in ("WDT", "WP", "IN"):
        who = antecedent(tree, head)
        return head if who is None else who
    return head
