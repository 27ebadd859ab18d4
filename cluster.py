"""Work shared among the machines of a Dask cluster, with results in the order of what was given.

Only the process that asks writes the graph, and it takes each piece of work once: a worker that is killed loses
nothing, since the scheduler gives its pieces to another, and doubles nothing.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from .machine.processes import in_order
from .ontology.errors import MissingExtraError, TriplewireError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Given = TypeVar("Given")
    Made = TypeVar("Made")

LOCAL = "local"
_CONNECT = 20  # seconds


@contextmanager
def clustered(
    address: str, work: Callable[[Given], Made], items: Iterable[Given], workers: int
) -> Iterator[Iterator[Made]]:
    """What `work` makes of each item, in order, on the cluster whose scheduler is at `address` (`tcp://host:8786`).

    `local` starts a scheduler and `workers` processes on this machine. The other machines need the same Triplewire, and
    the same files of actors and relations at the same paths. Raises UsageError where no scheduler answers,
    TriplewireError where workers die again and again over the same piece.
    """
    try:
        distributed: Any = import_module("distributed")  # its classes have no types
    except ImportError as e:
        raise MissingExtraError("--cluster", "needs Dask", extra="cluster") from e
    local = address == LOCAL
    here = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": logging.CRITICAL}
    cluster: Any = distributed.LocalCluster(**here) if local else address
    try:
        try:
            client = distributed.Client(cluster, timeout=_CONNECT)
        except (OSError, ValueError) as e:
            raise UsageError(
                f"--cluster {address}", "no scheduler answers there", "start one: dask scheduler; or say local"
            ) from e
        with client:
            try:
                yield in_order(lambda item: client.submit(work, item, pure=False), items, lambda: _workers(client))
            except distributed.KilledWorker as e:
                reason = "the workers were killed again and again, perhaps for want of memory"
                raise TriplewireError("build", reason, "give the same command again, with fewer workers") from e
    finally:
        if local:
            cluster.close()


def _workers(client: Any) -> int:
    return max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
