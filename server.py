"""A graph over HTTP, for reading only: the SPARQL 1.1 Protocol, and a start page for people.

`/sparql` answers any SPARQL client; `/` is the start page, `/page` the interactive page of the graph, `/questions`
the canned queries. What is served is a snapshot, so that a build may go on meanwhile; a graph that has changed and come
to rest is taken anew.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import os
import socket
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .ontology.errors import TriplewireError, UsageError
from .serving import jobs
from .serving.protocol import asked
from .serving.snapshots import Snapshots
from .serving.workers import Pool, Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from starlette.types import ASGIApp, Receive, Scope, Send

#: Seconds between looks at whether the graph has changed, between looks at whether a client has gone, and what drawing
#: the graph's page may take.
_LOOK, _GONE, _DRAWING = 3.0, 0.5, 300.0
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "Vary": "Accept",
}
#: The graph's page has a policy inside it, which is stricter: no request at all. Only the start page may frame it.
_FRAMED = _HEADERS | {"Content-Security-Policy": "frame-ancestors 'self'"}
_START = {"": "start.html", "start.js": "start.js", "start.css": "start.css"}
_KINDS = {"html": "text/html", "js": "text/javascript", "css": "text/css"}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may cost: seconds, bytes of its answer, bytes of memory; and how many are answered at once."""

    seconds: float = 30
    answer: int = 64 << 20
    memory: int = 2 << 30
    workers: int = max(2, os.cpu_count() or 1)


def serve(
    graph: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    names: Sequence[str] = (),
    cors: Sequence[str] = (),
    limits: Limits | None = None,
    on_ready: Callable[[str], None] = print,
) -> None:
    """Serves a graph until the process is told to end; `on_ready` gets the address when it answers.

    `names` are the host names that clients may call the server by, beside `localhost`, `host` and bare addresses;
    `cors` the origins whose pages may read answers. Port 0 takes any free one. Raises StoreError where there is no
    graph, UsageError where the address cannot be had.
    """
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="triplewire-"))
        snapshots = Snapshots(graph, Path(folder))
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            listening = stack.enter_context(socket.create_server((host, port), family=family))
        except OSError as e:
            where = f"--host {host} --port {port}"
            raise UsageError(where, f"cannot be served at ({e.strerror or e})", "choose another") from e
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        address = f"http://{shown}:{listening.getsockname()[1]}/"
        app = application(snapshots, names=(host, *names), cors=cors, limits=limits or Limits())
        settings = uvicorn.Config(
            app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=2,
            lifespan="on", ws="none",
        )  # fmt: skip
        server = uvicorn.Server(settings)
        app.state.ready = lambda: on_ready(address)
        server.run(sockets=[listening])


def application(snapshots: Snapshots, *, names: Sequence[str], cors: Sequence[str], limits: Limits) -> Starlette:
    """The ASGI application, with its worker processes from its start to its end."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(snapshots.latest, workers=limits.workers, seconds=limits.seconds, memory=limits.memory)
        app.state.limits, app.state.drawn = limits, None
        watch = asyncio.create_task(_watch(snapshots, app.state.pool))
        app.state.ready()
        try:
            yield
        finally:
            watch.cancel()
            app.state.pool.close()

    middleware = [Middleware(_KnownHosts, names=frozenset(name.casefold() for name in ("localhost", *names)))]
    if cors:
        middleware.append(Middleware(CORSMiddleware, allow_origins=list(cors), allow_methods=["GET", "POST"]))
    return Starlette(
        routes=[
            *(Route(f"/{path}", _asset(file)) for path, file in _START.items()),
            Route("/page", _page),
            Route("/questions", _questions),
            Route("/questions/{name}", _question),
            Route("/sparql", _sparql, methods=["GET", "POST"]),
        ],
        middleware=middleware,
        exception_handlers={HTTPException: _excuse},
        lifespan=lifespan,
    )


async def _sparql(request: Request) -> Response:
    """The query operation of the SPARQL 1.1 Protocol."""
    what, state = await asked(request), request.app.state
    answering = asyncio.ensure_future(
        state.pool.ask(
            jobs.query, what.query, what.accepted, state.limits.answer, what.default_graphs, what.named_graphs
        )
    )
    while not (await asyncio.wait({answering}, timeout=_GONE))[0]:
        if await request.is_disconnected():
            answering.cancel()  # ends the worker, too
            return _response(Reply.excuse(499, "nobody waits for the answer"))
    return _response(answering.result())


async def _questions(request: Request) -> Response:
    """The canned queries, with the parameters that they want."""
    return _response(await request.app.state.pool.ask(jobs.questions))


async def _question(request: Request) -> Response:
    """A canned query as SPARQL text, with its parameters filled in."""
    given = dict(request.query_params)
    return _response(await request.app.state.pool.ask(jobs.question, request.path_params["name"], given))


async def _page(request: Request) -> Response:
    """The interactive page of the whole graph, drawn when it is first asked for."""
    state = request.app.state
    if state.drawn is None or state.drawn[0] != state.pool.graph:
        graph = state.pool.graph
        reply = await state.pool.ask(jobs.page, seconds=_DRAWING)
        if reply.status != 200:
            return _response(reply)
        state.drawn = graph, reply
    return _response(state.drawn[1], _FRAMED)


def _asset(name: str) -> Callable[[Request], Awaitable[Response]]:
    kind = _KINDS[name.rpartition(".")[2]]
    reply = Reply(200, f"{kind}; charset=utf-8", (files(__package__) / "serving" / "start" / name).read_bytes())

    async def give(request: Request) -> Response:
        return _response(reply)

    return give


async def _excuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _response(Reply.excuse(error.status_code, error.detail))


def _response(reply: Reply, headers: dict[str, str] = _HEADERS) -> Response:
    return Response(reply.body, reply.status, headers | {"Content-Type": reply.kind})


async def _watch(snapshots: Snapshots, pool: Pool) -> None:
    """Takes the graph anew where it has changed and come to rest; what cannot be taken is tried again later."""
    while True:
        await asyncio.sleep(_LOOK)
        with contextlib.suppress(TriplewireError, OSError):
            if await asyncio.to_thread(snapshots.due):
                pool.graph = await asyncio.to_thread(snapshots.take)


class _KnownHosts:
    """Answers only requests that call the server by an address or a known name.

    A page elsewhere may point a name of its own at this machine, and so read what no other page may (DNS rebinding);
    the name gives it away.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self.app, self.names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._known(Request(scope).url.hostname or ""):
            reply = Reply.excuse(421, "this server is not known by that name; start it with --name NAME to allow it")
            await _response(reply)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _known(self, host: str) -> bool:
        with contextlib.suppress(ValueError):
            return bool(ipaddress.ip_address(host))
        return host.casefold() in self.names
