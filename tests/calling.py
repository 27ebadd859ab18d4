"""Calling the command line in tests: what it prints, and how it ends."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from triplewire.cli import app
from typer.testing import CliRunner

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

COMMAND = [sys.executable, "-m", "triplewire"]
BACKING = "Iran backs Hezbollah, and Russia supplied it with missiles. Iran may attack Israel, officials said."
DENIAL = "Hezbollah did not attack Israel on Sunday, the army said. Turkey denied that it had attacked Hezbollah."


def run(*args: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in args], input=text)


def done(*args: str | Path, text: str | None = None, status: int = 0) -> str:
    """The output of a call that ends with this status."""
    result = run(*args, text=text)
    assert result.exit_code == status, result.stderr
    return result.stdout


def message(*args: str | Path, status: int = 2) -> str:
    """What a call that ends with this status says on stderr; nothing on stdout."""
    result = run(*args)
    assert result.exit_code == status
    assert "Traceback" not in result.stderr
    return result.stderr


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]
