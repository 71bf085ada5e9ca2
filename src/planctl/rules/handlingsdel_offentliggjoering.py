"""The proposed handlingsdel was made public too late before the council treated it.

A handlingsprogram that inherits goals of the kommuneplan (`arver`) is its handlingsdel. When it is
renewed, the proposal must be public for at least 14 days before the council treats it; for what was
treated before 1 November 2019 it was 30 days. The days are counted from `offentliggjort` to `dato` in
the `vedtak`. For økonomiplan and budget kommuneloven sets the same 14 days, so one finding speaks for
both; a handlingsprogram that is no handlingsdel is judged by 509.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.programmes import is_action_part
from planctl.domain.publication import published_late
from planctl.findings.diagnostic import Finding, Severity
from planctl.law.versions import ACTION_PART_PUBLIC
from planctl.model.record import Record
from planctl.rules.examples.samples import HANDLINGSPROGRAM, others
from planctl.rules.rule import Example, Rule
from planctl.world import World

_PATH = "handlingsprogram.yaml"
_GOOD = HANDLINGSPROGRAM.replace("  dato:", "  offentliggjort: 2020-12-01\n  dato:")


def _each(record: Record, world: World) -> Iterator[Finding]:
    if is_action_part(record, world.graph):
        yield from published_late("505", record, world.plans, ACTION_PART_PUBLIC)


RULE = Rule(
    code="505",
    slug="handlingsdel-offentliggjøring",
    severity=Severity.ERROR,
    title="Proposed handlingsdel made public too late",
    source="plan- og bygningsloven § 11-4 andre ledd: 14 dager fra 2019-11-01, 30 dager fra 2009-07-01",
    example=Example(_PATH, _GOOD.replace("2020-12-01", "2020-12-02"), _GOOD, others(_PATH)),
    visits=("handlingsprogram",),
    each=_each,
    explanation=__doc__,
)
