"""A project is thought to cost more than its frame, and nobody has written why.

The newest `prognose` is held against `justert_ramme`, else `vedtatt_ramme`. Write in `kommentar` of the status report
what it comes of and what is done about it; or, when a new frame has been adopted, `justert_ramme` with its `vedtak`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.prosjekt.examples import PATH, PROJECT
from planctl.disciplines.prosjekt.projects import KINDS, Project, number
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROJECT.replace("prognose: 11800", "prognose: 12900")
_GOOD = _BAD.replace("prognose: 12900", "prognose: 12900, kommentar: Asfalten er dyrere enn ventet")


def _each(record: Record, world: World) -> Iterator[Finding]:
    project = Project(record)
    report, frame = project.report_at(world.today), project.frame
    if report is None or frame is None or report.comment or report.red:
        return
    forecast = number(report.fields.get("prognose"))
    if forecast is not None and forecast > frame:
        message = T("«{title}» is thought to cost {forecast}, and its frame is {frame}, in 1000 kr",
                    title=record.title, forecast=forecast, frame=frame)  # fmt: skip
        hint = T("Write «kommentar:» in the status report, or «justert_ramme:» with its «vedtak:» when it is adopted.")
        yield finding("863", record, message, "statusrapporter", report.index, "prognose", help=hint)


RULE = Rule(
    code="863",
    slug="prognose-over-rammen",
    severity=Severity.WARNING,
    title="A forecast above the frame",
    source="S0 «Prosjekt- og programstyring»: en avtalt ramme for omfang, tid og kostnad",
    example=Example(PATH, _BAD, _GOOD),
    visits=KINDS,
    each=_each,
    explanation=__doc__,
)
