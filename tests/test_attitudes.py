"""Whom praise, blame and demands reach: owners of deeds, authors of texts, who is called or said to be something."""

from __future__ import annotations

import pytest
from triplewire import Analyser


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def _typed(analyser: Analyser, sentence: str) -> list[str]:
    found = analyser.sentences([sentence])
    return [f"{s.subject} {s.relation_type} {s.object}" for s in found if s.relation_type]


@pytest.mark.parametrize(
    ("sentence", "reached"),
    [
        ("Canada condemned Hungary's decision to close the border.", "Canada condemns Hungary"),
        ("Norway praised Sudan's plan.", "Norway praises Sudan"),
        ("Angela Merkel's speech was praised by Italy.", "Italy praises Angela Merkel"),
        ("Iran rejected Israel's accusations.", "Iran disputes Israel"),
        ("The European Union issued a statement criticising Iran.", "European Union condemns Iran"),
        (
            "Amnesty International released a report accusing Nigeria of torture.",
            "Amnesty International accuses Nigeria",
        ),
        ("Iran called Israel a liar.", "Iran condemns Israel"),
        ("Iran described Israel as reckless.", "Iran condemns Israel"),
        ("Angela Merkel called Viktor Orban a great friend.", "Angela Merkel praises Viktor Orbán"),
        ("Russia said Turkey is responsible.", "Russia condemns Turkey"),
        ("Ukraine said Russia shelled Mariupol.", "Ukraine accuses Russia"),
        ("A court in Lyon found Siemens guilty of fraud.", "Lyon court convicts Siemens"),
        ("The police took Ahmed Kara into custody.", "The police detains Ahmed Kara"),
        ("The United Nations called on Iran to stop the executions.", "United Nations demands Iran"),
        ("Kenya urged the council to punish Uganda.", "Kenya opposes Uganda"),
        ("Kenya asked the court to block Uganda's plan.", "Kenya opposes Uganda"),
        ("Kenya called on Mali to help Uganda.", "Kenya supports Uganda"),
        ("Canada said Hungary had lied.", "Canada accuses Hungary"),
        ("Brazil said Chile could not be trusted.", "Brazil accuses Chile"),
        ("Peru complained that Bolivia had made false claims.", "Peru condemns Bolivia"),
        ("Norway said Sweden had made an invaluable contribution.", "Norway praises Sweden"),
        ("The minister posted a reply that assailed Jordan.", "The minister condemns Jordan"),
        ("Ukraine was one of Hungary's strongest critics.", "Ukraine condemns Hungary"),
        ("Peter Novak was branded unfit by Hungary.", "Hungary condemns Peter Novak"),
        ("Peru questioned the motives of Bolivia.", "Peru suspects Bolivia"),
        ("Norway handed Chad a stern rebuke.", "Norway condemns Chad"),
        ("Norway offered Chad a cautious endorsement.", "Norway supports Chad"),
        ("Norway has emerged as one of Chad's staunchest supporters.", "Norway supports Chad"),
        ("Norway is one of the most vocal critics of Chad.", "Norway condemns Chad"),
        ("Norway, one of Chad's closest allies, left the talks.", "Norway alliedWith Chad"),
        ("Supporters of Chad, including Norway, left the hall.", "Norway supports Chad"),
        ("Norway's criticism was aimed at Chad.", "Norway condemns Chad"),
        ("Praise for Chad came from Norway.", "Norway praises Chad"),
        ("Norway and Chad have butted heads over the border.", "Norway condemns Chad"),
        ("Norway and Chad are at odds over the border.", "Norway opposes Chad"),
        ("Norway had harsh words for Chad.", "Norway condemns Chad"),
        ("Norway had kind words for Chad.", "Norway praises Chad"),
        ("Norway carried out raids targeting Chad.", "Norway attacks Chad"),
        ("Norway called for Peter Novak's resignation.", "Norway demands Peter Novak"),
        ("Norway said Peter Novak should resign.", "Norway demands Peter Novak"),
        ("Norway said Peter Novak should be jailed.", "Norway opposes Peter Novak"),
        ("Norway wants Peter Novak removed from office.", "Norway opposes Peter Novak"),
        ("Norway demanded that the hostages be freed.", "Norway supports the hostages"),
        ("Norway said Peter Novak is not honest.", "Norway condemns Peter Novak"),
        ("Norway said Peter Novak is no racist.", "Norway defends Peter Novak"),
        ("Norway said Peter Novak looked weak.", "Norway condemns Peter Novak"),
        ("Norway likened Peter Novak to a dictator.", "Norway condemns Peter Novak"),
        ("Peter Novak was called a liar by Anna Berg.", "Anna Berg condemns Peter Novak"),
        ("Mali has grown frustrated with Chad.", "Mali condemns Chad"),
        ("Chad's apology to Mali came late.", "Chad apologizesTo Mali"),
        ("In Lima, Chad supporter Anna Berg spoke.", "Anna Berg supports Chad"),
        ("Thousands joined the anti-NATO protests.", "protests opposes NATO"),
        ("An anti-NATO party won the vote.", "party opposes NATO"),
        ("According to Norway, Peter Novak is a liar.", "Norway condemns Peter Novak"),
        ("In Norway's view, Peter Novak is a hero.", "Norway praises Peter Novak"),
        ("Norway said that Ann Berg was honest and Peter Novak was a crook.", "Norway condemns Peter Novak"),
    ],
)
def test_reached(analyser: Analyser, sentence: str, reached: str) -> None:
    assert reached in _typed(analyser, sentence)


