"""Who is who across articles: which names rules call one, which they leave to the user, which they keep apart."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from resolving import COMPANY, decided, exported, graph_of, met
from triplewire.graph.resolve.naming import Naming
from triplewire.graph.resolve.proposing import proposed
from triplewire.ontology.iri import DATA

if TYPE_CHECKING:
    from triplewire.graph.store import KnowledgeGraph
    from triplewire.ontology.model import Analysis

APART, ONE = (
    [tuple(field.strip() for field in line.split("|")) for line in part.splitlines() if line[:1] not in ("#", "")]
    for part in Path(__file__).with_name("near_names.txt").read_text(encoding="utf-8").split("\n---\n")
)
Rows = dict[tuple[str, str], tuple[str, float, str]]


def cast(name: str, kind: str) -> str:
    label, mark, names = name.partition("=")
    return f"{label}@{kind}{mark}{names}"


def in_one_company(number: int, kind: str, *names: str) -> list[Analysis]:
    """An article for each name, all with actors that no other article speaks of."""
    company = [f"Witness {number} {n}@Organization" for n in "abcd"]
    return [met(f"{number}-{n}", [cast(name, kind), *company]) for n, name in enumerate(names)]


def label(name: str) -> str:
    return name.partition("=")[0]


def together(pairs: list[tuple[str, ...]]) -> KnowledgeGraph:
    return graph_of(*chain.from_iterable(in_one_company(n, *pair) for n, pair in enumerate(pairs)))


def rows(kg: KnowledgeGraph) -> Rows:
    """What rules say: verdict, score and reasons by pair, names in order."""
    return {
        tuple(sorted((j.keep, j.other))): (j.verdict, j.score or 0.0, "; ".join(j.reasons))  # type: ignore[misc]
        for j in proposed(kg.store, ())
    }


def said(kg: KnowledgeGraph, one: str, other: str) -> tuple[str, float, str]:
    return rows(kg).get((min(one, other), max(one, other)), ("", 0.0, ""))


def test_there_are_enough_names() -> None:
    assert len(APART) >= 120
    assert len(ONE) >= 120


@pytest.fixture(scope="module")
def apart() -> KnowledgeGraph:
    kg = together(APART)
    kg.resolve()
    return kg


@pytest.fixture(scope="module")
def one() -> KnowledgeGraph:
    kg = together(ONE)
    kg.resolve()
    return kg


@pytest.mark.parametrize(("kind", "first", "second"), APART)
def test_near_names_of_different_things_stay_apart_in_whatever_company(
    apart: KnowledgeGraph, kind: str, first: str, second: str
) -> None:
    assert apart.naming.name(first) != apart.naming.name(second)


@pytest.mark.parametrize(("kind", "first", "second"), ONE)
def test_names_of_one_thing_come_together(one: KnowledgeGraph, kind: str, first: str, second: str) -> None:
    assert one.naming.name(label(first)) == one.naming.name(label(second))


def test_nothing_else_comes_together(one: KnowledgeGraph, apart: KnowledgeGraph) -> None:
    wanted = {frozenset(map(label, pair[1:])) for pair in ONE}
    assert {frozenset((j.keep, j.other)) for j in one.judgements if j.verdict == "same"} <= wanted
    assert [(j.keep, j.other) for j in apart.judgements if j.verdict == "same"] == []


# Company, rivals, and what contradicts


def test_initials_and_middle_names_take_company() -> None:
    far = graph_of(met("1", ["Harold Fenwick@Person", COMPANY[0]]), met("2", ["H. Fenwick@Person", COMPANY[1]]))
    verdict, score, reasons = said(far, "Harold Fenwick", "H. Fenwick")
    assert (verdict, score) == ("unsure", 0.7)
    assert reasons == "an initial: h, harold"
    near = together([("Person", "Harold Fenwick", "H. Fenwick"), ("Place", "Velmar", "Orvia")])
    verdict, score, reasons = said(near, "Harold Fenwick", "H. Fenwick")
    assert verdict == "same" and score > 0.7
    assert reasons.endswith("in the company of Witness 0 a, Witness 0 b, Witness 0 c")


def test_company_that_everybody_keeps_is_none() -> None:
    articles = [met(str(n), [f"Actor {n}@Person", *COMPANY]) for n in range(30)]
    kg = graph_of(*articles, met("x", ["Harold Fenwick@Person", *COMPANY]), met("y", ["H. Fenwick@Person", *COMPANY]))
    assert said(kg, "Harold Fenwick", "H. Fenwick")[0] == "unsure"


def test_another_bearer_makes_it_unsure() -> None:
    kg = together([("Person", "Harold Fenwick", "H. Fenwick", "Hector Fenwick"), ("Place", "Velmar", "Orvia")])
    verdict, _, reasons = said(kg, "Harold Fenwick", "H. Fenwick")
    assert verdict == "unsure"
    assert "it may also be Hector Fenwick" in reasons


def test_an_article_that_speaks_of_both_makes_it_unsure() -> None:
    kg = graph_of(
        *in_one_company(0, "Person", "Harold Fenwick", "Harold J. Fenwick"),
        met("both", ["Harold Fenwick@Person", "Harold J. Fenwick@Person", "Velmar@Place"]),
    )
    verdict, _, reasons = said(kg, "Harold Fenwick", "Harold J. Fenwick")
    assert verdict == "unsure"
    assert "one article speaks of both" in reasons


def test_another_class_makes_it_unsure() -> None:
    kg = graph_of(met("1", ["Grateful Dead@Person", *COMPANY]), met("2", ["grateful dead@Organization", *COMPANY]))
    assert said(kg, "Grateful Dead", "grateful dead")[0] == "unsure"


def test_an_acronym_that_two_things_go_by_is_unsure() -> None:
    kg = together([("Organization", "ODTC", "Orvian Dock Transit Company=ODTC", "Orvian Deaf Teachers Congress=ODTC")])
    assert decided(kg) == set()
    assert said(kg, "ODTC", "Orvian Dock Transit Company")[0] == "unsure"


def test_the_name_that_is_kept_is_the_better_known_one() -> None:
    kg = graph_of(
        met("1", ["Al Manara TV", *COMPANY]),
        met("2", ["Al-Manara TV", *COMPANY]),
        met("3", ["Al-Manara TV", "Velmar@Place"]),
        met("4", ["General Petra Halloran@Person", "Velmar@Place"]),
        met("5", ["Petra Halloran@Person", "Velmar@Place"]),
        met("6", ["General Petra Halloran@Person", "Velmar@Place"]),
    )
    assert decided(kg) == {("Al-Manara TV", "Al Manara TV"), ("Petra Halloran", "General Petra Halloran")}


# A surname alone


def surnames() -> list[Analysis]:
    """Two bearers of one surname, each with a company; and two articles that speak of "Bagheri" alone."""
    sea, land = ([f"{place} {n}@Organization" for n in "abcd"] for place in ("Sea", "Land"))
    return [
        met("1", ["Mohammad Bagheri@Person=Bagheri", *sea]),
        met("2", ["Parisa Bagheri@Person=Bagheri", *land]),
        met("3", ["Bagheri@Person", *sea]),
        met("4", ["Bagheri@Person", *land]),
        met("5", ["Bagheri@Person", "Velmar@Place"]),
        *(met(f"more-{n}", [f"Actor {n}@Person", "Velmar@Place"]) for n in range(12)),
    ]


def test_a_surname_alone_is_whose_company_it_keeps_article_by_article() -> None:
    kg = graph_of(*surnames())
    kg.resolve()
    held = {j.articles: (j.verdict, j.keep) for j in kg.judgements}
    assert held[(f"{DATA}article/3",)] == ("same", "Mohammad Bagheri")
    assert held[(f"{DATA}article/4",)] == ("same", "Parisa Bagheri")
    assert held[(f"{DATA}article/5",)][0] == "unsure"
    counts = kg.entities().set_index("entity")["articles"]
    assert (counts["Mohammad Bagheri"], counts["Parisa Bagheri"], counts["Bagheri"]) == (2, 2, 1)


def test_a_surname_that_the_article_gives_another_first_name_is_not_decided() -> None:
    from dataclasses import replace

    articles = surnames()
    told = [replace(s, sentence="General Bagheri met Sohrab Baron Bagheri.") for s in articles[2].statements]
    kg = graph_of(*articles[:2], replace(articles[2], statements=tuple(told)), *articles[3:])
    kg.resolve()
    (found,) = (j for j in kg.judgements if j.articles == (f"{DATA}article/3",))
    assert found.verdict == "unsure"
    assert found.reasons[-1] == "but the article says Sohrab Bagheri"


def test_a_surname_that_a_rule_gave_away_can_be_taken_back_for_good(tmp_path: Path) -> None:
    kg = graph_of(*surnames())
    before = exported(kg, tmp_path)
    kg.resolve()
    for bearer in ("Mohammad Bagheri", "Parisa Bagheri"):
        kg.split(bearer)
    assert exported(kg, tmp_path) == before
    kg.resolve()
    assert exported(kg, tmp_path) == before


# Two bearers of one name


def test_a_name_of_a_person_and_of_a_place_is_parted_where_pronouns_tell() -> None:
    from dataclasses import replace

    from triplewire.ontology.iri import entity_iri
    from triplewire.ontology.model import Mention

    place = met("1", ["Georgia@Country", "Velmar@Place"])
    name = met("2", ["Georgia@Person", "Orvia@Place"])
    she = Mention(name.article.iri, 90, 93, "She", "pronoun", "Georgia", entity_iri("Georgia"), "Person")
    assert said(graph_of(place, name), "Georgia", "Georgia (Person)")[0] == "unsure"
    kg = graph_of(place, replace(name, mentions=(*name.mentions, she)))
    kg.resolve()
    assert {"Georgia", "Georgia (Person)"} <= set(kg.entities()["entity"])


def test_a_given_name_alone_is_another_persons_in_another_company() -> None:
    sea, land = ([f"{place} {n}@Organization" for n in "abcd"] for place in ("Sea", "Land"))
    told = [
        met("1", ["Elizabeth@Person", *sea]),
        met("2", ["Elizabeth@Person", *sea]),
        met("3", ["Elizabeth@Person", *land]),
        met("4", ["Ada Lindqvist@Person", *sea]),
        met("5", ["Ada Lindqvist@Person", *land]),  # a full name is one person's
    ]
    fillers = [met(f"more-{n}", [f"Actor {n}@Person", "Velmar@Place"]) for n in range(20)]
    few, many = graph_of(*told), graph_of(*told, *fillers)
    few.resolve()
    assert not few.naming  # too few articles to know what company is rare
    many.resolve()
    counts = many.entities().set_index("entity")["articles"]
    assert (counts["Elizabeth"], counts["Elizabeth (3)"], counts["Ada Lindqvist"]) == (2, 1, 2)


# A function of the articles and of the user's judgements


def test_judging_again_and_in_another_order_gives_the_same(tmp_path: Path) -> None:
    articles = [*surnames(), *chain.from_iterable(in_one_company(n, *pair) for n, pair in enumerate(ONE[::12]))]
    at_once = graph_of(*articles)
    at_once.resolve()
    bit_by_bit = graph_of(*reversed(articles[::2]))
    bit_by_bit.resolve()
    for article in articles[1::2]:
        bit_by_bit.add(article)
    bit_by_bit.resolve()
    assert bit_by_bit.judgements == at_once.judgements
    assert exported(bit_by_bit, tmp_path) == exported(at_once, tmp_path)
    before = exported(at_once, tmp_path)
    at_once.resolve()
    assert exported(at_once, tmp_path) == before


def test_what_the_user_judged_no_rule_judges_again() -> None:
    kg = together([("Person", "Osama bin Rashad", "Usama bin Rashad"), ("Place", "Velmar", "Orvia")])
    assert len(decided(kg)) == 1
    kg.split(kg.naming.name("Osama bin Rashad"))
    assert decided(kg) == set()
    assert kg.suggestions().empty
    assert [j.by for j in kg.judgements] == ["user"]


def test_what_is_in_the_registry_twice_is_two_things() -> None:
    kg = graph_of(met("1", ["Hezbollah@ArmedGroup", *COMPANY]), met("2", ["Hamas@ArmedGroup", *COMPANY]))
    assert rows(kg) == {}
    assert not Naming(proposed(kg.store, ()))
