"""Which links of the tree lead from content to whoever states it: its verb or noun, a preposition, an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.lexicon import lexicon
from .authors import author, author_of_text, can_speak, speaker, speaks, understood_subject, verb_phrase
from .joined import run_together
from .operators import stance_lexicon
from .source_words import source_lexicon

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_ADJUNCT_CLAUSES = frozenset(("parataxis", "ccomp", "dep", "advcl", "intj", "relcl"))


def content_source(tree: Tree, i: int, itself: bool) -> int | None:
    """The head of the noun phrase that states what `i` heads, where the link above `i` leads from content to a source.

    None where it does not, or where nobody is named ("it was reported that"). A noun is content of a verb only where
    it is the predicate `itself` ("denied the attack", not "denied involvement in the attack").
    """
    dep, head = tree.deps[i], tree.heads[i]
    if dep in ("ccomp", "xcomp", "dep", "parataxis", "csubj", "advcl"):
        return _of_clause(tree, i, head)
    if dep in ("acl", "relcl"):
        return _of_noun_clause(tree, i, head)
    if dep in ("dobj", "nsubjpass"):
        return _stated(tree, head, ("object",)) if itself else None
    if dep in ("pobj", "pcomp") and tree.heads[head] != head:
        return _of_preposition(tree, tree.heads[head], tree.lower[head])
    return None


def characteriser(tree: Tree, predicate: int) -> int | None:
    """Whose view it is that something is so: "described the raid as a plan to topple him" is the describer's."""
    for mark in range(predicate - 1, 0, -1):
        if tree.lower[mark] != "as" or tree.lower[mark - 1] == "such":
            continue
        for verb in tree.ancestors(mark):
            if verb < mark and verb_phrase(tree, verb) in source_lexicon().characterising:
                presented = tree.kid(verb, "dobj", "nsubjpass")
                path = [predicate, *tree.ancestors(predicate)]
                inside = verb in path and not any(_is_occasion(tree, v) for v in path[: path.index(verb)])
                return speaker(tree, verb) if inside and presented is not None and presented < mark else None
    return None


def _is_occasion(tree: Tree, v: int) -> bool:
    """Whether a clause tells when something was said: "described it as a plot when they met"."""
    return tree.deps[v] == "advcl" and any(
        tree.lower[k] in stance_lexicon().temporal and tree.lower[k] != "as" for k in tree.children[v]
    )


def _of_clause(tree: Tree, i: int, head: int) -> int | None:
    lex = source_lexicon()
    if tree.tags[head][0] != "V":
        for c in (head, *tree.children[head]):
            if tree.tags[c][0] == "J" and (tree.lemma(c), "that") in lex.adjective_content:
                return understood_subject(tree, head)
        if tree.tags[head][0] == "N" and tree.deps[i] in ("ccomp", "xcomp"):
            return _of_noun_clause(tree, i, head)
        return None
    if run_together(tree, i, head):
        return None
    if tree.deps[i] in ("ccomp", "xcomp"):
        governor = tree.kid(head, "acomp", "attr")
        if governor is not None and governor < i:
            if (tree.lemma(governor), "that") in lex.adjective_content and _frame(tree, i)[0] == "that":
                return understood_subject(tree, head)
            if (tree.lemma(governor), "that") in lex.noun_content and tree.tags[governor][0] == "N":
                return author(tree, governor)
        return _stated(tree, head, _frame(tree, i))
    marked = any(tree.deps[c] == "mark" or tree.tags[c] == "WRB" for c in tree.children[i])
    if marked or tree.kid(head, "ccomp") is not None:
        return None
    if verb_phrase(tree, head) in lex.quoting and tree.kid(i, "nsubj", "nsubjpass") is not None:
        return speaker(tree, head)
    return None


def _frame(tree: Tree, i: int) -> tuple[str, ...]:
    """The frames that a complement of this form may fill."""
    if any(tree.tags[c] == "TO" for c in tree.children[i]):
        return ("to",)
    if tree.deps[i] == "xcomp":
        return ("ing",) if tree.tags[i] == "VBG" else ("to",)
    return ("that", "ing") if tree.tags[i] == "VBG" else ("that",)


def _stated(tree: Tree, verb: int, frames: tuple[str, ...]) -> int | None:
    lex = source_lexicon()
    phrase = verb_phrase(tree, verb)
    if not any((phrase, frame) in lex.content for frame in frames):
        return None
    found = speaker(tree, verb)
    if found is not None and "to" in frames and "that" not in frames and not speaks(tree, found):
        return None  # "red notices ask the police to arrest them"
    if found is not None and phrase in lex.evidential and tree.tags[_whole(tree, found)] in ("NN", "NNS"):
        return found if _states(tree, _whole(tree, found)) else None  # an event that shows states nothing
    return found


