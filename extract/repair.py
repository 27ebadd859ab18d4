"""Mends what small parsers get wrong in news text, each mend stating the construction that was misread.

Works on `Tree` in place. Mending a mended tree changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .phrases import NOUN_TAGS, leftmost

if TYPE_CHECKING:
    from collections.abc import Callable

    from .tree import Tree

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_VERBS = _FINITE | {"VB", "VBG", "VBN"}
_NOUN_PLACES = frozenset({"pobj", "dobj", "attr", "compound", "poss", "nmod"})
_LOOSE = frozenset({"advcl", "acl", "xcomp", "dep", "acomp", "conj"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TIME_PREPOSITIONS = frozenset({"on", "in", "since", "from", "by", "until", "before", "after", "during"})
_SAYING = frozenset({
    "say", "claim", "allege", "believe", "think", "deny", "announce", "report", "argue", "insist", "suggest", "warn",
    "add", "confirm", "state", "assert", "fear", "hope", "predict", "conclude", "estimate", "acknowledge", "admit",
})  # fmt: skip


def repair(tree: Tree) -> Tree:
    """Mends the tree and gives it back. Idempotent."""
    changed = False
    for mend in _MENDS:
        changed = mend(tree) or changed
    if changed:
        tree.relink()
    return tree


def _verb_after_to(tree: Tree) -> bool:
    """ "to sanction Saudi Arabia": a word with an infinitival "to" is a verb, whatever its tag."""
    for i, word in enumerate(tree.lower):
        if word == "to" and tree.deps[i] == "aux":
            h = tree.heads[i]
            if h > i and tree.tags[h] in ("NN", "JJ", "NNP", "VBP"):
                tree.tags[h] = "VB"
    return False


def _noun_read_as_verb(tree: Tree) -> bool:
    """ "seven inmates freed", "the results": a finite verb that stands where only a noun can is a plural noun."""
    for i, tag in enumerate(tree.tags):
        if tag != "VBZ" or tree.deps[i] not in _NOUN_PLACES or not tree.lower[i].endswith("s"):
            continue
        if not any(tree.deps[k] in ("nsubj", "nsubjpass", "dobj") for k in tree.children[i]):
            tree.tags[i] = "NNS"
    return False


def _split_passive(tree: Tree) -> bool:
    """ "was on Monday rammed into": "be" with a subject and a participle after it are one passive verb."""
    changed = False
    for b, tag in enumerate(tree.tags):
        if tag not in _VERBS or tree.deps[b] in ("aux", "auxpass") or tree.lemma(b) != "be":
            continue
        kids = tree.children[b]
        if not any(tree.deps[k] in ("nsubj", "nsubjpass") and k < b for k in kids):
            continue
        if any(tree.deps[k] in ("attr", "acomp", "oprd", "ccomp") and tree.tags[k] != "VBN" for k in kids):
            continue
        for v in kids:
            if v < b or tree.tags[v] not in ("VBN", "VBD") or tree.deps[v] not in _LOOSE:
                continue
            below = set(tree.subtree(v))
            for k in tree.kids(b, ("prep", "npadvmod")):
                below.update(tree.subtree(k))
            if any(t not in below and tree.tags[t][:2] != "RB" for t in range(b + 1, v)):
                continue
            if any(tree.words[t] in (",", ":", ";") or tree.deps[t] in ("cc", "mark") for t in range(b + 1, v)):
                continue
            if any(tree.deps[k] in ("nsubj", "nsubjpass", "aux", "auxpass") for k in tree.children[v]):
                continue
            _take_over(tree, v, b)
            tree.deps[b] = "auxpass"
            for k in kids:
                if k != v:
                    tree.heads[k] = v
                    if tree.deps[k] == "nsubj":
                        tree.deps[k] = "nsubjpass"
            changed = True
            tree.relink()
            break
    return changed


def _take_over(tree: Tree, new: int, old: int) -> None:
    """Put `new` where `old` hangs, and `old` under it."""
    tree.heads[new] = new if tree.heads[old] == old else tree.heads[old]
    tree.deps[new] = tree.deps[old]
    tree.heads[old] = new


def _date_after_preposition(tree: Tree) -> bool:
    """ "On Tuesday President Biden said": the date belongs to the preposition, not to the name that follows it."""
    changed = False
    for p, word in enumerate(tree.lower[:-1]):
        if word not in _TIME_PREPOSITIONS or tree.deps[p] != "prep" or tree.children[p]:
            continue
        last = p
        for a, b, label in tree.names:
            if a == p + 1 and label == "DATE":
                last = b - 1
        if last == p and tree.lower[p + 1] in _DAYS:
            last = p + 1
        if last == p or tree.heads[p] in range(p + 1, last + 1):
            continue
        span = range(p + 1, last + 1)
        outer = [t for t in span if tree.heads[t] not in span]
        if not outer or any(
            tree.deps[t] not in ("compound", "nmod", "nummod", "npadvmod", "amod", "poss") for t in outer
        ):
            continue
        head = outer[0]
        tree.heads[head], tree.deps[head] = p, "pobj"
        for t in outer[1:]:
            tree.heads[t], tree.deps[t] = head, "nummod"
        changed = True
        tree.relink()
    return changed


def _day_before_title(tree: Tree) -> bool:
    """ "on Sunday Presidents Buhari and Talon signed": the day is the preposition's, the title the name's."""
    changed = False
    for p, word in enumerate(tree.lower[:-2]):
        day, title = p + 1, p + 2
        if word != "on" or tree.lower[day] not in _DAYS or tree.heads[day] != title or tree.heads[title] != p:
            continue
        named = [
            s for s, dep in enumerate(tree.deps) if dep in ("nsubj", "nsubjpass") and leftmost(tree, s) == title + 1
        ]
        if tree.tags[title] in ("NNP", "NNPS") and named:
            tree.heads[day], tree.deps[day] = p, "pobj"
            tree.heads[title], tree.deps[title] = named[0], "compound"
            changed = True
            tree.relink()
    return changed


def _name_after_description(tree: Tree) -> bool:
    """ "Niger's president Mahamadou Issoufou said": a name close behind its description heads the phrase."""
    changed = False
    for name, dep in enumerate(tree.deps):
        h = tree.heads[name]
        if dep != "appos" or h > name or tree.tags[name] not in ("NNP", "NNPS") or tree.tags[h] not in NOUN_TAGS:
            continue
        if leftmost(tree, name) != h + 1 or tree.tags[h + 1] not in ("NNP", "NNPS") or tree.deps[h] == "compound":
            continue
        if any(k > h and k < name for k in tree.children[h]):
            continue
        _take_over(tree, name, h)
        tree.deps[h] = "compound"
        for k in tree.children[h]:
            if k > name:
                tree.heads[k] = name
        changed = True
        tree.relink()
    return changed


def _two_subjects(tree: Tree) -> bool:
    """ "Local team Ammanford play": of two subjects side by side the first describes the second, a name."""
    changed = False
    for b, dep in enumerate(tree.deps):
        if dep not in ("nsubj", "nsubjpass") or tree.tags[b] not in ("NNP", "NNPS"):
            continue
        before = leftmost(tree, b) - 1
        if before >= 0 and before in tree.kids(tree.heads[b], (dep,)) and tree.tags[before] in ("NN", "NNP"):
            tree.heads[before], tree.deps[before] = b, "compound"
            changed = True
            tree.relink()
    return changed


def _enumeration(tree: Tree) -> bool:
    """ "The mayor, the bishop and the judge attended": like nouns in a row that end in "and" are no appositions."""
    changed = False
    for a, dep in enumerate(tree.deps):
        h = tree.heads[a]
        if dep != "appos" or h > a or tree.tags[a] not in NOUN_TAGS or tree.tags[h] not in NOUN_TAGS:
            continue
        if tree.tags[a][:3] != tree.tags[h][:3] and (tree.kid(h, "det") is None or tree.kid(a, "det") is None):
            continue
        others = tree.kids(a, ("conj",))
        if not others or tree.kid(a, "cc") is None or tree.words[leftmost(tree, a) - 1] != ",":
            continue
        if (tree.kid(h, "det") is None) != (tree.kid(a, "det") is None):
            continue
        end = max(tree.subtree(others[-1])) + 1
        if end < len(tree) and tree.words[end] == ",":
            continue
        tree.deps[a] = "conj"
        changed = True
    return changed


def _verb_read_as_modifier(tree: Tree) -> bool:
    """ "The general, who seized power, dissolved parliament": in a sentence without a verb a participle is the verb."""
    root = tree.root
    if tree.tags[root] not in NOUN_TAGS or tree.words[-1] not in (".", '"', "”", "''"):
        return False
    if _name_and_verb_before_object(tree):
        return True
    for v, dep in enumerate(tree.deps):
        noun = tree.heads[v]
        if (
            dep != "amod"
            or v < root
            or noun < v
            or not (tree.tags[v] in ("VBD", "VBN") or tree.lower[v].endswith("ed"))
        ):
            continue
        if tree.lower[v - 1] in ("a", "an", "the") or root not in tree.ancestors(noun):
            continue
        left = [k for k in tree.children[noun] if k < v and tree.deps[k] != "punct"]
        if any(tree.deps[k] not in ("compound", "nmod", "det", "amod", "poss", "nummod") for k in left):
            continue
        if left and tree.tags[left[-1]] in NOUN_TAGS:
            _take_over(tree, left[-1], noun)
            for k in left[:-1]:
                tree.heads[k] = left[-1]
        elif left or tree.deps[noun] not in ("appos", "conj", "dep"):
            continue
        tree.heads[noun], tree.deps[noun] = v, "dobj"
        tree.heads[v], tree.deps[v], tree.tags[v] = v, "ROOT", "VBD"
        tree.heads[root], tree.deps[root] = v, "nsubj"
        for k in tree.children[root]:
            if k > v:
                tree.heads[k] = v
        tree.relink()
        return True
    return False


def _name_and_verb_before_object(tree: Tree) -> bool:
    """ "General Bagheri articulated concerns.": name and verb were read as modifiers of the object."""
    noun = tree.root
    for v in tree.kids(noun, ("amod",)):
        name = v - 1
        if tree.tags[v] not in ("VBN", "VBD") or v > noun or name < 0 or tree.heads[name] != noun:
            continue
        if tree.tags[name] not in ("NNP", "NNPS") or tree.deps[name] not in ("nmod", "compound", "poss"):
            continue
        for k in tree.children[noun]:
            if k < name or tree.deps[k] == "punct":
                compound = tree.deps[k] in ("compound", "nmod", "amod", "det") and k < name
                tree.heads[k] = name if compound else v
        tree.heads[name], tree.deps[name] = v, "nsubj"
        tree.heads[noun], tree.deps[noun] = v, "dobj"
        tree.heads[v], tree.deps[v], tree.tags[v] = v, "ROOT", "VBD"
        tree.relink()
        return True
    return False


def _verb_read_as_compound(tree: Tree) -> bool:
    """ "The agency (founded in 1957) inspects reactors": a noun with a subject and a finite "modifier" is its object."""
    changed = False
    for v, dep in enumerate(tree.deps):
        noun = tree.heads[v]
        if dep not in ("compound", "amod") or tree.tags[v] not in ("VBZ", "VBD", "VBP") or noun < v:
            continue
        subject = tree.kid(v, "nsubj") or tree.kid(noun, "nsubj")
        if subject is None or subject > v or any(tree.deps[k] in ("cop", "aux") for k in tree.children[noun]):
            continue
        _take_over(tree, v, noun)
        tree.deps[noun] = "dobj"
        for k in tree.children[noun]:
            if k != v and (k < v or tree.deps[k] == "punct"):
                tree.heads[k] = v
        changed = True
        tree.relink()
    return changed


def _clause_without_subject(tree: Tree) -> bool:
    """ "claimed Iran, among others, is influencing": the seeming object is the next clause's subject."""
    changed = False
    for v, dep in enumerate(tree.deps):
        say = tree.heads[v]
        if (
            dep not in ("conj", "dep", "ccomp", "advcl")
            or say >= v
            or tree.tags[say] not in _VERBS
            or tree.tags[v] not in _VERBS
        ):
            continue
        if tree.lemma(say) not in _SAYING or any(
            tree.deps[k] in ("nsubj", "nsubjpass", "mark") for k in tree.children[v]
        ):
            continue
        first = leftmost(tree, v)
        finite = tree.tags[v] in _FINITE or any(
            tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*_FINITE, "MD") for k in tree.children[v]
        )
        if not finite or any(say < k < first and tree.deps[k] == "cc" for k in tree.children[say]):
            continue
        objects = [k for k in tree.children[say] if say < k < first and tree.deps[k] == "dobj"]
        commas = sum(tree.words[k] == "," for k in range(say, first))
        if not objects or commas % 2:
            continue
        passive = any(tree.deps[k] == "auxpass" for k in tree.children[v])
        for k in tree.children[say]:
            if objects[0] <= k < v and tree.deps[k] != "cc":
                tree.heads[k] = v
        tree.deps[objects[0]] = "nsubjpass" if passive else "nsubj"
        tree.deps[v] = "ccomp"
        changed = True
        tree.relink()
    return changed


