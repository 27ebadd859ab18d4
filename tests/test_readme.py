"""The README tells the truth: its console transcripts and its Python snippets are run, in order, in an empty folder."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(console|python)\n(.*?)```", README, re.DOTALL)
SAME = doctest.OutputChecker().check_output
HOW = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def transcript(block: str) -> list[tuple[str, str]]:
    """(command, output shown) pairs of a console block; a line that starts with `$ ` is a command."""
    parts = re.split(r"^\$ (.+)\n", block, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def test_transcripts_and_snippets(tmp_path: Path) -> None:
    """One test, because later blocks go on with what earlier ones built."""
    assert any(kind == "console" for kind, _ in BLOCKS) and any(kind == "python" for kind, _ in BLOCKS)
    env = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}
    for kind, block in BLOCKS:
        if kind == "python":
            run = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, env=env, capture_output=True, text=True)
            assert run.returncode == 0, run.stderr
            continue
        for command, shown in transcript(block):
            words = shlex.split(command)
            if words[0] in ("make", "git", "pip"):
                continue  # setting up is what brought this test here
            assert words[0] == "triplewire", f"the README shows a command that is not ours: {command}"
            run = subprocess.run(
                [sys.executable, "-m", "triplewire", *words[1:]], cwd=tmp_path, env=env, capture_output=True, text=True
            )
            assert run.returncode == 0, f"{command}\n{run.stderr}"
            assert SAME(shown, run.stdout, HOW), f"$ {command}\nshown:\n{shown}\nprinted:\n{run.stdout}"


def command_names() -> list[str]:
    """The commands that the command line offers."""
    from triplewire.cli import app
    from typer.main import get_command

    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", command_names())
def test_every_command_is_documented(name: str) -> None:
    """A command that the README does not name does not exist for its readers."""
    assert f"triplewire {name}" in README
