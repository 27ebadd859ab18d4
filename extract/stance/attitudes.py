"""Whom words of praise, blame, demand or refusal reach beyond those whom their clause links.

Who condemns somebody's decision condemns him; who issues a statement condemning him condemns him too; and who calls
him a liar, or says that he is one, accuses him. Each is a triple of its own beside the one of the clause; it becomes a
statement only where the vocabulary knows what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, complement_phrase, conjuncts, head_words, is_act, noun_phrase
from ..triples.relation import in_brief
from ..triples.ties import is_actor, is_owner, is_role
from ..triples.triple import Triple
from ..words.wordlists import verbs
from .authors import author, verb_phrase
from .source_words import source_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..syntax.tree import Tree

#: A plain clause has its patient here.
_OBJECT_RULES = frozenset({"object", "agent", "prep"})
#: Triples of whose object the clause may say what it is or shall do.
VERDICT_RULES = _OBJECT_RULES | {"deed"}
#: Whom these have as their object is to do what the infinitive says.
_ASKING = frozenset({
    "ask", "urge", "call", "press", "pressure", "appeal", "implore", "beg", "want", "tell", "warn", "exhort",
    "petition", "lobby", "challenge", "push", "require", "expect", "encourage", "order", "instruct", "advise", "force",
})  # fmt: skip
#: Of these, the ones by which the subject shows no wish of its own.
_EXPECTING = frozenset({"expect", "require", "warn", "tell", "force", "challenge"})
_SEEMING = frozenset({"look", "sound", "feel", "prove"})  # and what links subject and complement
#: What somebody makes, tells or does is as good or bad as he: "has made false claims".
_MAKING = frozenset({"make", "do", "tell", "spread", "commit", "create", "pursue", "play", "show", "run", "take"})


def reached(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """What the triple says of somebody it does not link: the owner of the deed, the author of the text."""
    if triple.rule in _OBJECT_RULES:
        yield from _owners(tree, triple)
    if triple.via in ("acl", "relcl") and not triple.turned:
        yield from _authors(tree, triple)
        yield from _performers(tree, triple)
    if triple.rule == "content":
        yield from _spoken_of(tree, triple)
        yield from _so_called(tree, triple)


def verdicts(tree: Tree, triple: Triple) -> Iterator[str]:
    """The triple's relation with what its object is said to be: "call liar", "find guilty", "describe as illegal"."""
    if triple.rule in ("object-prep", "object-inside"):
        yield from _with_adjective(tree, triple)
    if triple.rule == "demand":  # "said he should resign"
        yield f"{triple.lemma} {tree.lemma(tree.heads[triple.object_head])}"
    if triple.rule not in VERDICT_RULES or (triple.turned and triple.rule != "agent"):
        return
    label = triple.lemma
    if triple.turned:  # "were deemed moderate by Oslo"
        for c in tree.kids(triple.predicate, ("oprd", "acomp", "attr")):
            yield from (f"{label} {word}" for word in _judging(tree, c))
        return
    if triple.rule == "deed":  # "called their inquiry a witch hunt": the verb alone, without the deed
        label = label.removesuffix(f" {tree.lemma(tree.heads[triple.object_head])} of")
    hung = triple.object_head if verb_phrase(tree, triple.predicate) in source_lexicon().characterising else -1
    asks = tree.lemma(triple.predicate) in _ASKING
    for c in (*tree.children[triple.predicate], *(tree.children[hung] if hung >= 0 else ())):
        if c <= triple.object_head:
            continue
        if tree.deps[c] == "prep" and tree.lower[c] == "as":
            for said in tree.kids(c, ("pobj", "amod", "pcomp", "acomp")):
                yield from (f"{label} as {word}" for word in _judging(tree, said))
        elif tree.lower[c] in ("for", "over") and tree.lemma(triple.predicate) in verbs().assailing:
            yield f"{label} for"  # "blasted Oslo for its silence": with words
        elif tree.deps[c] == "prep":
            likened = tree.lemma(triple.predicate) in verbs().likening
            told = (tree.lemma(o) for o in tree.kids(c, ("pobj",)) if likened or is_bare(tree, o))
            yield from (f"{label} {tree.lower[c]} {noun}" for noun in told)
        elif (
            tree.deps[c] in ("xcomp", "ccomp", "advcl") and asks and any(tree.tags[k] == "TO" for k in tree.children[c])
        ):
            yield from (f"{label} to {tree.lemma(c)}", f"{label} to")
        elif tree.deps[c] in ("oprd", "acomp"):
            yield from (f"{label} {word}" for word in _judging(tree, c))


def _with_adjective(tree: Tree, triple: Triple) -> Iterator[str]:
    """A phrase of verb, noun and preposition with the adjective that makes it one: "have kind words for"."""
    words = triple.lemma.split(" ")
    if len(words) == 3:
        nouns = (t for t in triple.relation if tree.tags[t] in ("NN", "NNS") and tree.lemma(t) == words[1])
        for adjective in (k for noun in nouns for k in tree.kids(noun, ("amod",)) if k in triple.relation):
            yield f"{words[0]} {tree.lemma(adjective)} {words[1]} {words[2]}"


