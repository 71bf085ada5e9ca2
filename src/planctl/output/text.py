"""Diagnostics for people at a terminal: place, code, words, the line with a marker, what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from planctl.diagnostic import Diagnostic, Severity
from planctl.i18n import Language
from planctl.output.clean import clean
from planctl.output.style import Style
from planctl.source import Location

_GUTTER = 6


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
) -> Iterator[str]:
    """Yield the lines of all diagnostics, a blank line after each."""
    for item in diagnostics:
        yield from _one(item, lines_of, lang, style, show_path)
        yield ""


def _one(
    item: Diagnostic,
    lines_of: Callable[[str], Sequence[str]],
    lang: Language,
    style: Style,
    show_path: Callable[[str], str],
) -> Iterator[str]:
    word = style.severity(item.severity, f"{severity_word(item.severity, lang)} {item.code}")
    yield f"{style.paint(_where(item.location, show_path), 'bold')} {word} {style.paint(item.slug, 'dim')}"
    yield from _wrapped(lang(item.message) + ".", "  ", style.width)
    yield from _snippet(item.location, lines_of, style)
    for related in item.related:
        yield from _wrapped(f"{_where(related.location, show_path)}: {lang(related.message)}", "  ", style.width)
        yield from _snippet(related.location, lines_of, style)
    if item.help is not None:
        yield from _wrapped(f"{lang('help')}: {lang(item.help)}", "  ", style.width)
    yield from (style.paint(line, "dim") for line in _wrapped(f"{lang('source')}: {item.source}", "  ", style.width))


def _where(location: Location, show_path: Callable[[str], str]) -> str:
    return f"{clean(show_path(location.path))}:{location.span.line}:{location.span.column}"


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(
        clean(text), width, initial_indent=indent, subsequent_indent=indent + "  ",
        break_long_words=True, break_on_hyphens=False,
    )  # fmt: skip


def _snippet(location: Location, lines_of: Callable[[str], Sequence[str]], style: Style) -> Iterator[str]:
    lines = lines_of(location.path)
    span = location.span
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return
    room = style.width - _GUTTER - 4
    line = clean(lines[span.line - 1])
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    cut = max(0, min(start - room // 3, len(line) - room)) if end > room else 0
    shown = line[cut : cut + room]
    if cut:
        shown = "…" + shown[1:]
    if cut + room < len(line):
        shown = shown[:-1] + "…"
    marks = "^" * max(1, min(end, cut + room) - start)
    yield f"{style.paint(f'{span.line:>{_GUTTER}} │', 'dim')} {shown}"
    yield f"{style.paint(' ' * _GUTTER + ' │', 'dim')} {' ' * (start - cut)}{style.paint(marks, 'mark')}"
