"""Who and what stands at the two ends of a line: entities, else the words that name the thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cast.pronoun_forms import pronoun
from .meaning import meaning
from .syntax.labels import short_phrase
from .words.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..ontology.model import Entity
    from ..ontology.vocabulary import Vocabulary
    from .cast.cast import Cast
    from .reading.turns import Turns
    from .syntax.tree import Tree
    from .triples.triple import Triple

#: Possessives that stand for what is had, too.
_ABSOLUTE = frozenset({"hers", "theirs"})
_BEING = frozenset({"be", "become", "remain"})
_KIN = frozenset({"parentOf", "siblingOf", "spouseOf", "relatedTo"})
#: What somebody is of a party, not only in it.
_OF_PARTIES = frozenset({"leader", "nominee", "candidate", "chair", "chairman", "chairwoman", "hopeful", "contender"})


class Parties:
    """Names the ends of one article's lines."""

    def __init__(self, cast: Cast, turns: Turns, vocabulary: Vocabulary) -> None:
        self.cast, self.turns, self.vocabulary = cast, turns, vocabulary

    def of(self, sentence: int, tree: Tree, triple: Triple) -> tuple[Entity | None, Entity | None, Triple] | None:
        """Who does it and to whom, with the triple as that makes it. None where the two turn out to be no two."""
        subject, obj = self._subject(sentence, tree, triple), self._object(sentence, tree, triple)
        if subject is not None and obj is not None:
            if subject.iri == obj.iri:
                if triple.lemma != "be":
                    return None
                obj = None  # "Iran's president, Raisi": what he is said to be are words, not he
            elif two_names_apart(triple, subject, obj):
                if subject.type == obj.type:
                    return None  # members of a list
                obj = None
        if subject is not None and is_no_person(tree, triple, subject):
            return None
        if triple.rule == "deed" and obj == self.cast.at(sentence, tree.heads[triple.object_head]) is not None:
            return None  # "the Ukrainian government" is Ukraine, which the clause itself links
        if obj is not None and obj == self.cast.adjectival(sentence, triple.object_head):
            triple = self._belonging(tree, triple, subject, obj)
        return subject, obj, triple

    def label(
        self,
        sentence: int,
        tree: Tree,
        entity: Entity | None,
        head: int,
        words: tuple[int, ...],
        *,
        whole: bool = False,
        beside: Sequence[Entity | None] = (),
    ) -> str:
        """An entity's label, else the words that name the thing; the `whole` of what is said or told.

        A pronoun among them gives way to whom it means, unless that is one of those named `beside` them: "Iran |
        welcome | its allies", but "Iran's allies" with others.
        """
        meant = None if whole else self.cast.phrase(sentence, head)
        if meant:
            return meant
        if entity is not None:
            return entity.label
        short = words if whole else short_phrase(tree, head, words)
        return tree.words_of(short, self._named(sentence, tree, short, beside)) + " …" * (len(short) < len(words))

    def _named(
        self, sentence: int, tree: Tree, words: Sequence[int], beside: Sequence[Entity | None]
    ) -> dict[int, str]:
        """Names for the pronouns of a phrase that mean an entity of which neither it nor the line speaks by name."""
        if not any(tree.tags[word] in ("PRP", "PRP$") for word in words):
            return {}
        known = [*beside]
        out = {}
        for word in words:
            found = self.cast.at(sentence, word)
            if tree.tags[word] in ("PRP", "PRP$"):
                found = found or self._speaker(tree, word)
                if found is not None and found not in known and _may_give_way(tree, word):
                    whose = "'" if found.label.endswith("s") else "'s"
                    out[word] = found.label + whose * (tree.tags[word] == "PRP$")
            known.append(found)
        return out

    def _subject(self, sentence: int, tree: Tree, triple: Triple) -> Entity | None:
        """The entity that acts."""
        head = triple.subject_head
        told = (*triple.relation, triple.predicate, triple.object_head)
        located = triple.rule == "wielder" and tree.deps[head] in ("compound", "nmod")
        places = any(lexicon().nouns.get(tree.lower[t]) == "place" for t in told)
        if located or (places and triple.lemma.partition(" ")[0] in _BEING):
            found = self.cast.at(sentence, head)  # "Tehran is a city": a town, not who rules from there
        else:
            found = self.cast.acting(sentence, head)
        return found or self._speaker(tree, head)

    def _speaker(self, tree: Tree, word: int) -> Entity | None:
        """Who "I" is in an interview: whose turn it is."""
        spoken = tree.tags[word] == "PRP" and tree.lower[word] in ("i", "me", "myself")
        turn = self.turns.speaker(tree.start) if spoken else None
        return self.cast.named(turn) if turn else None

    def _object(self, sentence: int, tree: Tree, triple: Triple) -> Entity | None:
        """The entity that something is done to, or that does it where the clause is turned round."""
        if triple.phrase:
            return None
        found = self.cast.at(sentence, triple.object_head) or self._speaker(tree, triple.object_head)
        return (self.cast.acting(sentence, triple.object_head) or found) if triple.turned and found else found

    def is_own(self, sentence: int, tree: Tree, owner: Entity | None, head: int) -> bool:
        """Whether a thing is called somebody's own: "its campaign", where nobody else is meant."""
        whose = next((k for k in tree.kids(head, ("poss",)) if tree.tags[k] == "PRP$"), None)
        if whose is None or pronoun(tree, whose) is None:
            return False
        found = self.cast.at(sentence, whose)
        return found is None or found == owner

    def _belonging(self, tree: Tree, triple: Triple, whose: Entity | None, owner: Entity) -> Triple:
        """What an adjective before a noun for people makes of them.

        A "Republican governor" is a member of the party, its leader and its candidate are just that; a "Polish
        minister" is the minister of Poland, a "Polish painter" a national of it.
        """
        verb, _, rest = triple.lemma.partition(" ")
        noun = rest.removesuffix(" of")
        if verb not in _BEING or noun == rest:
            return triple
        if owner.type == "Organization":
            return triple if noun.split()[-1] in _OF_PARTIES else triple._replace(lemma=f"{verb} member of")
        if lexicon().nouns.get(noun.split()[-1]) != "person":
            return triple
        typed, _ = meaning(self.vocabulary, tree, triple, (whose, triple.subject_head), (owner, triple.object_head))
        held = typed is not None and typed.relation_type not in _KIN  # an office; a "Syrian child" is not Syria's
        return triple if held else triple._replace(lemma=f"{verb} national of")

    def pronoun(self, sentence: int, tree: Tree, word: int) -> str | None:
        """Whom a pronoun in the words of a relation means."""
        if tree.tags[word] != "PRP" or tree.lower[word].endswith(("self", "selves")):
            return None
        found = self.cast.at(sentence, word) or self._speaker(tree, word)
        return found.label if found else self.cast.phrase(sentence, word)


