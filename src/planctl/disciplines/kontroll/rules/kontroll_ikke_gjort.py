"""An internal control is not done as often as it is to be.

`hyppighet` says how often, and `gjennomført` when it was done. Do it, and enter the day and the result; or write in
`neste` when it will be done. Where the day in `neste` has passed, that is told instead (802).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontroll.controls import due, last_done
from planctl.disciplines.kontroll.examples import CONTROL, CONTROL_PATH
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    if record.get("neste"):
        return
    last, limit = last_done(record, world.today), due(record, world.today)
    hint = T(
        "Enter it under «gjennomført:» with «dato:» and «resultat:», or write «neste:» with the day it is planned."
    )
    if last is None:
        message = T("«{title}» was never done, and no day is set for it", title=record.title)
        yield finding("840", record, message, "gjennomført", help=hint)
    elif limit is not None and limit < world.today:
        message = T(
            "«{title}» is to be done {often}, and was last done {day}",
            title=record.title, often=str(record.get("hyppighet")), day=last,
        )  # fmt: skip
        yield finding("840", record, message, "hyppighet", help=hint)


RULE = Rule(
    code="840",
    slug="kontroll-ikke-gjort",
    severity=Severity.WARNING,
    title="{Internkontroll} not done",
    source="kommuneloven § 25-1; S0 «Internkontroll»",
    example=Example(CONTROL_PATH, CONTROL.replace("2021-02", "2020-02"), CONTROL),
    visits=("internkontroll",),
    each=_each,
    explanation=__doc__,
)
