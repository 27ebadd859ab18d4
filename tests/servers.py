"""Real SPARQL stores for tests: Oxigraph's server and Virtuoso, each on a free port of this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sysconfig
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WAIT = 60.0  # seconds that a server may take to start


@dataclass
class Server:
    """A running store: the addresses of its queries and updates; `stop` and `start` end and resume it."""

    query: str
    update: str
    command: list[str]
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=log, stderr=log)
        until = time.monotonic() + _WAIT
        while True:
            try:
                requests.get(self.query, params={"query": "ASK {}"}, timeout=5)
                return
            except requests.RequestException:
                assert self.process.poll() is None, (self.folder / "server.log").read_text()
                assert time.monotonic() < until
                time.sleep(0.1)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """`oxigraph serve` on a folder."""
    command = Path(sysconfig.get_path("scripts"), "oxigraph")
    if not command.exists():
        pytest.skip("the package oxigraph is not installed")
    at = f"127.0.0.1:{free_port()}"
    folder.mkdir(parents=True, exist_ok=True)
    given = [str(command), "serve", "--location", str(folder / "store"), "--bind", at]
    yield from _running(Server(f"http://{at}/query", f"http://{at}/update", given, folder))


_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
"""
_RIGHTS = "DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7); GRANT SPARQL_UPDATE TO \"SPARQL\";"


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Virtuoso with an empty database."""
    server, console = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if server is None or console is None:
        pytest.skip("Virtuoso is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    port, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(port=port, http=http))
    at = f"http://127.0.0.1:{http}/sparql"
    for running in _running(Server(at, at, [server, "+configfile", "virtuoso.ini", "+foreground"], folder)):
        subprocess.run(
            [console, f"127.0.0.1:{port}", "dba", "dba", f"exec={_RIGHTS}"], check=True, stdout=subprocess.DEVNULL
        )
        yield running


def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()


MAKERS: dict[str, Callable[[Path], Iterator[Server]]] = {"oxigraph": oxigraph, "virtuoso": virtuoso}  # type: ignore[dict-item]
