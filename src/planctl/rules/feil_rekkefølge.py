"""An activity comes before something that must be finished first.

`etter` and `før` tell which activities wait for which, and the law knows some orders of its own: the
recommendation before the handlingsprogram is adopted, the accounts and the annual report closed before
the council adopts them, the planprogram before the kommuneplan. The same day is in order, and what
has only a month is given the benefit of the doubt. An activity that ends before it begins is found
here too.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diagnostic import Finding, Severity
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.rules.rule import Context, Example, Rule, finding
from planctl.rules.wheel import SAMPLE, Timed, current

_LAWFUL = (
    ("hp-innstilling", "", "hp-vedtak", "politisk"),
    ("årsregnskap", "administrativ", "årsregnskap", "politisk"),
    ("årsberetning", "administrativ", "årsberetning", "politisk"),
    ("planprogram", "", "kommuneplan", "politisk"),
)
"""What must be done (slag and ring) before something else (slag and ring) begins."""


def _whole(context: Context) -> Iterator[Finding]:
    activities = list(current(context))
    by_record = {id(item.record): item for item in activities}
    told: set[int] = set()
    for item in activities:
        start, end = parse_date(item.record.get("fra")), parse_date(item.record.get("til"))
        if item.precision == "periode" and start is not None and end is not None and end < start:
            told.add(id(item.record))
            message = T("«{id}» ends {end}, before it begins {start}", id=item.record.name, start=start, end=end)
            yield finding("702", item.record, message, "til", help=T("Correct «fra» or «til»."))
    for item in activities:
        pairs: list[tuple[Timed | None, Timed | None, str]] = [
            (by_record.get(id(other)), item, "etter") for other in context.graph.targets(item.record, "etter")
        ]
        pairs += [(item, by_record.get(id(other)), "før") for other in context.graph.targets(item.record, "før")]
        for first, then, field in pairs:
            if first is None or then is None or first is then or id(then.record) in told or not _wrong(first, then):
                continue
            told.add(id(then.record))
            yield _finding(first, then, field)
    for item in activities:
        before = _must_precede(item, activities)
        if before and id(item.record) not in told and all(_wrong(first, item) for first in before):
            yield _finding(before[0], item, "")


def _must_precede(item: Timed, activities: list[Timed]) -> list[Timed]:
    """Give the activities of which one at least must lawfully be finished before another begins."""
    for slag, ring, later, later_ring in _LAWFUL:
        if item.is_a(later) and item.record.get("ring") == later_ring:
            found = [
                first
                for first in activities
                if first.is_a(slag) and (not ring or first.record.get("ring") == ring) and first is not item
            ]
            if found and all(_wrong(first, item) for first in found):
                return found
    return []


def _wrong(first: Timed, then: Timed) -> bool:
    return then.start_at_latest < first.end_at_earliest


def _finding(first: Timed, then: Timed, field: str) -> Finding:
    message = T(
        "«{id}» begins {start}, before «{other}» is finished {end}",
        id=then.record.name,
        start=then.period.start,
        other=first.record.name,
        end=first.end_at_earliest,
    )
    hint = (
        T("Move one of them, or correct «etter» and «før».")
        if field
        else T("Move one of them: the law wants this order.")
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
