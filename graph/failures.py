"""What stands behind a failed read or write of a graph's folder, in one line: what it is, and what to do."""

from __future__ import annotations

from pathlib import Path

from ..ontology.errors import StoreError

REBUILD = "build it again into a new folder"
_WRITING = "may not be written", "choose another folder, or ask for the right to write"
_READING = "may not be read", "ask for the right to read"
#: Words of the engine and of the system, in small letters; what is the matter, and what to do.
_SAID = (
    (("while lock file", "lock hold by current process"),
     ("another process is using this graph", "wait until it has ended, or stop it")),
    (("no space left", "disk quota", "file too large"),
     ("the disk is full", "make room and give the same command again")),
    (("too many open files", "file descriptors"),
     ("the system lets too few files be open", "allow more, with ulimit -n 4096, and give the same command again")),
    (("input/output error", "stale file handle", "transport endpoint"),
     ("the disk does not answer as it should", "look after the disk, then give the same command again")),
    (("cannot allocate memory", "out of memory"),
     ("there is too little memory", "end other programs and give the same command again")),
)  # fmt: skip


def failure(where: str, error: OSError | RuntimeError, *, alone: bool) -> StoreError | None:
    """What went wrong with the graph; None where it was another file, which the error names.

    `alone` where no other process can be writing to the graph, since this one holds it.
    """
    named = error.filename if isinstance(error, OSError) else None
    if isinstance(named, str | bytes) and not Path(str(named)).absolute().is_relative_to(Path(where).absolute()):
        return None
    reason = " ".join(str(error).split()).removeprefix("IO error: ")
    low = reason.casefold()
    for words, (what, todo) in _SAID:
        if any(word in low for word in words):
            return StoreError(where, what, todo)
    if "read-only" in low or "read only" in low:
        return StoreError(where, *_WRITING)
    if isinstance(error, PermissionError) or "permission denied" in low:
        return StoreError(where, *(_WRITING if alone else _READING))
    if "no such file" in low and ".sst" in low and not alone:  # a reader's files, which a writer has just merged
        todo = "wait until it has ended; where none is at work, the graph is damaged: build it again"
        return StoreError(where, "another process seems to be writing to this graph", todo)
    if not Path(where).is_dir():
        if alone:
            return StoreError(where, f"cannot be made ({reason})", "choose another folder")
        return StoreError(where, "the graph is gone", "see where it went, or build it again")
    return StoreError(where, f"the graph is damaged ({reason})", REBUILD)
