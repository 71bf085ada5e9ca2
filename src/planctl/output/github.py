"""Diagnostics as workflow commands, which GitHub shows in the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step; the rest is listed in the log.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, Tn
from planctl.output.ci_hosts import GRAVEST_FIRST, CheckRun, Found, cap_annotations, harmless, rows, sentences
from planctl.output.text import severity_word

LIMIT = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(run: CheckRun, lang: Language) -> str:
    """Return the commands, the gravest first; then in a group what GitHub would not show."""
    parts = cap_annotations(run.found, LIMIT, GRAVEST_FIRST, Severity.INFO)
    lines = [_command(item, lang) for item in parts.shown]
    if parts.cut:
        lines.append(f"::notice title=planctl::{_data(told('GitHub', LIMIT, parts.cut, lang))}")
    if parts.rest:
        lines.append(f"::group::{_data(more(len(parts.rest), lang))}")
        lines += [plain(item, lang) for item in parts.rest]
        lines.append("::endgroup::")
    return "".join(f"{line}\n" for line in lines)


def told(host: str, limit: int, cut: int, lang: Language) -> str:
    """Tell that a host does not show all."""
    return lang(
        Tn(
            "{host} shows at most {limit} findings of a kind. {n} more stands in the log of this step.",
            "{host} shows at most {limit} findings of a kind. {n} more stand in the log of this step.",
            cut,
            host=host,
            limit=limit,
        )
    )


def more(count: int, lang: Language) -> str:
    """Name the group of findings that stand in the log only."""
    return lang(Tn("{n} more finding", "{n} more findings", count))


def plain(item: Found, lang: Language) -> str:
    """Write a finding as a line of the log."""
    found = item.diagnostic
    word = severity_word(found.severity, lang)
    return harmless(f"{word} {found.code} {found.slug} {item.where} {' '.join(sentences(found, lang))}")


def _command(item: Found, lang: Language) -> str:
    found, span = item.diagnostic, item.diagnostic.location.span
    properties = {
        "file": item.path(found.location),
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": f"{found.code} {found.slug}",
    }
    if span.end_line != span.line:
        del properties["col"], properties["endColumn"]  # GitHub takes columns within one line only
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(harmless(text) for text in rows(found, lang))
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
