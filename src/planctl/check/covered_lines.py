"""The lines of a file that hold what is exempt from public access, with the comments around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.domain.withheld import Withheld
from planctl.law.openness import EXEMPT
from planctl.load.yaml.positions import Locator
from planctl.source import Place, Span


def covered_lines(path: str, hidden: Withheld, locator: Locator) -> dict[int, str]:
    """Give the lines of a file that are left out, by their numbers, with what is said in their stead."""
    return dict(_find(path, hidden, locator))


def _find(path: str, hidden: Withheld, locator: Locator) -> Iterator[tuple[int, str]]:
    places = [(place, label) for place, label in hidden.places.items() if place.path == path]
    if not places and path not in hidden.files:
        return
    lines = locator.file(path).lines
    if path in hidden.files or any(place.at == () for place, _ in places):
        label = next((label for place, label in places if place.at == ()), EXEMPT)
        yield from ((number, label) for number in range(1, len(lines) + 1))
        return
    for place, label in places:
        first, last = _rows(place, lines, locator)
        yield from ((number, label) for number in range(first, last + 1))


def _rows(place: Place, lines: Sequence[str], locator: Locator) -> tuple[int, int]:
    """Give the first and last line of what stands at a place, with the comments above it and after it."""
    file = locator.file(place.path)
    at = place.at if isinstance(place.at, tuple) else ()
    name = file.span(at, key=True)
    whole = file.whole(at) or name
    first, last = min(name.line, whole.line), max(name.line, _end(whole, lines))
    while first > 1 and _belongs_below(lines[first - 2]):
        first -= 1
    return first, last


def _end(span: Span, lines: Sequence[str]) -> int:
    """Give the last line of a span: a block ends where the next value begins, on a line that is not its own."""
    before = lines[span.end_line - 1][: span.end_column - 1] if span.end_line <= len(lines) else ""
    return span.end_line if before.strip(" \t-") else max(span.line, span.end_line - 1)


def _belongs_below(line: str) -> bool:
    """Tell whether a line says something of what follows it: a comment, a hyphen alone, nothing."""
    text = line.strip()
    return not text or text == "-" or text.startswith("#")
