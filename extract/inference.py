"""The model's arithmetic, made quick: the same layers and weights, and the same decisions, in less time.

What takes a parser's time is the product of large matrices. thinc multiplies with BLIS, whose wheels know few
processors and fall back to plain C on others; numpy's OpenBLAS knows them. And most words of a batch occur in it
several times, so what depends on the word alone is computed once for each.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, NumpyOps, chain
from thinc.types import Ragged
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from spacy.language import Language

#: The layers of spaCy's `MultiHashEmbed` without static vectors: attributes, flat, tables, mixture, by document.
_EMBED = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_EPSILON = 1e-08  # thinc's, which keeps it from dividing by nothing
_MIX = np.uint64(0x9E3779B97F4A7C15)  # an odd number with bits all over


def quicken(nlp: Language) -> None:
    """Changes how the loaded pipeline computes. A model that computes elsewhere, on a GPU say, is left as it is."""
    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        if not isinstance(model, Model):
            continue
        for node in list(model.walk()):
            if type(node.ops) is NumpyOps:
                node.ops = ops
            if [layer.name for layer in node.layers] == ["maxout", "layernorm"] and isinstance(node.ops, NumpyOps):
                model.replace_node(node, fused(node))
            if node.has_ref("embed"):
                embed = node.get_ref("embed")
                if isinstance(embed.ops, NumpyOps) and _is_embed(embed):
                    first, flat, tables, mixture, last = embed.layers
                    model.replace_node(embed, chain(first, flat, distinct(chain(tables, mixture)), last))


def one_thread() -> AbstractContextManager[object]:
    """While it lasts, matrices are multiplied in one thread: who wants more cores at work asks for more workers."""
    limited: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limited


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def distinct(layer: Model[Ragged, Ragged]) -> Model[Ragged, Ragged]:
    """A layer that computes each row from that row alone, asked once for rows that are equal."""
    return Model("distinct", _forward, layers=[layer], dims={"nO": layer.maybe_get_dim("nO")})


def fused(layer: Model[Any, Any]) -> Model[Any, Any]:
    """Maxout and layer normalisation in as few passes as numpy needs, the same but for how products are rounded.

    The weights must stay as they are.
    """
    maxout, norm = layer.layers
    pieces, width = maxout.get_dim("nP"), maxout.get_dim("nO")
    # The pieces of all outputs side by side, not those of each: then their maximum is one of whole rows.
    weights, bias = (np.asarray(maxout.get_param(name)).swapaxes(0, 1) for name in ("W", "b"))
    weights, bias = np.ascontiguousarray(weights.reshape(pieces * width, -1)).T, bias.reshape(-1)
    gain, shift = norm.get_param("G"), norm.get_param("b")

    def forward(model: Model[Any, Any], rows: Any, is_train: bool) -> Any:
        if is_train:
            return model.layers[0](rows, is_train)
        made = rows @ weights
        made += bias
        best = made[:, :width].copy()
        for n in range(1, pieces):
            np.maximum(best, made[:, n * width : (n + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.square(best).mean(axis=1, keepdims=True) + _EPSILON) ** -0.5
        best *= gain
        best += shift
        return best, _no_way_back

    return Model("fused", forward, layers=[layer], dims={"nO": width, "nI": maxout.get_dim("nI")})


def _no_way_back(given: Any) -> Any:
    raise NotImplementedError("a model that was quickened for reading is not trained")


def _is_embed(model: Model[Any, Any]) -> bool:
    names = [layer.name.partition("(")[0] for layer in model.layers]
    return names == list(_EMBED)


def _forward(model: Model[Ragged, Ragged], given: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    layer = model.layers[0]
    rows: Any = given.data
    if is_train or len(rows) == 0:
        return layer(given, is_train)
    first, place = _equal(rows)
    few = Ragged(rows[first], model.ops.asarray1i([len(first)]))
    made, back = layer(few, is_train)
    return Ragged(made.data[place], given.lengths), back


def _equal(rows: Any) -> tuple[Any, Any]:
    """The first of each kind of row, and which kind each row is of."""
    key = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        key = (key ^ column.astype(np.uint64)) * _MIX
        key ^= key >> np.uint64(29)
    _, first, place = np.unique(key, return_index=True, return_inverse=True)
    if not np.array_equal(rows[first][place], rows):  # two kinds have one key, which chance hardly ever does
        _, first, place = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    return first, place.reshape(-1)