def _subject_read_as_conjunct(tree: Tree) -> bool:
    """ "is growing in popularity and ownership is tyranny": a conjoined noun right before a bare verb is its subject."""
    changed = False
    for v, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[v] not in _VERBS or tree.tags[tree.heads[v]] not in _VERBS:
            continue
        kids = tree.children[v]
        if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl") for k in kids):
            continue
        if tree.tags[v] not in _FINITE and not any(
            tree.deps[k] in ("aux", "auxpass") and tree.tags[k] in (*_FINITE, "MD") for k in kids
        ):
            continue
        n = leftmost(tree, v) - 1
        while n > 0 and tree.deps[n] not in ("conj", "punct", "cc") and tree.heads[n] < n:
            n = tree.heads[n]
        if n <= tree.heads[v] or tree.deps[n] != "conj" or tree.tags[n] not in NOUN_TAGS:
            continue
        first = tree.heads[n]
        ands = [k for k in tree.children[first] if tree.deps[k] == "cc" and first < k < n]
        if not ands or tree.tags[first] not in NOUN_TAGS or leftmost(tree, n) != ands[-1] + 1:
            continue
        passive = any(tree.deps[k] == "auxpass" for k in kids)
        tree.heads[n], tree.deps[n] = v, "nsubjpass" if passive else "nsubj"
        tree.heads[ands[-1]] = tree.heads[v]
        changed = True
        tree.relink()
    return changed


