"""What a relation phrase means: its typed relation, its event type, and which way it points.

The words stand in Turtle: `relations.ttl` defines the relations, the `lexicon-*.ttl` files list what evokes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .entries import Entries
from .lexicon import Lexicon, read
from .model import PHRASE
from .phrasebook import Phrasebook, index
from .reading import Reader
from .senses import fills, kinds
from .typed import Arguments, Typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .lexicon import Relation
    from .typed import Words

__all__ = ["Participle", "Typed", "Vocabulary"]
_ARTICLES = frozenset({"a", "an", "the", "another"})
#: Spellings tried where a word is not known: hyphen, British for American.
_SPELLINGS = (("", ""), ("-", ""), ("is", "iz"), ("our", "or"), ("ence", "ense"))
#: The event type of acts that find fault, by word or by inquiry.
_FAULT = "ACCUSE"
_REMEMBERED = 4_096  # phrases; most recur, in one article or in the next


class Participle(NamedTuple):
    """The head of a compound like "Iran-backed" or "Britain-based".

    `preposition` is None where the name does the act (Iran backs the militia); else the name is the object and the noun
    the subject (the group is based *in* Britain).
    """

    typed: Typed
    preposition: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The vocabulary, ready for look-ups. Build it with `load`."""

    lexicon: Lexicon
    book: Phrasebook

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Vocabulary:
        """The vocabulary that is shipped and the entries of `extra` Turtle files, which win over it.

        Raises DataFileError where a file cannot be read, says something unknown, or gives one phrase two meanings.
        """
        folder = Path(__file__).parent
        lexicon = read([folder / "relations.ttl", *sorted(folder.glob("lexicon-*.ttl")), *extra])
        own = {str(f) for f in extra}
        layers = [[e for e in lexicon.entries if (e.file in own) is mine] for mine in (False, True)]
        return cls(lexicon, index(lexicon, layers))

    @property
    def relations(self) -> Mapping[str, Relation]:
        """The typed relations by local name, sorted."""
        return self.lexicon.relations

    def classify(
        self, relation: str, *, subject_type: str, object_type: str,
        object_head: str | None = None, subject_head: str | None = None, inside: str | None = None,
    ) -> Typed | None:  # fmt: skip
        """What a relation phrase means between two arguments, None where the vocabulary does not know it.

        `relation` holds lemmas from the agent's side: governing verbs, verb, particle, light noun, preposition ("agree
        to withdraw from", "put pressure on", "be ally of"). For a passive without agent ("be killed in") give the
        active phrase ("kill in") and take the event type only. `object_head` and `subject_head` are the lemmas of the
        head nouns, with the nouns that stand before them ("panic attack"); `inside` is the noun in the relation that is
        no verb there: "strike" of "report strike on", "" where the verb has another object there.
        """
        noun = self._words(object_head) if object_head else ()
        subject = self._words(subject_head) if subject_head else ()
        arguments = Arguments(
            subject_type, object_type, " ".join(noun[-1:]) or None, " ".join(subject[-1:]) or None, noun,
            None if inside is None else " ".join(self._words(inside)[-1:]),
        )  # fmt: skip
        return _meant(self.lexicon, self.book, arguments, self._words(relation))

    def classify_noun(self, noun: str, preposition: str | None) -> Typed | None:
        """What a noun of an act means, from its doer to the preposition's object: "airstrike", "on".

        With an agent's preposition ("attack by") the result is inverse: the object does it. With one that only places
        it ("attack in") the event type alone holds. Without one the noun keeps its relation ("Israel-Syria talks").
        """
        entries, words = self._entries(), self._words(noun)
        if preposition is None:
            entry = entries.head(words)
            return entries.typed(entry) if entry else None
        found, role = entries.noun((*words, preposition.lower()))
        if found is None or role == "patient":
            return found
        return found.turned() if role == "agent" else found.event()

    def lists(self, phrase: str) -> bool:
        """Whether an entry lists the verb phrase itself: then nothing is read out of its words."""
        return " ".join(self._words(phrase)) in self.book.verbs

    def participle(self, head: str) -> Participle | None:
        """What a compound with this participle means: "backed" (Iran-backed), "based" (Britain-based)."""
        entry = self.book.participles.get(head.lower())
        if entry is None:
            return None
        return Participle(self._entries().typed(entry), entry.phrase.partition(" ")[2] or None)

    def announced(self, typed: Typed, *, negative: bool = False) -> str | None:
        """The event type of announcing an act of one's own that is yet to come ("said it would release them").

        A friendly act is a promise, a hostile one a threat, unless it only finds fault ("will investigate"); a neutral
        one (a deployment) stays itself. With `negative` ("will not release them") it is a refusal, or a promise where
        the act renounced is hostile.
        """
        side = self._entries().side(typed)
        if not negative and (not side or typed.event_type == _FAULT):
            return typed.event_type
        friendly, hostile = ("rejects", "promises") if negative else ("promises", "threatens")
        return self.relations[hostile if side < 0 else friendly].event_type

    def wanted(self, typed: Typed) -> Typed | None:
        """What it means to want of another that he does the act: to stand by the one it is done to, or against him."""
        return self._entries().become("opposes" if typed.sign < 0 else "supports", typed) if typed.sign else None

    def needs_object(self, verb: str) -> bool:
        """Whether a verb tells its act only where an object is named: "dock", not "protest"."""
        words = self._words(verb)
        return len(words) == 1 and words[0] in self.book.verbs and words[0] not in self.members("absolute")

    def kinds(self, noun: str | None) -> frozenset[str]:
        """The kinds that a common noun belongs to, none where nobody knows."""
        return kinds(self.lexicon, PHRASE, noun)

    def knows(self, word: str) -> bool:
        """Whether any entry or word class lists the word."""
        return word in self.book.words

    def members(self, name: str) -> frozenset[str]:
        """The lemmas of a word class."""
        return self.lexicon.classes[name].lemmas

    def _entries(self) -> Entries:
        return Entries(self.lexicon, self.book, Arguments())

    def _words(self, phrase: str) -> Words:
        return _spelt(self.book.words, phrase)


@lru_cache(maxsize=_REMEMBERED)
def _meant(lexicon: Lexicon, book: Phrasebook, arguments: Arguments, words: Words) -> Typed | None:
    """What the words mean between these arguments, where those can be what the relation needs."""
    found = Reader(lexicon, book, arguments).read(words)
    if found is None or not (found.relation_type or found.event_type):
        return None
    return found if fills(lexicon, arguments, found) else None


@lru_cache(maxsize=_REMEMBERED)
def _spelt(known: frozenset[str], phrase: str) -> Words:
    """The words of a phrase as the vocabulary spells them."""
    return tuple(w if w in known else _spelling(known, w) for w in phrase.lower().split() if w not in _ARTICLES)


def _spelling(known: frozenset[str], word: str) -> str:
    """The known word that this one is a form or another spelling of: "airstrikes", "mobilised", "cease-fire"."""
    stems = [word.removesuffix(ending) for ending in ("s", "es", "ed", "d")]
    if word.endswith(("ies", "ied")):
        stems.append(word[:-3] + "y")
    if word.endswith("ed") and word[-4:-3] == word[-3:-2]:
        stems.append(word[:-3])
    spelt = (stem.replace(old, new) for stem in stems for old, new in _SPELLINGS)
    return next((w for w in spelt if w in known), word)
