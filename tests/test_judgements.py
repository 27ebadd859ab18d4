"""Judgements: what they amount to together, and the file of lines that people may edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made import TYPES
from resolving import same
from triplewire.graph.resolve.judgements import FILE, Judgement, read, save
from triplewire.graph.resolve.naming import Naming
from triplewire.ontology.errors import DataFileError
from triplewire.ontology.iri import entity_iri

if TYPE_CHECKING:
    from pathlib import Path

LABELS = sorted(TYPES)


# What judgements amount to


def test_names_judged_the_same_have_one_name_by_whatever_chain() -> None:
    naming = Naming([same("A", "B"), same("B", "C"), same("D", "E")])
    assert [naming.name(label) for label in "ABCDEF"] == ["A", "A", "A", "D", "D", "F"]
    assert naming.group("C") == ("A", "B", "C")
    assert naming.of(entity_iri("C"), "Person", "x") == "A"
    assert naming.of(entity_iri("A"), "Person", "x") is None


def test_the_order_of_judgements_does_not_matter() -> None:
    judged = [same("A", "B"), same("C", "B"), same("C", "D", by="rule", score=0.9), same("E", "A", by="rule")]
    namings = {tuple(sorted(Naming(judged[n:] + judged[:n]).marks().items())) for n in range(len(judged))}
    assert len(namings) == 1


def test_a_rule_joins_nothing_that_is_judged_different_and_the_surest_rule_comes_first() -> None:
    apart = Judgement("different", "A", "C")
    weak, strong = same("B", "C", by="rule", score=0.7), same("A", "B", by="rule", score=0.9)
    naming = Naming([weak, strong, apart])
    assert (naming.name("B"), naming.name("C")) == ("A", "C")


def test_the_users_own_judgements_may_not_contradict_each_other() -> None:
    with pytest.raises(DataFileError, match="but A different from C"):
        Naming([same("A", "B"), same("B", "C"), Judgement("different", "A", "C")])


def test_what_is_unsure_changes_nothing() -> None:
    assert not Naming([Judgement("unsure", "A", "B", "rule", 0.9)])


# The file


def test_the_file_holds_a_line_a_judgement_and_gives_it_back(tmp_path: Path) -> None:
    judged = [
        same("Müller", "Mueller"), Judgement("different", "Georgia", "Georgia (state)", type="Place"),
        same("A", "B", by="rule", score=0.91, reasons=("the same letters",), articles=("urn:x",)),
    ]  # fmt: skip
    save(tmp_path / FILE, judged)
    assert sorted(read(tmp_path / FILE), key=repr) == sorted(judged, key=repr)
    text = (tmp_path / FILE).read_text("utf-8")
    assert '{"verdict": "same", "keep": "Müller", "other": "Mueller", "by": "user"}\n' in text
    save(tmp_path / FILE, reversed(judged))
    assert (tmp_path / FILE).read_text("utf-8") == text
    assert read(tmp_path / "none.jsonl") == ()


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_some_take_for_the_end_of_a_line_may_stand_in_a_name(tmp_path: Path, end: str) -> None:
    judged = (same(f"Harbour{end}Union", "Union"), same(f"Velmar{end}", "Welmar"))
    save(tmp_path / FILE, judged)
    assert read(tmp_path / FILE) == judged


def test_a_file_with_the_ends_of_lines_of_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"verdict": "same", "keep": "A", "other": "B"}\r\n' * 2)
    assert read(tmp_path / FILE) == (same("A", "B"),)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "no judgement"),
        ("[1]", "needs verdict, keep and other"),
        ('{"verdict": "same", "keep": "A"}', "needs verdict, keep and other"),
        ('{"verdict": "perhaps", "keep": "A", "other": "B"}', "'perhaps'"),
        ('{"verdict": "same", "keep": "A", "other": "A"}', "against itself"),
        ('{"verdict": "same", "keep": "A", "other": " "}', "are names"),
        ('{"verdict": "same", "keep": "A", "other": "B", "by": "me"}', "'me'"),
        ('{"verdict": "same", "keep": "A", "other": "B", "sure": 1}', "'sure'"),
        ('{"verdict": "different", "keep": "C", "other": "D"}', "line 1 says same"),
    ],
)
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str, what: str) -> None:
    path = tmp_path / FILE
    path.write_text(f'{{"verdict": "same", "keep": "D", "other": "C"}}\n\n{line}\n', "utf-8")
    with pytest.raises(DataFileError, match=what) as error:
        read(path)
    assert f"{path}:3" in str(error.value)


def test_the_user_is_right_whatever_a_rule_says_in_another_line(tmp_path: Path) -> None:
    mine = '{"verdict": "different", "keep": "A", "other": "B", "by": "user"}\n'
    theirs = '{"verdict": "same", "keep": "B", "other": "A", "by": "rule", "score": 0.9}\n'
    for text in (mine + theirs, theirs + mine):
        (tmp_path / FILE).write_text(text, "utf-8")
        assert [j.verdict for j in read(tmp_path / FILE)] == ["different"]
