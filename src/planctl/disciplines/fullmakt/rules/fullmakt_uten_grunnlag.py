"""An authority that nobody has given.

The council gives authority by a `vedtak`, and keeps rules on how it is delegated. What a leader gives further builds
on what that leader has (`bygger_på`). One that names neither has no ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.fullmakt.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, _: World) -> Iterator[Finding]:
    if not record.get("vedtak") and not record.get("bygger_på"):
        message = T("«{title}» has neither a {vedtak} nor another {fullmakt} to build on", title=record.title)
        hint = T("Write «vedtak:» with organ and day, or «bygger_på:» with the id of the {fullmakt} it is given from.")
        yield finding("895", record, message, "vedtak", help=hint)


RULE = Rule(
    code="895",
    slug="fullmakt-uten-grunnlag",
    severity=Severity.WARNING,
    title="{Fullmakt} without a ground",
    source="kommuneloven §§ 5-14 og 13-1; S0 «Linjestyring»",
    example=Example(PATH, REGISTER.replace("    bygger_på: fm1\n", ""), REGISTER),
    visits=("fullmakt",),
    each=_each,
    explanation=__doc__,
)
