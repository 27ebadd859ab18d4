"""How a relation is worded in a line of the graph: the lemma phrase, with all that the clause says inside it."""

from __future__ import annotations

from operator import contains
from typing import TYPE_CHECKING

from .syntax.phrases import NOUN_TAGS, noun_phrase
from .triples.relation import is_passive
from .words.lexicon import lexicon
from .words.wordlists import adverbs, verbs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .syntax.tree import Tree
    from .triples.triple import Triple

#: Of what is said behind the object no more words than this.
COMPLETION_WORDS = 20
#: Words that only carry the verb; the stance tells what they say.
_CARRYING = frozenset({"aux", "auxpass", "neg", "mark", "expl", "cc", "preconj", "intj"})
#: Words that only point at a noun, unless they say of how many the relation holds.
_POINTING = frozenset({"DT", "PRP$", "WDT", "WP$", "PDT", "WP"})
_COUNTING = frozenset({"all", "both", "every", "each", "some", "most", "another", "half"})
#: Signs that stand inside a word or a number.
_SIGNS = frozenset({"-", "–", "%", "$", "€", "£", "/", "&"})
#: Words of a lemma phrase that nobody need have written.
_LIGHT = frozenset({"be", "to", "of", "with", "for"})
_PROPER = ("NNP", "NNPS")
#: Tags of words that a label may have in another form than the lemma phrase.
_SPELT = (*_PROPER, "PRP")


def worded(tree: Tree, triple: Triple, lemma: str, who: Callable[[int], str | None]) -> str:
    """What the relation says, and that its subject only wants or plans to: "want to leave", "consider buying"."""
    label = _filled(tree, triple, lemma, who)
    verb = triple.predicate
    if tree.tags[verb][:2] != "VB" or triple.relation[:1] == (verb,):
        return label
    for g in reversed(triple.relation):
        if g >= verb or tree.lemma(g) not in verbs().unachieved or verb not in tree.subtree(g):
            continue
        said = f"be {tree.lower[g]}" if tree.tags[g][:2] == "JJ" or is_passive(tree, g) else tree.lemma(g)
        first, _, rest = label.partition(" ")
        gerund = tree.tags[verb] == "VBG" and first == tree.lemma(verb) and tree.kid(verb, "aux") is None
        label = f"{said} {tree.lower[verb]} {rest}".rstrip() if gerund else f"{said} to {label}"
        verb = g
    return label


def _filled(tree: Tree, triple: Triple, lemma: str, who: Callable[[int], str | None]) -> str:
    """The lemma phrase with the words of the relation that it passes over, each in its place.

    "Make in" says too little of "made her first speech in": it becomes "make first speech in". Nouns are then as the
    sentence has them, and pronouns whom they mean, as `who` knows. Left out are auxiliaries, articles, whose it is, and
    adverbs that say when or how surely, which date and stance tell.
    """
    words = triple.relation
    if len(words) < 2 and tree.tags[triple.predicate][0] == "V":
        return lemma
    skeleton = lemma.split(" ")
    partners = _aligned(tree, words, skeleton)
    unsaid = [said for n, said in enumerate(skeleton[:-1]) if n not in partners.values()]
    if any(said not in _LIGHT for said in unsaid):
        return lemma  # it has words of its own: "a Polish painter" is a national of Poland
    passed = [t for t in words if t not in partners and not _is_auxiliary(tree, t)]
    if any(t < triple.predicate for t in passed):
        below = set(tree.subtree(triple.predicate))
        passed = [t for t in passed if t > triple.predicate or t in below]
    governing = {triple.predicate, *tree.ancestors(triple.predicate)} if passed else set()
    added = [t for t in passed if _tells(tree, triple, t, governing)]
    if not added and all(tree.tags[t] not in _SPELT for t in partners):
        return lemma
    names = {name for t in added for name in _names_of(tree, t)}
    out: list[tuple[str, int]] = []
    at = 0
    for word in words:
        partner = partners.get(word)
        if partner is None and word not in added:
            continue
        ahead = next((partners[t] for t in words[words.index(word) :] if t in partners), at)
        out.extend((said, -1) for said in skeleton[at:ahead] if said not in names)  # the "is" of an apposition
        at = ahead
        if partner is None:
            out.append((who(word) or _spelt(tree, word), word))
        else:
            at = partner + 1
            plain = not added or triple.unspoken
            out.append((who(word) or _matched(tree, word, skeleton[partner], plain=plain), word))
    out.extend((said, -1) for said in skeleton[at:] if said not in names)
    return _joined(tree, out)


def completion(tree: Tree, triple: Triple) -> tuple[int, ...]:
    """What the clause says of its object behind it, which is no part of that thing: "to leave", "as his heir"."""
    if triple.phrase or triple.turned:
        return ()
    phrase = set(noun_phrase(tree, triple.object_head))
    rest = tuple(t for t in triple.object if t not in phrase and t > triple.object_head)
    return rest if rest and tree.deps[rest[0]] != "case" else ()


