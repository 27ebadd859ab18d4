"""How triples agree with CaRB's gold tuples, one to one, and how well a confidence foretells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AGREES = 0.5  # share of a triple's words from which on it counts as right
BINS = 10


def paired(matches: Sequence[Sequence[float]]) -> dict[int, float]:
    """One-to-one pairs of gold (rows) and predicted tuples (columns), best first: column → share of agreeing words."""
    cells = sorted(((-p, g, c) for g, row in enumerate(matches) for c, p in enumerate(row)))
    rows: set[int] = set()
    out: dict[int, float] = {}
    for p, g, c in cells:
        if g not in rows and c not in out:
            rows.add(g)
            out[c] = -p
    return out


def gains(
    precision: Sequence[Sequence[float]], recall: Sequence[Sequence[float]], order: Sequence[int]
) -> list[tuple[float, float]]:
    """What each predicted tuple adds to those before it in the order: precision and recall, as CaRB counts them."""
    out = [(0.0, 0.0)] * len(order)
    met = [0.0] * len(recall)
    agreed = 0.0
    for n, c in enumerate(order):
        taken = order[: n + 1]
        now = sum(paired([[row[k] for k in taken] for row in precision]).values())
        found = [max(m, row[c]) for m, row in zip(met, recall, strict=True)]
        out[c] = now - agreed, sum(found) - sum(met)
        agreed, met = now, found
    return out


def bins(told: Sequence[float], right: Sequence[bool]) -> Iterator[tuple[float, int, float, float]]:
    """Bins of equal width that are not empty: lower end, how many, mean confidence, share that is right."""
    for b in range(BINS):
        inside = [(t, r) for t, r in zip(told, right, strict=True) if min(int(t * BINS), BINS - 1) == b]
        if inside:
            n = len(inside)
            yield b / BINS, n, sum(t for t, _ in inside) / n, sum(r for _, r in inside) / n


def calibration_error(told: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error (Naeini et al. 2015)."""
    return sum(n * abs(mean - share) for _, n, mean, share in bins(told, right)) / max(1, len(told))
