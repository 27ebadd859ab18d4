"""What is too long for a word or a sentence: its time grows with its length, and what stands beside it is read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from triplewire.extract.overlong import LONGEST_SENTENCE, LONGEST_WORD, cut, pieces
from triplewire.ontology.model import Article, Block

if TYPE_CHECKING:
    from triplewire.extract.analyser import Analyser

SOUND = "Russia bombed Idlib."
#: Each was minutes of work, or ended Python's stack, when it was read as one sentence or one word.
LONG = {
    "hyphens": "A-" * 3_000,
    "quotation marks": "'" * 5_000,
    "a word": "a" * 1_000_000,
    "emoji": "😀" * 1_500,
    "nested quotations": '"he ' * 1_500 + '"' * 1_500 + ".",
    "who said that who said": "He said that " * 500 + "he fled.",
    "owners of owners": "Iran" + "'s ally" * 1_500 + " fled.",
    "brackets": "(" * 1_000 + "Iran" + ")" * 1_000 + " fled.",
    "conjuncts": "Iran" + " and Syria" * 1_000 + " fled.",
    "compounds": "Saudi-led-" * 1_000,
}


def article(text: str, *, kind: str = "body") -> Article:
    parts = text.split("\n\n")
    at = [text.index(part) for part in parts]
    return Article(
        iri="a:a", text=text,
        blocks=tuple(Block(a, a + len(p), kind) for a, p in zip(at, parts, strict=True)),  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_it_ends_soon_and_hides_nothing_beside_it(analyser: Analyser, name: str) -> None:
    start = time.process_time()
    (found,) = analyser.analyse([article(f"{SOUND}\n\n{LONG[name]}\n\nTurkey criticised Russia.")])
    assert time.process_time() - start < 20
    told = [(s.subject, s.relation, s.object) for s in found.statements]
    assert told[0] == ("Russia", "bomb", "Idlib")
    assert told[-1] == ("Turkey", "criticise", "Russia")
    for s in found.statements:
        assert found.article.text[s.start : s.end]


def test_a_text_of_common_words_is_one_piece() -> None:
    assert list(pieces("a b")) == ["a b"]
    text = f"{'word ' * 1_000}"
    assert list(pieces(text)) == [text]


def test_pieces_are_the_text_again() -> None:
    text = f"so {'x' * (3 * LONGEST_WORD + 5)} {'y' * LONGEST_WORD} and {'z' * (LONGEST_WORD + 1)}"
    found = list(pieces(text))
    assert "".join(found) == text
    assert max(len(word) for piece in found for word in piece.split()) == LONGEST_WORD
    assert len(found) == 5


def test_a_long_sentence_is_cut_after_a_pause() -> None:
    words = ["a"] * 200 + [","] + ["b"] * 400
    starts: list[bool | int | None] = [True] + [None] * (len(words) - 1)
    cut(words, starts)
    assert [k for k, start in enumerate(starts) if start] == [0, 201, 501]


def test_sentences_are_left_to_the_parser_where_they_end() -> None:
    words = (["a"] * 30 + ["."]) * 40
    starts: list[bool | int | None] = [True] + [None] * (len(words) - 1)
    cut(words, starts)
    assert starts.count(True) == 1
    lines: list[bool | int | None] = [True] + [False] * (len(words) - 1)
    cut(words, lines)
    assert lines.count(True) >= len(words) // LONGEST_SENTENCE