def completed(tree: Tree, triple: Triple, relation: str, rest: Sequence[int]) -> str:
    """A relation with what it says of its object, for which dots stand: "urge … to leave"; not for what purpose."""
    if rest and tree.tags[rest[0]] == "TO" and tree.lemma(triple.predicate) in verbs().purposive:
        return relation
    told = tree.words_of(rest[:COMPLETION_WORDS])
    return f"{relation} … {told}{' …' * (len(rest) > COMPLETION_WORDS)}" if rest else relation


def _aligned(tree: Tree, words: Sequence[int], skeleton: Sequence[str]) -> dict[int, int]:
    """Which word of the relation is which of the lemma phrase: the longest run of pairs in order, the latest."""
    rows, columns = len(words), len(skeleton)
    names = [() if _is_auxiliary(tree, word) else _names_of(tree, word) for word in words]
    full = [word for word, known in zip(words, names, strict=True) if known]
    if len(full) == columns and all(map(contains, filter(None, names), skeleton)):
        return dict(zip(full, range(columns), strict=True))
    same = [[said in known for said in skeleton] for known in names]
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + 1 if same[i][j] else 0)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif same[i][j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs[words[i]] = j
            i, j = i + 1, j + 1
        else:
            j += 1
    return pairs


def _is_auxiliary(tree: Tree, word: int) -> bool:
    """Whether a verb only tells the tense of another: "had" in "had had enough"."""
    return tree.deps[word] == "aux" and tree.tags[word] != "TO"


def _names_of(tree: Tree, word: int) -> tuple[str, ...]:
    low = tree.lower[word]
    noun = tree.tags[word] in _PROPER or tree.deps[word] in ("amod", "compound")
    return low, tree.lemma(word), tree.lemmatizer.lemma(low, "NN") if noun else low


def _tells(tree: Tree, triple: Triple, word: int, governing: set[int]) -> bool:
    """Whether a word that the lemma phrase passes over belongs to what the relation says."""
    if not any(c.isalnum() for c in tree.words[word]) and tree.words[word] not in _SIGNS and tree.deps[word] != "case":
        return tree.words[word] == "," and word - 1 in triple.relation and word + 1 in triple.relation
    if tree.words[word - 1] in ("(", "[") and word:
        return False  # another name of what stands before it
    low, tag, dep = tree.lower[word], tree.tags[word], tree.deps[word]
    if dep in _CARRYING and (tree.heads[word] in governing or dep == "mark"):
        return False
    if word == triple.relation[-1] and (dep == "agent" or tag in ("IN", "TO")):
        return False  # the lemma phrase ends in its own way: "by" is turned round
    if tag in _POINTING:
        return low in _COUNTING
    if tag[:2] == "RB" and tree.words[word + 1 : word + 2] != ["-"]:
        for above in tree.ancestors(word):  # "no longer"
            if tree.tags[above][:2] != "RB":
                break
            word = above
        late = word > triple.predicate or tree.heads[word] not in governing
        return tree.lower[word] not in adverbs().passing if late else tree.lower[word] in adverbs().turning
    if dep == "prt":
        return word > triple.predicate
    return tag != "PRP" or triple.rule != "content"  # "told me that"


def _spelt(tree: Tree, word: int) -> str:
    """A word as the sentence has it: names with their capitals, "prime" of an office without."""
    named = tree.tags[word] in _PROPER or any(a <= word < b for a, b, _ in tree.names)
    return tree.words[word] if (named or tree.words[word].isupper()) and not _is_title(tree, word) else tree.lower[word]


def _matched(tree: Tree, word: int, said: str, *, plain: bool) -> str:
    """A word of the lemma phrase: names with their capitals, other nouns in their number where more is said."""
    if word < 0 or tree.tags[word] not in NOUN_TAGS or said not in _names_of(tree, word):
        return said
    if tree.tags[word] in _PROPER:
        return said if _is_title(tree, word) else tree.words[word]
    return said if plain else tree.lower[word]


def _is_title(tree: Tree, word: int) -> bool:
    """Whether a word names an office, which has no capital of its own: "minister", "prime" before it, "vice-" too."""
    known = lexicon()
    if tree.lemmatizer.lemma(tree.lower[word], "NN") in known.titles:
        return True
    if word and tree.lower[word - 1] in known.titles and tree.deps[word - 1] == "compound":  # "Chief Financial Officer"
        noun = tree.heads[word] if tree.heads[word] == word + 1 else word
        if tree.lower[noun] in known.titles or known.nouns.get(tree.lower[noun]) == "person":
            return True
    if tree.lower[word] not in known.title_modifiers:
        return False
    nouns = (tree.heads[word], min(word + 1, len(tree) - 1), min(word + 2, len(tree) - 1))
    return any(tree.lemmatizer.lemma(tree.lower[t], "NN") in known.titles for t in nouns)


def _joined(tree: Tree, out: Sequence[tuple[str, int]]) -> str:
    """The words in a row; what the sentence writes as one stays one: "Trump's", "no-deal"."""
    label = ""
    last = -2
    for said, word in out:
        if said == "," and word != last + 1:
            continue  # what a comma set off is left out
        tight = word == last + 1 and tree.starts[word] == tree.ends[last]
        label += said if tight or not label else f" {said}"
        last = word
    return label
