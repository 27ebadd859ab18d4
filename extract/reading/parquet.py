"""Parquet files: one article a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from ...ontology.errors import ArticleError, MissingExtraError
from .fields import column_of, keys, known_names
from .formats import of_object
from .unpacking import seekable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .formats import Found

_TOGETHER = 64  # rows that are held at a time


def parquet(stream: BinaryIO, where: str, mapping: Mapping[str, str]) -> Found:
    """One article a row, read a few rows at a time; columns that are no field of an article are not touched."""
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile
    except ImportError as e:
        raise MissingExtraError(".parquet", "needs the package pyarrow", extra="parquet") from e
    number = 0
    try:
        with seekable(stream) as whole, ParquetFile(whole) as file:
            have = file.schema_arrow.names
            names = keys(dict.fromkeys(have, ""))
            columns = {field: column_of(field, names, mapping) for field in known_names()}
            if columns["text"] is None:
                what = f"there is no column for the text among {', '.join(have)[:200]}"
                raise ArticleError(where, what, "name it with --field text=NAME")
            for batch in file.iter_batches(_TOGETHER, columns=[c for c in columns.values() if c is not None]):
                for row in batch.to_pylist():
                    number += 1
                    yield number, of_object({n: _plain(v) for n, v in row.items()}, mapping, f"{where}#{number}")
    except (pa.ArrowException, OSError) as e:
        reason = " ".join(str(e).split())[:120]
        raise ArticleError(where, f"the Parquet file is damaged ({reason})", "get it again") from e
    if not number:
        raise ArticleError(where, "the table has no row", "remove it, or fill it")


def _plain(value: Any) -> Any:
    """A date or time as text, as the readers of the other formats get it."""
    return value.isoformat() if hasattr(value, "isoformat") else value