def _unlike_conjuncts(tree: Tree) -> bool:
    """ "challenging its capacity to hold Homs and undermining": conjuncts are alike, so it goes with "challenging"."""
    changed = False
    for v, dep in enumerate(tree.deps):
        first = tree.heads[v]
        if dep != "conj" or tree.tags[v] not in _VERBS or tree.tags[first] not in _VERBS:
            continue
        if any(tree.deps[k] in ("nsubj", "nsubjpass", "expl", "csubj") for k in tree.children[v]):
            continue
        form = _form(tree, v)
        if form is None or form == _form(tree, first) or _form(tree, first) != "infinitive":
            continue
        above = next((a for a in tree.ancestors(first) if tree.tags[a] in _VERBS and _form(tree, a) == form), None)
        if above is None:
            continue
        for k in tree.children[first]:
            if tree.deps[k] == "cc" and first < k < v:
                tree.heads[k] = above
        tree.heads[v] = above
        changed = True
        tree.relink()
    return changed


def _form(tree: Tree, v: int) -> str | None:
    """How a verb is inflected with its auxiliaries; None where that cannot be told."""
    helpers = [k for k in tree.children[v] if tree.deps[k] in ("aux", "auxpass") and k < v]
    if any(tree.lower[k] == "to" for k in helpers):
        return "infinitive"
    if tree.tags[v] in _FINITE or any(tree.tags[k] in (*_FINITE, "MD") for k in helpers):
        return "finite"
    return "gerund" if tree.tags[v] == "VBG" and not helpers else None


