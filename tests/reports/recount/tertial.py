"""The tertial report and the årsrapport written again, row by row, without what is fixed in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from recount import written
from recount.attainment import attainment
from recount.basis import basis
from recount.changes import changes
from recount.chapters import chapters
from recount.economy import Economy
from recount.judged import Count, computed
from recount.made_up import dated
from recount.missing import missing
from recount.node import Node
from recount.occasion import Occasion
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.summary import plans, summary
from recount.words import capital, last_day, last_of_month, long, running, short

PLANS = (
    "handlingsprogram", "kommunedelplan", "kommuneplan", "planstrategi", "strategiplan", "temaplan", "virksomhetsplan",
)  # fmt: skip
STEPS = ("mandat", "utlegging")
"""What the example's decisions are about that do not adopt a plan."""
CONTROL = {
    "internkontrollrapport", "eierskapsmelding", "delegeringsreglement", "plan for forvaltningsrevisjon",
    "plan for eierskapskontroll", "beredskapsplan",
}  # fmt: skip


class Report:
    """One tertial of a year, or (0) the whole year; `whole` with the chapters of the disciplines."""

    def __init__(self, source: Source, year: int, number: int, *, whole: bool = False) -> None:
        self.source, self.year, self.number = source, year, number
        first = 1 if number == 0 else 4 * number - 3
        self.end = last_of_month(year, 4 * (number or 3))
        since = dt.date(year, 9, 1) if number == 0 else None
        self.count = Count(Scope(source, dt.date(year, first, 1), self.end, since))
        self.economy = Economy(self.count.scope, annual=number == 0)
        self._occasion = Occasion(self.count.scope) if whole else None

    @cached_property
    def before(self) -> Report | None:
        """The report before it in the same year."""
        return None if self.number == 1 else Report(self.source, self.year, 1 if self.number == 2 else 2)

    @cached_property
    def _disciplines(self) -> dict[str, list[Row]]:
        """The chapters of disciplines, by their titles."""
        return dict(chapters(self._occasion)) if self._occasion else {}

    def rows(self) -> Iterator[Row]:
        """Write every row that holds something from the plans."""
        for _, found in self.chapters():
            yield from found

    def chapters(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Write the rows of each chapter, in order, by its title; what stands before the first has none."""
        count, before = self.count, self.before.count if self.before else None
        yield "", self._head()
        yield from written.opening(count)
        yield "Sammendrag", self._summary()
        yield "Måloppnåelse", attainment(count)
        yield "Avvik", _deviations(count, before)
        yield "Tiltak og oppdrag over fristen", _overdue(count)
        yield "Økonomi", self.economy.rows()
        yield "Ikke rapportert", missing(count, self.year)
        if self.number == 0:
            yield "Vedtak om planer", _decisions(count)
            yield "Prosjekter", _projects(count)
            yield "Internkontroll og eierskap", _control(count)
        yield from written.chapter(count, self.economy)
        yield from ((title, iter(rows)) for title, rows in self._disciplines.items())
        yield "Slik er tallene laget", self._basis()

    def _head(self) -> Iterator[Row]:
        name = self.source.config["kommune"]["navn"]
        named = f"Årsrapport {self.year}" if self.number == 0 else f"{self.number}. tertialrapport {self.year}"
        yield row(f"# {named} – {name}")
        told = f"Periode: {long(self.count.scope.start)} – {long(self.end)}. "
        told += f"Status, frister og tall er vurdert per {long(self.end)}."
        every = self.number == 0 and not self.count.scope.unit and self.count.judges_all
        yield row(told + (" Vurderingen omfatter alle mål." if every else ""))
        yield from plans(self.count, self.year, basis(self._occasion) if self._occasion else ())

    def _summary(self) -> Iterator[Row]:
        yield from summary(self.count, self.economy)
        if self.before:
            here = f"{self.number}. tertial {self.year}" if self.number else str(self.year)
            yield from changes(self.before.count, self.count, f"{self.before.number}. tertial {self.year}", here)

    def _basis(self) -> Iterator[Row]:
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
                said = one.cause + (f" *Kommentar:* {one.comment}" if one.comment else "")
                cause, corrective = said if one.cause else unsaid, one.corrective or "*ikke oppgitt*"
                yield one.name + new, one.unit or "–", one.told, cause, corrective, one.frist
    for one in count.ordered:
        if one.said is not None and one.grade != one.said:
            reason = one.reason[:1].upper() + one.reason[1:]
            yield one.name, one.unit or "–", one.status.capitalize(), computed(one), reason


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
        yield (
            f"{short(one.deadline)}{moved}",
            str(one.late or "siste dag"),
            one.name,
            one.unit or "–",
            one.status.capitalize(),
        )


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


def decided(source: Source, plan: Node) -> Iterator[Row]:
    """Tell a plan's decisions by day: those that adopt it, and the steps on the way with what they are about."""
    for day, body, case, about, made_up in sorted(decisions(source, plan), key=lambda made: made[0] or dt.date.max):
        said = f"{running(body)} {long(day)}" if day else running(body)
        told = capital(f"{about}: {said}") if about.startswith(STEPS) else f"Vedtatt av {said}"
        yield row(f"- {told}" + (f" (sak {case})" if case else "") + made_up)


def _of_the_year(count: Count, nodes: list[Node]) -> list[tuple[dt.date, str, str, str, str, str]]:
    """List the decisions of the year on some plans: day, title, body, case, what they are about, and if made up."""
    scope = count.scope
    found = [
        (day, node.title, body, case, about, made_up)
        for node in nodes
        for day, body, case, about, made_up in decisions(scope.source, node)
        if day and scope.start <= day <= scope.end
    ]
    return sorted(found, key=lambda one: one[:2])


def _decisions(count: Count) -> Iterator[Row]:
    for day, title, body, case, about, made_up in _of_the_year(count, count.scope.source.of(*PLANS)):
        yield short(day) + made_up, title, body or "–", case or "–", about or "–"


def _projects(count: Count) -> Iterator[Row]:
    for one in count.ordered:
        if one.node.text("styringsmodell") == "prosjekt":
            yield one.node.label, one.unit, one.told, computed(one), one.frist


def _control(count: Count) -> Iterator[Row]:
    nodes = [node for node in count.scope.source.of("registerplan") if node.text("slag") in CONTROL]
    for day, title, body, case, _, made_up in _of_the_year(count, nodes):
        told = f"vedtatt av {running(body)} {long(day)}" if body else long(day)
        yield row(f"- {title}, {told}" + (f" (sak {case})" if case else "") + made_up)
