"""What a sentence says outright that a name is: "named X as a candidate", "X stands for quick …", "awarded the X".

Such words tell more than the name's own last word: "the Courage Star" that one is awarded is no newspaper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words.classwords import class_words
from ..words.lexicon import NOUN_KINDS
from .roles import SUBJECTS
from .spans import first_joined, head_of
from .usage import SUCH

if TYPE_CHECKING:
    from ..syntax.tree import Tree
    from ..words.lexicon import Lexicon
    from .clusters import Cluster
    from .spans import Span

_BEFORE = frozenset(("compound", "nmod", "amod", "poss"))
_TITLED = frozenset(("entitled", "titled"))
_IDENTIFYING = frozenset(("identify", "name", "reveal", "unmask"))
_DETERMINERS = frozenset(("a", "an", "the", "this", "that", "its", "their"))
_ONE = frozenset(("a", "an", "first", "only"))
_ANY = frozenset(("any", "every", "another"))
_ABOUT = frozenset(("on", "of", "in", "for"))
_TELLS = 2  # decides where nothing else does
_SETTLES = 4  # decides against a word that tells otherwise
_GLOSS = 9  # words in brackets between a body's name and "president"
_LISTED = 4  # words between a plural noun and the colon before its names


def assert_kind(tree: Tree, span: Span, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what one occurrence of a name is said to be."""
    head = head_of(tree, span.first, span.end)
    if span.label == "Thing":  # a title in quotation marks
        cluster.told["Thing"] += _TELLS
    _before(tree, span, head, cluster)
    _behind(tree, span, head, cluster, lexicon)
    _listed(tree, head, cluster, lexicon)
    _called(tree, head, cluster, lexicon)
    cluster.signs.field += _is_field(tree, first_joined(tree, head))
    _clause(tree, span, head, cluster, lexicon)


def identified(tree: Tree, head: int) -> int | None:
    """The noun of which a name says who or what it is: "identified the suspect as X", "the firm was named as X"."""
    up = tree.heads[head]
    verb = tree.heads[up]
    if tree.deps[head] != "pobj" or tree.lower[up] != "as" or tree.lemma(verb) not in _IDENTIFYING:
        return None
    noun = tree.kid(verb, "nsubjpass", "dobj") if tree.tags[verb][0] == "V" else None
    return noun if noun is not None and noun < up and tree.tags[noun] == "NN" else None


def _before(tree: Tree, span: Span, head: int, cluster: Cluster) -> None:
    """Counts what the word before a name says: "a", "alias", "label", "site"."""
    before = span.first - 1
    if before < 0:
        return
    word, told, known = tree.lower[before], cluster.told, class_words()
    modifies = tree.heads[head] >= span.end and tree.deps[head] in _BEFORE
    cluster.signs.common += word in ("a", "an") and not modifies
    if _aged(tree, before):
        told["Person"] += _TELLS
    if word in known.aliases:
        told["Person"] += _TELLS
    if word in known.works and tree.tags[before] == "NN":
        told["Thing"] += _TELLS
    if word in known.outfits and tree.tags[before] == "NN":
        told["Organization"] += _TELLS
    if word in known.ruling and not modifies:
        told["Organization"] += _SETTLES  # "the ruling Democratic Gathering"
    said = {tree.lower[c] for c in tree.children[head] if c < span.first}
    one_of = (tree.deps[head] == "attr" and not _ONE.isdisjoint(said)) or not _ANY.isdisjoint(said)
    cluster.signs.member += one_of and span.text.istitle() and span.text.replace(" ", "").isalpha()
    if word == "site" and _on_ground(tree, before):
        told["Place"] += _SETTLES


