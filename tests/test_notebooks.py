"""Every notebook runs from top to bottom, in a folder of its own, and shows what it promises."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    """The notebook after a run; raises CellExecutionError with the cell where one fails."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    return client.execute()


def test_there_are_five() -> None:
    assert len(NOTEBOOKS) == 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_stored_with_the_results_of_one_run(path: Path) -> None:
    """So that it reads well where it is only viewed; `make notebooks` runs them all anew."""
    notebook = nbformat.read(path, as_version=4)
    assert notebook.cells[0].cell_type == "markdown"
    code = [c for c in notebook.cells if c.cell_type == "code"]
    assert [c.execution_count for c in code] == list(range(1, len(code) + 1))
    assert all(c.outputs for c in code)
    assert not [o for c in code for o in c.outputs if o.output_type == "error"]
    assert not [c for c in code if "execution" in c.metadata], "the times of a run change with every run"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_runs(path: Path, tmp_path: Path) -> None:
    notebook = executed(path, tmp_path)
    shown = [c for c in notebook.cells if c.cell_type == "code" and c.outputs]
    assert len(shown) >= 5
    for cell in shown:
        for output in cell.outputs:
            assert output.output_type != "stream" or output.name != "stderr", output.text
            data = output.get("data", {})
            assert "image/png" not in data or len(data["text/plain"]) > 20, "a picture needs words"
            html = data.get("text/html", "")
            assert "0 rows" not in html and "<tbody>\n  </tbody>" not in html, f"an empty table: {cell.source}"
    assert list(tmp_path.iterdir()) == []  # leaves nothing behind where it ran
