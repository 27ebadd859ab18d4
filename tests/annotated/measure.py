"""A stand-in for a measuring script: calls the command, as any would, and groups what it prints."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any


def rows(*args: object) -> list[dict[str, Any]]:
    command = [*shlex.split(os.environ["TRIPLEWIRE"]), *map(str, args), "--format", "jsonl"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def by_line(sentences: list[str]) -> dict[int, list[dict[str, Any]]]:
    grouped = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentences.txt"
        path.write_text("".join(f"{s}\n" for s in sentences), "utf-8")
        for row in rows("extract", "--sentences", path):
            grouped[row["line"]].append(row)
    return grouped


def identity(folder: Path) -> None:
    print("identity", *(path.name for path in sorted(folder.iterdir())))
