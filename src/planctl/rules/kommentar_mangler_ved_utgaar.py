"""Work is given up, and nobody says why.

«utgår» is a decision. A year later someone will ask who decided it and for what reason, so write it
while it is known: `begrunnelse` in the plan, or `kommentar` or `årsak` in the report that gives it up.
Only plans and reports of the running period are judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.in_force import is_open
from planctl.domain.reported_status import at_status, newest_entries
from planctl.domain.status_reports import StatusEntry
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH, measure
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PLAN + measure("Leie ut sykler ved stasjonen", "2021-11-01") + "    status: utgår\n"
_GOOD = _BAD + "    begrunnelse: Fylkeskommunen setter opp bysykler i 2022.\n"
_GIVEN_UP = "utgår"


def _whole(world: World) -> Iterator[Finding]:
    reporting = world.status_reports
    hint = T("Add «begrunnelse:» in the plan, or «kommentar:» in the report, with who decided it and why.")
    for record, entry in newest_entries(world, reporting):
        if entry.status == _GIVEN_UP and record.get("status") != _GIVEN_UP and not _reason(record, (entry,)):
            message = T("«{id}» is given up without a reason", id=record.name)
            yield at_status("620", entry, message, hint)
    for record in world.plans.of_kind(*world.plans.thread.work):
        given_up = record.get("status") == _GIVEN_UP and is_open(record, world.today)
        if given_up and not _reason(record, reporting.entries(record)):
            message = T("«{id}» is given up without a reason", id=record.name)
            yield finding("620", record, message, "status", help=hint)


def _reason(record: Record, entries: tuple[StatusEntry, ...]) -> bool:
    """Tell whether a reason stands in the plan, or in a report that gives the work up."""
    if record.get("begrunnelse") or record.get("vedtak"):
        return True
    return any(entry.comment or entry.cause for entry in entries if entry.status == _GIVEN_UP)


RULE = Rule(
    code="620",
    slug="kommentar-mangler-ved-utgår",
    severity=Severity.WARNING,
    title="Given up without a reason",
    source="S0 «Resultat og rapportering»",
    example=Example(PLAN_PATH, _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
