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


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_is_stored_without_results(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert notebook.cells[0].cell_type == "markdown"
    assert [c.id for c in notebook.cells if c.cell_type == "code" and (c.outputs or c.execution_count)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_notebook_runs(path: Path, tmp_path: Path) -> None:
    notebook = executed(path, tmp_path)
    shown = [c for c in notebook.cells if c.cell_type == "code" and c.outputs]
    assert len(shown) >= 5
    for cell in shown:
        for output in cell.outputs:
            assert output.output_type != "stream" or output.name != "stderr", output.text
            html = output.get("data", {}).get("text/html", "")
            assert "0 rows" not in html and "<tbody>\n  </tbody>" not in html, f"an empty table: {cell.source}"
    assert list(tmp_path.iterdir()) == []  # leaves nothing behind where it ran
