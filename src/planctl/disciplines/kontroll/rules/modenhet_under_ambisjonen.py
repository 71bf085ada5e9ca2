"""An area was to be more mature by now than it is.

The day in `ambisjon_innen` has passed, and the newest assessment is lower than `ambisjon`. Enter a newer assessment,
or write a new day.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.controls import level
from planctl.disciplines.kontroll.examples import CONTROL_PATH, MATURITY
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    due, wanted, now = deadline(record.get("ambisjon_innen")), record.get("ambisjon"), level(record, world.today)
    if due is not None and due < world.today and isinstance(wanted, int) and now is not None and now < wanted:
        message = T(
            "«{title}» was to be at level {wanted} by {day}, and is at {now}",
            title=record.title, wanted=wanted, day=due, now=now,
        )  # fmt: skip
        hint = T("Add the newest assessment under «vurderinger:», or write a new day in «ambisjon_innen».")
        yield finding("844", record, message, "ambisjon_innen", help=hint)


RULE = Rule(
    code="844",
    slug="modenhet-under-ambisjonen",
    severity=Severity.INFO,
    title="Less mature than the ambition",
    source="S2 5 «Internkontroll»: modenhetsnivå; S4 «Modenhetsnivå for IK-ambisjon»",
    example=Example(CONTROL_PATH, MATURITY.replace("2022", "2020"), MATURITY),
    visits=("modenhet",),
    each=_each,
    explanation=__doc__,
)
