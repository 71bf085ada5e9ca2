"""A conflict as it stands in the file: both sides between markers."""

from __future__ import annotations

from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Markers:
    """How a conflict is marked: the length of the marks, the sides' names, the base shown or not."""

    size: int = 7
    ours: str = "ours"
    theirs: str = "theirs"
    base: bool = False


def marked(base: list[str], ours: list[str], theirs: list[str], marks: Markers, newline: str) -> list[str]:
    """Put both sides between markers, without the lines at the edges that they share."""
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    if marks.base:
        start = end = 0
    size = marks.size
    return [
        *ours[:start],
        f"{'<' * size} {marks.ours}{newline}",
        *ours[start : len(ours) - end],
        *([f"{'|' * size} base{newline}", *base] if marks.base else []),
        f"{'=' * size}{newline}",
        *theirs[start : len(theirs) - end],
        f"{'>' * size} {marks.theirs}{newline}",
        *ours[len(ours) - end :],
    ]
