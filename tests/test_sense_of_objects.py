"""The same words with another kind of subject or object mean another act, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from meant import meaning

if TYPE_CHECKING:
    from triplewire import Analyser
    from triplewire.ontology.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("phrase", "object_", "head", "means"),
    [
        ("accept", "Phrase", "offer", "agreesWith AGREE"),
        ("accept", "Person", None, "nothing"),
        ("order", "Phrase", "pizza", "nothing"),
        ("order", "Phrase", "soldier", "orders REQUEST"),
        ("burn", "Phrase", "coal", "nothing"),
        ("burn", "Phrase", "village", "destroys ASSAULT"),
        ("celebrate", "Phrase", "birthday", "nothing"),
        ("celebrate", "Person", None, "praises SUPPORT"),
        ("ease", "Phrase", "fear", "nothing"),
        ("ease", "Phrase", "sanction", "relents RETREAT"),
        ("speak on", "Phrase", "radio", "nothing"),
        ("speak on", "Phrase", "climate", "discusses CONSULT"),
        ("offer", "Phrase", "loan", "promises AGREE"),
        ("offer", "Phrase", "dvd", "nothing"),
        ("provide", "Phrase", "food", "AID"),
        ("provide", "Phrase", "platform", "nothing"),
        ("want", "Phrase", "talk", "REQUEST"),
        ("want", "Phrase", "doctor", "nothing"),
        ("be ready to help", "Country", None, "promises AGREE"),
        ("be ready to eat", "Phrase", "bread", "nothing"),
        ("work for", "Organization", None, "memberOf"),
        ("work for", "Phrase", "everyone", "nothing"),
        ("attend", "Phrase", "school", "memberOf"),
        ("attend", "Phrase", "wedding", "participatesIn"),
        ("be from", "Country", None, "nationalityOf"),
        ("be from", "Place", None, "basedIn"),
        ("be born in", "Place", None, "bornIn"),
        ("get", "Phrase", "break", "nothing"),
        ("get", "Phrase", "threat", "THREATEN"),
        ("hold", "Phrase", "position", "nothing"),
        ("hold", "Phrase", "bridge", "controls"),
        ("feed", "Phrase", "bread", "nothing"),
        ("feed", "Phrase", "orphan", "aids AID"),
        ("contribute to", "Phrase", "comparison", "nothing"),
        ("contribute to", "Organization", None, "aids AID"),
        ("break into", "Phrase", "half", "nothing"),
        ("break into", "Phrase", "laughter", "nothing"),
        ("lie to", "Phrase", "east", "nothing"),
        ("lie to", "Phrase", "inspector", "wrongs"),
        ("deploy", "Phrase", "tank", "mobilizes MOBILIZE"),
        ("deploy", "Phrase", "software", "nothing"),
        ("drive on", "Phrase", "motorway", "nothing"),
        ("cancel", "Phrase", "concert", "nothing"),
        ("cancel", "Phrase", "summit", "rejects REJECT"),
        ("fear", "Phrase", "inflation", "nothing"),
        ("fear", "Phrase", "militia", "suspects ACCUSE"),
        ("take advantage of", "Phrase", "price", "nothing"),
        ("take advantage of", "Phrase", "worker", "wrongs"),
        ("hide", "Phrase", "evidence", "nothing"),
        ("let know", "Person", None, "nothing"),
        ("ask about", "Phrase", "tax", "CONSULT"),
        ("impeach", "Person", None, "accuses ACCUSE"),
        ("develop method in", "Phrase", "sense", "nothing"),
        ("write for", "Organization", None, "memberOf"),
        ("write for", "Phrase", "singer", "nothing"),
        ("be inventor of", "Country", None, "nothing"),
        ("be inventor of", "Phrase", "engine", "makes"),
    ],
)
def test_objects(vocabulary: Vocabulary, phrase: str, object_: str, head: str | None, means: str) -> None:
    assert meaning(vocabulary, phrase, "Person", object_, head) == means


@pytest.mark.parametrize(
    ("subject", "object_", "means"),
    [("Person", "Person", "rivals"), ("ArmedGroup", "ArmedGroup", "defeats ASSAULT")],
)
def test_who_wins_a_vote_beats_nobody_in_battle(vocabulary: Vocabulary, subject: str, object_: str, means: str) -> None:
    assert meaning(vocabulary, "victory over", subject, object_) == means


@pytest.mark.parametrize(
    "phrase",
    ["release delegate to", "lose nomination to senator from", "extend rule to worker at", "vote to member of"],
)
def test_who_deals_with_a_member_is_none(vocabulary: Vocabulary, phrase: str) -> None:
    typed = vocabulary.classify(phrase, subject_type="Person", object_type="Organization")
    assert typed is None or typed.relation_type is None


@pytest.mark.parametrize(
    ("sentence", "object_", "relation_type", "event_type"),
    [
        ('"I will support the treaty," said Merkel.', "the treaty", "supports", "AGREE"),
        ('"I will not support the treaty," said Merkel.', "the treaty", "supports", "REJECT"),
        ('"We will bomb the port," said Iran.', "the port", "attacks", "THREATEN"),
        ("A man attacked a group of hikers with a knife.", "a group of hikers", "attacks", "ASSAULT"),
        ("Merkel attacked Orban over the tariffs.", "Viktor Orbán", "condemns", "ACCUSE"),
    ],
)
def test_in_sentences(analyser: Analyser, sentence: str, object_: str, relation_type: str, event_type: str) -> None:
    found = {(s.object, s.relation_type, s.event_type) for s in analyser.sentences([sentence])}
    assert (object_, relation_type, event_type) in found


@pytest.mark.parametrize(
    ("sentence", "means"),
    [
        ("Anna Lopez is the Peruvian president.", ("Anna Lopez", "be", "the Peruvian president", "holdsOffice")),
        ("The microphone is the president's.", None),
    ],
)
def test_who_is_called_by_an_office_holds_it(
    analyser: Analyser, sentence: str, means: tuple[str, str, str, str] | None
) -> None:
    found = {(s.subject, s.relation, s.object, s.relation_type) for s in analyser.sentences([sentence])}
    assert means in found if means else all(kind != "holdsOffice" for *_, kind in found)


def test_what_is_ascribed_to_somebody_accuses_him(vocabulary: Vocabulary) -> None:
    assert meaning(vocabulary, "be ascribe to", "Phrase", "ArmedGroup") == "ACCUSE"
    assert meaning(vocabulary, "ascribe blast to", "Person", "ArmedGroup") == "accuses ACCUSE"


@pytest.mark.parametrize(
    ("phrase", "subject", "object_", "head", "means"),
    [
        ("attribute blast to", "Person", "ArmedGroup", None, "accuses ACCUSE"),
        ("attribute death to", "Person", "Phrase", "stroke", "nothing"),
        ("approve", "Organization", "Phrase", "bill", "signs SUPPORT"),
        ("approve", "Organization", "Phrase", "plan", "supports SUPPORT"),
        ("leave", "Person", "Phrase", "legacy", "nothing"),
        ("leave mark on", "Person", "Country", None, "nothing"),
        ("be father of", "Person", "Country", None, "founds"),
        ("be father of", "Person", "Person", None, "parentOf"),
        ("sponsor", "Person", "Phrase", "bill", "supports SUPPORT"),
        ("sponsor", "Person", "Phrase", "festival", "funds AID"),
        ("bring up", "Person", "Phrase", "debt", "discusses CONSULT"),
        ("defeat", "Organization", "Thing", None, "rivals"),
        ("defeat", "ArmedGroup", "ArmedGroup", None, "defeats ASSAULT"),
        ("enter", "Person", "Organization", "consulate", "travelsTo"),
        ("enter consulate in", "Person", "Place", None, "nothing"),
        ("give nomination to", "Organization", "Person", None, "appoints SUPPORT"),
        ("be from", "Person", "Country", None, "nationalityOf"),
        ("be from", "Person", "Phrase", "family", "nothing"),
        ("downplay", "Person", "Phrase", "claim", "disputes REJECT"),
        ("downplay", "Person", "Phrase", "virus", "nothing"),
        ("express concern about", "Person", "Phrase", "health", "nothing"),
        ("express concern about", "Person", "Phrase", "ruling", "condemns ACCUSE"),
        ("say must", "Country", "Country", None, "requests REQUEST"),
        ("say must", "Country", "Phrase", "bill", "nothing"),
        ("serve in", "ArmedGroup", "Country", None, "deploysTo MOBILIZE"),
        ("serve in", "Person", "Organization", None, "memberOf"),
        ("raise money for", "Person", "Phrase", "school", "funds AID"),
        ("defend", "Person", "Country", None, "defends SUPPORT"),
        ("defend", "ArmedGroup", "Country", None, "protects AID"),
        ("contribute troop to force in", "Country", "Country", None, "MOBILIZE"),
        ("use money to force", "Country", "Country", None, "compels COERCE"),
        ("seize", "Phrase", "Phrase", "tanker", "confiscates COERCE"),
        ("designate", "Organization", "Person", None, "nothing"),
        ("designate as minister", "Person", "Person", None, "appoints SUPPORT"),
        ("designate as terrorist", "Government", "Organization", None, "blacklists SANCTION"),
        ("surrender himself to", "Person", "Phrase", "police", "surrendersTo RETREAT"),
        ("march to", "Phrase", "Place", None, "PROTEST"),
        ("march to", "ArmedGroup", "Place", None, "advancesOn ASSAULT"),
        ("serve as", "Person", "Phrase", "inspiration", "nothing"),
        ("serve as", "Person", "Phrase", "treasurer", "holdsOffice"),
        ("sign", "Person", "Phrase", "autograph", "nothing"),
        ("broker", "Country", "Phrase", "agreement", "mediates CONSULT"),
        ("search for", "Person", "Phrase", "cure", "nothing"),
        ("search for", "Phrase", "Phrase", "gunman", "investigates ACCUSE"),
        ("give farewell to", "Person", "Person", None, "nothing"),
        ("disable", "Organization", "Phrase", "account", "nothing"),
        ("call up", "Person", "Phrase", "cousin", "CONSULT"),
        ("call up", "Country", "Phrase", "reservist", "mobilizes MOBILIZE"),
        ("leave", "Person", "Organization", None, "resignsFrom"),
        ("leave", "Country", "Organization", None, "quits SANCTION"),
        ("lose to", "Organization", "Person", None, "rivals"),
        ("hold election in", "Country", "Country", None, "nothing"),
        ("enjoy win in", "Organization", "Place", None, "nothing"),
        ("leave", "Person", "Alliance", None, "quits SANCTION"),
        ("serve", "Person", "Phrase", "sentence", "nothing"),
        ("pay", "Person", "Phrase", "tax", "nothing"),
        ("work as", "Person", "Phrase", "cook", "nothing"),
        ("drown in", "Phrase", "Phrase", "sea", "nothing"),
        ("blow up", "Phrase", "Phrase", "bridge", "destroys ASSAULT"),
        ("ask question to", "Phrase", "Phrase", "leader", "nothing"),
        ("release finding about", "Phrase", "Phrase", "statue", "nothing"),
        ("release hostage after", "Phrase", "Phrase", "week", "RETREAT"),
        ("be mother of", "Person", "Organization", None, "nothing"),
        ("be mother of", "Person", "Person", None, "parentOf"),
        ("defeat", "Phrase", "Phrase", "champion", "nothing"),
        ("defeat", "Country", "ArmedGroup", None, "defeats ASSAULT"),
        ("be defeated in", "Person", "Place", None, "nothing"),
        ("receive", "Person", "Thing", None, "nothing"),
        ("have question for", "Person", "Person", None, "nothing"),
        ("meet", "Organization", "Phrase", "demand", "nothing"),
        ("meet", "Country", "Phrase", "condition", "concedesTo CONCEDE"),
        ("take over", "Organization", "Phrase", "firm", "owns"),
        ("take over", "ArmedGroup", "Phrase", "town", "captures ASSAULT"),
        ("take bread to", "Person", "Place", None, "nothing"),
        ("be treat with", "Phrase", "Phrase", "aspirin", "nothing"),
        ("maintain", "Country", "Phrase", "order", "nothing"),
        ("battle", "Person", "Phrase", "leukemia", "nothing"),
        ("be exposed to", "Phrase", "Phrase", "stress", "nothing"),
        ("make deal about", "Person", "Phrase", "match", "nothing"),
        ("host", "Organization", "Phrase", "clip", "nothing"),
        ("impose version of", "Organization", "Phrase", "curfew", "COERCE"),
        ("impose view of", "Organization", "Phrase", "curfew", "nothing"),
        ("admire", "Thing", "Thing", None, "praises SUPPORT"),
        ("love", "Thing", "Thing", None, "nothing"),
    ],
)
def test_subjects_and_objects(
    vocabulary: Vocabulary, phrase: str, subject: str, object_: str, head: str | None, means: str
) -> None:
    assert meaning(vocabulary, phrase, subject, object_, head) == means


@pytest.mark.parametrize("phrase", ["investigate", "examine", "search for"])
def test_who_looks_into_things_to_know_them_accuses_nobody(vocabulary: Vocabulary, phrase: str) -> None:
    assert meaning(vocabulary, phrase, "Phrase", "Phrase", "cell", who="biologist") == "nothing"
    assert meaning(vocabulary, phrase, "Phrase", "Phrase", "suspect", who="officer").startswith("investigates")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The bulletin was released in Lima.", None),
        ("The captives were released in Lima.", "RETREAT"),
        ("Karl Berg was elected in Chad.", "SUPPORT"),
        ("The couple were divorced in Lima.", None),
        ("The couple were detained in Lima.", "COERCE"),
        ("A lorry was rammed into the gate.", "ASSAULT"),
    ],
)
def test_a_passive_without_an_agent_is_read_by_its_subject(
    analyser: Analyser, sentence: str, event: str | None
) -> None:
    assert [s.event_type for s in analyser.sentences([sentence])] == [event]


@pytest.mark.parametrize(
    ("sentence", "demanded"),
    [
        ("Karl Berg asked me why the army had left.", False),
        ("Karl Berg asked Chad whether it would stay.", False),
        ("Karl Berg asked Chad to stay.", True),
        ("Karl Berg insisted she was innocent.", False),
        ("Karl Berg insisted that the army leave the town.", True),
        ("Karl Berg insisted that Chad should leave the union.", True),
    ],
)
def test_who_asks_a_question_or_insists_on_a_fact_demands_nothing(
    analyser: Analyser, sentence: str, demanded: bool
) -> None:
    found = [s.event_type for s in analyser.sentences([sentence]) if s.subject == "Karl Berg"]
    assert ("REQUEST" in found) is demanded


@pytest.mark.parametrize(
    ("sentence", "event"),
    [("Kenya wants to thank Uganda.", "SUPPORT"), ("Kenya hopes to help Uganda.", "AID"),
     ("Kenya will help Uganda.", "AGREE")],
)  # fmt: skip
def test_a_wish_is_no_commitment(analyser: Analyser, sentence: str, event: str) -> None:
    assert [s.event_type for s in analyser.sentences([sentence]) if s.object == "Uganda"] == [event]


def test_what_is_left_in_some_state_is_not_left_behind(analyser: Analyser) -> None:
    kinds = {s.relation_type for s in analyser.sentences(["Ann Berg left them disappointed."]) if s.object == "them"}
    assert kinds == {None}
    assert [s.relation_type for s in analyser.sentences(["Ann Berg left Chad."])] == ["departsFrom"]


@pytest.mark.parametrize(("whose", "means"), [("Country", "<aids AID"), ("Thing", "nothing")])
def test_no_law_helps_whoever_acts_under_it(vocabulary: Vocabulary, whose: str, means: str) -> None:
    assert meaning(vocabulary, "survive with assistance of", "Country", whose) == means