@pytest.mark.parametrize(
    ("sentence", "unreached"),
    [
        ("Canada condemned Hungary's critics.", "Canada condemns Hungary"),  # people are no deed
        ("Norway condemned Boris Nemtsov's murder.", "Norway condemns Boris Nemtsov"),  # he suffered it
        ("Iran called Israel a country.", "Iran condemns Israel"),
        ("Russia said Turkey is not responsible.", "Russia condemns Turkey"),
        ("Russia did not say whether Turkey is responsible.", "Russia condemns Turkey"),
        ("The United Nations called on Iran to sign the treaty.", "United Nations demands Iran"),
        ("Ukraine said it shelled Mariupol.", "Ukraine accuses Ukraine"),
        ("Ukraine said Russia visited Mariupol.", "Ukraine accuses Russia"),
        ("Canada said Hungary had not lied.", "Canada accuses Hungary"),
        ("Canada said Hungary had criticised Peru.", "Canada accuses Hungary"),
        ("Brazil said Chile could be trusted.", "Brazil accuses Chile"),
        ("Kenya urged the council not to punish Uganda.", "Kenya opposes Uganda"),
        ("Kenya warned the council to avoid Uganda.", "Kenya opposes Uganda"),
        ("Mali oversaw the committee's inquiry.", "Mali investigates The committee"),
        ("Norway said Peter Novak is not reckless.", "Norway condemns Peter Novak"),
        ("Norway said Peter Novak should not be jailed.", "Norway opposes Peter Novak"),
        ("Norway said Peter Novak was jailed.", "Norway opposes Peter Novak"),
        ("Norway's criticism was not aimed at Chad.", "Norway condemns Chad"),
        ("Norway witnessed raids targeting Chad.", "Norway attacks Chad"),
        ("Norway sent Chad a report.", "Norway supports Chad"),
        ("According to Norway, Peter Novak is not a liar.", "Norway condemns Peter Novak"),
        ("Peter Novak is a liar.", "Norway condemns Peter Novak"),
    ],
)
def test_not_reached(analyser: Analyser, sentence: str, unreached: str) -> None:
    assert unreached not in _typed(analyser, sentence)


def test_the_texts_own_words(analyser: Analyser) -> None:
    (found,) = [s for s in analyser.sentences(["Canada condemned Hungary's decision."]) if s.rule == "deed"]
    assert (found.subject_text, found.relation_text) == ("Canada", "condemned")
    assert found.object_text == "Hungary's decision"
    assert found.relation == "condemn decision of"


def test_the_future_is_a_commitment_or_a_threat(analyser: Analyser) -> None:
    (meets,) = analyser.sentences(["Vladimir Putin will meet Emmanuel Macron."])
    assert (meets.relation_type, meets.event_type) == ("meets", "AGREE")
    (attacks,) = analyser.sentences(["Israel will attack Iran."])
    assert (attacks.relation_type, attacks.event_type) == ("attacks", "THREATEN")
    (deploys,) = (s for s in analyser.sentences(["Iran may attack Israel."]))
    assert (deploys.relation_type, deploys.event_type) == ("attacks", "ASSAULT")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Iran was asked to withdraw troops.", ("Iran", "be asked to withdraw", None, "REQUEST")),
        ("Russia was ordered to pay Ukraine.", ("Russia", "be ordered to pay", None, None)),
        ("Sudan was urged to release prisoners.", ("Sudan", "be urged to release", None, "REQUEST")),
    ],
)
def test_who_is_told_to_act_has_not_acted(analyser: Analyser, sentence: str, told: tuple[str, str, None, str]) -> None:
    assert told in [(s.subject, s.relation, s.relation_type, s.event_type) for s in analyser.sentences([sentence])]


