"""What is said of all is said only where it is so of all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rendered import tertial, tertial_view
from test_month import FIGURES, HEAD
from town import town, view

from planctl.domain.judgement.course import Course
from planctl.domain.judgement.verdict import Verdict
from planctl.i18n import Language
from planctl.reports.chapters import economy, unreported
from planctl.reports.month import build_month
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_annual
from planctl.reports.views.money import AreaMoney, Economy, Money, UnitMoney
from planctl.reports.views.tertial import TertialReport

ALL = {"nb": "Vurderingen omfatter alle mål.", "nn": "Vurderinga omfattar alle mål."}


def _year(report: TertialReport, code: str = "nb") -> str:
    return render("årsrapport.md.j2", Language(code), {"report": report})


def _judged(report: TertialReport, *courses: Course) -> TertialReport:
    (area,) = report.focus_areas
    goals = tuple(replace(goal, computed=Verdict(course)) for goal, course in zip(area.goals, courses, strict=True))
    return replace(report, focus_areas=(replace(area, goals=goals),))


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_the_judgement_covers_every_goal(code: str) -> None:
    """Said in a year's report of all units whose mål are all judged, and in no other."""
    report = build_annual(town(), 2021)
    assert report is not None
    told = _judged(report, Course.I_RUTE, Course.FORSINKET)
    assert f"31. desember 2021. {ALL[code]}\n" in _year(told, code)
    for other in (
        _judged(report, Course.I_RUTE, Course.UKJENT),
        replace(told, unit="Veg"),
        replace(told, focus_areas=()),
    ):
        assert ALL[code] not in _year(other, code)


def test_the_example_does_not_claim_it() -> None:
    """Some of its delmål are not judged, and the summary says how many."""
    assert tertial_view(0).courses[-1] == 1
    assert "omfatter alle" not in tertial(0)
    assert "og 1 ikke vurdert." in tertial(0)


def _measures(report: TertialReport) -> list[str]:
    made = unreported.chapter(report)
    assert made is not None
    parts = [part for part in made.parts if "fersk" in Language("nb")(part.title)]
    return [Language("nb").show(words) for part in parts for words in part.paragraphs]


def test_fresh_values() -> None:
    """Not said of one that was never measured, nor where there is none."""
    report = view()
    fresh = replace(report.indicators[0], stale=False, due=False)
    never = replace(fresh, last_value=None, latest=None)
    bare = replace(report, missing=replace(report.missing, never=(), stale=()), unit_indicators=())
    assert _measures(replace(bare, indicators=(fresh,))) == ["Ingen: alle indikatorer har en fersk verdi."]
    assert _measures(replace(bare, indicators=(fresh, never))) == ["Ingen av dem som skulle vært målt."]
    assert _measures(replace(bare, indicators=())) == []


def _explained(money: Money, without: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> list[str]:
    unit = UnitMoney("Veg", "Teknisk", money)
    sums = Economy((AreaMoney("Teknisk", money, (unit,)),), money, 1, 2, without)
    made = economy.chapter(replace(view(), economy=sums, ledger=None))
    assert made is not None
    return [Language(code).show(made.parts[-1].notes[0]) for code in ("nb", "nn")]


def test_no_deviation() -> None:
    """Said of all units where all have given their figures, else of those that have."""
    even = Money(10, 5, 5, 10)
    assert _explained(even) == ["Ingen enheter venter avvik i året.", "Ingen einingar ventar avvik i året."]
    told = [
        "Ingen enheter som har gitt fullstendige tall, venter avvik i året.",
        "Ingen einingar som har gitt fullstendige tal, ventar avvik i året.",
    ]
    assert _explained(even, (("Oppvekst", ("Skole",)),)) == told
    assert _explained(Money(10, 5, 5, None)) == told


@pytest.mark.parametrize(
    ("skole", "told"),
    [
        ("skole;1;9000;;750;700;9000\n", "\n\nIngen enheter venter merforbruk.\n"),
        ("skole;1;9000;;750;700;\n", "\n\nIngen enheter som har gitt fullstendige tall, venter merforbruk.\n"),
        ("", "\n\nIngen enheter som har gitt fullstendige tall, venter merforbruk.\n"),
    ],
)
def test_no_overspend_in_a_month(skole: str, told: str) -> None:
    """Said of all where all units with a plan have a forecast."""
    rows = f"{HEAD}veg;1;12000;12000;1000;1100;12000\nvann;1;10;10;1;1;10\nhavn;1;5;5;1;1;5\n{skole}"
    made = build_month(town({"økonomi.yaml": FIGURES, "tall.csv": rows}), 2021, 1)
    assert made is not None
    assert told in render("månedsrapport.md.j2", Language("nb"), {"report": made})
