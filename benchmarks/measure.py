#!/usr/bin/env python3
"""Prints, as Markdown, how Triplewire does on annotated data, beside published figures, by rule and construction.

    make measure DEV=folder     or     python benchmarks/measure.py FOLDER

FOLDER holds measure.py, its scorers, and any of openie/, facts/, identity/, political/. All extraction goes through the
folder's measure.py, which calls the `triplewire` command (the environment's TRIPLEWIRE names another). The suites of
constructions and of facts word for word come with Triplewire. Progress goes to stderr.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections import Counter, defaultdict
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agreement import AGREES, BINS, bins, calibration_error, paired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

TESTS = Path(__file__).resolve().parent.parent / "tests"
SCORERS = ("measure", "score_openie", "score_facts")

#: Published: system, F1 and AUC on CaRB's test half, F1 on BenchIE.
FIELD = (
    ("ClausIE", ".450", ".224", ".339"),
    ("MinIE", "", "", ".337"),
    ("OpenIE4", ".488", ".272", ""),
    ("OpenIE6", ".527", ".337", ".254"),
    ("DetIE", ".525", ".373", ""),
    ("Gen2OIE", ".542", ".340", ""),
)


class FolderError(Exception):
    """What keeps a folder from being measured: where, what, what to do."""


def table(*head: str, rows: Iterable[Iterable[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def scorers(folder: Path) -> list[ModuleType]:
    """The folder's own modules."""
    if not folder.is_dir():
        raise FolderError(f"{folder}: there is no such folder; name one that holds measure.py and annotated data")
    missing = [f"{name}.py" for name in SCORERS if not (folder / f"{name}.py").is_file()]
    if missing:
        raise FolderError(f"{folder}: has no {', '.join(missing)}; name the folder in which measure.py lies")
    sys.path.insert(0, str(folder))
    sys.modules.pop("measure", None)  # this script's own name, where a test has imported it
    return [import_module(name) for name in SCORERS]


def openie(folder: Path, measure: ModuleType, scorer: ModuleType) -> Iterator[str]:
    """CaRB's F1 and AUC, and what each rule adds to precision and recall."""
    gold = scorer.read(folder / "gold.tsv", False)
    sentences = [line for line in (folder / "sentences.txt").read_text("utf-8").splitlines() if line.strip()]
    found = measure.by_line(sentences)
    predicted: defaultdict[str, list[Any]] = defaultdict(list)
    count: Counter[str] = Counter()
    precise: Counter[str] = Counter()
    recalled: Counter[str] = Counter()
    told: list[float] = []
    right: list[bool] = []
    for line, sentence in enumerate(sentences, 1):
        rows = found[line]
        tuples = [(r["relation_text"].split(), scorer.binary([r["subject_text"], r["object_text"]])) for r in rows]
        key = scorer.key(sentence)
        predicted[key] += [(float(r["confidence"]), t) for r, t in zip(rows, tuples, strict=True)]
        matches = [[scorer.lenient(g, t) for t in tuples] for _, g in gold.get(key, [])]
        pairs = paired([[p for p, _ in row] for row in matches])
        for c, r in enumerate(rows):
            count[r["rule"]] += 1
            precise[r["rule"]] += pairs.get(c, 0.0)
            told.append(float(r["confidence"]))
            right.append(max((row[c][0] for row in matches), default=0.0) >= AGREES)
        for row in matches:
            best = max(range(len(row)), key=lambda c, row=row: row[c][1], default=None)
            if best is not None:
                recalled[rows[best]["rule"]] += row[best][1]
    total = max(1, sum(len(facts) for facts in gold.values()))
    s = scorer.score(gold, predicted)
    yield f"## Open triples: CaRB, {len(sentences)} sentences, {total} gold tuples\n"
    ours = ("Triplewire, on this folder", f"{s['F1']:.3f}", f"{s['AUC']:.3f}", "")
    yield table("system", "F1", "AUC", "BenchIE F1", rows=[*FIELD, ours])
    yield f"\nAt the best threshold precision is {s['P']:.3f} and recall {s['R']:.3f}. What each rule"
    yield "adds without it: the mean precision of its triples, paired with gold, and the gold that they meet best.\n"
    rules = [(r, n, f"{precise[r] / n:.2f}", f"{recalled[r] / total:.3f}") for r, n in count.most_common()]
    yield table("rule", "triples", "precision", "recall", rows=rules)
    yield from _calibration(told, right)


def _calibration(told: list[float], right: list[bool]) -> Iterator[str]:
    yield f"\nCalibration: expected error {calibration_error(told, right):.3f}, where right is what agrees with some"
    yield "gold tuple in half of its words. The shipped weights were fitted on CaRB's development half; there only"
    yield "`benchmarks/fit_confidence.py` tells the error out of fold.\n"
    rows = [
        (f"{low:.1f}–{low + 1 / BINS:.1f}", count, f"{mean:.2f}", f"{share:.2f}")
        for low, count, mean, share in bins(told, right)
    ]
    yield table("confidence", "triples", "mean", "right", rows=rows)