def _may_give_way(tree: Tree, word: int) -> bool:
    """Whether a name can stand for a pronoun: not as the "I" of a verb, in "it's", or in a title ("My Last Game")."""
    shortened = word + 1 < len(tree) and tree.words[word + 1][0] in "'’"
    titled = word > 0 and tree.words[word][0].isupper()
    third = pronoun(tree, word)
    stands = tree.lower[word] == "me" or (third is not None and not third.reflexive)
    return stands and tree.lower[word] not in _ABSOLUTE and not shortened and not titled


def two_names_apart(triple: Triple, subject: Entity, obj: Entity) -> bool:
    """Whether a noun phrase seems to say that one named thing is another, which it never does.

    "Carl Hensman of the Bill and Melinda Gates Foundation", "in Utah, Brian Hook said": a misread apposition or list.
    Groups by description may be what a name is: "Hamas, a militant group".
    """
    return triple.unspoken and triple.lemma == "be" and "Group" not in (subject.type, obj.type)


def is_no_person(tree: Tree, triple: Triple, subject: Entity) -> bool:
    """Whether a place is said to be somebody, or a body an officer: "in Utah, envoy Brian Hook said", misread."""
    noun = tree.lemmatizer.lemma(tree.lower[triple.predicate], "NN")
    if not triple.rule.startswith("apposition") or lexicon().nouns.get(noun) != "person":
        return False
    return subject.type in ("Country", "Place") or (subject.type == "Organization" and noun in lexicon().titles)
