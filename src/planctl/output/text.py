"""Diagnostics for people at a terminal: place, code, words, the line with a marker, what to do."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, Tn
from planctl.output.clean import cells, harmless, harmless_line
from planctl.output.repeated import parted
from planctl.output.style import Style
from planctl.source import START, Location

_GUTTER = 6
_BEFORE_VALUE = re.compile(r"(\s*(?:- +)?(?:[\w-]+: +)?).*")
"""What stands before a value on its line."""
_FIRST_JUDGED, _MACHINERY = "200", "900"
"""Codes between these judge the plan by law or by the municipality's own system; the rest is the file format."""


def severity_word(severity: Severity, lang: Language) -> str:
    """Name a severity."""
    match severity:
        case Severity.ERROR:
            return lang("error")
        case Severity.WARNING:
            return lang("warning")
        case Severity.INFO:
            return lang("note")
    return lang("off")


def render(
    diagnostics: Iterable[Diagnostic],
    lines_of: Callable[[str], Sequence[str]],
    lang: Language,
    style: Style,
    show_path: Callable[[str], str],
    *,
    each: bool = True,
) -> Iterator[str]:
    """Yield the lines of all diagnostics, a blank line after each; without `each`, one choice made often is a line."""
    alone, together = (diagnostics, []) if each else parted(diagnostics)
    for item in alone:
        yield from _one(item, lines_of, lang, style, show_path)
        yield ""
    for group in together:
        count = lang(Tn("{n} finding", "{n} findings", group.count))
        files = lang(Tn("{n} file", "{n} files", group.files))
        yield f"{_head(group.first, lang, style, show_path)}: {lang('{count} in {files}', count=count, files=files)}"
    if together:
        yield ""


def _one(
    item: Diagnostic,
    lines_of: Callable[[str], Sequence[str]],
    lang: Language,
    style: Style,
    show_path: Callable[[str], str],
) -> Iterator[str]:
    yield _head(item, lang, style, show_path)
    yield from _wrapped(lang(item.message) + ".", "  ", style.width)
    yield from _snippet(item.location, lines_of, style, private=item.private)
    for related in item.related:
        yield from _wrapped(f"{_where(related.location, show_path)}: {lang(related.message)}", "  ", style.width)
        yield from _snippet(related.location, lines_of, style)
    if item.help is not None:
        words, *block = lang(item.help).split("\n")
        yield from _wrapped(f"{lang('help')}: {words}", "  ", style.width)
        yield from (f"    {harmless_line(line)}" for line in block)
    if _FIRST_JUDGED <= item.code < _MACHINERY:
        source = _wrapped(f"{lang('source')}: {item.source}", "  ", style.width)
        yield from (style.paint(line, "dim") for line in source)


def _head(item: Diagnostic, lang: Language, style: Style, show_path: Callable[[str], str]) -> str:
    word = style.severity(item.severity, f"{severity_word(item.severity, lang)} {item.code}")
    return f"{style.paint(_where(item.location, show_path), 'bold')} {word} {style.paint(item.slug, 'dim')}"


def _where(location: Location, show_path: Callable[[str], str]) -> str:
    return f"{harmless(show_path(location.path))}:{location.span.line}:{location.span.column}"


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(
        harmless(text), width, initial_indent=indent, subsequent_indent=indent + "  ",
        break_long_words=True, break_on_hyphens=False,
    )  # fmt: skip


def _snippet(
    location: Location, lines_of: Callable[[str], Sequence[str]], style: Style, *, private: bool = False
) -> Iterator[str]:
    """Yield the line with the place marked below, and of a long line the part around it; none for a whole file.

    What is private is shown as dots: logs are read by more people than the plans, and are kept elsewhere.
    """
    lines = lines_of(location.path)
    span = location.span
    if span == START or span.line > len(lines) or not lines[span.line - 1].strip():
        return
    whole = lines[span.line - 1].rstrip()
    if private:
        before = _BEFORE_VALUE.sub(r"\1", whole)
        whole = before + re.sub(r"\w", "•", whole[len(before) :])
    around = 2 * style.width
    cut = max(0, min(span.column - 1, len(whole)) - around)
    line = harmless_line(whole[cut : cut + 2 * around].replace("\t", "→"))
    start = min(span.column - 1 - cut, len(line))
    end = span.end_column - 1 - cut if span.end_line == span.line else len(line)
    end = max(start + 1, min(end, len(line)))
    first, last = _window([cells(sign) for sign in line], start, end, style.width - _GUTTER - 3)
    before, after = "…" if first or cut else "", "…" if last < len(line) or cut + len(line) < len(whole) else ""
    margin = len(before) + sum(cells(sign) for sign in line[first:start])
    marks = "^" * max(1, sum(cells(sign) for sign in line[start : min(end, last)]))
    yield f"{style.paint(f'{span.line:>{_GUTTER}} │', 'dim')} {before}{line[first:last]}{after}"
    yield f"{style.paint(' ' * _GUTTER + ' │', 'dim')} {' ' * margin}{style.paint(marks, 'mark')}"


def _window(widths: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Choose the part of a line to show: all of it, or what fits around the marked part."""
    if sum(widths) <= room:
        return 0, len(widths)
    room -= 2
    first, used = 0, sum(widths[:end])
    while used > room and first < max(0, start - room // 3):
        used -= widths[first]
        first += 1
    last, used = first, 0
    while last < len(widths) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    return first, last