def wanted(tree: Tree, found: Sequence[Triple]) -> Iterator[Triple]:
    """(Kenya, urged to punish, Uganda) for "Kenya urged the council to punish Uganda": where the asker stands."""
    done = (t for t in found if t.rule in _OBJECT_RULES and not t.turned)
    for triple in (t for one in done for t in (one, *_owners(tree, one))):
        act, asked = triple.predicate, triple.subject_head
        asking, kids = tree.heads[act], tree.children[act]
        if tree.deps[act] not in ("xcomp", "ccomp", "advcl") or not asking < asked < act:
            continue
        if tree.lemma(asking) not in _ASKING - _EXPECTING or not any(tree.tags[k] == "TO" for k in kids):
            continue
        if asking not in (tree.heads[asked], tree.heads[tree.heads[asked]]) or any(tree.deps[k] == "neg" for k in kids):
            continue
        for asker in tree.kids(asking, ("nsubj",)):
            shown = tuple(noun_phrase(tree, asker))
            if not set(shown) & set(triple.object):
                told = tuple(sorted({asking, *triple.relation}))
                yield triple._replace(
                    rule="wanted", predicate=asking, subject_head=asker, subject=shown, relation=told,
                    lemma=f"{tree.lemma(asking)} to {triple.lemma}",
                    reading=(shown, (asking, *triple.reading[1]), triple.reading[2]) if triple.reading else (),
                )  # fmt: skip


def is_bare(tree: Tree, noun: int) -> bool:
    """Whether a common noun stands without an article or owner, and so tells no thing: "into custody", "on alert"."""
    return tree.tags[noun] in ("NN", "NNS") and not tree.kids(noun, ("det", "poss", "nummod", "prep"))


def _judging(tree: Tree, said: int) -> Iterator[str]:
    """The words that may judge: a noun, then its adjectives ("a very stupid guy")."""
    yield tree.lemma(said)
    yield from (tree.lemma(c) for c in tree.kids(said, ("amod", "compound")))


