"""The first chapter written again: the plans, the counts of tiltak and oppdrag, and the result in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recount.economy import Economy
from recount.judged import Count
from recount.made_up import banner, dated, goals, marks
from recount.node import Node
from recount.page import Row, row
from recount.scope import HELD, SILENT, STATUSES, Scope
from recount.values import Series
from recount.words import counted, kroner, last_day, listing, long, number, running, share
from recount.work import Item, parts


def plans(count: Count, year: int, more: Iterable[Node] = ()) -> Iterator[Row]:
    """Tell what is illustrative, also of what more the report is made of, and the plans it is built on."""
    scope = count.scope
    indicators = [node for node in scope.source.of("indikator") if node.top in scope.measured]
    reports = [report for rows in scope.reports.values() for report in rows] + scope.joint
    nodes = [*goals(scope.source, scope.goal_plans), *indicators, *scope.tiltak, *scope.oppdrag, *reports]
    yield from banner(nodes, marks(scope, indicators), more)
    for plan in dict.fromkeys([*scope.goal_plans, *scope.programmes]):
        yield row(f"- {plan.title}{_adopted(scope, plan)}")
    yield row(f"- {counted(len(scope.unit_plans), 'virksomhetsplan')} for {year}")


def _adopted(scope: Scope, plan: Node) -> str:
    rows = plan.fields.get("vedtak") or []
    known = [
        (day, row)
        for row in (rows if isinstance(rows, list) else [rows])
        if (day := last_day(row.get("dato"))) and day <= scope.end
    ]
    if not known:
        return ""
    day, made = max(known, key=lambda pair: pair[0])
    by = f" av {running(scope.source.title(made['organ']))}" if made.get("organ") else ""
    return f", vedtatt{by} {long(day)}{dated(made, plan)}"


def results(items: list[Series]) -> tuple[int, int, int, int]:
    """Count series by band: wished for, accepted, not approved, and those without a judgement."""
    bands = [one.band for one in items]
    known = [bands.count(band) for band in ("ønsket", "akseptert", "ikke_godkjent")]
    return known[0], known[1], known[2], len(items) - sum(known)


def summary(count: Count, economy: Economy) -> Iterator[Row]:
    """Write the summary and the two tables of statuses."""
    scope = count.scope
    silent = count_silent(count)
    units = counted(len(scope.planned), "enhet")
    tiltak, oppdrag = count.of("tiltak"), count.of("oppdrag")
    yield row(economy.summary())
    if economy.ledger:
        sums, covered = economy.ledger
        left = sums.deviation or 0
        told = f"{'merforbruket' if left < 0 else 'mindreforbruket'} i året {kroner(abs(left))}"
        yield row(f"- Etter månedsregnskapet, som dekker {covered}, er {told}. Se kapittel 5.")
    grades = [goal.grade for goal in count.leaves]
    differ, better = (sum(getattr(goal, name) for goal in count.leaves) for name in ("contradicts", "better"))
    if grades:
        off, risk, rest, on, reached = (grades.count(grade) for grade in range(5))
        told = f" For {differ} delmål melder enhetene at det går bra, mens tallene viser noe annet." if differ else ""
        if better:
            told += f" For {better} delmål melder enhetene «ikke på vei», mens tallene viser «på vei» eller «nådd»."
        yield row(
            f"- Beregnet fra indikatorer, oppdrag og tiltak er {reached} av {len(grades)} delmål nådd, {on} på vei, "
            f"{risk} på vei med risiko, {off} ikke på vei og {rest} ikke vurdert." + told
        )
    whole = [one for found in count.series.values() for one in found if not one.by_unit]
    split = sum(any(one.by_unit for one in found) for found in count.series.values())
    if whole:
        wanted, accepted, rejected, rest = results(whole)
        never = sum(one.last is None for one in whole)
        yield row(
            f"- Resultat for {counted(len(whole), 'indikator')}: {wanted} ønsket, {accepted} akseptert, {rejected} "
            f"ikke godkjent, {rest - never} uten vurdering og {never} aldri målt."
        )
    if split:
        yield row(f"- Målt enhet for enhet: {counted(split, 'indikator')}. Se slutten av kapittel 2.")
    if tiltak:
        yield row(_reported(tiltak, "tiltak"))
    if oppdrag:
        quiet = [one for one in oppdrag if one.status == SILENT]
        carried = [one for one in quiet if any(_told(count, node) for node in one.node.below)]
        tail = f" Av dem uten egen status følges {len(carried)} av {len(quiet)} opp av tiltak som har meldt status."
        yield row(_reported(oppdrag, "oppdrag") + (tail if carried else ""))
    kinds = [one.node.kind for one in count.items.values() if one.late is not None]
    late = [counted(kinds.count(kind), kind) for kind in ("tiltak", "oppdrag") if kind in kinds]
    passed = f"Fristen er passert for {listing(late)} som ikke er meldt fullført." if late else ""
    yield row(f"- {passed or f'Ingen frister var passert {long(scope.end)}.'}")
    yield row(f"- {len(scope.planned) - len(silent)} av {units} med virksomhetsplan har levert rapport.")
    for rows in (tiltak, oppdrag):
        if rows:
            yield from _table(scope, rows)


def count_silent(count: Count) -> list[Node]:
    """List the units with a plan that owe a report: nobody else told of all their tiltak."""
    found = []
    for unit in count.scope.planned:
        own = [one.status for one in count.of("tiltak") if count.scope.owner(one.node) is unit]
        if unit not in count.scope.reports and (not own or SILENT in own):
            found.append(unit)
    return found


def _told(count: Count, node: Node) -> bool:
    return node in count.items and count.items[node].status != SILENT


def _reported(items: list[Item], kind: str) -> str:
    said = [one for one in items if one.status != SILENT]
    if not said:
        return f"- Det er ikke meldt status for noen {kind}."
    told = f"{len(said)} av {len(items)} {kind} ({share(len(said), len(items))})"
    return f"- Det er meldt status for {told}: {parts(items, silent=False)}."


def _table(scope: Scope, items: list[Item]) -> Iterator[Row]:
    shown = [status for status in STATUSES if status != HELD or any(one.status == HELD for one in items)]
    names = [*scope.source.areas, *([""] if any(not one.area for one in items) else [])]
    for name in names:
        mine = [one.status for one in items if one.area == name]
        yield name or "Utenfor tjenesteområdene", *_cells(mine, shown)
    yield "**Sum**", *(f"**{cell}**" for cell in _cells([one.status for one in items], shown))


def _cells(said: list[str], shown: list[str]) -> list[str]:
    counts = [said.count(status) for status in shown]
    return [*map(number, counts), number(len(said)), share(len(said) - counts[-1], len(said))]
