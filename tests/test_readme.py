"""The README and the pages that go on with it tell the truth: their console transcripts and Python snippets are run, in
order, in one empty folder."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: Each goes on with the files and graphs of those before it.
PAGES = ("README.md", "docs/commands.md", "docs/judgements.md", "docs/python.md")
README, COMMANDS = ((ROOT / page).read_text(encoding="utf-8") for page in PAGES[:2])
SAME = doctest.OutputChecker().check_output
HOW = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def transcript(block: str) -> list[tuple[str, str]]:
    """(command, output shown) pairs of a console block; a line that starts with `$ ` is a command."""
    parts = re.split(r"^\$ (.+)\n", block, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return str(listening.getsockname()[1])


def test_transcripts_and_snippets(tmp_path: Path) -> None:
    """One test, because later blocks go on with what earlier ones built; a server serves the blocks of its page."""
    env = {**os.environ, "COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}
    with ExitStack() as running:
        for page in PAGES:
            port = ""
            blocks = re.findall(r"```(console|python)\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
            assert blocks
            for kind, block in blocks:
                if "7878" in block and not port:
                    port = free_port()  # no sooner: others might take it
                check(kind, block.replace("7878", port), tmp_path, env, running)


def check(kind: str, block: str, folder: Path, env: dict[str, str], running: ExitStack) -> None:
    """Runs a block and compares what it shows with what it prints."""
    if kind == "python":
        run = subprocess.run([sys.executable, "-c", block], cwd=folder, env=env, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return
    for command, shown in transcript(block):
        words = shlex.split(command)
        if words[0] in ("make", "git", "pip"):
            continue  # setting up is what brought this test here
        assert words[0] == "triplewire", f"the README shows a command that is not ours: {command}"
        call = [sys.executable, "-m", "triplewire", *words[1:]]
        if words[1] == "serve":
            server = subprocess.Popen(call, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
            running.enter_context(server)
            running.callback(server.terminate)
            assert server.stdout is not None and SAME(shown, server.stdout.readline(), HOW)
            continue
        run = subprocess.run(call, cwd=folder, env=env, capture_output=True, text=True)
        assert run.returncode == 0, f"{command}\n{run.stderr}"
        assert SAME(shown, run.stdout, HOW), f"$ {command}\nshown:\n{shown}\nprinted:\n{run.stdout}"


def command_names() -> list[str]:
    """The commands that the command line offers."""
    from triplewire.cli import app
    from typer.main import get_command

    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", command_names())
def test_every_command_is_documented(name: str) -> None:
    """A command that the README does not name does not exist for its readers; the page of commands tells more."""
    assert f"triplewire {name}" in README
    assert f"`triplewire {name}" in COMMANDS