def _owners(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """(UNESCO, condemned decision, Turkey) for "UNESCO condemned Turkey's decision"."""
    deed, doer, shown = triple.object_head, triple.subject_head, triple.subject
    if triple.turned:
        deed, doer, shown = triple.subject_head, triple.object_head, triple.object
    if tree.tags[deed] not in ("NN", "NNS") or is_role(tree, deed):
        return
    owned = [o for k in tree.kids(deed, ("poss",)) for o in conjuncts(tree, k)]
    owned = owned or [k for k in tree.kids(deed, ("compound", "amod", "nmod")) if k < deed and is_owner(tree, k)]
    for owner in owned:
        words = tuple(t for t in noun_phrase(tree, owner) if tree.deps[t] != "case")
        if words and not set(words) & set(shown):
            relation = tuple(sorted({triple.predicate, *(t for t in head_words(tree, deed) if t not in words)}))
            whole = triple.subject if triple.turned else triple.shown
            named = tuple(t for t in whole if t <= deed)  # "Turkey's decision", whatever it was to do
            told = (triple.predicate,) if triple.turned else triple.relation, named
            yield triple._replace(
                rule="deed", subject_head=doer, subject=shown, object_head=owner, object=words, relation=relation,
                lemma=f"{triple.lemma} {tree.lemma(deed)} of", turned=False, reading=(shown, *told),
            )  # fmt: skip


def _authors(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """(the EU, criticising, Iran) for "the EU issued a statement criticising Iran"."""
    text = triple.subject_head
    if tree.tags[text] not in ("NN", "NNS") or tree.lemma(text) not in source_lexicon().texts:
        return
    writer = author(tree, text)
    if writer is None or writer == text or tree.tags[writer] not in NOUN_TAGS:
        return
    for one in conjuncts(tree, writer):
        words = tuple(noun_phrase(tree, one))
        if not set(words) & set(triple.object):
            yield triple._replace(rule="text", subject_head=one, subject=words)


def _performers(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """(rebels, targeting, convoys) for "the rebels carried out raids targeting convoys"."""
    act = triple.subject_head
    verb = tree.heads[act]
    if tree.deps[act] != "dobj" or not is_act(tree, act):
        return
    if verb_phrase(tree, verb).replace(" ", "-") not in verbs().performing:
        return
    for doer in (d for s in tree.kids(verb, ("nsubj",)) for d in conjuncts(tree, s)):
        words = tuple(noun_phrase(tree, doer))
        if tree.tags[doer] in NOUN_TAGS and not set(words) & set(triple.object):
            yield triple._replace(rule="text", subject_head=doer, subject=words)


def _spoken_of(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """(Dimon, said is a fraud, Bitcoin) for "Dimon said Bitcoin is a fraud"; (the court, found guilty, him)."""
    at = triple.object_head
    lexicon = source_lexicon()
    if tree.tags[at][:2] in ("JJ", "NN"):
        said, lemma = [at], triple.lemma
    elif tree.lemma(at) in _MAKING and (tree.lemma(triple.predicate), "that") in lexicon.content:
        if any(tree.deps[c] in ("neg", "auxpass") or tree.tags[c] == "TO" for c in tree.children[at]):
            return
        said, lemma = tree.kids(at, ("dobj",)), "call"
    elif tree.lemma(at) in verbs().linking | _SEEMING and (tree.lemma(triple.predicate), "that") in lexicon.content:
        said, lemma = tree.kids(at, ("attr", "acomp")), "call"
        if any(tree.lower[c] != "that" for c in tree.kids(at, ("mark",))):
            return
        if tree.kids(at, ("neg",)):
            lemma = "call not"
    else:
        return
    yield from _called(tree, triple, at, said, lemma)


def opinions(
    tree: Tree, found: Sequence[Triple], source: Callable[[int], tuple[int, tuple[int, ...]] | None]
) -> Iterator[Triple]:
    """The same where no verb of saying governs what is said: "according to Dimon, Bitcoin is a fraud".

    `source` gives head and words of whose view the clause of a verb is, if the sentence names him.
    """
    told = {t.object_head for t in found if t.rule == "content"}
    for at, tag in enumerate(tree.tags):
        if tag[:2] != "VB" or at in told or tree.lemma(at) not in verbs().linking | _SEEMING:
            continue
        said = tree.kids(at, ("attr", "acomp"))
        if said and not tree.kids(at, ("mark", "neg")) and (whose := source(at)) is not None:
            yield from _called(tree, Triple("", at, whose[0], -1, whose[1], (at,), (), ""), at, said, "call")


def _so_called(tree: Tree, triple: Triple) -> Iterator[Triple]:
    """(Oslo, denounced assault, Mali) for "Oslo denounced what it called Mali's assault": a deed in other words."""
    at = triple.object_head
    clauses = at, *tree.kids(at, ("ccomp",))  # "what she said was his fault"
    if not any(tree.lower[k] == "what" for c in clauses for k in tree.kids(c, ("dobj", "nsubj"))):
        return
    said = [a for c in clauses for a in tree.kids(c, ("oprd", "attr"))]
    said += [o for k in tree.kids(at, ("prep",)) if tree.lower[k] == "as" for o in tree.kids(k, ("pobj",))]
    for deed in (d for first in said for d in conjuncts(tree, first) if tree.tags[d] in ("NN", "NNS")):
        for owned in _owners(tree, triple._replace(object_head=deed, object=(deed,), phrase=False)):
            what = tuple(t for t in triple.shown if t <= deed)  # "what it called Mali's assault"
            yield owned._replace(reading=(triple.subject, triple.relation, what))
        for prep in tree.kids(deed, ("prep",)):
            if tree.lower[prep] in ("by", "of"):
                for doer in (d for p in tree.kids(prep, ("pobj",)) for d in conjuncts(tree, p)):
                    words = tuple(noun_phrase(tree, doer))
                    if is_actor(tree, doer) and not set(words) & set(triple.subject):
                        yield triple._replace(
                            rule="deed", object_head=doer, object=words, relation=(triple.predicate, deed, prep),
                            lemma=f"{triple.lemma} {tree.lemma(deed)} {tree.lower[prep]}", phrase=False,
                        )  # fmt: skip


def _called(tree: Tree, triple: Triple, at: int, said: Sequence[int], lemma: str) -> Iterator[Triple]:
    """What the triple's subject calls the subject of the clause `at`, whose complements are `said`."""
    for s in tree.kids(at, ("nsubj",)):
        if tree.lower[s] == "it":
            continue  # "noting it was the worst in years": mostly what the clause before tells
        for what in said:
            shown = tuple(t for t in noun_phrase(tree, s) if t not in triple.subject)
            if not shown or any(tree.deps[c] == "neg" for c in tree.children[what]):
                continue
            if lemma == "call" and any(tree.lower[c] == "no" for c in tree.children[what]):
                lemma = "call not"
            telling = complement_phrase(tree, what) if tree.tags[what][:2] == "JJ" else noun_phrase(tree, what)
            relation = tuple(sorted({triple.predicate, at, *(t for t in telling if t not in shown)}))
            told = (triple.subject, triple.relation, in_brief(tree, at, s)) if triple.rule == "content" else ()
            for word in _judging(tree, what):
                yield triple._replace(
                    rule="spoken-of", object_head=s, object=shown, relation=relation, lemma=f"{lemma} {word}",
                    phrase=False, reading=told,
                )  # fmt: skip
