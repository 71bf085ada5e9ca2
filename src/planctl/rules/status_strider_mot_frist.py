"""A reported status contradicts the deadline or the progress.

Work that was to be done before the period ended cannot be «i rute» or «ikke startet» when it ended:
it is late, and needs a new deadline (`ny_frist`) and a cause, or it is done and the status should say
so. The deadline is the plan's own, or the newest `ny_frist` reported. What is «fullført» has a
`framdrift` of 100, and what is «ikke startet» one of 0. Only the unit's newest report on the running
year is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import plan_period
from planctl.domain.reported_status import at_status, brought_forward, newest_entries
from planctl.domain.status_reports import StatusEntry, StatusReports
from planctl.domain.work import solves_home
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: fullført
    framdrift: 80
"""


def _whole(world: World) -> Iterator[Finding]:
    reporting = world.status_reports
    for record, entry in newest_entries(world, reporting):
        progress = entry.progress
        if (entry.status == "fullført" and progress is not None and progress < 100) or (
            entry.status == "ikke startet" and progress
        ):
            message = T(
                "«{id}» is reported as «{status}», but framdrift is {progress}",
                id=record.name, status=entry.status, progress=progress,
            )  # fmt: skip
            hint = T("Correct the status or framdrift.")
            yield at_status("613", entry, message, hint)
        elif entry.status in ("i rute", "ikke startet"):
            yield from _too_late(record, entry, reporting)


def _too_late(record: Record, entry: StatusEntry, reporting: StatusReports) -> Iterator[Finding]:
    state = reporting.at(record, entry.period.end)
    if state.deadline is None or state.deadline >= entry.period.end:
        return
    if brought_forward(state, record) is not None:
        return  # a new deadline before the plan's own: 621 has spoken
    period = plan_period(record)
    outside = (period is None or state.deadline not in period) and not solves_home(record, reporting.plans)
    if state.moved_in is None and outside:
        return  # outside the plan's period: 305 has spoken
    message = T(
        "«{id}» is reported as «{status}», but its deadline passed {day}",
        id=record.name, status=entry.status, day=state.deadline,
    )  # fmt: skip
    hint = T("Report forsinket with a new deadline (ny_frist) and the cause, or fullført when it is done.")
    where = state.moved_in.place if state.moved_in is not None else record.place("frist")
    yield at_status("613", entry, message, hint, [(where, T("the deadline stands here"))])


RULE = Rule(
    code="613",
    slug="status-strider-mot-frist",
    severity=Severity.WARNING,
    title="The reported status contradicts deadline or progress",
    source="S0 «Resultat og rapportering»",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _BAD.replace("80", "100")),
    whole=_whole,
    explanation=__doc__,
)