def _whole(tree: Tree, noun: int) -> int:
    """Those of whom a part speaks: "80 % of the farmers", "a majority of them"."""
    if tree.lemma(noun) not in source_lexicon().parts:
        return noun
    whole = (tree.kid(c, "pobj") for c in tree.children[noun] if tree.lower[c] == "of")
    return next((w for w in whole if w is not None), noun)


def _states(tree: Tree, noun: int) -> bool:
    """Whether what shows or finds something is a text, or somebody who says it."""
    lex, lemma = source_lexicon(), tree.lemma(noun)
    if lemma in lex.texts or tree.lower[noun] in lex.texts or lemma in lex.speakers:
        return True
    return lexicon().nouns.get(lemma) == "person" or tree.lower[noun] in lexicon().groups


def _of_noun_clause(tree: Tree, i: int, noun: int) -> int | None:
    lex = source_lexicon()
    lemma = tree.lemma(noun)
    if any(tree.tags[c] == "TO" for c in tree.children[i]):
        return author(tree, noun) if (lemma, "to") in lex.noun_content else None
    marked = any(tree.deps[c] == "mark" and tree.lower[c] in ("that", "whether") for c in tree.children[i])
    bare = tree.deps[i] == "acl" and tree.kid(i, "nsubj", "nsubjpass") is not None
    return author(tree, noun) if (marked or bare) and (lemma, "that") in lex.noun_content else None


def _of_preposition(tree: Tree, governor: int, preposition: str) -> int | None:
    if preposition == "to":
        return None  # of the frames only an infinitive's: "pleaded guilty to charges"
    if tree.tags[governor][0] == "V":
        return _stated(tree, governor, (preposition,))
    told = (tree.lemma(governor), preposition) in source_lexicon().noun_content
    return author(tree, governor) if told and tree.tags[governor][0] == "N" else None


def adjunct_source(tree: Tree, verb: int, below: int) -> int | None:
    """The source that an adjunct of this clause names: "in X's words", "as X put it", ", X said,"."""
    lex = source_lexicon()
    for c in tree.children[verb]:
        if c == below:
            continue
        dep, low = tree.deps[c], tree.lower[c]
        found = None
        if dep == "prep":
            noun = tree.kid(c, "pobj")
            if noun is not None and low == "per":
                named = tree.words[noun][0].isupper() and not any(tree.lower[k] in lex.never for k in range(c, noun))
                found = noun if named else author(tree, noun) if tree.lemma(noun) in lex.texts else None
            elif noun is not None and low == "in" and c < verb and tree.lemma(noun) in lex.texts:
                found = _compiler(tree, noun)
            elif noun is not None and low in ("in", "by") and tree.lemma(noun) in lex.possessed:
                found = tree.kid(noun, "poss")
        elif dep == "ccomp" and c < verb and _is_content(tree, c, verb):
            continue  # "They called for help, she said": what is said names no source of the saying
        elif dep in _ADJUNCT_CLAUSES and tree.tags[c][0] == "V":
            found = _parenthesis(tree, c)
        if found is not None:
            return found
    return None


def _compiler(tree: Tree, noun: int) -> int | None:
    """Whose a report is in which something stands: "In a report by the ministry, 15 houses were damaged"."""
    by = (c for c in tree.children[noun] if tree.deps[c] == "prep" and tree.lower[c] in ("by", "of", "from"))
    found = next((tree.kid(c, "pobj") for c in by), None)
    return found if found is not None and can_speak(tree, found) else None


def _is_content(tree: Tree, clause: int, verb: int) -> bool:
    """Whether what stands before a verb of saying is what is said, and no sentence of its own."""
    return (verb_phrase(tree, verb), "that") in source_lexicon().content and not run_together(tree, clause, verb)


def according_to(tree: Tree, according: int) -> int | None:
    """Whom an "according to" names."""
    to = tree.kid(according, "prep")
    found = tree.kid(to if to is not None else according, "pobj")
    return None if found is None or tree.lemma(found) in source_lexicon().never else author_of_text(tree, found)


def _parenthesis(tree: Tree, verb: int) -> int | None:
    """Whom a clause beside the content names as its source: "as X put it", ", X said,"."""
    lex = source_lexicon()
    if tree.kid(verb, "ccomp", "xcomp") is not None:
        return None
    phrase = verb_phrase(tree, verb)
    mark = tree.kid(verb, "mark")
    if mark is not None:
        return speaker(tree, verb) if tree.lower[mark] == "as" and phrase in lex.as_clauses else None
    bare = tree.tags[verb] in ("VBD", "VBZ", "VBP") and tree.kid(verb, "advmod", "prt") is None
    if bare and phrase in lex.quoting and tree.kid(verb, "dobj") is None and tree.kid(verb, "nsubj") is not None:
        return speaker(tree, verb)
    return None
