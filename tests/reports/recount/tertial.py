"""The tertial report and the årsrapport written again, row by row, without what is fixed in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from recount.attainment import attainment
from recount.changes import changes
from recount.economy import Economy
from recount.judged import Count, computed
from recount.made_up import dated
from recount.missing import missing
from recount.node import Node
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.summary import plans, summary
from recount.words import last_day, last_of_month, long, running, short

PLANS = (
    "handlingsprogram", "kommunedelplan", "kommuneplan", "planstrategi", "strategiplan", "temaplan", "virksomhetsplan",
)  # fmt: skip
CONTROL = {
    "internkontrollrapport", "eierskapsmelding", "delegeringsreglement", "plan for forvaltningsrevisjon",
    "plan for eierskapskontroll", "beredskapsplan",
}  # fmt: skip


class Report:
    """One tertial of a year, or (0) the whole year."""

    def __init__(self, source: Source, year: int, number: int) -> None:
        self.source, self.year, self.number = source, year, number
        first = 1 if number == 0 else 4 * number - 3
        self.end = last_of_month(year, 4 * (number or 3))
        since = dt.date(year, 9, 1) if number == 0 else None
        self.count = Count(Scope(source, dt.date(year, first, 1), self.end, since))
        self.economy = Economy(self.count.scope, annual=number == 0)

    @cached_property
    def before(self) -> Report | None:
        """The report before it in the same year."""
        return None if self.number == 1 else Report(self.source, self.year, 1 if self.number == 2 else 2)

    def rows(self) -> Iterator[Row]:
        """Write every row that holds something from the plans."""
        scope = self.count.scope
        name = self.source.config["kommune"]["navn"]
        named = f"Årsrapport {self.year}" if self.number == 0 else f"{self.number}. tertialrapport {self.year}"
        yield row(f"# {named} – {name}")
        told = (
            f"Periode: {long(scope.start)} – {long(self.end)}. Status, frister og tall er vurdert per {long(self.end)}."
        )
        yield row(told + (" Vurderingen omfatter alle mål." if self.number == 0 else ""))
        yield from plans(self.count, self.year)
        yield from summary(self.count, self.economy)
        if self.before:
            yield from changes(self.before.count, self.count, f"{self.before.number}. tertial {self.year}")
        yield from attainment(self.count)
        yield from _deviations(self.count, self.before.count if self.before else None)
        yield from _overdue(self.count)
        yield from self.economy.rows()
        yield from missing(self.count, self.year)
        if self.number == 0:
            yield from _annual(self.count)
        yield row(
            f"- Bare rapporter for perioder som var slutt {long(self.end)}, er med, uansett når de ble levert. Lages "
            "rapporten på nytt senere, blir resultatet det samme så lenge planene er de samme."
        )
        yield row(
            "- En rapport er levert for sent når den kommer mer enn 30 dager etter at perioden er slutt. Der det ikke "
            "er oppgitt et regulert budsjett, er det opprinnelige brukt."
        )


def _deviations(count: Count, before: Count | None) -> Iterator[Row]:
    if not count.deviations:
        yield row("Det er ikke meldt avvik, og ingen frister er passert.")
    known = None if before is None else {one.node.id for one in before.deviations}
    for name in dict.fromkeys(one.area for one in count.deviations):
        yield row(f"### {name or 'Utenfor tjenesteområdene'}")
        for one in count.deviations:
            if one.area == name:
                new = ", *ny*" if known is not None and one.node.id not in known else ""
                unsaid = "*årsaken er ikke oppgitt*" + (f": {one.comment}" if one.comment else "")
                cause, corrective = one.cause or unsaid, one.corrective or "*ikke oppgitt*"
                yield one.name + new, one.unit, one.told, cause, corrective, one.frist
    for one in count.ordered:
        if one.said is not None and one.grade != one.said:
            reason = one.reason[:1].upper() + one.reason[1:]
            yield one.name, one.unit, one.status.capitalize(), computed(one), reason


def _overdue(count: Count) -> Iterator[Row]:
    late = [one for one in count.items.values() if one.late is not None]
    day = long(count.scope.end)
    if not late:
        yield row(f"Ingen frister var passert {day}.")
        return
    yield row(
        f"Fristen som gjelder, var passert {day}, og arbeidet er ikke meldt fullført. Den eldste fristen står først."
    )
    late.sort(key=lambda one: (one.deadline, one.node.kind != "tiltak", one.unit, one.node.title))
    for one in late:
        moved = f" (opprinnelig {short(one.planned)})" if one.planned != one.deadline else ""
        yield f"{short(one.deadline)}{moved}", str(one.late or "siste dag"), one.name, one.unit, one.status.capitalize()


def decisions(source: Source, node: Node) -> list[tuple[dt.date | None, str, str, str, str]]:
    """List a plan's decisions: day, body, case, what they are about, and that the date is made up when it is."""
    rows = node.fields.get("vedtak") or []
    return [
        (
            last_day(row.get("dato")),
            source.title(row.get("organ", "")),
            row.get("sak", ""),
            row.get("gjelder", ""),
            dated(row, node),
        )
        for row in (rows if isinstance(rows, list) else [rows])
    ]


def _annual(count: Count) -> Iterator[Row]:
    scope = count.scope
    plans_ = scope.source.of(*PLANS)
    control = [node for node in scope.source.of("registerplan") if node.text("slag") in CONTROL]
    found = [
        [
            (day, node.title, body, case, about, made_up)
            for node in nodes
            for day, body, case, about, made_up in decisions(scope.source, node)
            if day and scope.start <= day <= scope.end
        ]
        for nodes in (plans_, control)
    ]
    for day, title, body, case, about, made_up in sorted(found[0], key=lambda row: row[:2]):
        yield short(day) + made_up, title, body or "–", case or "–", about or "–"
    for one in count.ordered:
        if one.node.text("styringsmodell") == "prosjekt":
            yield one.node.label, one.unit, one.told, computed(one), one.frist
    for day, title, body, case, _, made_up in sorted(found[1], key=lambda row: row[:2]):
        told = f"vedtatt av {running(body)} {long(day)}" if body else long(day)
        yield row(f"- {title}, {told}" + (f" (sak {case})" if case else "") + made_up)
