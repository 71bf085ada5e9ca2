"""Diagnostics as Markdown for a comment on a pull request or the summary of a step.

A comment holds 65 536 characters; what does not fit is left out, the mildest first, and told.
"""

from __future__ import annotations

import html
import re
from collections import Counter

from planctl.i18n import Language, Text, Tn
from planctl.output.ci_hosts import CheckRun, Found, by_gravity, harmless, nothing_found_text, told
from planctl.output.clean import clean
from planctl.output.text import severity_word
from planctl.reports.rendering.markdown import escape

LIMIT = 65_000
"""Somewhat below what GitHub takes, so that a marker can be added."""
FOLDED = 20
"""More findings than this are folded, file by file."""
_RESERVED = 600
_CALLS = re.compile(r"(?<=@)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\\#)(?=\d)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
"""Where a host would find a mention, an address or a reference in text."""


def render(run: CheckRun, lang: Language) -> str:
    """Return the whole text: counts, a table of rules, and the findings file by file."""
    head = f"### planctl: {_plain(run.summary.words(lang))}\n"
    head += "".join(f"\n{lang(words)}\n" for words in run.held_back)
    if not run.found:
        return f"{head}\n{nothing_found_text(run, lang)}\n"
    head += f"\n{_table(run, lang)}"
    folded = len(run.found) > FOLDED
    kept, left_out = _fitting(run, head, lang)
    files: dict[str, list[str]] = {}
    for item in run.found:
        if id(item) in kept:
            files.setdefault(item.path(item.diagnostic.location), []).append(kept[id(item)])
    parts = [head, *(_file(path, lines, lang, folded=folded) for path, lines in files.items())]
    if left_out:
        message = Tn(
            "{n} finding is left out here: a comment holds no more. The gravest are shown.",
            "{n} findings are left out here: a comment holds no more. The gravest are shown.",
            left_out,
        )
        parts.append(f"**{lang(message)}**\n")
    return "\n".join(parts)


def _table(run: CheckRun, lang: Language) -> str:
    counts = Counter((item.diagnostic.severity, item.diagnostic.code) for item in run.found)
    rows = [f"| {lang('Severity')} | {lang('Rule')} | {lang('Findings')} |", "|---|---|--:|"]
    for (severity, code), count in sorted(counts.items(), key=lambda row: (-row[0][0].rank, row[0][1])):
        title = _plain(lang(Text(run.rules.by_code[code].title)))
        rows.append(f"| {severity_word(severity, lang)} | {code} {title} | {count} |")
    return "".join(f"{row}\n" for row in rows)


def _fitting(run: CheckRun, head: str, lang: Language) -> tuple[dict[int, str], int]:
    """Write the findings that there is room for, the gravest first; count those left out."""
    room = LIMIT - _RESERVED - size_at_host(head)
    files: set[str] = set()
    kept: dict[int, str] = {}
    for item in by_gravity(run.found):
        line = _line(item, lang)
        path = item.path(item.diagnostic.location)
        room -= size_at_host(line) + (0 if path in files else size_at_host(_file(path, [], lang, folded=True)) + 8)
        if room < 0:
            break
        files.add(path)
        kept[id(item)] = line
    return kept, len(run.found) - len(kept)


def size_at_host(text: str) -> int:
    """Measure a text as hosts do, in UTF-16."""
    return len(text.encode("utf-16-le", "replace")) // 2


def _file(path: str, lines: list[str], lang: Language, *, folded: bool) -> str:
    if not folded:
        return f"#### {_code(path)}\n\n{''.join(lines)}"
    count = lang(Tn("{n} finding", "{n} findings", len(lines)))
    title = f"<code>{html.escape(harmless(path))}</code>: {count}"
    return f"<details><summary>{title}</summary>\n\n{''.join(lines)}\n</details>\n"


def _line(item: Found, lang: Language) -> str:
    found = item.diagnostic
    place = _code(f"{item.path(found.location)}:{found.location.span.line}")
    word = f"**{severity_word(found.severity, lang)} {found.code}**"
    said, block = told(found, lang)
    lines = (" " * (len(line) - len(line.lstrip())) + _plain(line.strip()) for line in block)
    shown = f"<pre>{'&#10;'.join(lines)}</pre>" if block else ""
    return f"- {word} {place} {'<br>'.join(_plain(text) for text in said)}{shown}\n"


def _plain(text: str) -> str:
    """Escape text for Markdown, and let it call nobody and link nowhere."""
    return uncalled(escape(clean(text)))


def uncalled(text: str) -> str:
    """Break mentions, addresses and references in Markdown."""
    return _CALLS.sub("&#8203;", str(text))


def _code(text: str) -> str:
    """Write text as code, whatever backticks it holds."""
    text = harmless(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
