"""A project is red, and nobody has written why.

Time, cost or quality is «rød» in the newest status report. Write in its `kommentar` what has happened and what is done
about it, so that the porteføljestyre can decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Project
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROJECT.replace("tid: grønn", "tid: rød")
_GOOD = _BAD.replace("prognose: 11800", "prognose: 11800, kommentar: Grunneieren har klaget på traseen")


def _each(record: Record, world: World) -> Iterator[Finding]:
    report = Project(record).report_at(world.today)
    if report is not None and report.red and not report.comment:
        message = T("«{title}» is red, and nobody has written why", title=record.title)
        hint = T("Write «kommentar:» with what has happened and what is done about it.")
        yield finding("866", record, message, "statusrapporter", report.index, report.red[0], help=hint)


RULE = Rule(
    code="866",
    slug="rød-uten-kommentar",
    severity=Severity.WARNING,
    title="Red without a comment",
    source="S2 4.3 «Prosjektstyring»: rapport til porteføljestyret vår og høst",
    example=Example(PATH, _BAD, _GOOD),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
