"""The figures' views, counted by hand on the small municipality and again on the example."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from planctl.load.files.tree import WorkTree
from planctl.model.period import tertial
from planctl.reports.figures.sources import all_series, coverage, fn_uses
from planctl.reports.figures.views import Coverage, CoverageRow
from planctl.reports.scope import Scope
from planctl.reports.tertial import build_tertial
from planctl.reports.views.goals import Point
from planctl.world import open_world
from reports.town import edited, town
from support import EXAMPLE, book


def small(changes: dict[str, str] | None = None) -> Scope:
    here = town(changes)
    return Scope(here, tertial(2021, 2))


@cache
def asker() -> Scope:
    here = open_world(WorkTree(EXAMPLE), date(2021, 9, 30), date.today, book())
    return Scope(here, tertial(2021, 2))


def test_series_of_the_small_municipality() -> None:
    """Each series holds every value known on the day, `ikke målt` included; a unit's series stands alone."""
    found = [(one.item.title, one.item.unit, one.points) for one in all_series(small())]
    assert found == [
        ("Reiser på sykkel", "", (Point(Decimal(8), "2019"), Point(Decimal(12), "2020"))),
        ("Fornøyde elever", "", (Point(Decimal("4.9"), "2018"), Point(None, "2020"))),
        ("Strøm i skolene", "", ()),
        ("Sykefravær", "Veg", (Point(Decimal("7.0"), "2021-T1"), Point(Decimal("6.0"), "2021-T2"))),
        ("Sykefravær", "Skole", (Point(Decimal("8.1"), "2021-T2"),)),
    ]
    assert [one.bands is None for one in all_series(small())] == [False, False, True, False, False]
    assert not any(one.line for one in all_series(small()))


def test_the_straight_line() -> None:
    """The line goes from the nullpunkt over each måltall to the target, and no further."""
    name = "handlingsprogram.yaml"
    begun = (
        "    måltall:\n      - periode: 2024",
        "    nullpunkt: {periode: 2018, verdi: 6}\n    måltall:\n      - periode: 2024",
    )
    (found, *_) = all_series(small(edited(name, begun)))
    assert found.line == (Point(Decimal(6), "2018"), Point(Decimal(11), "2020"), Point(Decimal(15), "2022"))
    assert found.item.target == found.line[-1]
    (late, *_) = all_series(small(edited(name, (begun[0], begun[1].replace("2018", "2021")))))
    assert late.line == ()


def test_coverage_of_the_small_municipality() -> None:
    scope = small()
    assert coverage(scope, scope.goal_plans) == Coverage(
        ("Teknisk", "Oppvekst"), (CoverageRow("1", "Klima", ((6, 2), (2, 1))),)
    )


def test_fn_goals_of_the_small_municipality() -> None:
    """A target counts for its goal, once for each mål and tiltak, however many targets of it are named."""
    scope = small(
        {
            **edited(
                "kommuneplan.yaml",
                (
                    "            tittel: Innbyggerne",
                    '            bærekraftsmål: ["11.2", "13.2", "13.3"]\n            tittel: Innbyggerne',
                ),
                ("            tittel: Skolene", '            bærekraftsmål: ["13"]\n            tittel: Skolene'),
                ("    tittel: Klima", '    bærekraftsmål: ["7"]\n    tittel: Klima'),
            ),
            **edited("planctl.yaml", ("format: 1\n", 'format: 1\nprioriterte_bærekraftsmål: ["13", "17"]\n')),
        }
    )
    found = fn_uses(scope, scope.goal_plans)
    assert found.kind == "delmål"
    assert [
        (row.number, row.goals, row.tiltak, row.prioritised) for row in found.rows if row.goals or row.prioritised
    ] == [
        ("11", 1, 6, False),
        ("13", 2, 8, True),
        ("17", 0, 0, True),
    ]
    assert len(found.rows) == 17
    assert sum(row.goals + row.tiltak for row in found.rows) == 17


def test_the_example_agrees_with_its_report() -> None:
    """The series end with the report's latest value, and no cell holds more than its satsingsområde has."""
    scope = asker()
    report = build_tertial(scope, 2021, 2)
    assert report is not None
    found = all_series(scope)
    assert [one.item for one in found if not one.item.by_unit] == list(report.indicators)
    for one in found:
        assert (one.points[-1] if one.points else None) == one.item.latest
        assert not one.line or one.line[-1] == one.item.target
    map_ = coverage(scope, scope.goal_plans)
    assert map_.areas == tuple(row.name for row in report.tiltak.rows if row.name)
    for row, area in zip(map_.rows, report.focus_areas, strict=True):
        assert (row.number, row.title) == (area.number, area.title)
        assert (sum(tiltak for tiltak, _ in row.cells), sum(oppdrag for _, oppdrag in row.cells)) == (
            area.tiltak.total,
            area.oppdrag.total,
        )


def test_fn_goals_of_the_example() -> None:
    """The delmål are recounted from the plan's own fields."""
    scope = asker()
    found = fn_uses(scope, scope.goal_plans)
    assert found.kind == "delmål"
    assert [row.number for row in found.rows if row.prioritised] == ["3", "4", "9", "11", "13", "17"]
    for row in found.rows:
        named = [
            record
            for record in scope.plans.of_kind("delmål")
            if record.plan in scope.goal_plans
            and any(
                ref.source is record and ref.target.partition(".")[0] == row.number
                for ref in scope.plans.refs
                if "fn-mål" in ref.reference.kinds
            )
        ]
        assert row.goals == len(named)
        below = {
            id(tiltak) for record in named for tiltak in scope.graph.descendants(record) if tiltak.kind == "tiltak"
        }
        assert row.tiltak >= sum(id(tiltak) in below for tiltak in scope.tiltak)
