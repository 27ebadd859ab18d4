"""Who is charged by what is said of him: "Ankara said Damascus has shelled the town".

Most words of saying charge somebody only with a wrong; who alleges or complains of anything finds fault with who did
it. So it is with nouns: "Oslo's claim that Chad stole the ships".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.phrases import NOUN_TAGS, conjuncts, first_conjunct, noun_phrase
from ..triples.relation import in_brief
from ..triples.ties import is_actor
from ..triples.triple import Triple
from ..words.wordlists import verbs
from .authors import author
from .source_words import source_lexicon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ..syntax.tree import Tree


def charges(
    tree: Tree, found: Sequence[Triple], wrongs: Collection[int], misdeeds: Collection[str], duties: Collection[str]
) -> Iterator[Triple]:
    """(Ankara, said has shelled, Damascus) for "Ankara said Damascus has shelled the town": it accuses Damascus.

    `wrongs` are the verbs of hostile acts; it is read when the triples before have been understood. `misdeeds` are
    wrong whoever suffers ("lied"), and so it is not to do one's `duties` ("did not comply", "cannot be trusted").
    """
    words = source_lexicon()
    for told in (*(t for t in found if t.rule == "content"), *_told_by_nouns(tree)):
        act, telling = told.object_head, tree.lemma(told.predicate)
        if told.rule == "content" and telling not in words.charging:
            continue
        undone = any(tree.deps[k] == "neg" for k in tree.children[act])
        wrong = act in wrongs or tree.lemma(act) in (duties if undone else misdeeds)
        if not wrong and not (telling in words.faulting and _is_done(tree, act)):
            continue
        for s in tree.kids(act, ("nsubj", "nsubjpass") if undone and wrong else ("nsubj",)):
            several = len(conjuncts(tree, first_conjunct(tree, told.subject_head))) > 1
            if tree.tags[s] == "PRP" and (several or not wrong):
                continue  # "Mali and Niger said they": of themselves
            for doer in conjuncts(tree, s):
                shown = tuple(noun_phrase(tree, doer))
                if tree.tags[doer] in ("NN", "NNS") and not is_actor(tree, doer):
                    continue
                if not set(shown) & set(told.subject):
                    read = (told.subject, told.relation, in_brief(tree, act, doer)) if told.rule == "content" else ()
                    yield told._replace(
                        rule="spoken-of" if told.rule == "content" else "charge", object_head=doer, object=shown,
                        relation=(told.predicate, act), lemma="accuse", phrase=False, reading=read,
                    )  # fmt: skip


def _is_done(tree: Tree, act: int) -> bool:
    """Whether a verb tells what somebody does: no state, nothing that befalls him."""
    known, lemma = verbs(), tree.lemma(act)
    passive = tree.kid(act, "auxpass") is not None
    return tree.tags[act][:2] == "VB" and lemma not in known.linking | known.befallen and not passive


def _told_by_nouns(tree: Tree) -> Iterator[Triple]:
    """What somebody's claim says: (Oslo, claim that, stole) for "Oslo's claim that Chad stole the ships"."""
    for noun, tag in enumerate(tree.tags):
        if tag not in ("NN", "NNS") or tree.lemma(noun) not in source_lexicon().charging_nouns:
            continue
        for act in tree.kids(noun, ("acl", "ccomp", "relcl")):
            if not any(tree.lower[m] == "that" for m in tree.kids(act, ("mark",))):
                continue
            writer = author(tree, noun)
            for one in conjuncts(tree, writer) if writer is not None and writer != noun else ():
                if tree.tags[one] in NOUN_TAGS | {"PRP", "PRP$", "JJ"}:
                    words = tuple(t for t in noun_phrase(tree, one) if tree.deps[t] != "case")
                    yield Triple("noun-content", noun, one, act, words, (noun,), (act,), "accuse")
