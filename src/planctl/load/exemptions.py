"""Exemptions in a plan file: `# planctl: unntak 306 – begrunnelse`, on a record's line or the line above."""

from __future__ import annotations

import re

from planctl.load.files.byte_checks import split_lines
from planctl.source import Span
from planctl.values import dataclass

_MARK = b"planctl:"
_COMMENT = re.compile(
    r"(?:^|\s)#\s*planctl:\s*unntak\s+(?P<codes>[\w-]+(?:\s*,\s*[\w-]+)*)(?:\s*(?:[–—:]|-\s|\s)\s*(?P<reason>.*?))?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exemption:
    """A comment that exempts what stands on `line` from rules (codes or slugs as written)."""

    path: str
    line: int
    codes: tuple[str, ...]
    reason: str
    span: Span


def read_exemptions(path: str, data: bytes) -> list[Exemption]:
    """Find the exemptions in a file; a comment alone on its line speaks of the next line with content."""
    if _MARK not in data:
        return []
    lines = split_lines(data.decode("utf-8", errors="replace"))
    after = _content_after(lines)
    found = []
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line)
        if match is None:
            continue
        start = line.index("#", match.start())
        alone = not line[:start].strip()
        codes = tuple(code.strip() for code in match["codes"].split(","))
        target = after[number] if alone else number
        span = Span(number, start + 1, number, len(line.rstrip()) + 1)
        found.append(Exemption(path, target, codes, (match["reason"] or "").strip(), span))
    return found


def _content_after(lines: list[str]) -> list[int]:
    """Give by each line's number that of the next line that is neither blank nor a comment, else its own."""
    found, below = list(range(len(lines) + 1)), 0
    for number in range(len(lines), 0, -1):
        found[number] = below or number
        line = lines[number - 1].lstrip()
        if line and not line.startswith("#"):
            below = number
    return found
