"""The plans lie in git, and git cannot tell their whole history, so what is judged by it is not known.

Build servers often fetch the last commit only, or lack the git program, or fetch the files as another
user than the one that checks them. Then git cannot tell when a goal's text changed, and the rules 221
and 528 find too little: nothing found does not mean that all is well. The finding says what is in the
way and what to do: `git fetch --unshallow`, or `fetch-depth: 0` where the build server gets the files;
an image that has git; `git config --global --add safe.directory` and the folder; a first commit.

Plans in a folder without git have no history, and nothing is missing there.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.load.files.repository import DAMAGED, SHALLOW, Lack
from planctl.rules.rule import Example, Rule
from planctl.source import START, Place
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    history = world.history()
    if not world.plans.records or (history is not None and history.complete):
        return
    gap = world.gap() if history is None else DAMAGED if history.damaged else SHALLOW
    if gap is not None and gap.lack is not Lack.OUTSIDE:
        message = T("What is judged by the plans' history (221, 528) is unknown: {reason}", reason=gap.reason)
        yield Finding("222", Place(".", START), message, gap.help)


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
