"""Mends of noun phrases: dates, names, titles and lists that the parser attached to the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.days import WEEKDAYS
from ..words.lexicon import lexicon
from .mending import at_label, at_name, at_tag, at_word
from .phrases import NOUN_TAGS, PERSON_LABELS, leftmost

if TYPE_CHECKING:
    from .tree import Tree

_DEGREES = frozenset({"as", "so", "too", "how"})
_TIME_PREPOSITIONS = frozenset({"on", "in", "since", "from", "by", "until", "before", "after", "during"})
#: Tags of the words that a name consists of, hyphens included ("al-Assad").
_NAME_TAGS = frozenset({"NNP", "NNPS", "HYPH"})


@at_word(*_TIME_PREPOSITIONS)
def date_after_preposition(tree: Tree, p: int) -> bool:
    """ "On Tuesday President Biden said": the date belongs to the preposition, not to the name that follows it."""
    if p + 1 == len(tree) or tree.deps[p] != "prep" or tree.children[p]:
        return False
    last = p
    for a, b, label in tree.names:
        if a == p + 1 and label == "DATE":
            last = b - 1
    if last == p and tree.lower[p + 1] in WEEKDAYS:
        last = p + 1
    if last == p or tree.heads[p] in range(p + 1, last + 1):
        return False
    span = range(p + 1, last + 1)
    outer = [t for t in span if tree.heads[t] not in span]
    if not outer or any(tree.deps[t] not in ("compound", "nmod", "nummod", "npadvmod", "amod", "poss") for t in outer):
        return False
    head = outer[0]
    tree.heads[head], tree.deps[head] = p, "pobj"
    for t in outer[1:]:
        tree.heads[t], tree.deps[t] = head, "nummod"
    return True


@at_word("on")
def day_before_title(tree: Tree, p: int) -> bool:
    """ "on Sunday Presidents Buhari and Talon signed": the day is the preposition's, the title the name's."""
    day, title = p + 1, p + 2
    if title >= len(tree) or tree.lower[day] not in WEEKDAYS or tree.heads[day] != title or tree.heads[title] != p:
        return False
    named = [s for s, dep in enumerate(tree.deps) if dep in ("nsubj", "nsubjpass") and leftmost(tree, s) == title + 1]
    if (tree.tags[title] in ("NNP", "NNPS") or tree.words[title][0].isupper()) and named:
        tree.heads[day], tree.deps[day] = p, "pobj"
        tree.heads[title], tree.deps[title] = named[0], "compound"
        return True
    return False


@at_word("many", "much", "few", "little")
def degree_of_quantity(tree: Tree, a: int) -> bool:
    """ "as many soldiers as civilians died": the first "as" says how many."""
    if a == 0 or tree.lower[a - 1] != "as" or tree.heads[a] < a or tree.deps[a] != "amod":
        return False
    if tree.heads[a - 1] == a or tree.children[a - 1] or a - 1 == tree.root:
        return False
    tree.attach(a - 1, a, "advmod")
    return True


@at_tag("JJ")
def degree_before_article(tree: Tree, a: int) -> bool:
    """ "took as wide a range as they did", "so grave a loss": an adjective of degree stands before the article."""
    if a == 0 or a + 2 >= len(tree) or tree.lower[a - 1] not in _DEGREES or tree.lower[a + 1] not in ("a", "an"):
        return False
    noun = tree.heads[a + 1]
    if tree.deps[a + 1] != "det" or noun <= a or tree.heads[a] == noun or a in tree.ancestors(noun):
        return False
    tree.attach(a, noun, "amod")
    if tree.heads[a - 1] != a:
        tree.attach(a - 1, a, "advmod")
    governor = tree.heads[noun]
    for k in tree.kids(governor, ("prep", "advcl")):
        if k > noun and tree.lower[a - 1] == "as" and (tree.lower[k] == "as" or tree.lower[leftmost(tree, k)] == "as"):
            tree.attach(k, noun, "prep" if tree.deps[k] == "prep" else "relcl")
            break
    return True


@at_label("appos")
def name_after_description(tree: Tree, name: int) -> bool:
    """ "Niger's president Mahamadou Issoufou said": a name close behind its description heads the phrase."""
    h = tree.heads[name]
    if h > name or tree.tags[name] not in ("NNP", "NNPS") or tree.tags[h] not in NOUN_TAGS:
        return False
    if leftmost(tree, name) != h + 1 or tree.tags[h + 1] not in ("NNP", "NNPS") or tree.deps[h] == "compound":
        return False
    if any(k > h and k < name for k in tree.children[h]):
        return False
    tree.take_over(name, h)
    tree.deps[h] = "compound"
    for k in tree.children[h]:
        if k > name:
            tree.heads[k] = name
    return True


@at_label("nsubj", "nsubjpass", "npadvmod")
def two_subjects(tree: Tree, b: int) -> bool:
    """ "Local team Ammanford play", "Presidents Sall and Biya met": the first of two subjects is a title.

    So is a title before a person whom the parser made an adverbial: "Prime Minister | Haider al-Abadi | met".
    """
    dep = tree.deps[b]
    if tree.tags[b] not in ("NNP", "NNPS"):
        return False
    before = leftmost(tree, b) - 1
    if before < 0 or tree.heads[before] != tree.heads[b] or before == tree.root:
        return False
    titled = tree.lower[before] in lexicon().titles
    if dep == "npadvmod" and titled and tree.labelled(b, PERSON_LABELS):
        dep = tree.deps[before]
    if dep not in ("nsubj", "nsubjpass") or tree.deps[before] != dep:
        return False
    if (titled and tree.tags[before] in ("NNS", "NNPS")) or tree.tags[before] in ("NN", "NNP"):
        tree.deps[b] = dep
        tree.attach(before, b, "compound")
        return True
    return False


@at_label("appos")
def conjunct_read_as_apposition(tree: Tree, b: int) -> bool:
    """ "Abbas of Jordan and Novak of Slovakia signed": what stands right behind an "and" is joined by it."""
    a, cc = tree.heads[b], leftmost(tree, b) - 1
    if a > cc or tree.deps[cc] != "cc" or tree.tags[a][:3] != tree.tags[b][:3]:
        return False
    if b in tree.subtree(tree.heads[cc]) and tree.heads[cc] != a:
        return False
    tree.deps[b], tree.heads[cc] = "conj", a
    return True


@at_tag("NNP")
def name_after_titled_complement(tree: Tree, name: int) -> bool:
    """ "on the orders of President Petrov": a noun does not describe the name that its "of" and a title lead up to."""
    title, of = name - 1, name - 2
    while title > 1 and tree.tags[title] in _NAME_TAGS and tree.lower[title] not in lexicon().titles:
        title, of = title - 1, of - 1
    if of < 1 or tree.lower[of] != "of" or tree.heads[title] != of:
        return False
    noun = tree.heads[of]
    if tree.heads[noun] != name or tree.deps[noun] not in ("compound", "nmod") or tree.tags[noun][:3] == "NNP":
        return False
    if tree.lower[title] not in lexicon().titles or tree.lower[noun] in lexicon().titles:
        return False
    tree.take_over(noun, name)
    tree.heads[name], tree.deps[name] = of, "pobj"
    for k in tree.children[name]:
        if k < of and k != noun:
            tree.heads[k] = noun
    tree.heads[title], tree.deps[title] = name, "compound"
    return True


@at_label("dobj", "attr", "npadvmod")
def part_of_them(tree: Tree, i: int) -> bool:
    """ "protesters, some of them in uniform, marched": which of the people before the comma, no argument of a verb."""
    if i < 2 or i + 2 >= len(tree) or tree.words[i - 1] != ",":
        return False
    if tree.lower[i + 1] != "of" or tree.lower[i + 2] not in ("them", "whom", "which", "these"):
        return False
    whole = i - 2
    while tree.tags[whole] in NOUN_TAGS and tree.heads[whole] == whole + 1:
        whole += 1
    if tree.tags[whole] in ("NNS", "NNPS") and whole not in tree.subtree(i):
        tree.attach(i, whole, "appos")
        return True
    return False


@at_label("prep")
def fronted_phrase_in_subject(tree: Tree, p: int) -> bool:
    """ "In recent talks, General Bagheri spoke": a phrase before a comma belongs to the verb, not to the name."""
    noun = tree.heads[p]
    if noun < p or tree.deps[noun] not in ("nsubj", "nsubjpass"):
        return False
    end = max(tree.subtree(p)) + 1
    if end < noun and tree.words[end] == ",":
        tree.heads[p] = tree.heads[noun]
        if tree.heads[end] == noun:
            tree.heads[end] = tree.heads[noun]
        return True
    return False


@at_name(*PERSON_LABELS)
def name_after_whole(tree: Tree, first: int, end: int) -> bool:
    """ "First Minister of Scotland Nicola Sturgeon": the person is named after the office and what it is of."""
    name, whole = end - 1, first - 1
    if whole < 0 or tree.tags[whole] not in _NAME_TAGS or tree.lower[whole] in lexicon().titles:
        return False  # "the sister of President Novak"
    person = range(first, end)
    described = tree.deps[name] == "appos" and tree.heads[name] == whole
    prep = tree.heads[whole if described else name]
    if not described and tree.heads[whole] not in person:
        return False
    if tree.deps[whole if described else name] != "pobj" or tree.lower[prep] != "of" or whole <= prep:
        return False
    role = tree.heads[prep]
    if role > prep or tree.tags[role] not in ("NN", "NNP"):
        return False
    tree.take_over(name, role)
    tree.deps[role] = "compound"
    tree.heads[whole], tree.deps[whole] = prep, "pobj"
    for k in (k for i in person for k in tree.children[i] if k < whole):
        tree.heads[k] = whole
    for k in tree.children[role]:
        if k > name:
            tree.heads[k] = name
    return True


@at_word("-")
def hyphened_prefix(tree: Tree, hyphen: int) -> bool:
    """ "study co-author Carla Lopez": a small word and a hyphen belong to the word that they stand at."""
    left, right = hyphen - 1, hyphen + 1
    if left < 0 or right == len(tree) or not tree.words[left].islower():
        return False
    if tree.starts[hyphen] > tree.ends[left] or tree.starts[right] > tree.ends[hyphen]:
        return False
    if left in tree.ancestors(right) or right in tree.ancestors(left) or hyphen in tree.ancestors(right):
        return False
    for k in tree.children[left]:
        tree.heads[k] = right
    tree.heads[left], tree.deps[left] = right, "compound"
    if right not in tree.ancestors(hyphen):
        tree.heads[hyphen], tree.deps[hyphen] = right, "punct"
    return True


@at_name()
def name_in_pieces(tree: Tree, first: int, end: int) -> bool:
    """ "overthrew Bashar | al-Assad": the words of one name hang together, under its last word."""
    inside = range(first, end)
    if any(tree.tags[i] not in _NAME_TAGS and tree.words[i] != "-" for i in inside):
        return False
    loose = [i for i in inside if tree.heads[i] not in inside or tree.heads[i] == i]
    if len(loose) < 2 or tree.root in inside:
        return False
    head = loose[-1]
    above, dep = tree.heads[loose[0]], tree.deps[loose[0]]
    if above in tree.subtree(head):
        return False
    tree.heads[head], tree.deps[head] = above, dep
    for i in loose[:-1]:
        tree.heads[i], tree.deps[i] = head, "compound"
    return True
