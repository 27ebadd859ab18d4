"""The report on annotated data: its figures on a tiny folder, and its one line where a folder cannot be measured."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPT = HERE.parent / "benchmarks" / "measure.py"


def measured(folder: Path | str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TRIPLEWIRE": f"{sys.executable} -m triplewire"}
    return subprocess.run(
        [sys.executable, SCRIPT, folder], capture_output=True, text=True, env=environment, cwd=HERE, check=False
    )


def cells(report: str, part: str, start: str) -> list[str]:
    """The cells of the only row of a part that starts with a cell."""
    (lines,) = (text.splitlines() for text in report.split("\n## ") if text.startswith(part))
    (row,) = (line for line in lines if line.startswith(f"| {start} |"))
    return [cell.strip() for cell in row.strip("|").split("|")][1:]


def test_report() -> None:
    done = measured(HERE / "annotated")
    assert done.returncode == 0, done.stderr
    report = done.stdout
    assert [line for line in report.splitlines() if line.startswith("#")] == [
        "# Report",
        "## Open triples: CaRB, 2 sentences, 3 gold tuples",
        "## Facts of articles",
        "## Identity",
        "## Constructions",
        "## Facts word for word",
    ]
    number, precision, recall = cells(report, "Open", "object")
    assert (number, precision, recall) == ("2", "1.00", "0.667")
    assert cells(report, "Facts of", "verb")[:5] == ["2", "1.00", "0.50", "0.50", "1.00"]
    assert cells(report, "Facts of", "noun")[:2] == ["1", "0.00"]
    assert cells(report, "Facts of", "ASSAULT") == ["1", "1.00", "1.00", "1.00", "1.00"]
    assert "identity gold.jsonl" in report
    assert float(cells(report, "Facts word", "held")[2]) >= 0.75, (
        "exact-match F1 on sentences that no rule was made from"
    )
    assert [line.split()[1] for line in done.stderr.splitlines()] == [
        "openie",
        "facts",
        "identity",
        "constructions",
        "facts",
    ]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    done = measured(tmp_path / "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"measure: {tmp_path / 'nowhere'}: there is no such folder; name one that holds measure.py and annotated data"
    ]


def test_a_folder_without_scorers(tmp_path: Path) -> None:
    done = measured(tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        f"measure: {tmp_path}: has no measure.py, score_openie.py, score_facts.py; "
        "name the folder in which measure.py lies\n"
    )


@pytest.mark.parametrize(
    ("path", "content", "says"),
    [
        ("openie/gold.tsv", "no tabs\n", "/openie: not laid out as its README.md says (ValueError: "),
        ("openie/gold.tsv", None, "/openie: not laid out as its README.md says (FileNotFoundError: "),
        ("facts/border.jsonl", "{}\n", "/facts: not laid out as its README.md says (KeyError: "),
    ],
)
def test_a_part_that_cannot_be_read(tmp_path: Path, path: str, content: str | None, says: str) -> None:
    folder = tmp_path / "annotated"
    shutil.copytree(HERE / "annotated", folder)
    if path.startswith("facts"):
        shutil.rmtree(folder / "openie")
    if content is None:
        (folder / path).unlink()
    else:
        (folder / path).write_text(content, "utf-8")
    done = measured(folder)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith(f"measure: {folder}{says}")
