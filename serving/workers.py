"""The processes that answer a server's questions, each with the graph open for reading only.

A query cannot be stopped from outside its engine, but a process can. So each question goes to a process; one that
takes too long, or more memory than it may, ends with its process, and another takes its place.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import signal
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..graph.answers import NoFormError, RefusedError
from ..graph.opening import open_store
from ..ontology.errors import TriplewireError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    import pyoxigraph as ox

#: Questions that may wait for a process; more are sent away.
WAITING = 512
#: Seconds that a worker may outlive its time, when nobody is left to end it.
_GRACE = 1.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question comes to: an HTTP status, a media type, and the bytes of the answer or of one line of excuse."""

    status: int
    kind: str
    body: bytes

    @classmethod
    def excuse(cls, status: int, reason: str) -> Reply:
        """A reply of one line of plain text."""
        return cls(status, "text/plain; charset=utf-8", f"{reason}\n".encode())


class Pool:
    """Worker processes on one graph. `memory` is in bytes for each; `seconds` is what a question may take."""

    def __init__(self, graph: Path, *, workers: int, seconds: float, memory: int) -> None:
        self.graph, self.seconds, self.memory = graph, seconds, memory
        self._idle: deque[_Worker] = deque()
        self._turn = asyncio.Semaphore(workers)
        self._threads = ThreadPoolExecutor(workers, "worker")
        self._all: set[_Worker] = set()
        self._asked = 0

    async def ask(self, job: Callable[..., Reply], *given: Any, seconds: float | None = None) -> Reply:
        """What `job(store, *given)` comes to in some worker; an excuse where it takes too long or there is a crowd.

        A cancelled question ends with its process.
        """
        if self._asked >= WAITING:
            return Reply.excuse(503, "server: too many questions are waiting; ask again in a while")
        self._asked += 1
        try:
            async with self._turn:
                return await self._ask(job, given, self.seconds if seconds is None else seconds)
        finally:
            self._asked -= 1

    def close(self) -> None:
        """Ends the workers."""
        for worker in list(self._all):
            self._end(worker)
        self._threads.shutdown()

    async def _ask(self, job: Callable[..., Reply], given: tuple[Any, ...], seconds: float) -> Reply:
        loop = asyncio.get_running_loop()
        worker = await loop.run_in_executor(self._threads, self._worker)
        whole = False
        try:
            reply = await asyncio.wait_for(
                loop.run_in_executor(self._threads, worker.ask, (job, given, seconds)), seconds
            )
            whole = True
            return reply
        except TimeoutError:
            return Reply.excuse(503, f"query: takes more than {seconds:g} seconds; ask for less")
        except (EOFError, OSError):
            return Reply.excuse(503, "query: needs more memory or time than this server gives; ask for less")
        finally:
            if whole:
                self._idle.append(worker)
            else:
                self._end(worker)

    def _worker(self) -> _Worker:
        """An idle worker on the present graph, or a new one."""
        while self._idle:
            worker = self._idle.popleft()
            if worker.graph == self.graph and worker.process.is_alive():
                return worker
            self._end(worker)
        worker = _Worker(self.graph, self.memory)
        self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.process.kill()
        worker.process.join()


class _Worker:
    """A process that answers one question at a time, from the parent's side."""

    def __init__(self, graph: Path, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.graph = graph
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(graph, theirs, memory), daemon=True)
        self.process.start()
        theirs.close()

    def ask(self, question: tuple[Callable[..., Reply], tuple[Any, ...], float]) -> Reply:
        """Sends a question and waits for its reply. Raises EOFError or OSError where the process ends meanwhile."""
        self.pipe.send(question)
        reply = self.pipe.recv()
        assert isinstance(reply, Reply)
        return reply


def _work(graph: Path, pipe: Connection, memory: int) -> None:
    """A worker's life: questions in, replies out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, who ends this process
    _cap(memory)
    store = open_store(graph, read_only=True)  # a snapshot of the server's own: nobody writes to it
    with contextlib.suppress(EOFError, OSError):
        while True:
            job, given, seconds = pipe.recv()
            _alarm(seconds + _GRACE)
            reply = _reply(store, job, given)
            _alarm(0)
            pipe.send(reply)


def _reply(store: ox.Store, job: Callable[..., Reply], given: tuple[Any, ...]) -> Reply:
    try:
        return job(store, *given)
    except NoFormError as e:
        return Reply.excuse(406, str(e))
    except RefusedError as e:
        return Reply.excuse(403, str(e))
    except (UsageError, ValueError) as e:
        return Reply.excuse(400, str(e))
    except (TriplewireError, OSError, RuntimeError, MemoryError) as e:
        return Reply.excuse(500, f"query: cannot be answered ({' '.join(str(e).split())[:300]})")


def _cap(memory: int) -> None:
    """Lets this process have so many bytes of its own, where the system can count them."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))


def _alarm(seconds: float) -> None:
    """Ends this process by the system's clock: even when the parent is gone and the engine has the processor."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
