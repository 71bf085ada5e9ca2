"""Work is given up or put on hold, and nobody says why.

«utgår» and «satt på vent» are decisions. A year later someone will ask who decided it and for what reason, so write it
while it is known: `begrunnelse` in the plan, or `kommentar` or `årsak` in the report that says so.
Only plans and reports of the running period are judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from planctl.domain.in_force import is_open
from planctl.domain.on_hold import ON_HOLD
from planctl.domain.reported_status import at_status, newest_entries
from planctl.domain.status_reports import StatusEntry
from planctl.domain.work import solves_home
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.rules.examples.samples import PLAN, PLAN_PATH, measure
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PLAN + measure("Leie ut sykler ved stasjonen", "2021-11-01") + "    status: utgår\n"
_GOOD = _BAD + "    begrunnelse: Fylkeskommunen setter opp bysykler i 2022.\n"
_MESSAGES: dict[Any, Callable[[str], Text]] = {
    "utgår": lambda id_: T("«{id}» is given up without a reason", id=id_),
    ON_HOLD: lambda id_: T("«{id}» is put on hold without a reason", id=id_),
}


def _whole(world: World) -> Iterator[Finding]:
    reporting = world.status_reports
    hint = T("Add «begrunnelse:» in the plan, or «kommentar:» in the report, with who decided it and why.")
    for record, entry in newest_entries(world, reporting):
        told = _MESSAGES.get(entry.status)
        if told is not None and record.get("status") != entry.status and not _reason(record, (entry,), entry.status):
            yield at_status("620", entry, told(record.name), hint)
    for record in world.plans.of_kind(*world.plans.thread.work):
        status = record.get("status")
        current = solves_home(record, world.plans) or is_open(record, world.today)
        told = _MESSAGES.get(status) if isinstance(status, str) and current else None
        if told is not None and not _reason(record, reporting.entries(record), status):
            yield finding("620", record, told(record.name), "status", help=hint)


def _reason(record: Record, entries: tuple[StatusEntry, ...], status: Any) -> bool:
    """Tell whether a reason stands in the plan, or in a report that gives the work up or puts it on hold."""
    if record.get("begrunnelse") or record.get("vedtak"):
        return True
    mine = [entry for entry in entries if entry.status == status]
    return any(entry.comment or entry.cause or entry.fields.get("vedtak") for entry in mine)


RULE = Rule(
    code="620",
    slug="kommentar-mangler-ved-utgår",
    severity=Severity.WARNING,
    title="Given up or put on hold without a reason",
    source="S0 «Resultat og rapportering»",
    example=Example(PLAN_PATH, _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
