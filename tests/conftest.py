"""Fixtures that several test files share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from reading import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file into the folder `news` of the test's own folder."""

    def to_file(name: str, content: bytes | str) -> Path:
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return to_file
