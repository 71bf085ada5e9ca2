"""The day by which a vedtak was to be followed up has passed.

Write what became of it: `status: gjennomført`, or `besvart` with the answer under `svar`. If it takes longer, tell the
body so, and write the new day in `frist`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.disciplines.vedtak.holder import by_holder
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    late = (item for item in world.bonds.follow_ups.items if item.is_late(world.today))
    for holder in by_holder(late, "frist"):
        due = holder.items[0].deadline
        message = T("«{title}» was to be followed up by {date}", title=holder.record.title, date=due)
        hint = T("Write «status:» and, when it is answered, «svar:»; or a new «frist:» that the body knows of.")
        if holder.record.is_row:
            hint = T(
                "Write the status in the column «status» and, when it is answered, the day in «svar_dato»; "
                "or a new day in «frist» that the body knows of."
            )
        yield finding("812", holder.record, message, "frist", help=hint, related=holder.related("status"))


RULE = Rule(
    code="812",
    slug="vedtak-forfalt",
    severity=Severity.WARNING,
    title="{Vedtak} overdue",
    source="S2 «Gjennomføring av politiske vedtak»; kommuneloven § 13-1",
    example=Example(PATH, REGISTER.replace("2021-11-01", "2021-05-01"), REGISTER),
    whole=_whole,
    explanation=__doc__,
)
