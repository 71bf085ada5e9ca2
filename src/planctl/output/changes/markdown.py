"""A diff as Markdown for a comment on a pull request: nobody is called, nothing is run, and limits are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from planctl.diff.findings import Marked
from planctl.diff.run import Diff
from planctl.i18n import Language, T, Tn
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.changes.lines import WEIGHTS, Line, grouped, lines
from planctl.output.changes.text import Ends, counts, title
from planctl.output.changes.values import SHAPES, Segment
from planctl.output.ci_hosts import harmless
from planctl.output.clean import clean
from planctl.output.markdown import LIMIT, size_at_host, uncalled
from planctl.output.text import severity_word
from planctl.reports.rendering.markdown import MarkdownLanguage, escape

FOLDED = 12
"""More changes of one weight than this are folded."""
_RESERVED = 900


class _Safe(MarkdownLanguage):
    """Escapes parameters, and lets them call nobody and link nowhere."""

    def show(self, value: Any) -> str:
        return value if isinstance(value, Markup) else super().show(_plain(value) if isinstance(value, str) else value)


def _piece(text: str) -> str:
    """Escape a stretch of a text, the spaces around it kept."""
    lead = " " if text[:1].isspace() else ""
    return f"{lead}{_plain(text)}{' ' if text.strip() and text[-1:].isspace() else ''}"


def _plain(text: str) -> Markup:
    return Markup(uncalled(escape(harmless(clean(text)))))  # noqa: S704


def mark(parts: Iterable[Segment]) -> str:
    """Show edits as struck out and inserted."""
    shown = "".join(SHAPES[what].format(_piece(text)) for what, text in parts)
    return Markup(f"«{shown.replace('</del><ins>', '</del> <ins>')}»")  # noqa: S704


def render(diff: Diff, ends: Ends, lang: Language, book: SchemaBook) -> str:
    """Return the whole comment."""
    safe = _Safe(lang.code, lang.words)
    found = lines(diff, lang, book, mark)
    head = f"### planctl: {_plain(title(ends, lang))}\n"
    if not found and not diff.new and not diff.solved:
        return f"{head}\n{lang('Nothing is changed in the plans.')}\n"
    parts = [head, f"{counts(diff, found, lang)}\n"]
    room = _Room(LIMIT - _RESERVED - size_at_host("\n".join(parts)))
    new = list(_findings(lang("New findings"), diff.new, safe, room, FOLDED * 2))
    for weight, rows in grouped(found):
        parts += _section(lang(WEIGHTS[weight]), [_line(line, safe) for line in rows], lang, room, FOLDED)
    parts += new
    parts += _findings(lang("Solved findings"), diff.solved, safe, room, FOLDED)
    if room.left_out:
        message = Tn(
            "{n} line is left out here: a comment holds no more. The gravest are shown.",
            "{n} lines are left out here: a comment holds no more. The gravest are shown.",
            room.left_out,
        )
        parts.append(f"**{lang(message)}**\n")
    return "\n".join(parts)


class _Room:
    """How much the comment still holds, and how many lines it had no room for."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.left_out = 0

    def takes(self, text: str) -> bool:
        """Tell whether a text has room, and give it that."""
        fits = size_at_host(text) <= self.left and not self.left_out
        if fits:
            self.left -= size_at_host(text)
        else:
            self.left_out += 1
        return fits


def _section(heading: str, rows: Sequence[str], lang: Language, room: _Room, folded: int) -> Iterator[str]:
    kept = [row for row in rows if room.takes(row)]
    if not kept:
        return
    room.left -= size_at_host(heading) + 90
    yield f"#### {heading}{f' ({len(rows)})' if len(rows) > folded else ''}\n\n{''.join(kept[:folded])}"
    if rest := kept[folded:]:
        yield f"<details><summary>{lang(T('{n} more', n=len(rest)))}</summary>\n\n{''.join(rest)}\n</details>\n"


def _line(line: Line, lang: Language) -> str:
    follows = "".join(f"  - {lang(item)}\n" for item in line.consequences)
    return f"- {lang(line.words)}\n{follows}"


def _findings(heading: str, rows: Sequence[Marked], lang: Language, room: _Room, folded: int) -> Iterator[str]:
    ordered = sorted(rows, key=lambda row: -row[0].severity.rank)
    said = []
    for item, _ in ordered:
        place = _plain(f"{item.location.path}:{item.location.span.line}")
        said.append(f"- **{severity_word(item.severity, lang)} {item.code}** {place} {lang(item.message)}\n")
    yield from _section(heading, said, lang, room, folded)
