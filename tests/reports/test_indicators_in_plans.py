"""Indicators that stand in a temaplan, an area or under a goal, in a municipality that keeps them there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from planctl.domain.judgement.course import Course, Line
from planctl.i18n import Language
from planctl.output.thread import thread_of
from planctl.reports.documents import Basis, theme_document
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_annual, build_tertial
from planctl.reports.views.tertial import TertialReport
from support import world

HEAD = "format: 1\nkommune:\n  navn: Vår\nprofil: fri\ndato: 2023-09-10\n"
UNITS = "type: organisasjon\norganer:\n  - id: kommunestyret\n    tittel: Kommunestyret\n"
PLAN = """\
type: temaplan
id: tp
tittel: Klimaplan for Vår
periode: 2020-2032
status: vedtatt
vedtak:
  organ: kommunestyret
  dato: 2020-03-10
mål:
  - id: m1
    tittel: Utslippene går ned
    indikatorer:
      - id: i1
        tittel: Klimagasser
        enhet: tonn
        retning: ned
        nullpunkt: {periode: 2019, verdi: 1200}
        måltall:
          - periode: 2030
            endring: -30 %
        hyppighet: årlig
innsatsområder:
  - id: o1
    tittel: Sykkel
    mål:
      - id: m2
        tittel: Flere sykler
    tiltak:
      - id: t1
        tittel: Bygge sykkelveg
        løser: [m2]
        frist: 2024
        status: i rute
    indikatorer:
      - id: i2
        tittel: Sykkelturer
        enhet: antall
        retning: opp
        nullpunkt: {periode: 2020, verdi: 1000}
        måltall:
          - periode: 2024
            endring: +2 % per år
  - id: o2
    tittel: Natur
    indikatorer:
      - id: i3
        tittel: Fornøyde innbyggere
        enhet: prosent
        nullpunkt: {periode: 2021, verdi: 40}
        måltall:
          - periode: 2027
            endring: +5 prosentpoeng
        hyppighet: hvert 3. år
"""
VALUES = "type: målinger\nfil: m.csv\n"
CSV = "indikator;periode;verdi\ni1;2021;1190\ni1;2022;1050\ni2;2021;1030\ni2;2022;1035\n"
FILES = {"planctl.yaml": HEAD, "organisasjon.yaml": UNITS, "temaplan.yaml": PLAN, "m.yaml": VALUES, "m.csv": CSV}
HERE = world({**FILES}, date(2023, 9, 10), base=False)


def _report() -> TertialReport:
    found = build_tertial(HERE, 2023, 2)
    assert found is not None
    return found


def _ids(nodes: object) -> list[str]:
    return [node.record.name for node in nodes]  # type: ignore[attr-defined]


def test_an_indicator_measures_what_it_stands_in() -> None:
    """The goal; in an area the goal beside it; and the area that has none."""
    graph, plans = HERE.graph, HERE.plans
    measured = {name: [item.name for item in graph.measured(plans.by_id[name])] for name in ("i1", "i2", "i3")}
    assert measured == {"i1": ["m1"], "i2": ["m2"], "i3": ["o2"]}
    assert [item.name for item in graph.measuring(plans.by_id["m2"])] == ["i2"]
    assert graph.parents(plans.by_id["i1"]) == []


def test_trace_shows_it_from_both_ends() -> None:
    """Up from the indicator, and below the area that it stands in."""
    plans, graph = HERE.plans, HERE.graph
    assert _ids(thread_of(plans, graph, plans.by_id["i1"]).up) == ["m1"]
    assert _ids(thread_of(plans, graph, plans.by_id["o1"]).down) == ["t1", "i2"]


def test_the_report_has_the_goals_of_the_plan_under_its_name() -> None:
    """A change is judged as the number it gives: 1 200 − 30 % in 2030, and 2 per cent more for each year."""
    report = _report()
    (area,) = report.focus_areas
    assert area.title == "Klimaplan for Vår"
    assert {goal.title: goal.computed and goal.computed.course for goal in area.goals} == {
        "Flere sykler": Course.RISIKO, "Utslippene går ned": Course.I_RUTE,
    }  # fmt: skip
    told = {item.id: (item.target and (item.target.value, item.target.period), item.line) for item in report.indicators}
    assert told == {
        "i1": ((Decimal(840), "2030"), Line.PÅ), "i2": ((Decimal(1061), "2023"), Line.BAK),
        "i3": ((Decimal(45), "2027"), Line.INGEN),
    }  # fmt: skip
    behind = next(item for item in report.indicators if item.id == "i2")
    assert behind.expected == Decimal(1040)
    assert [plan.title for plan in report.plans] == ["Klimaplan for Vår"]


def test_nothing_is_asked_for_between_two_measurements() -> None:
    """The one that is measured every third year was never measured, and its first value is due in 2025."""
    report = _report()
    assert [item.id for item in report.indicators if item.never] == ["i3"]
    assert report.missing.never == ()
    later = build_annual(world({**FILES}, date(2026, 2, 1), base=False), 2025)
    assert later is not None
    assert [item.id for item in later.missing.never] == ["i3"]


@pytest.mark.parametrize("status", ["vedtatt", "utkast"])
def test_the_document_shows_them_where_they_stand(status: str) -> None:
    """In each area, and outside of them; of a draft too."""
    files = {**FILES, "temaplan.yaml": PLAN.replace("status: vedtatt", f"status: {status}")}
    here = world(files, date(2023, 9, 10), base=False)
    view = theme_document(Basis(here, 2023, date(2023, 9, 10)), here.plans.by_id["tp"])
    assert [[row.indicator.id for row in area.indicators] for area in view.areas] == [["i2"], ["i3"]]
    assert view.rest is not None
    assert [row.indicator.id for row in view.rest.indicators] == ["i1"]
    text = render("dokumenter/temaplan.md.j2", Language("nb"), {"report": view})
    row = next(line for line in text.splitlines() if "Klimagasser" in line)
    assert row == "| Utslippene går ned | Klimagasser, tonn | – | – | – | 1 050 (2022) | 840 (2030) |".replace(
        " 0", "\u00a00"
    )