def _fronted_phrase_in_subject(tree: Tree) -> bool:
    """ "In recent talks, General Bagheri spoke": a phrase before a comma belongs to the verb, not to the name."""
    changed = False
    for p, dep in enumerate(tree.deps):
        noun = tree.heads[p]
        if dep != "prep" or noun < p or tree.deps[noun] not in ("nsubj", "nsubjpass"):
            continue
        end = max(tree.subtree(p)) + 1
        if end < noun and tree.words[end] == ",":
            tree.heads[p] = tree.heads[noun]
            if tree.heads[end] == noun:
                tree.heads[end] = tree.heads[noun]
            changed = True
            tree.relink()
    return changed


def _with_absolute(tree: Tree) -> bool:
    """ "with Hezbollah having lost thousands": the participle's subject is what "with" brings in."""
    changed = False
    for v, dep in enumerate(tree.deps):
        if dep != "advcl" or tree.tags[v] not in ("VBG", "VBN") or any(tree.lower[k] == "to" for k in tree.children[v]):
            continue
        if tree.kid(v, "mark", "nsubj", "nsubjpass") is not None:
            continue
        governor = tree.heads[v]
        before = [k for k in tree.kids(governor, ("prep",)) if k < v and tree.lower[k] == "with"]
        noun = tree.kid(before[-1], "pobj") if before else None
        if noun is None or tree.tags[noun] not in NOUN_TAGS:
            continue
        last, first = max(tree.subtree(noun)), leftmost(tree, v)
        between = [t for t in range(last + 1, first) if tree.words[t] != ","]
        if last < first and (
            first == last + 1 or [tree.lower[t] for t in between] in (["for", "instance"], ["for", "example"])
        ):
            tree.heads[v], tree.deps[v] = noun, "acl"
            changed = True
            tree.relink()
    return changed


def _participle_of_name(tree: Tree) -> bool:
    """ "posted a message on Twitter blaming Iran": a name needs no restriction, so the participle is the act's."""
    changed = False
    for v, tag in enumerate(tree.tags):
        noun = tree.heads[v]
        if tag != "VBG" or tree.deps[v] != "acl" or tree.tags[noun] != "NNP" or tree.deps[noun] != "pobj":
            continue
        up = noun
        while tree.deps[up] in ("pobj", "prep", "dobj", "conj"):
            up = tree.heads[up]
        if tree.tags[up] in _VERBS and up < noun:
            tree.heads[v], tree.deps[v] = up, "advcl"
            changed = True
            tree.relink()
    return changed


_MENDS: tuple[Callable[[Tree], bool], ...] = (
    _verb_after_to,
    _verb_read_as_compound,
    _noun_read_as_verb,
    _date_after_preposition,
    _split_passive,
    _day_before_title,
    _name_after_description,
    _two_subjects,
    _enumeration,
    _verb_read_as_modifier,
    _clause_without_subject,
    _subject_read_as_conjunct,
    _unlike_conjuncts,
    _fronted_phrase_in_subject,
    _with_absolute,
    _participle_of_name,
)
