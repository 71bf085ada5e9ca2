"""The clone does not hold the whole history, so what is judged by it is not known.

Build servers often fetch the last commit only. Then git cannot tell when a goal's text changed, and
the rule 221 finds too little: nothing found does not mean that all is well. Fetch the whole history:
`git fetch --unshallow`, or `fetch-depth: 0` where the build server gets the files.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.rule import Context, Example, Rule
from planctl.rules.suspect import heirs
from planctl.source import START, Place


def _whole(context: Context) -> Iterator[Finding]:
    history = context.history()
    if history is None or history.complete:
        return
    if any(True for goal in context.plans.of_kind("mål") for _ in heirs(context, goal)):
        message = T("Whether links are suspect (221) is unknown: fetch more history")
        hint = T("Run «git fetch --unshallow», or set «fetch-depth: 0» where the build server fetches the files.")
        yield Finding("222", Place(".", START), message, hint)


RULE = Rule(
    code="222",
    slug="ukjent-historikk",
    severity=Severity.INFO,
    title="Part of the history is missing",
    source="planctl",
    example=Example("", "", ""),
    whole=_whole,
    explanation=__doc__,
)
