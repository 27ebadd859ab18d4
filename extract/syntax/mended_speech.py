"""Mends of reported speech: what is said hung on the wrong word, and who says it taken for who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.wordlists import nouns, verbs
from .mending import at_label, at_tag
from .phrases import FINITE_TAGS, OPENING_QUOTES, VERB_TAGS, has_to, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_CITING = frozenset({"cite", "quote", "blame"})


@at_label("acl", "ccomp", "relcl")
def content_of_message(tree: Tree, v: int) -> bool:
    """ "said in a statement that he left": what is said is the verb's, in whatever message it stands."""
    noun, mark = tree.heads[v], tree.kid(v, "mark")
    if mark is None or tree.lower[mark] != "that" or noun > v:
        return False
    prep = tree.heads[noun]
    say = tree.heads[prep]
    if tree.deps[noun] != "pobj" or tree.deps[prep] != "prep" or tree.lemma(noun) not in nouns().messages:
        return False
    if tree.lemma(say) in verbs().speech and say < prep and tree.kid(say, "ccomp", "dobj") is None:
        tree.attach(v, say, "ccomp")
        return True
    return False


@at_label("ccomp")
def that_read_as_object(tree: Tree, v: int) -> bool:
    """ "said in a speech that it would stand by them": a "that" before a content clause's subject only opens it."""
    first, subject = leftmost(tree, v), tree.kid(v, *_SUBJECTS)
    if tree.lower[first] != "that" or tree.heads[first] != v or tree.deps[first] == "mark":
        return False
    if subject is not None and subject > first and tree.heads[v] < first:
        tree.deps[first], tree.tags[first] = "mark", "IN"
        return True
    return False


@at_label("advcl")
def participle_after_speaker(tree: Tree, i: int) -> bool:
    """ "Rebels shelled the port, the ministry said, killing two": who shelled it killed, not who says so."""
    say = tree.heads[i]
    if tree.tags[i] != "VBG" or say > i or tree.lemma(i) in verbs().speech | verbs().saying:
        return False
    if tree.lemma(say) not in verbs().speech or any(tree.deps[k] in ("nsubj", "mark") for k in tree.children[i]):
        return False
    told = [k for k in tree.children[say] if k < say and tree.deps[k] == "ccomp" and tree.tags[k] in FINITE_TAGS]
    if tree.deps[say] == "parataxis" and tree.heads[say] < say and tree.tags[tree.heads[say]] in FINITE_TAGS:
        told = [tree.heads[say]]
    subject = tree.kid(say, "nsubj")
    if told and subject is not None and subject > told[0] and tree.words[leftmost(tree, i) - 1] == ",":
        tree.attach(i, told[0], "advcl")
        return True
    return False


@at_label("advcl")
def saying_of_whole(tree: Tree, i: int) -> bool:
    """ "agreed to leave, citing illness": who agrees cites it, and not when he leaves."""
    inner = tree.heads[i]
    if tree.tags[i] != "VBG" or i < inner or tree.kid(i, "mark", "aux", "nsubj") is not None:
        return False
    if tree.lemma(i) not in verbs().speech | verbs().saying | _CITING or not has_to(tree, inner):
        return False
    above = tree.heads[inner]
    while tree.deps[inner] in ("xcomp", "ccomp") and above != inner and has_to(tree, above):
        inner, above = above, tree.heads[above]
    if tree.deps[inner] not in ("xcomp", "ccomp") or tree.tags[above] not in VERB_TAGS or above > inner:
        return False
    tree.attach(i, above, "advcl")
    return True


@at_label("ccomp")
def speaker_before_quotation(tree: Tree, say: int) -> bool:
    """ "Novak tweeted, 'I have left'": who says so governs the quotation that follows, and is no clause of it."""
    said, subject = tree.heads[say], tree.kid(say, "nsubj")
    if say > said or subject is None or subject > say or tree.lemma(say) not in verbs().speech | verbs().saying:
        return False
    opening = next((k for k in range(say + 1, said) if tree.words[k] in OPENING_QUOTES), None)
    if opening is None or tree.words[opening - 1] not in (",", ":") or tree.tags[say] not in (*FINITE_TAGS, "VBN"):
        return False
    if max(tree.subtree(say)) >= opening or tree.kid(say, "ccomp", "auxpass") is not None:
        return False
    above, dep = tree.heads[said], tree.deps[said]
    for k in tree.children[said]:
        if k <= opening or (tree.deps[k] == "punct" and k > said):
            tree.heads[k] = say
    tree.attach(say, say if above == said else above, dep)
    tree.attach(said, say, "ccomp")
    tree.tags[say] = "VBD" if tree.tags[say] == "VBN" and tree.kid(say, "aux") is None else tree.tags[say]
    return True


@at_label("acl")
def saying_read_as_reduced(tree: Tree, v: int) -> bool:
    """ "The firm announced on Tuesday it would cut jobs": of two subjects the first one says what the second does."""
    noun = tree.heads[v]
    said = tree.heads[noun]
    if tree.tags[v] not in ("VBN", "VBD") or tree.deps[noun] not in ("nsubj", "nsubjpass"):
        return False
    if tree.lemma(v) not in verbs().speech | verbs().saying or tree.kid(v, "agent", "dobj", "auxpass") is not None:
        return False
    if not any(k > max(tree.subtree(v)) for k in tree.kids(said, ("nsubj", "nsubjpass")) if k != noun):
        return False
    tree.heads[v] = v if said == tree.root else tree.heads[said]
    tree.deps[v], tree.tags[v] = tree.deps[said], "VBD"
    tree.heads[said], tree.deps[said] = v, "ccomp"
    tree.heads[noun], tree.deps[noun] = v, "nsubj"
    for k in tree.children[said]:
        if k < v and k != noun:
            tree.heads[k] = v
    return True


@at_tag(*FINITE_TAGS)
def told_read_as_reduced(tree: Tree, said: int) -> bool:
    """ "Militiamen crossed into Mali, two officers said": what stands before who says it is a clause of its own."""
    subjects = [k for k in tree.kids(said, _SUBJECTS) if k < said]
    if len(subjects) != 2 or tree.lemma(said) not in verbs().speech:
        return False
    doer, speaker = subjects
    comma = leftmost(tree, speaker) - 1
    if tree.words[comma] != "," or tree.kid(said, "ccomp") is not None:
        return False
    told = [
        v
        for v in tree.subtree(doer)
        if tree.deps[v] == "acl" and tree.tags[v] in ("VBN", "VBD") and tree.kid(v, "agent", "auxpass") is None
        and max(tree.subtree(v)) == comma - 1
    ]  # fmt: skip
    if not told:
        return False
    v = told[-1]
    tree.attach(v, said, "ccomp")
    tree.attach(doer, v, "nsubj")
    tree.tags[v] = "VBD"
    for k in [k for k in tree.children[said] if k < doer and tree.deps[k] in ("prep", "advmod", "npadvmod")]:
        tree.attach(k, v, tree.deps[k])
    return True


@at_label("prep")
def date_of_saying(tree: Tree, prep: int) -> bool:
    """ "said on Monday it had sold the mine": the day right behind a verb of saying is when it was said."""
    v, act = prep - 1, tree.heads[prep]
    if v < 0 or tree.deps[act] != "ccomp" or tree.heads[act] != v or act < prep:
        return False
    day = tree.kid(prep, "pobj")
    if day is not None and tree.labelled(day, ("DATE",)):
        tree.heads[prep] = v
        return True
    return False
