"""A report says that work is at risk or late, but not why.

The leader who reads it cannot help with what is not told. When the status is «risiko» or
«forsinket», say what the cause is (`årsak`), what is done about it (`korrigerende`), or at least what
the reader should know (`kommentar`). Only the unit's newest report on the running year is judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.parts import reported_parts
from planctl.domain.reported_status import at_status, newest_entries
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: risiko
    framdrift: 20
    årsak: Stativene er forsinket fra leverandøren
"""
_BAD = _GOOD.replace("    årsak: Stativene er forsinket fra leverandøren\n", "")
_STATUSES = frozenset({"risiko", "forsinket"})


def _whole(world: World) -> Iterator[Finding]:
    parts = dict.fromkeys(record.kind for record in reported_parts(world))
    for record, entry in newest_entries(world, kinds=tuple(parts)):
        if entry.status in _STATUSES and not entry.comment:
            message = T("«{id}» is reported as «{status}» without a word of why", id=record.name, status=entry.status)
            yield at_status("612", entry, message, T("Add «kommentar:» with the cause, and what is done about it."))
    for record, entry in newest_entries(world):
        if entry.status in _STATUSES and not (entry.cause or entry.corrective or entry.comment):
            message = T("«{id}» is reported as «{status}» without a word of why", id=record.name, status=entry.status)
            hint = T("Add «årsak:» with the cause, and «korrigerende:» with what is done about it.")
            yield at_status("612", entry, message, hint)


RULE = Rule(
    code="612",
    slug="status-uten-kommentar",
    severity=Severity.WARNING,
    title="Late or at risk without a word of why",
    source="S0 «Resultat og rapportering»: lederdialog",
    example=Example("rapportering/2021-T1/veg.yaml", _BAD, _GOOD),
    whole=_whole,
    explanation=__doc__,
)
