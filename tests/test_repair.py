"""Mends of the parse: each changes what it states, and mending twice is mending once."""

from __future__ import annotations

import pytest
from sentences import statements, tree_of
from triplewire.extract.syntax.repair import repair

MISREAD = {
    "A car bomb was on Friday driven into a barracks.": "A car bomb | was driven into | a barracks",
    "On Monday President Hage Geingob signed the order.": "President Hage Geingob | signed the order On | Monday",
    "The duke, the abbess and the miller attended the feast.": "the miller | attended | the feast",
    "The agency (founded in 1957) inspects reactors.": "The agency | inspects | reactors",
    "Activists claimed Oman, among others, is financing the press.": "Oman | is financing | the press",
    "Wages are rising in Leeds and unemployment is a problem.": "unemployment | is | a problem",
    "Mali's president Assimi Goita opened the road.": "Mali's president Assimi Goita | opened | the road",
    "Rebels shelled the port, the ministry said, killing two soldiers.": "Rebels | killing | two soldiers",
}


@pytest.mark.parametrize(("text", "wanted"), MISREAD.items(), ids=list(MISREAD))
def test_mended(text: str, wanted: str) -> None:
    assert wanted in statements(text)


@pytest.mark.parametrize("text", [*MISREAD, "The king, a poet, said he would not go to war.", "No verb here."])
def test_idempotent(text: str) -> None:
    tree = repair(tree_of(text))
    once = (list(tree.tags), list(tree.deps), list(tree.heads), tree.root)
    repair(tree)
    assert (tree.tags, tree.deps, tree.heads, tree.root) == once


@pytest.mark.parametrize("text", MISREAD, ids=list(MISREAD))
def test_still_a_tree(text: str) -> None:
    tree = repair(tree_of(text))
    assert sorted(tree.subtree(tree.root)) == list(range(len(tree)))
