"""Sentences as different parsers read them: a mend makes the same statement of each reading."""

from __future__ import annotations

import pytest
from sentences import nlp, shown
from triplewire.extract.syntax.repair import repair
from triplewire.extract.syntax.tree import Tree
from triplewire.extract.triples.extractors import triples_of_mended


def read(parse: str) -> Tree:
    """A tree from words written as "word/tag/label>head", heads counted from 0; the root is its own head."""
    rows = [row.split("/") for row in parse.split()]
    words = [row[0] for row in rows]
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    return repair(Tree(
        text=" ".join(words), words=words, lower=[word.lower() for word in words], tags=[row[1] for row in rows],
        deps=[row[2].partition(">")[0] for row in rows], heads=[int(row[2].partition(">")[2]) for row in rows],
        starts=starts, ends=[start + len(word) for start, word in zip(starts, words, strict=True)], lemmatizer=nlp()[1],
    ))  # fmt: skip


#: What is wanted, the reading of one parser and that of another.
READINGS = [
    (
        "Chad | signed | the Free Trade Area ( FTA ) pact",
        "Chad/NNP/nsubj>1 signed/VBD/ROOT>1 the/DT/det>9 Free/NNP/compound>4 Trade/NNP/compound>5 Area/NNP/nmod>9 "
        "(/-LRB-/punct>9 FTA/NNP/nmod>9 )/-RRB-/punct>9 pact/NN/dobj>1 ././punct>1",
        "Chad/NNP/nsubj>1 signed/VBD/ROOT>1 the/DT/det>5 Free/NNP/compound>4 Trade/NNP/compound>5 Area/NNP/dobj>1 "
        "(/-LRB-/punct>5 FTA/NNP/nmod>9 )/-RRB-/punct>9 pact/NN/appos>5 ././punct>1",
    ),
    (
        "the bold captain | was hailed by | the crowd",
        "the/DT/det>2 bold/JJ/amod>2 captain/NN/nsubjpass>4 was/VBD/auxpass>4 hailed/VBN/ROOT>4 as/IN/prep>4 "
        "a/DT/det>7 hero/NN/pobj>5 by/IN/agent>4 the/DT/det>10 crowd/NN/pobj>8 ././punct>4",
        "the/DT/det>2 bold/JJ/amod>2 captain/NN/nsubjpass>4 was/VBD/auxpass>4 hailed/VBN/ROOT>4 as/IN/prep>4 "
        "a/DT/det>7 hero/NN/pobj>5 by/IN/prep>7 the/DT/det>10 crowd/NN/pobj>8 ././punct>4",
    ),
    (
        "voters | backed | the plan",
        "polls/NNS/nsubj>1 suggest/VBP/ROOT>1 voters/NNS/nsubj>3 backed/VBD/ccomp>1 the/DT/det>5 plan/NN/dobj>3",
        "polls/NNS/nsubj>1 suggest/VBP/ROOT>1 voters/NNS/dobj>1 backed/VBD/acl>2 the/DT/det>5 plan/NN/dobj>3",
    ),
    (
        "The town | shut | a ferry line",
        "The/DT/det>1 town/NN/nsubj>2 shut/VBD/ROOT>2 two/CD/nummod>4 schools/NNS/dobj>2 and/CC/cc>4 a/DT/det>8 "
        "ferry/NN/compound>8 line/NN/conj>4 ././punct>2",
        "The/DT/det>1 town/NN/nsubj>2 shut/VBD/ROOT>2 two/CD/nummod>4 schools/NNS/dobj>2 and/CC/cc>2 a/DT/det>8 "
        "ferry/NN/compound>8 line/NN/conj>2 ././punct>2",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "one", "other"), READINGS, ids=[wanted for wanted, *_ in READINGS])
def test_either_reading(wanted: str, one: str, other: str) -> None:
    for parse in (one, other):
        tree = read(parse)
        assert wanted in [shown(tree, triple) for triple in triples_of_mended(tree)]


#: What looks alike and is read rightly, and the word that is to stay as it hangs: what a name is called besides, a
#: letter by its author, a description, a verb that the tagger missed, a name behind a common noun.
LEFT_ALONE = [
    ("the/DT/det>1 Union/NNP/nsubj>8 (/-LRB-/punct>1 WU/NNP/appos>1 )/-RRB-/punct>1 ,/,/punct>1 a/DT/det>7 "
     "club/NN/appos>1 met/VBD/ROOT>8", "club"),
    ("It/PRP/nsubjpass>2 was/VBD/auxpass>2 sold/VBN/ROOT>2 as/IN/prep>2 a/DT/det>5 letter/NN/pobj>3 by/IN/prep>5 "
     "the/DT/det>8 king/NN/pobj>6", "by"),
    ("Police/NNS/nsubj>1 reported/VBD/ROOT>1 a/DT/det>3 man/NN/dobj>1 robbed/VBN/acl>3 his/PRP$/poss>6 "
     "watch/NN/dobj>4", "robbed"),
    ("Ann/NNP/nsubj>1 won/VBD/ROOT>1 gold/NN/dobj>1 and/CC/cc>1 rescued/VBD/amod>5 animals/NNS/conj>1", "animals"),
    ("Chad/NNP/nsubj>1 hosted/VBD/ROOT>1 talks/NNS/dobj>1 and/CC/cc>1 Mali/NNP/conj>1", "Mali"),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "word"), LEFT_ALONE, ids=[word for _, word in LEFT_ALONE])
def test_left_alone(parse: str, word: str) -> None:
    tree = read(parse)
    i = tree.words.index(word)
    label, _, head = parse.split()[i].rpartition("/")[2].partition(">")
    assert (tree.deps[i], tree.heads[i]) == (label, int(head))
