"""A sound graph breaks no shape; each way to break one is found and named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made import analysed, archive, says, story
from triplewire import ontology
from triplewire.graph import terms as t
from triplewire.graph.encode import claim_iri, mention_iri
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.iri import entity_iri

ARTICLE = story(
    "a.txt",
    "Iran may support Syria, officials said.",
    title="Talks",
    published="2024-12-03",
    fingerprint=("0123456789abcdef",),
)
TOLD = says(
    ARTICLE, "Iran", "support", "Syria", start=5, end=16, attributed_to="officials", when="2024-12", where="the border",
    relation_text="may back",
)  # fmt: skip
PHRASE = says(ARTICLE, "Iran", "deploy", "two brigades", start=1, end=2, where="Aleppo")
NAMES = {
    "A": ARTICLE.iri,
    "S": claim_iri(TOLD),
    "M": mention_iri(ARTICLE.iri, claim_iri(TOLD), TOLD),
    "C": t.part(ARTICLE.iri, "char=0,39"),
    "O": t.unnamed_source(ARTICLE.iri, "officials"),
    "R": TOLD.relation_id,
    "E": entity_iri("Iran"),
    "N": t.part(ARTICLE.iri, "char=0,4"),
    "Q": mention_iri(ARTICLE.iri, claim_iri(PHRASE), PHRASE),
}
#: What is done to the graph (removed, added), and the message that must come. Letters stand for NAMES.
BREAKS = [
    ("A schema:headline ?x", 'A schema:headline "Talks", "More"', "An article has one headline at most."),
    ("A schema:datePublished ?x", 'A schema:datePublished "2024", "2025"', "An article has one date at most."),
    ("A tw:fingerprint ?x", 'A tw:fingerprint "copy"', "A fingerprint is sixteen hexadecimal digits."),
    ("A schema:url ?x", "A schema:url A", "An article has one address at most."),
    ("A schema:publisher ?x", 'A schema:publisher "Post", "Ledger"', "An article has one outlet at most."),
    ("A schema:author ?x", 'A schema:author "A", "B"', "An article has one line of authors at most."),
    (
        "Q tw:certainty ?x", "Q tw:certainty tw:possible",
        "A plain triple stands only where a mention states it as a fact.",
    ),
    ("E rel:deploy ?x", "", "What a mention states as a fact stands as a plain triple."),
    ("M nif:endIndex ?x", "M nif:endIndex 40", "A mention stands inside its sentence."),
    ("O prov:wasDerivedFrom ?x", "", "A source without a name belongs to one article."),
    ("N tw:mentionKind ?x", 'N tw:mentionKind "noun"', "What speaks of an entity is a name, a nominal or a pronoun."),
    ("N nif:anchorOf ?x", "", "What speaks of an entity has its words, once."),
    ("C nif:anchorOf ?x", "", "A sentence has its words, once."),
    ("C nif:beginIndex ?x", "C nif:beginIndex 77", "A sentence begins once, at 0 or later, before its end."),
    ("C nif:endIndex ?x", "", "A sentence ends once."),
    ("C prov:wasDerivedFrom ?x", "C prov:wasDerivedFrom d:elsewhere", "A sentence stands in one article."),
    ("S rdf:subject ?x", "", "A statement has one subject."),
    ("S rdf:predicate ?x", "S rdf:predicate d:Nothing", "A statement has one predicate, a property."),
    ("S rdf:object ?x", 'S rdf:object d:Syria, "Syria"', "A statement has one object."),
    ("S gaf:denotedBy ?x", "", "A statement is made by at least one mention."),
    ("S tw:relationType ?x", "S tw:relationType tw:supports, tw:attacks", "A statement has one relation type at most."),
    ("S tw:eventType ?x", 'S tw:eventType "AID"', "A statement has one event type at most."),
    ("S tw:sign ?x", "S tw:sign 2", "A statement's sign is -1, 0 or 1."),
    ("S gaf:denotedBy M", "S gaf:denotedBy d:other", "A mention makes one statement."),
    ("M nif:referenceContext ?x", "M nif:referenceContext A", "A mention stands in one sentence."),
    ("M nif:anchorOf ?x", "", "A mention has its words, once."),
    ("M nif:beginIndex ?x", 'M nif:beginIndex "five"', "A mention begins once, at 0 or later, before its end."),
    ("M nif:endIndex ?x", "M nif:endIndex 16, 17", "A mention ends once."),
    ("M tw:subjectText ?x", "", "A mention has the words of its subject, once."),
    ("M tw:relationText ?x", 'M tw:relationText "a", "b"', "A mention has the words of its relation once at most."),
    ("M tw:objectText ?x", "", "A mention has the words of its object, once."),
    ("M tw:polarity ?x", "M tw:polarity tw:maybe", "A mention is positive or negative."),
    ("M tw:certainty ?x", "", "A mention is certain, probable or possible."),
    ("M tw:tense ?x", "M tw:tense tw:past, tw:future", "A mention is past, present or future."),
    ("M tw:confidence ?x", "M tw:confidence 1.5", "A mention's confidence is a number from 0 to 1."),
    ("M tw:x ?x", "M tw:parseProbability 2.0", "A parse probability is a number from 0 to 1."),
    ("M tw:rule ?x", "", "A mention names the rule that found it."),
    ("M tw:x ?x", "M grasp:wasAttributedTo d:Iran", "A mention has one source at most."),
    ("M sem:hasTimeStamp ?x", 'M sem:hasTimeStamp "2024", "2025"', "A mention has one time at most."),
    ("M sem:hasPlace ?x", 'M sem:hasPlace "here", "there"', "A mention has one place at most."),
    ("M tw:line ?x", "M tw:line 0", "A mention stands on one line at most, counted from 1."),
    ("R rdfs:label ?x", "", "A relation has one label."),
    ("R rdfs:subPropertyOf ?x", 'R rdfs:subPropertyOf "supports"', "A relation comes under an IRI."),
    ("O rdfs:label ?x", "", "A source has one label."),
    ("E rdfs:label ?x", "", "An entity has one label."),
    ("E a ?x", "E a tw:Nonsense", "An entity is of one of the classes of things."),
    ("E skos:altLabel ?x", "E skos:altLabel d:Tehran", "Another name is text."),
    ("E tw:country ?x", 'E tw:country "Iran", "Persia"', "An entity has one country at most."),
    (
        "S rdf:object ?x", "S rdf:object 7",
        "What a statement is about is an entity with a label and a class, or a phrase.",
    ),
]  # fmt: skip


def graph() -> KnowledgeGraph:
    kg = KnowledgeGraph.open()
    kg.add(analysed(ARTICLE, [TOLD, PHRASE]))
    return kg


def test_a_sound_graph_breaks_nothing() -> None:
    kg = graph()
    for analysis in archive(3):
        kg.add(analysis)
    assert kg.validate() == []


@pytest.mark.parametrize(("removed", "added", "message"), BREAKS, ids=[message for _, _, message in BREAKS])
def test_each_way_to_break_a_shape_is_found(removed: str, added: str, message: str) -> None:
    def written(pattern: str) -> str:
        return " ".join(f"<{NAMES[word]}>" if word in NAMES else word for word in pattern.split(" "))

    kg = graph()
    for pattern, verb in ((removed, "DELETE WHERE"), (added, "INSERT DATA")):
        kg.store.update(f"{verb} {{ GRAPH <{ARTICLE.iri}> {{ {written(pattern)} }} }}", prefixes=t.PREFIXES)
    found = kg.validate()
    assert message in {v.message for v in found}
    assert {v.article for v in found} == {ARTICLE.iri}
    assert found == sorted(found)


def test_every_message_of_the_shapes_has_its_test() -> None:
    text = Path(ontology.__file__).with_name("shapes.ttl").read_text("utf-8")
    assert set(re.findall(r'sh:message "([^"]+)"', text)) == {message for _, _, message in BREAKS}
