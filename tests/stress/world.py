"""What the kills fall on: articles that need no parser, and articles that do."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from resolving import COMPANY
from triplewire.extract.reading.articles import read_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parents[1]
SAMPLES = TESTS.parent / "samples"
#: Pairs of names that rules judge one, each with an article for either name.
PAIRS = 36
#: Enough to be stored in two goes.
PARAGRAPHS = 60
#: Whom every article speaks of, so that a merge of the two rewrites them all.
EVERYWHERE = ("Blue Lantern@Organization", "Lantern Relief@Organization")


def scenes(folder: Path, *, edition: int = 0) -> Path:
    """Articles of a cast each, as files; another edition changes the text of every second file, and adds a few."""
    folder.mkdir(parents=True)
    for number, (kind, *names) in enumerate(_near_names()[:PAIRS]):
        for n, name in enumerate(names):
            changed = edition and (number + n) % 2
            cast = [f"{name}@{kind}", *(f"Witness {number} {c}@Organization" for c in "abcd"), *EVERYWHERE]
            cast += [*COMPANY, f"Late Guest {number}@Person"] if changed else []
            lines = "\n".join(cast)
            (folder / f"{number:03}-{n}.txt").write_text(f"The scene {number} of {n} in edition {edition}.\n{lines}\n")
    return folder


def paragraphs(folder: Path) -> Path:
    """The paragraphs of the shipped samples, each a file of its own: small articles that are read by the parser."""
    folder.mkdir(parents=True)
    for number, words in enumerate(islice(_paragraphs(), PARAGRAPHS)):
        (folder / f"{number:03}.txt").write_text(words, encoding="utf-8")
    return folder


def _near_names() -> list[list[str]]:
    """Class and two names that are one."""
    lines = (TESTS / "near_names.txt").read_text(encoding="utf-8").split("\n---\n")[1].splitlines()
    return [[field.partition("=")[0].strip() for field in line.split("|")] for line in lines]


def _paragraphs() -> Iterator[str]:
    for article in read_articles([str(SAMPLES)], on_error=print):
        yield from (part for part in article.text.split("\n\n") if len(part) > 80)
