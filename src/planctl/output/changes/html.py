"""A diff as one HTML file: no scripts, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from markupsafe import Markup

from planctl.diff.findings import Marked
from planctl.diff.run import Diff
from planctl.i18n import Language, T
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.changes.lines import WEIGHTS, Line, grouped, lines
from planctl.output.changes.text import Ends, counts, title
from planctl.output.changes.values import SHAPES, Segment
from planctl.output.ci_hosts import harmless
from planctl.output.text import severity_word
from planctl.resources import templates_dir

FOLDED = 30
"""More rows than this are folded."""


class _Safe(Language):
    """A language whose parameters and glossary words are escaped where they are filled in."""

    def show(self, value: Any) -> str:
        if isinstance(value, Markup):
            return value
        return super().show(_plain(value) if isinstance(value, str) else value)

    def term(self, kind: str, *, plural: bool = False, definite: bool = False) -> str:
        return _plain(super().term(kind, plural=plural, definite=definite))


def _plain(text: str) -> Markup:
    return Markup(escape(harmless(text)))  # noqa: S704


def mark(parts: Iterable[Segment]) -> str:
    """Show edits as struck out and inserted."""
    shown = "".join(SHAPES[what].format(_plain(text)) for what, text in parts)
    return Markup(f"«{shown.replace('</del><ins>', '</del> <ins>')}»")  # noqa: S704


def render(diff: Diff, ends: Ends, lang: Language, book: SchemaBook) -> str:
    """Write the whole page."""
    safe = _Safe(lang.code, lang.words)
    found = lines(diff, lang, book, mark)
    style = (templates_dir() / "html" / "rapport.css").read_text(encoding="utf-8").strip()
    heading = _plain(title(ends, lang))
    body = [f"<p>{_plain(counts(diff, found, lang))}</p>"]
    for weight, rows in grouped(found):
        body += _section(lang(WEIGHTS[weight]), [_line(line, safe) for line in rows], lang)
    body += _section(lang("New findings"), list(_findings(diff.new, safe)), lang)
    body += _section(lang("Solved findings"), list(_findings(diff.solved, safe)), lang)
    if len(body) == 1:
        body = [f"<p>{lang('Nothing is changed in the plans.')}</p>"]
    parts = [
        "<!doctype html>", f'<html lang="{lang.code}">', "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">', '<meta name="generator" content="planctl">',
        f"<title>{heading}</title>", f"<style>\n{style}\n</style>", "</head>", "<body>",
        f"<header>\n<h1>{heading}</h1>\n</header>", '<main id="report">', *body, "</main>", "</body>", "</html>", "",
    ]  # fmt: skip
    return "\n".join(parts)


def _section(heading: str, rows: Sequence[str], lang: Language) -> Iterator[str]:
    if not rows:
        return
    inner = "<ul>\n" + "\n".join(rows) + "\n</ul>"
    yield f"<h2>{_plain(heading)} ({len(rows)})</h2>"
    if len(rows) > FOLDED:
        more = lang(T("{n} more", n=len(rows) - FOLDED))
        shown, rest = "\n".join(rows[:FOLDED]), "\n".join(rows[FOLDED:])
        inner = f"<ul>\n{shown}\n</ul>\n<details><summary>{more}</summary>\n<ul>\n{rest}\n</ul></details>"
    yield inner


def _line(line: Line, lang: Language) -> str:
    follows = "".join(f"<li>{lang(item)}</li>" for item in line.consequences)
    return f"<li>{lang(line.words)}{f'<ul>{follows}</ul>' if follows else ''}</li>"


def _findings(rows: Sequence[Marked], lang: Language) -> Iterator[str]:
    for item, _ in sorted(rows, key=lambda row: -row[0].severity.rank):
        place = _plain(f"{item.location.path}:{item.location.span.line}")
        word = f"{severity_word(item.severity, lang)} {item.code}"
        yield f"<li><strong>{word}</strong> <code>{place}</code> {lang(item.message)}</li>"
