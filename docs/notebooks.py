#!/usr/bin/env python3
"""Runs the notebooks and keeps their outputs, so that they read well where they are only viewed: `make notebooks`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"


def main() -> None:
    """Run each from top to bottom and write it back; the times of the run are left out."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, record_timing=False, resources={"metadata": {"path": str(FOLDER)}}).execute()
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
