"""Fixtures that several test files share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import browser, opened  # noqa: F401  (fixtures)
from triplewire.ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from reading import Write
    from triplewire.extract.analyser import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """One analyser for all tests: loading the model takes a second."""
    from triplewire.extract.analyser import Analyser  # tests without a parser start without spaCy

    return Analyser()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    return Vocabulary.load()


@pytest.fixture
def one_analyser(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands that are called in this process, with no files or model of their own, have the one analyser."""
    from triplewire.builder import Standard

    load = Standard.analyser
    monkeypatch.setattr(Standard, "analyser", lambda recipe: analyser if recipe == Standard() else load(recipe))


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file into the folder `news` below the working folder, which is the test's own."""
    monkeypatch.chdir(tmp_path)

    def to_file(name: str, content: bytes | str) -> Path:
        path = Path("news", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return to_file
