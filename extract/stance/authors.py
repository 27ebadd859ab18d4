"""Who says what a verb says and whose a statement or report is: the author behind a verb or noun of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.antecedents import antecedent
from ..words.days import MONTH, WEEKDAY
from ..words.lexicon import lexicon
from .governors import governed_conjunct
from .source_words import source_lexicon

if TYPE_CHECKING:
    from ..syntax.tree import Tree

_RELATIVE = frozenset(("WP", "WDT"))


def verb_phrase(tree: Tree, verb: int) -> str:
    """The verb's lemma with its particle: "point out"."""
    particle = tree.kid(verb, "prt")
    return tree.lemma(verb) if particle is None else f"{tree.lemma(verb)} {tree.lower[particle]}"


def speaker(tree: Tree, verb: int) -> int | None:
    """The head of the phrase that does the saying, in any voice and mood; a text's author rather than the text."""
    found = understood_subject(tree, verb)
    return found if found is None else author_of_text(tree, found)


def understood_subject(tree: Tree, verb: int) -> int | None:
    """Who does what a verb says, in any voice, named or understood; None where it is nobody."""
    passive = tree.kid(verb, "auxpass") is not None
    agent = tree.kid(verb, "agent")
    if agent is not None:
        return tree.kid(agent, "pobj")
    if passive:
        return None
    subject = tree.kid(verb, "nsubj")
    if subject is not None:
        if tree.tags[subject] in _RELATIVE:
            subject = antecedent(tree, subject)
        if subject is not None and tree.lower[subject] in ("it", "there") and _impersonal(tree, verb):
            return None
        return subject
    return _controller(tree, verb)


def author(tree: Tree, noun: int) -> int | None:
    """Whose statement, claim or report a noun speaks of: "X's claim", "a report by X", "X issued a statement"."""
    for c in tree.children[noun]:
        if tree.deps[c] == "poss":
            if tree.lower[c] == "whose":
                return antecedent(tree, c)
            return c
    for c in tree.children[noun]:
        if tree.deps[c] in ("prep", "agent") and tree.lower[c] in ("by", "from", "of"):
            found = tree.kid(c, "pobj")
            if found is not None and (tree.lower[c] != "of" or can_speak(tree, found)):
                return found
        released = tree.deps[c] == "acl" and tree.tags[c] == "VBN" and tree.lemma(c) in source_lexicon().authoring
        agent = tree.kid(c, "agent") if released else None
        if agent is not None:
            return tree.kid(agent, "pobj")  # "figures released by X"
    for c in tree.children[noun]:
        dated = tree.tags[c] == "CD" or tree.lower[c] in MONTH or tree.lower[c] in WEEKDAY
        if tree.deps[c] in ("compound", "amod", "nmod") and tree.words[c][0].isupper() and not dated:
            return c
    verb = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.tags[tree.heads[verb]][0] == "V":
        verb = tree.heads[verb]
    elif tree.deps[noun] != "dobj":
        return None
    if verb_phrase(tree, verb) not in source_lexicon().authoring:
        return None
    for c in tree.children[verb]:
        if tree.lower[c] == "from" and c > noun:  # "issued a statement from X"
            return tree.kid(c, "pobj")
    return speaker(tree, verb)


def author_of_text(tree: Tree, noun: int) -> int:
    """A text's author, where one is named; any other noun itself."""
    lex = source_lexicon()
    return noun if tree.lemma(noun) not in lex.texts else author(tree, noun) or noun


def speaks(tree: Tree, noun: int) -> bool:
    """Whether a noun is one who speaks, or a text."""
    lex, lemma = source_lexicon(), tree.lemma(noun)
    if tree.tags[noun] not in ("NN", "NNS") or lemma in lex.texts or lemma in lex.speakers:
        return True
    return lexicon().nouns.get(lemma) is not None or tree.lower[noun] in lexicon().groups


def can_speak(tree: Tree, noun: int) -> bool:
    """Whether a noun is a name, or of those who speak."""
    return tree.tags[noun] in ("NNP", "NNPS") or tree.lemma(noun) in source_lexicon().speakers


def _impersonal(tree: Tree, verb: int) -> bool:
    """Whether "it" only stands for a clause: "it is likely that"."""
    return tree.lemma(verb) in ("be", "seem", "appear") or tree.kid(verb, "auxpass") is not None


def _controller(tree: Tree, verb: int) -> int | None:
    """The understood subject of a verb without one: "quoted them as saying", "a letter saying", "he left, saying"."""
    first = governed_conjunct(tree, verb)
    if first != verb:
        return understood_subject(tree, first)
    dep, head = tree.deps[verb], tree.heads[verb]
    if head == verb or (tree.tags[verb] == "VBN" and tree.kid(verb, "aux") is None):
        return None
    if dep == "acl" and not speaks(tree, head) and tree.tags[tree.heads[head]][0] == "V":
        return understood_subject(tree, tree.heads[head])  # "explained the decision, saying"
    if dep in ("acl", "relcl"):
        return head
    if dep == "pcomp":
        preposition, head = tree.lower[head], tree.heads[head]
        if preposition == "as" and tree.tags[head][0] == "V":
            return tree.kid(head, "dobj", "nsubjpass") or understood_subject(tree, head)
    if dep == "xcomp":
        found = tree.kid(head, "dobj", "nsubjpass")
        if found is not None:
            return found
    if tree.tags[head][0] == "V":
        return tree.kid(head, "nsubjpass") or understood_subject(tree, head)
    return None
