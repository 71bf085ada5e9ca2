"""An internal control is planned later than its own frequency allows.

The first day of `neste` lies more than a whole interval and a half after the control was last done (at the most half a
year is added to the interval). Move `neste`, or correct `hyppighet` when the control is to be done more seldom.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.controls import last_done
from planctl.disciplines.kontroll.examples import CONTROL, CONTROL_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.measured import expected_by
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = CONTROL.replace("    gjennomført:", "    neste: 2023-02\n    gjennomført:")


def _each(record: Record, world: World) -> Iterator[Finding]:
    last, following = last_done(record, world.today), parse_period(record.get("neste"))
    limit = expected_by(record.get("hyppighet"), last) if last is not None else None
    if following is not None and limit is not None and following.start > limit:
        message = T(
            "«{title}» is to be done {often}, was last done {day}, and is next planned for {next}",
            title=record.title, often=str(record.get("hyppighet")), day=last, next=following.start,
        )  # fmt: skip
        hint = T("Write an earlier day in «neste», or correct «hyppighet».")
        yield finding("841", record, message, "neste", help=hint)


RULE = Rule(
    code="841",
    slug="kontroll-for-sjelden",
    severity=Severity.WARNING,
    title="{Internkontroll} planned too late",
    source="kommuneloven § 25-1; S0 «Internkontroll»",
    example=Example(CONTROL_PATH, _BAD, _BAD.replace("2023", "2022")),
    visits=("internkontroll",),
    each=_each,
    explanation=__doc__,
)
