"""Merges and splits: a graph is a function of its articles and of judgements."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from calling import done, lines, message
from hypothesis import given, settings
from hypothesis import strategies as st
from made import TYPES, Quick, archive, story
from resolving import COMPANY, ask, exported, graph_of, met, pair, same
from triplewire.builder import build
from triplewire.graph.actors import article_iris
from triplewire.graph.resolve.applying import apply
from triplewire.graph.resolve.judgements import FILE, save
from triplewire.graph.resolve.naming import Naming
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import DataFileError, UsageError
from triplewire.ontology.iri import DATA, entity_iri

if TYPE_CHECKING:
    from pathlib import Path

LABELS = sorted(TYPES)


# Merge and split


def test_a_merge_makes_one_node_of_two_and_everything_follows() -> None:
    kg = pair()
    assert kg.merge("Muammar Gaddafi", "Qadhafi") == "Muammar Gaddafi"  # by an alias
    gone, kept = f"<{entity_iri('Moammar Qadhafi')}>", f"<{entity_iri('Muammar Gaddafi')}>"
    assert not ask(kg, f"{gone} ?p ?o") and not ask(kg, f"?s ?p {gone}")
    assert not ask(kg, f"GRAPH ?g {{ {gone} ?p ?o }}")
    assert ask(kg, f'{kept} skos:altLabel "Moammar Qadhafi", "Qadhafi", "Gaddafi"')
    union = kg.query(f"SELECT ?claim {{ ?claim rdf:subject {kept} }}")
    assert len(union) == 1  # one claim, of both articles
    assert len(kg.query(f"SELECT ?m {{ ?claim rdf:subject {kept} ; gaf:denotedBy ?m }}")) == 2
    assert ask(kg, f"GRAPH <{DATA}article/2> {{ {kept} rel:visit d:Harbour_Union ; tw:meets d:Harbour_Union }}")
    assert set(kg.statements()["subject"]) == {"Muammar Gaddafi", *(c.split("@")[0] for c in COMPANY)}
    row = kg.entities().set_index("entity").loc["Muammar Gaddafi"]
    assert (row["articles"], row["mentions"], row["statements"]) == (2, 2, 2)
    assert kg.validate() == []


def test_a_statement_whose_two_ends_become_one_is_left_out_and_comes_back(tmp_path: Path) -> None:
    kg = graph_of(met("1", ["Ada Lindqvist@Person", "A. Lindqvist@Person", "Velmar@Place"]))
    before = exported(kg, tmp_path)
    kg.merge("Ada Lindqvist", "A. Lindqvist")
    rows = kg.statements()
    assert list(zip(rows["subject"], rows["object"], strict=True)) == [
        ("Ada Lindqvist", "Velmar"), ("Velmar", "Ada Lindqvist"),
    ]  # fmt: skip
    kg.split("Ada Lindqvist")
    assert exported(kg, tmp_path) == before


def test_two_of_whom_nothing_is_left_to_say_can_be_told_apart_again(tmp_path: Path) -> None:
    kg = graph_of(met("1", ["Ada Lindqvist@Person", "A. Lindqvist@Person"]), met("2", COMPANY))
    before = exported(kg, tmp_path)
    kg.merge("Ada Lindqvist", "A. Lindqvist")
    assert len(kg.statements()) == len(COMPANY)
    with pytest.raises(UsageError, match="already"):
        kg.merge("Ada Lindqvist", "A. Lindqvist")
    kg.merge("Velmar", "Ada Lindqvist")
    assert kg.split("Velmar", "Ada Lindqvist") == ["Ada Lindqvist"]
    assert kg.split("Velmar") == ["A. Lindqvist"]
    assert exported(kg, tmp_path) == before


def test_places_and_sources_go_by_the_new_name(tmp_path: Path) -> None:
    from dataclasses import replace

    plain = met("1", ["Ada Lindqvist@Person", "Velmar@Place", "Port Council@Organization"])
    told = replace(
        plain.statements[0], attributed_to="Port Council", attributed_to_id=entity_iri("Port Council"), where="Velmar"
    )
    kg = graph_of(replace(plain, statements=(told, *plain.statements[1:])), met("2", ["Welmar@Place", "The Council"]))
    kg.merge("Welmar", "Velmar")
    kg.merge("The Council", "Port Council")
    row = kg.statements().iloc[0]
    assert (row["object"], row["where"], row["attributed_to"]) == ("Welmar", "Welmar", "The Council")
    assert row["attributed_to_id"] == entity_iri("The Council")


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_taking_back_what_was_merged_restores_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    kg = graph_of(*archive(6, seed=data.draw(st.integers(0, 3)), statements=6))
    seen = {kg.naming.marks().__repr__(): exported(kg, folder)}
    for _ in range(data.draw(st.integers(1, 6))):
        keep, other = data.draw(st.lists(st.sampled_from(LABELS), min_size=2, max_size=2, unique=True))
        try:
            if data.draw(st.booleans()):
                kg.merge(keep, other)
            else:
                kg.split(keep)
        except UsageError:
            continue  # one name already, judged different, or nothing to split
        found = exported(kg, folder)
        assert seen.setdefault(kg.naming.marks().__repr__(), found) == found
    for label in LABELS:
        if len(kg.naming.group(label)) > 1:
            kg.split(kg.naming.name(label))
    assert not kg.naming
    assert exported(kg, folder) == seen["{}"]


def test_one_name_of_several_can_be_taken_out(tmp_path: Path) -> None:
    kg = graph_of(
        *(met(str(n), [f"{name}@Person", *COMPANY]) for n, name in enumerate(["Ana Roy", "A. Roy", "Anna Roy"]))
    )
    kg.merge("Anna Roy", "A. Roy")
    before = exported(kg, tmp_path)
    kg.merge("Ana Roy", "Anna Roy")  # now all three are Ana Roy
    assert kg.split("Ana Roy", "Anna Roy") == ["Anna Roy"]
    assert kg.naming.group("Ana Roy") == ("A. Roy", "Ana Roy")
    assert kg.split("Ana Roy", "A. Roy") == ["A. Roy"]
    kg.merge("Anna Roy", "A. Roy")
    assert exported(kg, tmp_path) == before


def test_what_cannot_be_merged_or_split_is_said() -> None:
    kg = pair()
    with pytest.raises(UsageError, match="no other name"):
        kg.split("Muammar Gaddafi")
    with pytest.raises(UsageError, match="nobody in this graph"):
        kg.merge("Muammar Gaddafi", "Somebody Else")
    kg.merge("Muammar Gaddafi", "Moammar Qadhafi")
    with pytest.raises(UsageError, match="already"):
        kg.merge("Muammar Gaddafi", "Moammar Qadhafi")
    with pytest.raises(UsageError, match="goes by no name Nobody"):
        kg.split("Muammar Gaddafi", "Nobody")
    kg.split("Muammar Gaddafi")
    kg.merge("Muammar Gaddafi", "Moammar Qadhafi")  # the user may change their mind
    assert kg.naming.name("Moammar Qadhafi") == "Muammar Gaddafi"


def test_a_merge_through_a_third_name_against_the_users_word_is_refused() -> None:
    kg = graph_of(*(met(str(n), [f"{name}@Person", "Velmar@Place"]) for n, name in enumerate(["A B", "C D", "E F"])))
    kg.merge("A B", "C D")
    kg.split("A B")
    kg.merge("E F", "C D")
    with pytest.raises(UsageError, match="you judged A B and C D different"):
        kg.merge("E F", "A B")


# Two bearers of one name


def test_in_some_articles_a_name_may_be_anothers(tmp_path: Path) -> None:
    kg = graph_of(met("1", ["Georgia@Country", *COMPANY]), met("2", ["Georgia@Country", "Atlanta@Place"]))
    before = exported(kg, tmp_path)
    assert kg.split("Georgia", "Georgia (state)", articles=[f"{DATA}article/2"]) == ["Georgia (state)"]
    assert ask(kg, f"GRAPH <{DATA}article/1> {{ d:Georgia ?p ?o }}")
    assert not ask(kg, f"GRAPH <{DATA}article/2> {{ d:Georgia ?p ?o }}")
    kg.merge("Georgia", "Georgia (state)")
    assert exported(kg, tmp_path) == before


def test_where_it_has_another_class_a_name_may_be_anothers() -> None:
    kg = graph_of(met("1", ["Jordan@Country", *COMPANY]), met("2", ["Jordan@Person", "Chicago@Place"]))
    kg.split("Jordan", "Jordan (Person)", type="Person")
    kg.add(met("3", ["Jordan@Person", "Velmar@Place"]))
    rows = kg.entities().set_index("entity")
    assert (rows.loc["Jordan", "articles"], rows.loc["Jordan (Person)", "articles"]) == (1, 2)
    with pytest.raises(UsageError, match="needs a name"):
        kg.split("Jordan", type="Person")


# Articles come and go


def test_articles_that_come_after_a_judgement_are_as_if_they_had_come_before(tmp_path: Path) -> None:
    articles = archive(12, statements=6)
    early = graph_of(*articles)
    early.merge("Iran", "Hezbollah")
    late = graph_of(*articles[:4])
    late.merge("Iran", "Hezbollah")
    for article in articles[4:]:
        late.add(article)
    assert exported(early, tmp_path) == exported(late, tmp_path)
    for kg in (early, late):
        kg.remove(f"{DATA}article/7")
        kg.add(archive(12, seed=1, statements=6)[3])  # another edition
        kg.split("Iran")
    plain = graph_of(*(a for n, a in enumerate(articles) if n not in (3, 7)), archive(12, seed=1, statements=6)[3])
    assert exported(early, tmp_path) == exported(late, tmp_path) == exported(plain, tmp_path)


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for n in range(40):
        (news / f"{n:02}.txt").write_text(f"Iran|attack|Hezbollah Hezbollah|visit|Port-{n % 5}\n", "utf-8")
    made = []
    for workers in (1, 2):
        graph = tmp_path / f"g{workers}"
        graph.mkdir()
        save(graph / FILE, [same("Harbour", "Port-3"), same("Iran", "Hezbollah", articles=())])
        build(news, graph, workers=workers, recipe=Quick())
        with KnowledgeGraph.open(graph) as kg:
            made.append(exported(kg, tmp_path))
    assert made[0] == made[1]
    assert b"Port-3> <http://www.w3.org/2000/01/rdf-schema#label" not in made[0]


def test_only_articles_that_speak_of_what_is_judged_are_written_again() -> None:
    kg = graph_of(*(met(str(n), [f"Actor {n}@Person", "Velmar@Place"]) for n in range(20)))
    assert apply(kg.store, Naming([same("Actor 3", "Actor 4")])) == 1
    assert apply(kg.store, Naming([same("Actor 3", "Actor 4")])) == 0
    assert apply(kg.store, Naming([same("Actor 3", "Actor 4"), same("Actor 9", "Actor 8")])) == 1
    assert apply(kg.store, Naming([])) == 2


def test_a_file_edited_by_hand_takes_effect_when_the_graph_is_next_opened_for_writing(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    with KnowledgeGraph.open(folder) as kg:
        for analysis in archive(5):
            kg.add(analysis)
        before = exported(kg, tmp_path)
    (folder / FILE).write_text('{"verdict": "same", "keep": "Iran", "other": "Syria"}\n', "utf-8")
    with KnowledgeGraph.open(folder) as kg:
        assert not ask(kg, "d:Syria ?p ?o")
        assert len(article_iris(kg.store)) == 5
    (folder / FILE).unlink()
    with KnowledgeGraph.open(folder) as kg:
        assert exported(kg, tmp_path) == before
    (folder / FILE).write_text("nonsense\n", "utf-8")
    with pytest.raises(DataFileError, match=":1: is no judgement"):
        KnowledgeGraph.open(folder)
    with KnowledgeGraph.open(folder, read_only=True) as kg:
        assert len(kg.statements())  # what is there can still be read


def test_where_a_run_read_an_article_is_remembered_through_a_merge(tmp_path: Path) -> None:
    article = story("a.txt", "Iran|attack|Syria")
    (analysis,) = Quick().analyse([article])
    kg = graph_of(analysis)
    kg.merge("Iran", "Syria")
    assert kg.remove("/news/a.txt") == article.iri
    assert exported(kg, tmp_path) == b""


# The command line


def test_from_suggestion_to_judgement_and_back_on_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    with KnowledgeGraph.open(folder) as kg:
        for n, name in enumerate(("Nikolai Gradov@Person", "N. Gradov@Person")):
            kg.add(met(str(n), [name, COMPANY[n]]))
        kg.add(met("3", ["Mykola Gradow@Person", "Elsewhere@Place"]))
    assert done("resolve", "--graph", folder, "--format", "jsonl") == ""
    (row,) = lines(done("entities", "--suggest", "--graph", folder, "--format", "jsonl"))
    assert {row["keep"], row["other"]} == {"N. Gradov", "Nikolai Gradov"}
    assert row["reasons"].startswith("an initial: n, nikolai")
    assert done("merge", "Nikolai Gradov", "N. Gradov", "--graph", folder) == "Nikolai Gradov\n"
    assert done("merge", "Nikolai Gradov", "Mykola Gradow", "--graph", folder) == "Nikolai Gradov\n"
    assert lines(done("entities", "--aliases", "--graph", folder, "--format", "jsonl")) == [
        {
            "entity": "Nikolai Gradov", "entity_id": entity_iri("Nikolai Gradov"), "alias": alias, "origin": "user",
            "articles": 1, "article": f"{DATA}article/{article}",
        }
        for alias, article in (("Mykola Gradow", 3), ("N. Gradov", 1))
    ]  # fmt: skip
    assert done("split", "Nikolai Gradov", "--graph", folder) == "Mykola Gradow\nN. Gradov\n"
    verdicts = [json.loads(line)["verdict"] for line in (folder / FILE).read_text("utf-8").splitlines()]
    assert verdicts == ["different", "different"]
    assert "nobody in this graph" in message("merge", "Nikolai Gradov", "Xyz", "--graph", folder)
    assert "there is no graph here" in message("resolve", "--graph", tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_name_is_told_apart_on_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    with KnowledgeGraph.open(folder) as kg:
        kg.add(met("1", ["Georgia@Country", *COMPANY]))
        kg.add(met("2", ["Georgia@Country", "Atlanta@Place"]))
    told = done("split", "Georgia", "Georgia (state)", "--article", f"{DATA}article/2", "--graph", folder)
    assert told == "Georgia (state)\n"
    rows = lines(done("entities", "--aliases", "--graph", folder, "--format", "jsonl"))
    assert [(row["entity"], row["alias"], row["origin"]) for row in rows] == [("Georgia (state)", "Georgia", "user")]


def test_many_random_judgements_leave_a_sound_graph(tmp_path: Path) -> None:
    at = random.Random(3)
    kg = graph_of(*archive(8, statements=8))
    for _ in range(4):
        keep, other = at.sample(sorted(set(kg.entities()["entity"])), 2)
        kg.merge(keep, other)
        assert kg.validate() == []
