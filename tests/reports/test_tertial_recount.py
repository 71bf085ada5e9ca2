"""The report on the example municipality, counted again from its files."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest
from recount import Recount
from town import markdown, tables, written_rows

from planctl.load.tree import WorkTree
from planctl.pipeline import open_world
from planctl.reports.tally import Tally
from planctl.reports.tertial import build_tertial
from planctl.reports.view import TertialReport
from support import EXAMPLE

pytestmark = pytest.mark.parametrize("number", [1, 2])


@cache
def _report(number: int) -> TertialReport:
    world = open_world(WorkTree(EXAMPLE), None, lambda: date(2021, 9, 15))
    report = build_tertial(world.plans, world.graph, 2021, number)
    assert report is not None
    return report


@cache
def _recount(number: int) -> Recount:
    return Recount(EXAMPLE, number)


def _parts(tally: Tally) -> Counter[str]:
    return Counter(dict(tally.parts))


def test_tiltak_and_oppdrag(number: int) -> None:
    """Every count of tiltak and oppdrag, by tjenesteområde and in all."""
    report, again = _report(number), _recount(number)
    for kind, table in (("tiltak", report.tiltak), ("oppdrag", report.oppdrag)):
        assert {row.name: _parts(row) for row in table.rows if row.total} == again.table(kind)
        assert _parts(table.total) == Counter(again.statuses(kind).values())


def test_past_the_deadline(number: int) -> None:
    """Every tiltak and oppdrag past its deadline, with the days."""
    assert {item.title: item.days_late for item in _report(number).overdue} == _recount(number).overdue()


def test_deviations(number: int) -> None:
    """Everything that is reported at risk or delayed or is past its deadline, and nothing else."""
    again = _recount(number)
    wanted = set(again.overdue())
    for kind, rows in (("tiltak", again.tiltak), ("oppdrag", again.oppdrag)):
        wanted |= {
            rows[id_][1]["tittel"] for id_, status in again.statuses(kind).items() if status in ("risiko", "forsinket")
        }
    assert {item.title for item in _report(number).deviations} == wanted


def test_goals(number: int) -> None:
    """The work below every delmål and satsingsområde of the kommuneplan."""
    report, again = _report(number), _recount(number)
    (plan,) = again.of("kommuneplan")
    assert len(report.focus_areas) == len(plan["satsingsområder"])
    for area, written in zip(report.focus_areas, plan["satsingsområder"], strict=True):
        assert (_parts(area.tiltak), _parts(area.oppdrag)) == again.below(written["id"])
        delmål = [goal for upper in written["hovedmål"] for goal in upper["delmål"]]
        shown = [goal for goal in area.goals if goal.leaf]
        assert [goal.title for goal in shown] == [goal["tittel"] for goal in delmål]
        for goal, source in zip(shown, delmål, strict=True):
            assert (_parts(goal.tiltak), _parts(goal.oppdrag)) == again.below(source["id"])


def test_judgements(number: int) -> None:
    """The units' judgements of the mål."""
    said = Counter(
        row["måloppnåelse"] for report in _recount(number).current for row in (report.get("mål") or {}).values()
    )
    shown: Counter[str] = Counter()
    for area in _report(number).focus_areas:
        for goal in area.goals:
            shown.update(dict(goal.verdicts))
    assert shown == said


def test_economy(number: int) -> None:
    """Every sum, by tjenesteområde and in all."""
    economy = _report(number).economy
    again = _recount(number).economy()
    shown = {area.name: area.money for area in economy.areas}
    assert {name: (money.revised, money.budget, money.actual, money.forecast) for name, money in shown.items()} == again
    total = economy.total
    assert (total.revised, total.budget, total.actual, total.forecast) == tuple(
        map(sum, zip(*again.values(), strict=True))
    )
    assert total.deviation == sum(money.deviation or 0 for money in shown.values())


def test_silent_units(number: int) -> None:
    """The units that owe a report."""
    assert {unit.name for unit in _report(number).missing.units} == _recount(number).silent_units()


def test_indicators(number: int) -> None:
    """Each indicator's latest value, and which were never measured."""
    report, again = _report(number), _recount(number)
    ids = {row["id"] for row in again.programme["indikatorer"]}
    measured = {key: rows for key, rows in again.values.items() if key[0] in ids}
    series = [*report.indicators, *(item for group in report.unit_indicators for item in group.series)]
    titles = {title: id_ for id_, title in again.unit_title.items()} | {"": ""}
    assert len([item for item in series if item.latest is not None]) == len(measured)
    for item in series:
        rows = measured.get((item.id, titles[item.unit] if item.by_unit else ""), {})
        if item.latest is None or item.latest.value is None:
            assert (rows[max(rows)] if rows else "ikke målt") == "ikke målt"
        else:
            assert abs(float(item.latest.value) - float(rows[max(rows)])) <= 0.5 * 10**-item.decimals


def test_tables_are_whole(number: int) -> None:
    """Every table has equally long rows, both as written and as a Markdown reader finds it."""
    text = markdown(_report(number), "nb")
    found = tables(text)
    assert all(len({len(row) for row in table}) == 1 for table in found)
    assert sum(map(len, found)) + len(found) == len(written_rows(text))
