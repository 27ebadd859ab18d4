"""Judgements on names in a shared store do what they do in a folder, and those who share the store share them."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from calling import done
from made import TYPES, archive
from test_remote import local, remote, same, server  # noqa: F401 (fixtures)
from triplewire.graph.encode import encode
from triplewire.graph.remote.judging import Shared
from triplewire.graph.remote.writing import _MOST
from triplewire.graph.resolve.judgements import Judgement
from triplewire.graph.store import KnowledgeGraph
from triplewire.ontology.errors import StoreError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from servers import Server

FEW = archive(12, seed=3)
LABELS = sorted(TYPES)


def test_merges_splits_and_rules_are_as_in_a_folder(remote: KnowledgeGraph, tmp_path: Path) -> None:  # noqa: F811
    at, here = random.Random(7), local()
    remote.load([encode(a) for a in FEW])
    changed = set()
    for _ in range(8):
        keep, other = at.sample(LABELS, 2)
        what = at.choice(["merge", "merge", "split", "apart"])
        for kg in (here, remote):
            with suppress(UsageError):  # nobody has that name any more, or they are one already
                if what == "merge":
                    kg.merge(keep, other)
                elif what == "split":
                    kg.split(keep)
                else:
                    kg.split(keep, f"{keep} (other)", articles=[FEW[0].article.iri])
        assert remote.judgements == here.judgements
        assert same(here, remote, tmp_path)
        changed.add(here.judgements)
    assert len(changed) > 3
    assert remote.resolve().equals(here.resolve())
    assert same(here, remote, tmp_path)
    assert remote.aliases().equals(here.aliases())


def test_taking_back_a_merge_restores_the_bytes(remote: KnowledgeGraph, tmp_path: Path) -> None:  # noqa: F811
    remote.load([encode(a) for a in FEW])
    before = remote.export(tmp_path / "before.nq").read_bytes()
    remote.merge("Syria", "Iran")
    assert remote.export(tmp_path / "merged.nq").read_bytes() != before
    remote.split("Syria")
    assert remote.export(tmp_path / "after.nq").read_bytes() == before


def test_others_go_by_what_one_has_judged(remote: KnowledgeGraph, server: Server, tmp_path: Path) -> None:  # noqa: F811
    first, later = [encode(a) for a in FEW[:6]], [encode(a) for a in FEW[6:]]
    here = local(FEW[:6])
    here.merge("Syria", "Iran")
    remote.load(first)
    assert remote.judgements == ()
    with KnowledgeGraph.open(server.query) as other:
        other.merge("Syria", "Iran")
    for kg in (here, remote):  # this one was open all the while
        kg.load(later)
    assert remote.judgements == here.judgements
    assert same(here, remote, tmp_path)


def test_of_two_who_judge_at_the_same_moment_one_is_told(remote: KnowledgeGraph) -> None:  # noqa: F811
    one, two = (Shared(remote.store) for _ in range(2))  # type: ignore[arg-type]
    assert one.read() == two.read() == ()
    one.save([Judgement("same", "A", "B")])
    with pytest.raises(StoreError, match="somebody else judged names in this store at the same moment; give the same"):
        two.save([Judgement("same", "C", "D")])
    assert two.read() == (Judgement("same", "A", "B"),)
    two.save([*two.read(), Judgement("same", "C", "D")])
    assert one.changed() and len(one.read()) == 2


def test_what_a_killed_process_left_undone_is_done_at_the_next_opening(
    remote: KnowledgeGraph, server: Server, tmp_path: Path  # noqa: F811
) -> None:  # fmt: skip
    remote.load([encode(a) for a in FEW])
    here = local()
    here.merge("Syria", "Iran")
    kept = Shared(remote.store)  # type: ignore[arg-type]
    kept.read()
    kept.save(here.judgements)
    assert not same(here, remote, tmp_path)
    with KnowledgeGraph.open(server.query) as again:
        assert same(here, again, tmp_path)


def test_more_judgements_than_a_request_holds(remote: KnowledgeGraph) -> None:  # noqa: F811
    many = tuple(Judgement("different", f"Höhe \"{n}\" \\ '''", f"Ort {n}") for n in range(_MOST + 300))
    kept = Shared(remote.store)  # type: ignore[arg-type]
    for judgements in (many, many[:5]):
        kept.read()
        kept.save(judgements)
        assert sorted(Shared(remote.store).read(), key=repr) == sorted(judgements, key=repr)  # type: ignore[arg-type]


def test_the_commands(remote: KnowledgeGraph, server: Server) -> None:  # noqa: F811
    remote.load([encode(a) for a in FEW])
    assert done("merge", "Syria", "Iran", "--graph", server.query).strip() == "Syria"
    assert "Iran" in done("entities", "--aliases", "--graph", server.query, "--format", "csv")
    assert done("split", "Syria", "--graph", server.query).strip() == "Iran"
    done("resolve", "--graph", server.query)
