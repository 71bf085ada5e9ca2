"""An activity comes before something that must be finished first.

`etter` and `før` tell which activities wait for which, and the law knows some orders of its own: the
recommendation before the handlingsprogram is adopted, the accounts and the annual report closed before
the council adopts them, the planprogram before the kommuneplan. The same day is in order, and what
has only a month is given the benefit of the doubt. An activity that ends before it begins is found
here too. A step of a prosess is held only against the others of that prosess. Where one of the two
breaks a limit of the law (703), only that is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.law_limits import broken_limits
from planctl.domain.wheel import SAMPLE, Timed, current
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_LAWFUL = (
    ("hp-innstilling", "", "hp-vedtak"),
    ("årsregnskap", "administrativ", "årsregnskap"),
    ("årsberetning", "administrativ", "årsberetning"),
    ("planprogram", "", "kommuneplan"),
)
"""What must be done (slag, and ring where only one counts) before a political treatment of something."""
Found = tuple[Timed, Timed, Finding]
"""What must be finished first, what begins too early, and the finding that says so."""


def _whole(world: World) -> Iterator[Finding]:
    activities = list(current(world))
    late = {item.record for item in broken_limits(world)}
    told: set[Record] = set()
    for first, then, found in (*_backwards(activities), *_stated(activities, world), *_lawful(activities)):
        if then.record not in told and not {first.record.name, then.record.name} & late:
            told.add(then.record)
            yield found


def _backwards(activities: list[Timed]) -> Iterator[Found]:
    """Find the periods that end before they begin."""
    for item in activities:
        start, end = parse_date(item.record.get("fra")), parse_date(item.record.get("til"))
        if item.precision == "periode" and start is not None and end is not None and end < start:
            message = T("«{id}» ends {end}, before it begins {start}", id=item.record.name, start=start, end=end)
            yield item, item, finding("702", item.record, message, "til", help=T("Correct «fra» or «til»."))


def _stated(activities: list[Timed], world: World) -> Iterator[Found]:
    """Find what comes in another order than `etter` and `før` say."""
    known = {item.record: item for item in activities}
    hint = T("Move one of them, or correct «etter» and «før».")
    for item in activities:
        before = [known.get(other) for other in world.graph.targets(item.record, "etter")]
        after = [known.get(other) for other in world.graph.targets(item.record, "før")]
        for first, then in [*((other, item) for other in before), *((item, other) for other in after)]:
            if first is not None and then is not None and first is not then and _wrong(first, then):
                yield first, then, _finding(first, then, hint)


def _lawful(activities: list[Timed]) -> Iterator[Found]:
    """Find what begins before all that the law wants before it."""
    hint = T("Move one of them: the law wants this order.")
    for slag, ring, later in _LAWFUL:
        before = [item for item in activities if item.is_a(slag) and ring in ("", item.record.get("ring"))]
        for then in (item for item in activities if item.is_a(later) and item.record.get("ring") == "politisk"):
            firsts = [first for first in before if first is not then and first.goes_with(then)]
            if firsts and all(_wrong(first, then) for first in firsts):
                yield firsts[0], then, _finding(firsts[0], then, hint)


def _wrong(first: Timed, then: Timed) -> bool:
    return then.start_at_latest < first.end_at_earliest


def _finding(first: Timed, then: Timed, hint: Text) -> Finding:
    message = T(
        "«{id}» begins {start}, before «{other}» is finished {end}",
        id=then.record.name,
        start=then.period.start,
        other=first.record.name,
        end=first.end_at_earliest,
    )
    related = [(first.record.place(first.field), T("this must be finished first"))]
    at = "fra" if then.precision == "periode" else then.field
    return finding("702", then.record, message, at, help=hint, related=related)


RULE = Rule(
    code="702",
    slug="feil-rekkefølge",
    severity=Severity.ERROR,
    title="{Aktivitet_pl} in the wrong order",
    source="S0 «Årshjul»; kommuneloven § 14-3; plan- og bygningsloven § 11-13",
    example=Example("årshjul.yaml", SAMPLE.replace("2021-11-23", "2021-12-15"), SAMPLE),
    whole=_whole,
    explanation=__doc__,
)
