"""The word lists people edit: each list names a word once."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from triplewire.extract import words

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(words.__file__).parent


def lists(name: str, data: Any) -> Iterator[tuple[str, str]]:
    """The lists of a file by where they stand in it."""
    if isinstance(data, str):
        yield name, data
    else:
        for key, value in data.items():
            if key != "about":
                yield from lists(f"{name}.{key}", value)


def keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuses a key that stands twice, whose first list would be lost without a word."""
    assert not (twice := [key for key, n in Counter(key for key, _ in pairs).items() if n > 1]), twice
    return dict(pairs)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.json")), ids=lambda path: path.stem)
def test_no_list_says_a_word_twice(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=keys_once)
    twice = {
        name: again
        for name, text in lists(path.stem, data)
        if (again := [word for word, n in Counter(text.split()).items() if n > 1])
    }
    assert not twice
