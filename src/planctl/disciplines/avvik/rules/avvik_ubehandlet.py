"""Avvik have lain for a long time, and nobody has begun on them.

They are open, and were reported more than 30 days ago, or the number of days in `behandles_innen` under `avvik` in
planctl.yaml. All of one register are told together, at the one that has lain longest. Write `under arbeid` when
somebody deals with it. Proposals and positive messages may lie.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from planctl.disciplines.avvik.deviations import Deviation, deviations, is_untouched, patience
from planctl.disciplines.avvik.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER.replace("status: lukket\n    lukket: 2021-03-23", "status: åpen").replace(
    "potensiell_konsekvens: 4", ""
)


def _whole(world: World) -> Iterator[Finding]:
    days = patience(world.config)
    latest = world.today - timedelta(days)
    lying: dict[Record, list[Deviation]] = {}
    for item in deviations(world):
        if is_untouched(item.record) and item.reported is not None and item.reported < latest:
            lying.setdefault(item.record.plan, []).append(item)
    for register, items in lying.items():
        oldest = min(items, key=lambda item: str(item.record.get("meldt")))
        message = T(
            "In «{register}» {count} {avvik_pl} have lain for more than {days} days, and nobody deals with them; the "
            "oldest is of {day}",
            register=register.title, count=len(items), days=days, day=oldest.reported,
        )  # fmt: skip
        hint = T("Write «status: under arbeid» and «behandler:», or what became of it.")
        yield finding("835", oldest.record, message, "meldt", help=hint)


RULE = Rule(
    code="835",
    slug="avvik-ubehandlet",
    severity=Severity.WARNING,
    title="{Avvik} that nobody deals with",
    source="S4 «AskerDialogen»: alt logges, og det følges opp; S0 «Risikostyring»",
    example=Example(PATH, _BAD, _BAD.replace("status: åpen", "status: under arbeid")),
    whole=_whole,
    explanation=__doc__,
)
