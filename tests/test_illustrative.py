"""What is illustrative: the nearest mark decides, and every view tells it."""

from __future__ import annotations

from planctl.calendar.build import build_wheel
from planctl.i18n import Language
from planctl.model.illustrative import is_illustrative, shares
from planctl.reports.documents.basis import Basis
from planctl.reports.documents.plan import plan_document
from planctl.reports.documents.register import register
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_tertial
from planctl.world import World
from support import TODAY, world

GOALS = """\
type: kommuneplan
id: kp
tittel: Kommuneplan 2020–2032
periode: 2020-2032
status: vedtatt
illustrativ: true
vedtak:
  organ: kommunestyret
  dato: 2020-06-09
  illustrativ: false
satsingsområder:
  - id: klima
    tittel: Klima
    illustrativ: false
    hovedmål:
      - id: klima.h
        tittel: Kommunen er et lavutslippssamfunn
        illustrativ: true
        delmål:
          - id: klima.d1
            tittel: Innbyggerne reiser miljøvennlig
          - id: klima.d2
            tittel: Skolene sparer strøm
            illustrativ: false
            strategier:
              - id: klima.d2.s1
                tittel: Kommunen skal skru ned varmen
"""
PROGRAMME = """\
type: handlingsprogram
id: hp
tittel: Handlingsprogram 2021–2024
periode: 2021-2024
status: vedtatt
arver: [kp]
vedtak:
  organ: kommunestyret
  dato: 2020-12-15
  illustrativ: true
oppdrag:
  - id: hp.o1
    tittel: Bytte termostater i skolene
    følger_opp: [klima.d2.s1]
indikatorer:
  - id: klima.i1
    tittel: Strøm
    måler: [klima.d2]
    illustrativ: true
"""
VALUES = """\
type: målinger
illustrativ: true
målinger:
  - indikator: klima.i1
    periode: 2019
    verdi: 4
  - indikator: klima.i1
    periode: 2020
    verdi: 5
    illustrativ: false
"""
WHEEL = """\
type: årshjul
id: ah
tittel: Årshjul
periode: 2021
illustrativ: true
aktiviteter:
  - id: ah.a
    tittel: Budsjett
    dato: 2021-12-14
    illustrativ: false
  - id: ah.b
    tittel: Seminar
    dato: 2021-06-09
"""
MONEY = """\
type: økonomi
periode: 2021
illustrativ: true
måneder:
  - {enhet: skole, måned: 1, budsjett: 1, regnskap: 1}
  - {enhet: skole, måned: 2, budsjett: 1, regnskap: 1, illustrativ: false}
"""


def _town() -> World:
    files: dict[str, str | bytes | None] = {
        "planctl.yaml": "kommune:\n  navn: Lillevik\n",
        "org.yaml": "type: organisasjon\norganer:\n  - id: kommunestyret\n    tittel: Kommunestyret\n"
        "virksomheter:\n  - id: skole\n    tittel: Skole\n",
        "kp.yaml": GOALS, "hp.yaml": PROGRAMME, "verdier.yaml": VALUES, "hjul.yaml": WHEEL, "penger.yaml": MONEY,
    }  # fmt: skip
    return world(files, base=False)


def test_the_nearest_mark_decides() -> None:
    plans = _town().plans
    marks = {record.id: is_illustrative(record) for record in plans.records if record.path == "kp.yaml"}
    assert marks == {
        "kp": True, "klima": False, "klima.h": True, "klima.d1": True, "klima.d2": False, "klima.d2.s1": False,
    }  # fmt: skip
    assert shares(plans.of_kind("mål", "satsingsområde")) == (("delmål", 1, 2), ("hovedmål", 1, 1))


def test_values_figures_and_activities_can_be_taken_out_again() -> None:
    town = _town()
    assert [(item.period, item.illustrative) for item in town.plans.measurements] == [("2019", True), ("2020", False)]
    assert [(item.month, item.illustrative) for item in town.plans.figures] == [(1, True), (2, False)]
    wheel = build_wheel(town, 2021)
    assert wheel is not None
    assert {item.id: item.illustrative for item in wheel.activities} == {"ah.a": False, "ah.b": True}


def test_a_report_counts_goals_strategies_and_indicators_and_tells_an_invented_date() -> None:
    town = _town()
    report = build_tertial(town, 2021, 1)
    assert report is not None
    assert report.illustrative == (("hovedmål", 1, 1), ("delmål", 1, 2), ("indikator", 1, 1), ("måling", 1, 2))
    text = render("tertialrapport.md.j2", Language("nb"), {"report": report}).replace("\u00a0", " ")
    assert (
        "**Illustrative data: 1 hovedmål, 1 av 2 delmål, 1 indikator og 1 av 2 målinger er laget som eksempel og er "
        "ikke kommunens egne.**" in text
    )
    assert "- Kommuneplan 2020–2032, vedtatt av kommunestyret 9. juni 2020\n" in text
    assert "- Handlingsprogram 2021–2024, vedtatt av kommunestyret 15. desember 2020 (illustrativ dato)\n" in text


def test_the_documents_tell_it() -> None:
    town = _town()
    basis = Basis(town, 2021, TODAY)
    made = plan_document(basis, town.plans.by_id["kp"])
    assert made.illustrative == (("kommuneplan", 1, 1), ("hovedmål", 1, 1), ("delmål", 1, 2))
    assert [item.illustrative for item in made.decisions] == [False]
    programme = plan_document(basis, town.plans.by_id["hp"])
    assert programme.illustrative == (("indikator", 1, 1), ("hovedmål", 1, 1), ("delmål", 1, 2))
    assert [item.illustrative for item in programme.decisions] == [True]
    rows = {item.title: (item.illustrative, item.date_illustrative) for item in register(basis).entries}
    assert rows == {"Kommuneplan 2020–2032": (True, False), "Handlingsprogram 2021–2024": (False, True)}
    text = render("dokumenter/planregister.md.j2", Language("nb"), {"report": register(basis)})
    assert "| Kommuneplan 2020–2032 \\* |" in text
    assert "| 15.12.2020, Kommunestyret \\* |" in text
    assert text.endswith("\n\\* Illustrativt: laget som eksempel, ikke kommunens eget.\n")
