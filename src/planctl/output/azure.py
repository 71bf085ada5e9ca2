"""Diagnostics as logging commands, which Azure Pipelines lists as issues of the run.

Azure keeps ten errors and ten warnings of a task and has no milder kind; the rest is listed in the
log. The result of the task is left to the exit code.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.i18n import Language
from planctl.output.ci_hosts import CheckRun, Found, cap_annotations, harmless, sentences
from planctl.output.github import more, plain, told

LIMIT = 10
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_ESCAPES = {"%": "%AZP25", "\r": "%0D", "\n": "%0A", ";": "%3B", "]": "%5D"}


def render(run: CheckRun, lang: Language) -> str:
    """Return the commands, the gravest first; then in a group what Azure would not list."""
    parts = cap_annotations(run.found, LIMIT, _KINDS, Severity.WARNING)
    lines = [_command(item, lang) for item in parts.shown]
    if parts.cut:
        lines.append(f"##vso[task.logissue type=warning]{_escape(told('Azure Pipelines', LIMIT, parts.cut, lang))}")
    if parts.rest:
        lines.append(f"##[group]{more(len(parts.rest), lang)}")
        lines += [plain(item, lang) for item in parts.rest]
        lines.append("##[endgroup]")
    return "".join(f"{line}\n" for line in lines)


def _command(item: Found, lang: Language) -> str:
    found, span = item.diagnostic, item.diagnostic.location.span
    properties = {
        "type": _KINDS[found.severity],
        "sourcepath": item.path(found.location),
        "linenumber": str(span.line),
        "columnnumber": str(span.column),
        "code": found.code,
    }
    listed = "".join(f"{name}={_escape(value)};" for name, value in properties.items())
    message = harmless(f"{found.slug}: {' '.join(sentences(found, lang))}")
    return f"##vso[task.logissue {listed}]{_escape(message)}"


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in text)
