"""The vocabulary's files are sound, and a user's own Turtle file extends them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import triplewire
from meant import meaning, shown
from triplewire.extract.pipeline import load
from triplewire.extract.syntax.lemmas import Lemmatizer
from triplewire.ontology.errors import DataFileError
from triplewire.ontology.vocabulary import Vocabulary

EVENT_TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
PREFIXES = """
@prefix rdf:  <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tw:   <https://w3id.org/triplewire/ns#> .
"""


def test_size(vocabulary: Vocabulary) -> None:
    assert len(vocabulary.relations) >= 45
    assert len({(e.phrase, e.subject, e.object) for e in vocabulary.lexicon.entries}) >= 1200


def test_every_relation_is_described_and_evoked(vocabulary: Vocabulary) -> None:
    evoked = {e.relation for e in vocabulary.lexicon.entries}
    for name, relation in vocabulary.relations.items():
        assert name == relation.name and name in evoked
        assert relation.label and relation.comment.endswith(".")
        assert relation.sign in (-1, 0, 1)


def test_every_word_class_is_described_once() -> None:
    text = "".join(f.read_text("utf-8") for f in sorted(Path(triplewire.__file__).parent.glob("ontology/*.ttl")))
    named = re.findall(r"^tw:(\w+) a tw:WordClass\b", text, re.MULTILINE)
    assert len(named) > 50
    assert [name for name, times in Counter(named).items() if times > 1] == []


def test_every_event_type_is_used(vocabulary: Vocabulary) -> None:
    assert {r.event_type for r in vocabulary.relations.values() if r.event_type} == EVENT_TYPES
    assert set(vocabulary.lexicon.event_sides) == EVENT_TYPES


def test_names_that_others_rely_on(vocabulary: Vocabulary) -> None:
    expected = "supports opposes attacks fights leads holdsOffice memberOf locatedIn basedIn partOf alliedWith proxyOf "
    expected += "controls nationalityOf meets sanctions threatens promises rejects"
    assert set(expected.split()) <= set(vocabulary.relations)


#: Base forms that are also a form of another verb, which the lemmatizer prefers.
HOMOGRAPHS = {"canvass", "found", "ground", "lay", "wound"}


def test_entries_are_lemmas(vocabulary: Vocabulary) -> None:
    lemmatizer = Lemmatizer.of(load())
    prepositions = vocabulary.lexicon.classes["preposition"].lemmas
    for entry in vocabulary.lexicon.entries:
        words = [w for w in entry.phrase.split() if w[0] != "["]
        if entry.kind in ("verb", "phrase"):
            assert words[0] in HOMOGRAPHS or lemmatizer.lemma(words[0], "VB") == words[0], entry
        elif entry.kind in ("noun", "role") and (nouns := [w for w in words if w not in prepositions]):
            noun = nouns[-1]
            assert noun.endswith(("ss", "us", "is")) or lemmatizer.lemma(noun, "NNS") == noun, entry


ZAP = """
tw:serenades a rdf:Property, skos:Concept ; rdfs:label "serenades" ; tw:sign 1 ; tw:eventType tw:SUPPORT ;
    rdfs:comment "Sings to the object." ;
    tw:verb "serenade", "sing [song] to" ;
    tw:inverseVerb "listen to" ;
    tw:noun "serenade to" ;
    tw:role "troubadour" .