def facts(folder: Path, measure: ModuleType, scorer: ModuleType) -> Iterator[str]:
    """Facts of whole articles found, in all, by what carries them and by what kind of relation they are."""
    total: Counter[str] = Counter()
    carriers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.glob("*.jsonl")):
        gold = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        rows = measure.rows("extract", folder / "articles" / f"{path.stem}.txt")
        for fact in gold:
            n, _ = scorer.compare([fact], rows)
            total += n
            carriers[fact.get("how") or "–"] += n
            kinds[fact["relation"]["plover"] or fact["relation"]["stative"] or "–"] += n
    yield f"## Facts of articles\n\n```\n{scorer.line('ALL', total)}\n```\n"
    yield from (_by(head, groups) for head, groups in (("carried by", carriers), ("kind", kinds)))


def _by(head: str, groups: dict[str, Counter[str]]) -> str:
    rows = []
    for name, n in sorted(groups.items(), key=lambda x: (-x[1]["facts"], x[0])):
        shares = (f"{n[part] / n['facts']:.2f}" for part in ("pair", "directed", "relation"))
        rows.append((name, n["facts"], *shares, f"{n['stance'] / n['relation']:.2f}" if n["relation"] else "–"))
    return table(head, "facts", "pair", "directed", "relation", "stance of those", rows=rows) + "\n"


def told_by(part: str, title: str, folder: Path, measure: ModuleType) -> Iterator[str]:
    """The lines that the folder's measure.py prints for a part."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        getattr(measure, part)(folder)
    yield f"## {title}\n\n```\n{printed.getvalue().rstrip()}\n```"


def constructions() -> Iterator[str]:
    """Sentences of the suite of constructions that give what they must, and nothing that they must not."""
    sys.path.insert(0, str(TESTS))
    statements = import_module("sentences").statements
    cases = [json.loads(line) for line in (TESTS / "constructions.jsonl").read_text("utf-8").splitlines()]
    count: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for case in cases:
        got = statements(case["text"])
        count[case["construction"]] += 1
        passed[case["construction"]] += set(case.get("has", ())) <= set(got) and not set(case.get("not", ())) & set(got)
    failing = [(c, n, passed[c]) for c, n in count.most_common() if passed[c] < n]
    yield f"## Constructions\n\n{passed.total()} of {len(cases)} sentences pass. Of {len(count)} constructions these do"
    yield "not always:\n"
    yield table("construction", "sentences", "pass", rows=failing)
    yield "\nThese pass: " + ", ".join(f"{c} ({n})" for c, n in sorted(count.items()) if passed[c] == n) + "."


def word_for_word() -> Iterator[str]:
    """Exact matches with the facts of exact/."""
    import exact

    scores = {path.stem: exact.measured(exact.read(path)) for path in exact.SUITE}
    yield "## Facts word for word\n\n[How they were written](../benchmarks/exact/README.md);"
    yield "the walk is a plain one over spaCy's own parse.\n"
    rows = []
    for half, (ours, walk) in scores.items():
        rows.append((half, *(f"{x:.3f}" for x in (ours.precision, ours.recall, ours.f1, walk.f1))))
    yield table("half", "precision", "recall", "F1", "the walk's F1", rows=rows)
    yield "\nFacts met:\n"
    rows = []
    for name in sorted({name for ours, _ in scores.values() for name in ours.facts}):
        counts = [(ours.met[name], ours.facts[name]) for ours, _ in scores.values()]
        rows.append((name, *(f"{met} of {n}" if n else "–" for met, n in counts)))
    yield table("construction", *scores, rows=rows)


def report(folder: Path) -> Iterator[str]:
    """The whole report, a part at a time."""
    measure, carb, fact_scorer = scorers(folder)
    parts: list[tuple[str, Callable[[], Iterator[str]]]] = [
        ("openie", partial(openie, folder / "openie", measure, carb)),
        ("facts", partial(facts, folder / "facts", measure, fact_scorer)),
        ("identity", partial(told_by, "identity", "Identity", folder / "identity", measure)),
        ("political", partial(told_by, "political", "Political events", folder / "political", measure)),
    ]
    here = [(name, part) for name, part in parts if (folder / name).is_dir()]
    if not here:
        raise FolderError(f"{folder}: holds none of {', '.join(name for name, _ in parts)}; see its README.md")
    yield "# Report\n\nPrinted by `make measure DEV=folder`. What the figures mean, and what else was measured:"
    yield "[measures.md](measures.md); what careful readers say: [judged.md](judged.md)."
    for name, part in here:
        _progress(name)
        try:
            yield "\n" + "\n".join(part())
        except (OSError, LookupError, ValueError) as error:
            raise FolderError(
                f"{folder / name}: not laid out as its README.md says ({type(error).__name__}: {error})"
            ) from error
    for name, suite in (("constructions", constructions), ("facts word for word", word_for_word)):
        _progress(name)
        yield "\n" + "\n".join(suite())


def _progress(name: str) -> None:
    print(f"measuring {name} …", file=sys.stderr, flush=True)


def main(args: list[str]) -> int:
    if len(args) != 1:
        print("measure: make measure DEV=folder, the folder of annotated data that holds measure.py", file=sys.stderr)
        return 2
    try:
        for part in report(Path(args[0]).resolve()):
            print(part, flush=True)
    except FolderError as error:
        print(f"measure: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
