"""An authority is given further than it may be.

What cannot be delegated (`kan_delegeres: false`) is not given further. What is given further is of the same level or
the one below, and holds no longer than what it builds on. An authority of level 1 is not given to a leader of level 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.fullmakt.authority import may_delegate
from planctl.disciplines.fullmakt.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER.replace("    fra: 2020-01-01\n", "    fra: 2020-01-01\n    kan_delegeres: false\n", 1)


def _each(record: Record, world: World) -> Iterator[Finding]:
    yield from _holders(record, world)
    for base in world.graph.targets(record, "bygger_på"):
        ends, own = parse_date(base.get("til")), parse_date(record.get("til"))
        if not may_delegate(base):
            message = T("«{title}» builds on «{base}», which cannot be delegated", title=record.title, base=base.title)
            hint = T("Take this {fullmakt} away, or «kan_delegeres: false» in the other one.")
            related = [(base.place("kan_delegeres"), T("it stands here"))]
            yield finding("896", record, message, "bygger_på", help=hint, related=related)
        elif ends is not None and (own is None or own > ends):
            message = T("«{title}» holds longer than «{base}», which it builds on and which ends {day}",
                        title=record.title, base=base.title, day=ends)  # fmt: skip
            hint = T("Write «til: {day}» or an earlier day, or another {fullmakt} to build on.", day=ends.isoformat())
            field = "til" if own is not None else "bygger_på"
            yield finding("896", record, message, field, help=hint, related=[(base.place("til"), T("it ends here"))])


def _holders(record: Record, world: World) -> Iterator[Finding]:
    """Find leaders of level 2 who are given an authority of level 1."""
    if record.get("nivå") != 1:
        return
    for index, holder in enumerate(world.graph.targets(record, "delegert_til")):
        if holder.get("fullmaktsnivå") == 2:
            message = T("«{title}» is of level 1, and {holder} is of level 2", title=record.title, holder=holder.title)
            hint = T("Write «nivå: 2» and what it builds on, or give it to a leader of level 1.")
            yield finding("896", record, message, "delegert_til", index, help=hint)


RULE = Rule(
    code="896",
    slug="fullmakt-gitt-for-langt",
    severity=Severity.WARNING,
    title="{Fullmakt} given further than it may be",
    source="S2 2: to fullmaktsnivåer, og det virksomhetslederne ikke har; S0 «Linjestyring»; kommuneloven § 13-1",
    example=Example(PATH, _BAD, REGISTER),
    visits=("fullmakt",),
    each=_each,
    explanation=__doc__,
)