@pytest.mark.parametrize(
    ("sentence", "kept", "no"),
    [
        ("Iran deployed Hezbollah to support Syria.", "Hezbollah supports Syria", "Iran supports Hezbollah"),
        ("Turkey trained Syrian rebels to fight Iran.", "Syrian rebels fights Iran", "Turkey fights Syrian rebels"),
        ("Sudan urged Kenya to stop the raids.", "Sudan demands Kenya", "Sudan stops Kenya"),
    ],
)
def test_what_somebody_is_sent_to_do_is_not_done_to_him(analyser: Analyser, sentence: str, kept: str, no: str) -> None:
    found = _typed(analyser, sentence)
    assert kept in found
    assert no not in found


@pytest.mark.parametrize(
    ("sentence", "relation", "type_"),
    [
        ("Maria Diaz, the Senate minority leader, spoke.", "be minority leader of", "holdsOffice"),
        ("Karl Berg, vice president of Kenya, spoke.", "be vice president of", "holdsOffice"),
        ("The US Vice-President Karl Berg spoke.", "be vice president of", "holdsOffice"),
        ("Nairobi is the capital city of Kenya.", "be capital city of", "capitalOf"),
        ("Ana Ruiz is an American journalist.", "be national of", "nationalityOf"),
        ("ICE arrested three students.", "arrest", "detains"),
        ("Peter Holm, chief of staff of the Danish army, spoke.", "be chief of staff of", "holdsOffice"),
        ("Jane Roe became deputy director of the World Bank.", "become deputy director of", "holdsOffice"),
        ("Jane Roe became director of the World Bank.", "become director of", "leads"),
    ],
)
def test_the_whole_title_tells_the_office(analyser: Analyser, sentence: str, relation: str, type_: str) -> None:
    assert (relation, type_) in [(s.relation, s.relation_type) for s in analyser.sentences([sentence])]


def test_who_calls_names_makes_no_telephone_call(analyser: Analyser) -> None:
    found = list(analyser.sentences(["Anna Lind called the Democrats' inquiry a witch hunt."]))
    assert ("Democrats", "condemns") in [(s.object, s.relation_type) for s in found]
    assert {s.relation_type for s in found} == {"condemns", None}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Turkey has close relations with Greece.", "normalizesTiesWith"),
        ("Turkey has poor relations with Greece.", None),
    ],
)
def test_poor_relations_are_no_good_ones(analyser: Analyser, sentence: str, type_: str | None) -> None:
    between = [s.relation_type for s in analyser.sentences([sentence]) if s.object == "Greece"]
    assert set(between) == {type_}


def test_what_happens_on_a_day_is_told_but_not_done_to_it(analyser: Analyser) -> None:
    found = [s for s in analyser.sentences(["Karl Berg was arrested Monday."]) if s.object == "Monday"]
    assert [(s.relation_type, s.event_type, s.sign) for s in found] == [(None, "COERCE", 0)]


def test_who_speaks_in_the_past_is_in_office_still(analyser: Analyser) -> None:
    (leads,) = (
        s for s in analyser.sentences(["The institute's director, Karl Berg, spoke."]) if s.relation_type == "leads"
    )
    assert leads.tense == "present"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Chad's state-owned oil firm closed the plant.", "Chad"),
        ("A privately owned oil firm in Chad closed the plant.", None),
    ],
)
def test_what_is_state_owned_is_its_countrys(analyser: Analyser, sentence: str, owner: str | None) -> None:
    owners = [s.subject for s in analyser.sentences([sentence]) if s.relation_type == "owns"]
    assert owners == [owner] * (owner is not None)


@pytest.mark.parametrize("prefix", ["anti", "pro"])
def test_who_bears_a_prefix_before_a_name_is_not_of_that_name(analyser: Analyser, prefix: str) -> None:
    (seizes,) = [
        s for s in analyser.sentences([f"In Mali, {prefix}-Russian rebels seized the town."]) if s.object == "the town"
    ]
    assert seizes.subject == f"{prefix}-Russian rebels"