tw:song a tw:WordClass ; tw:lemma "song", "aria" .
tw:attacks tw:verb "zap" .
"""


@pytest.fixture
def extended(tmp_path: Path) -> Vocabulary:
    return Vocabulary.load([written(tmp_path, ZAP)])


def written(folder: Path, turtle: str) -> Path:
    path = folder / "mine.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def test_own_relation(extended: Vocabulary, vocabulary: Vocabulary) -> None:
    assert meaning(extended, "serenade") == "serenades SUPPORT"
    assert meaning(extended, "sing aria to") == "serenades SUPPORT"
    assert meaning(extended, "listen to") == "<serenades SUPPORT"
    assert meaning(extended, "vow to serenade") == "promises AGREE"
    assert shown(extended.classify_noun("serenade", "to")) == "serenades SUPPORT"
    assert meaning(extended, "be court troubadour of") == "serenades SUPPORT"
    assert set(extended.relations) - set(vocabulary.relations) == {"serenades"}


def test_own_entry_for_a_shipped_relation(extended: Vocabulary, vocabulary: Vocabulary) -> None:
    assert meaning(extended, "zap") == "attacks ASSAULT"
    assert meaning(vocabulary, "zap") == "nothing"
    assert meaning(extended, "attack") == "attacks ASSAULT"


def test_own_entry_wins_over_the_shipped_one(tmp_path: Path) -> None:
    mine = Vocabulary.load([written(tmp_path, 'tw:opposes tw:verb "support" .')])
    assert meaning(mine, "support") == "opposes REJECT"
    assert meaning(mine, "support", "Person", "Phrase", "claim") == "agreesWith AGREE"


@pytest.mark.parametrize(
    ("turtle", "what"),
    [
        ('tw:attacks tw:verb "zap" ', "is no valid Turtle"),
        ('tw:attacks tw:verbs "zap" .', "tw:verbs is no property of the vocabulary"),
        ('<http://example.org/zaps> tw:verb "zap" .', "is not in the namespace tw:"),
        ('tw:zaps tw:verb "zap" .', "tw:zaps has no rdfs:label or no rdfs:comment"),
        ('tw:zaps rdfs:label "zaps" ; rdfs:comment "Zaps." ; tw:verb "zap" .', "no single tw:sign"),
        ('tw:zaps rdfs:label "zaps" ; rdfs:comment "Zaps." ; tw:sign 7 ; tw:verb "zap" .', "no single tw:sign"),
        (
            'tw:zaps rdfs:label "zaps" ; rdfs:comment "Zaps." ; tw:sign -1 ; tw:eventType tw:ZAP ; tw:verb "zap" .',
            "unknown event type ZAP",
        ),
        ('tw:attacks tw:verb "Zap" .', "is not in lower case"),
        ('tw:attacks tw:verb "zap  at" .', "single spaces"),
        ('tw:attacks tw:verb "zap [gizmo]" .', "unknown class [gizmo]"),
        ('tw:attacks tw:verb "[place]" .', "no lower-case word outside brackets"),
        ('tw:attacks tw:verb "zap" . tw:aids tw:verb "zap" .', '"zap" stands under both tw:'),
        ('tw:attacks tw:verb "zap [person]" . tw:aids tw:verb "zap [Person]" .', '"zap" stands under both tw:'),
        ("tw:Zapping a tw:Operator ; tw:otherwise tw:zaps .", "unknown relation tw:zaps"),
    ],
)  # fmt: skip
def test_errors_name_the_file_and_what_to_do(tmp_path: Path, turtle: str, what: str) -> None:
    path = written(tmp_path, turtle)
    with pytest.raises(DataFileError) as error:
        Vocabulary.load([path])
    assert error.value.where == str(path)
    assert what in error.value.what
    assert error.value.todo


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read; check the path"):
        Vocabulary.load([tmp_path / "absent.ttl"])


def test_two_senses_told_apart_by_a_class(tmp_path: Path) -> None:
    mine = Vocabulary.load(
        [written(tmp_path, 'tw:attacks tw:verb "zap [place]" . tw:aids tw:verb "zap [body]", "zap" .')]
    )
    assert meaning(mine, "zap", "Person", "Place") == "attacks ASSAULT"
    assert meaning(mine, "zap", "Person", "Organization") == meaning(mine, "zap", "Person", "Person") == "aids AID"


def test_the_documented_example(tmp_path: Path) -> None:
    """docs/vocabulary.md adds a relation of one's own: its Turtle and its Python do what they show."""
    page = (Path(__file__).parent.parent / "docs" / "vocabulary.md").read_text("utf-8")
    turtle = next(b for b in re.findall(r"```turtle\n(.*?)```", page, re.DOTALL) if "@prefix" in b)
    (python,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "mine.ttl").write_text(turtle)
    run = subprocess.run([sys.executable, "-c", python], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["Russia jam Ukraine jams -1", "Iran bankroll Hezbollah supports 1"]