def _behind(tree: Tree, span: Span, head: int, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what stands behind a name: "auntie", a noun in apposition, the post of who leads it."""
    b, low, told = span.end, tree.lower, cluster.told
    if b < len(low) and low[b] in class_words().titles_behind:
        told["Person"] += _SETTLES
    for c in tree.children[head]:
        noun = low[c] if tree.deps[c] == "appos" and c >= b and tree.tags[c] == "NN" else ""
        if noun in lexicon.heads and noun not in lexicon.nouns:
            told[lexicon.heads[noun]] += _TELLS
    by = next((c for c in tree.children[head] if low[c] == "by" and c == b), None)
    maker = tree.kid(by, "pobj") if by is not None else None
    if maker is not None and _is_person(tree, maker):
        told["Thing"] += _TELLS  # "The Silent Sea by Ada Kone"
    if _presided(tree, b, lexicon):
        told["Organization"] += _TELLS


def _called(tree: Tree, head: int, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what a noun says that is called so: "a platform called X", "an artwork entitled X", "known as X"."""
    verb = tree.heads[head]
    if tree.lower[verb] == "as" and tree.deps[head] == "pobj":
        verb = tree.heads[verb]
    named = tree.deps[head] == "oprd" or tree.lower[tree.heads[head]] == "as"
    if not named or tree.deps[verb] not in ("acl", "relcl") or tree.lower[verb] not in class_words().calling:
        return
    noun, after = tree.heads[verb], tree.lower[head + 1 : head + 2]
    word, known = tree.lower[noun], class_words()
    kind = "Thing" if word in known.wares else NOUN_KINDS.get(lexicon.nouns.get(word, ""), "")
    if word in known.person_or_firm or after == [":"]:
        return  # "a film titled Ada Kone: The Early Years"
    if word == "site":
        offline = known.web_sites.isdisjoint(tree.lower[c] for c in tree.children[noun])
        kind = "Place" if offline and after == ["in"] else ""  # "a site called Gara Tomba in Mali"
    if tree.tags[noun] == "NN" and kind and kind != "Country":
        cluster.told[kind] += _SETTLES
        cluster.signs.titled += tree.lower[verb] in _TITLED and kind == "Thing"


def _is_field(tree: Tree, head: int) -> bool:
    """Whether a capital stands but for a field: "the committees on Trade and Labour", "a professor of Physics"."""
    up = tree.heads[head]
    noun = tree.lower[tree.heads[up]]
    return tree.deps[head] == "pobj" and tree.lower[up] in _ABOUT and noun in class_words().of_fields


def _listed(tree: Tree, head: int, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts the noun of which a name is said to be an example."""
    cluster.signs.plural += tree.tags[head] in ("NNPS", "NNS")
    kinds = _plural(tree, first_joined(tree, head))
    if kinds is not None:
        noun = tree.lemma(kinds)
        cluster.signs.field += noun in class_words().branches  # "industries such as Tourism"
        kind = "" if noun in class_words().person_or_firm else _kind(noun, lexicon)
        (cluster.told if kind in ("Place", "Thing") else cluster.used)[kind] += _TELLS


def _clause(tree: Tree, span: Span, head: int, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what the verb or preposition of a name says of it."""
    dep, up = tree.deps[head], tree.heads[head]
    noun = identified(tree, head)
    if noun is not None and (kind := _kind(tree.lower[noun], lexicon)):
        cluster.told[kind] += _SETTLES
    if dep in ("dobj", "nsubjpass", "oprd"):
        _done_to(tree, span, head, cluster, lexicon)
    elif dep in SUBJECTS and tree.lemma(up) == "stand":
        meant = next((tree.kid(c, "pobj") for c in tree.children[up] if tree.lower[c] == "for"), None)
        if meant is not None and tree.words[meant].islower():
            cluster.told[lexicon.heads.get(tree.lower[meant], "Thing")] += _SETTLES
    elif dep == "pobj" and tree.lower[up] == "for" and span.label != "PERSON":
        known, over = class_words(), tree.heads[up]
        cluster.signs.serves += tree.lemma(over) in known.serving or tree.lower[over] in known.servants


def _done_to(tree: Tree, span: Span, head: int, cluster: Cluster, lexicon: Lexicon) -> None:
    """Counts what is done to a name: put forward "as" something, founded, awarded."""
    up, low, known = tree.heads[head], tree.lower, class_words()
    as_ = next((c for v in (up, head) for c in tree.children[v] if low[c] == "as" and c >= span.end), None)
    role = tree.kid(as_, "pobj") if as_ is not None else None
    if role is not None and tree.tags[role] == "NN":
        cluster.used[_kind(low[role], lexicon)] += _TELLS
    verb = tree.lemma(up)
    cluster.used["Organization"] += verb in known.done_to_bodies
    honour = verb in known.conferring or (
        verb in known.honour_verbs and not known.decorations.isdisjoint(cluster.tokens)
    )
    if honour and tree.deps[head] == "dobj" and span.first > 0 and low[span.first - 1] not in ("a", "an"):
        cluster.told["Thing"] += _TELLS


def _aged(tree: Tree, i: int) -> bool:
    """Whether the words that end at `i` are an age without an article, as before a person's name: "54-year-old X"."""
    age = i - 4
    return (
        age >= 0
        and [tree.words[k].lower() for k in range(age + 1, i + 1)] == ["-", "year", "-", "old"]
        and tree.lower[age][:1].isdigit()
        and (age == 0 or tree.lower[age - 1] not in _DETERMINERS)
    )


def _is_person(tree: Tree, word: int) -> bool:
    return any(label == "PERSON" and first <= word < last for first, last, label in tree.names)


def _on_ground(tree: Tree, site: int) -> bool:
    """Whether a site is one on the ground and none of the web."""
    beside, known = [tree.lower[c] for c in tree.children[site]], class_words()
    return site > 0 and tree.lower[site - 1] in known.ground_sites and known.web_sites.isdisjoint(beside)


def _presided(tree: Tree, b: int, lexicon: Lexicon) -> bool:
    """Whether a post and who holds it follow on a name's gloss in brackets: "X (Free Union) president Ann Foe"."""
    if b + 3 >= len(tree) or tree.lower[b] != "(":
        return False
    close = next((k for k in range(b + 2, min(len(tree) - 2, b + _GLOSS)) if tree.lower[k] == ")"), 0)
    return close > 0 and tree.lower[close + 1] in lexicon.posts and tree.words[close + 2][0].isupper()


def _plural(tree: Tree, first: int) -> int | None:
    """The plural noun of which names are said to be examples: "islands such as X", "telescopes under way: X, Y"."""
    up = tree.heads[first]
    if tree.deps[first] == "nsubj" and tree.lemma(up) == "be":
        among = next((c for c in tree.children[up] if tree.lower[c] == "among"), None)
        of = tree.kid(among, "pobj") if among is not None else None
        return of if of is not None and tree.tags[of] == "NNS" else None
    if tree.deps[first] == "pobj" and tree.lower[up] in SUCH:
        return tree.heads[up] if tree.tags[tree.heads[up]] == "NNS" else None
    start = first
    while start > 0 and tree.tags[start - 1][:3] == "NNP":
        start -= 1
    if start < 2 or tree.lower[start - 1] != ":" or first + 1 >= len(tree) or tree.lower[first + 1] not in (",", "and"):
        return None
    return next((k for k in range(start - 2, max(-1, start - 2 - _LISTED), -1) if tree.tags[k] == "NNS"), None)


def _kind(noun: str, lexicon: Lexicon) -> str:
    """Class of what a noun describes; "" where it tells none."""
    if noun in class_words().sights:
        return "Place"
    kind = NOUN_KINDS.get(lexicon.nouns.get(noun, ""), "")
    return lexicon.heads.get(noun, "") if kind in ("", "Country") else kind  # "republics" may be parts of a country
