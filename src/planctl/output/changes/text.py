"""A diff for people at a terminal: one line a change, what follows from it below, and the findings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from planctl.diff.findings import Marked
from planctl.diff.run import Diff
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, Text, Tn
from planctl.load.schema.schema_book import SchemaBook
from planctl.output.changes.lines import WEIGHTS, Line, grouped, lines
from planctl.output.changes.values import Segment
from planctl.output.ci_hosts import harmless
from planctl.output.style import Style
from planctl.output.text import severity_word
from planctl.values import dataclass

FOLDED = {Severity.ERROR: 200, Severity.WARNING: 60, Severity.INFO: 30}
"""How many changes of each weight, and findings, are shown before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What is held against what, in words."""

    base: str
    head: str


def title(ends: Ends, lang: Language) -> str:
    """Say what is held against what."""
    return lang("Changes from {base} to {head}", base=ends.base, head=ends.head)


def counts(diff: Diff, found: Sequence[Line], lang: Language) -> str:
    """Count changes and findings in one sentence."""
    parts = [lang(Tn("{n} change", "{n} changes", len(found)))]
    if diff.new:
        parts.append(lang(Tn("{n} new finding", "{n} new findings", len(diff.new))))
    if diff.solved:
        parts.append(lang(Tn("{n} solved finding", "{n} solved findings", len(diff.solved))))
    return ", ".join(parts)


def mark(parts: Iterable[Segment]) -> str:
    """Show edits as git does word by word: `[-old-]{+new+}`."""
    shapes = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return f"«{''.join(shapes[what].format(text) for what, text in parts)}»"


def render(diff: Diff, ends: Ends, lang: Language, style: Style, book: SchemaBook) -> str:
    """Return the whole text."""
    return "".join(f"{line}\n" for line in _all(diff, ends, lang, style, book))


def _all(diff: Diff, ends: Ends, lang: Language, style: Style, book: SchemaBook) -> Iterator[str]:
    found = lines(diff, lang, book, mark)
    yield style.paint(harmless(title(ends, lang)), "bold")
    if not found and not diff.new and not diff.solved:
        yield lang("Nothing is changed in the plans.")
        return
    yield harmless(counts(diff, found, lang))
    for weight, rows in grouped(found):
        yield ""
        yield style.severity(weight, lang(WEIGHTS[weight]))
        for line in rows[: FOLDED[weight]]:
            yield from _wrapped(lang(line.words), "  ", style)
            for item in line.consequences:
                yield from _wrapped(f"→ {lang(item)}", "    ", style)
        yield from _more(len(rows) - FOLDED[weight], lang)
    yield from _findings(lang("New findings"), diff.new, lang, style)
    yield from _findings(lang("Solved findings"), diff.solved, lang, style)


def _findings(heading: str, rows: Sequence[Marked], lang: Language, style: Style) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield style.paint(heading, "bold")
    room = FOLDED[Severity.WARNING]
    for item, _ in sorted(rows, key=lambda row: -row[0].severity.rank)[:room]:
        word = f"{severity_word(item.severity, lang)} {item.code}"
        place = f"{item.location.path}:{item.location.span.line}"
        first, *rest = _wrapped(f"{word} {place} {lang(item.message)}", "  ", style)
        yield first.replace(word, style.severity(item.severity, word), 1)
        yield from rest
    yield from _more(len(rows) - room, lang)


def _wrapped(text: str, indent: str, style: Style) -> list[str]:
    """Wrap a line for a terminal in colour; elsewhere a change is one line, so that it can be searched for."""
    if not style.colour:
        return [f"{indent}{harmless(text)}"]
    return textwrap.wrap(
        harmless(text), style.width, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False
    )


def _more(count: int, lang: Language) -> Iterator[str]:
    if count > 0:
        yield f"  {lang(more(count))}"


def more(count: int) -> Text:
    """Tell how much is folded."""
    return Tn("… and {n} more; «--format json» shows all", "… and {n} more; «--format json» shows all", count)
