"""Judgements on names: which are names of one thing and which are not. A file of JSON lines that people may edit.

The file lies in the graph's folder. A line says of two names, by their canonical labels, that they are the `same`
(`other` goes by the name of `keep`), `different`, or that it is `unsure`; and `by` whom: a `rule`, with a score and
reasons, or the `user`, who is always right. With `type` or `articles` a line speaks of some articles only: those in
which the thing is of this class, or these. Then `same` says that there `other` is `keep`, and `different` that there
what is called `keep` is something else, to be called `other`.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

from ...ontology.errors import DataFileError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "judgements.jsonl"
Verdict = Literal["same", "different", "unsure"]
Judge = Literal["rule", "user"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line: a verdict on two names. `score` is how sure the rule is, 0 to 1."""

    verdict: Verdict
    keep: str
    other: str
    by: Judge = "user"
    score: float | None = None
    reasons: tuple[str, ...] = ()
    type: str | None = None
    articles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.verdict not in get_args(Verdict):
            raise ValueError(f"the verdict is {self.verdict!r}, not {', '.join(get_args(Verdict))}")
        if self.by not in get_args(Judge):
            raise ValueError(f"it is judged by {self.by!r}, not {' or '.join(get_args(Judge))}")
        if self.keep == self.other:
            raise ValueError(f"{self.keep!r} is judged against itself")

    @property
    def partial(self) -> bool:
        """Whether it speaks of some articles only."""
        return self.type is not None or bool(self.articles)

    @property
    def about(self) -> tuple[str, str, str | None, tuple[str, ...]]:
        """What it is about, whichever way round the names stand: two judgements about the same do not go together."""
        first, second = sorted((self.keep, self.other))
        return first, second, self.type, self.articles

    @property
    def order(self) -> tuple[bool, str, float, str, str, str, tuple[str, ...]]:
        """Sorts judgements: the user's first, then by verdict, the surest first."""
        by_rule, score = self.by == "rule", -(self.score or 0.0)
        return by_rule, self.verdict, score, self.keep, self.other, self.type or "", self.articles


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, sorted; none where there is no file.

    Raises DataFileError, with the line, where one is no judgement or contradicts another about the same names.
    """
    if not path.exists():
        return ()
    # Not `splitlines`: names may hold U+2028 and the like.
    return parsed(path.read_text("utf-8-sig").split("\n"), str(path))


def parsed(lines: Iterable[str], where: str) -> tuple[Judgement, ...]:
    """The judgements of lines, sorted.

    Raises DataFileError, with the line, where one is no judgement or contradicts another about the same names.
    """
    found: dict[Any, Judgement] = {}
    numbers: dict[Any, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        judgement = _judgement(line, f"{where}:{number}")
        known = found.get(judgement.about)
        if known is not None and known.by == judgement.by and known.verdict != judgement.verdict:
            what = f"says {judgement.verdict}, line {numbers[judgement.about]} says {known.verdict}, of the same names"
            raise DataFileError(f"{where}:{number}", what, "keep one of the two lines")
        if known is None or (known.by, judgement.by) == ("rule", "user"):
            found[judgement.about], numbers[judgement.about] = judgement, number
    return tuple(sorted(found.values(), key=lambda j: j.order))


def save(path: Path, judgements: Iterable[Judgement]) -> None:
    """Writes the judgements, sorted, one a line; the file is the old one or the new one, whatever ends the process."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in lines_of(judgements))
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def lines_of(judgements: Iterable[Judgement]) -> list[str]:
    """The judgements, sorted, as lines."""
    return [_line(j) for j in sorted(judgements, key=lambda j: j.order)]


def with_judgements(known: Iterable[Judgement], new: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The known judgements and the new ones, which take the place of earlier ones about the same names."""
    by_names = {j.about: j for j in known} | {j.about: j for j in new}
    return tuple(sorted(by_names.values(), key=lambda j: j.order))


def _line(judgement: Judgement) -> str:
    values = {f.name: getattr(judgement, f.name) for f in fields(judgement)}
    shown = {name: value for name, value in values.items() if value not in (None, ())}
    return json.dumps(shown, ensure_ascii=False)


def _judgement(line: str, where: str) -> Judgement:
    try:
        given = json.loads(line)
        if not isinstance(given, dict) or not given.keys() >= {"verdict", "keep", "other"}:
            raise ValueError("a judgement needs verdict, keep and other")
        known = {f.name for f in fields(Judgement)}
        if unknown := sorted(given.keys() - known):
            raise ValueError(f"it has the unknown field {unknown[0]!r}")
        for name in ("reasons", "articles"):
            given[name] = tuple(sorted(given[name]) if name == "articles" else given[name]) if name in given else ()
        if not all(isinstance(given[name], str) and given[name].strip() for name in ("keep", "other")):
            raise ValueError("keep and other are names")
        return Judgement(**given)
    except (ValueError, TypeError) as e:
        raise DataFileError(where, f"is no judgement ({e})", "mend the line, or delete it") from e
