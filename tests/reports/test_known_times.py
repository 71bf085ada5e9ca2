"""A day that is known only as its month, season or year is told so in reports and documents: no day is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from town import edited, files, markdown, town, view

from planctl.cli.report import report
from planctl.cli.session import Session
from planctl.model.period import Period, When
from planctl.model.vedtak import new_decisions
from planctl.reports.decisions import within
from planctl.reports.snapshot import plain
from planctl.reports.views.tertial import PlanLine

HEARD = """\
type: temaplan
id: tp
tittel: Temaplan for lek
periode: 2021-2033
status: på høring
høring:
  fra: 2021-05
  til: sommeren 2021
"""


@pytest.mark.parametrize(
    ("written", "nb", "nn"),
    [
        ("2020-12", "vedtatt av kommunestyret i desember 2020", "vedtak i kommunestyret i desember 2020"),
        ("høsten 2020", "vedtatt av kommunestyret høsten 2020", "vedtak i kommunestyret hausten 2020"),
        ("2020", "vedtatt av kommunestyret i 2020", "vedtak i kommunestyret i 2020"),
        ("2020-12-15", "vedtatt av kommunestyret 15. desember 2020", "vedtak i kommunestyret 15. desember 2020"),
    ],
)
def test_when_a_plan_was_adopted(written: str, nb: str, nn: str) -> None:
    """The report says what is written, in its own language."""
    built = view(edited("handlingsprogram.yaml", ("dato: 2020-12-15", f"dato: {written}")))
    assert f"Handlingsprogram 2021–2024, {nb}\n" in markdown(built, "nb")
    assert f"Handlingsprogram 2021–2024, {nn}\n" in markdown(built, "nn")


def test_a_season_is_frozen_with_its_year() -> None:
    """Frozen figures of two years differ."""
    lines = [
        PlanLine("Plan", When(Period(date(y, 8, 1), date(y, 12, 31)), "sesong", "høst"), None) for y in (2020, 2021)
    ]
    assert plain(lines[0]) != plain(lines[1])
    assert plain(replace(lines[0], adopted=date(2020, 12, 15)))["adopted"] == "2020-12-15"


@pytest.mark.parametrize(
    ("code", "told"), [("nb", "fra mai 2021 til sommeren 2021"), ("nn", "frå mai 2021 til sommaren 2021")]
)
def test_the_document_of_a_hearing(tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, told: str) -> None:
    """The proposal says when it is out for comment, as far as that is known."""
    for name, text in {**files(), "tp.yaml": HEARD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    here = Session(folder=tmp_path, lang_code=code, environ={}, today=date(2021, 6, 15))
    assert report(here, None, None, None, document="høringsdokument", plan="tp") == 0
    assert told in capsys.readouterr().out


DECIDED = """\
vedtak:
  - {organ: kommunestyret, sak: 31/21, dato: 2021-06-15}
  - {organ: Teknisk utvalg, sak: 2/20, dato: 2020-03, gjelder: mandat}
  - {organ: kommunestyret, dato: 2021-05-04, gjelder: høring}
  - {gjelder: oppstart}
  - {organ: kommunestyret, dato: høsten 2021, gjelder: mindre endring av tiltak 3}
"""


@pytest.mark.parametrize("kind", ["temaplan", "kommuneplan", "handlingsprogram"])
@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("vedtatt", "Vedtatt av kommunestyret 15. juni 2021 (sak 31/21)"),
        ("på høring", "Vedtak: kommunestyret 15. juni 2021 (sak 31/21)"),
    ],
)
def test_what_a_document_says_was_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, status: str, told: str
) -> None:
    """Only what adopts the plan is said to adopt it; the steps say what they are about, each in its time."""
    plan = f"type: {kind}\nid: tp\ntittel: Plan for lek\nperiode: 2021-2024\nstatus: {status}\n{DECIDED}"
    for name, text in {**files(), "tp.yaml": plan}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    here = Session(folder=tmp_path, lang_code="nb", environ={}, today=date(2021, 12, 15))
    assert report(here, None, 2021, None, document=kind, plan="tp") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("- ")][:5] == [
        "- Mandat: teknisk utvalg i mars 2020 (sak 2/20)",
        "- Høring: kommunestyret 4. mai 2021",
        f"- {told}",
        "- Mindre endring av tiltak 3: kommunestyret høsten 2021",
        "- Oppstart",
    ]
    assert report(here, None, 2021, None, document="planregister") == 0
    (line,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("| Plan for lek |"))
    assert ("15.06.2021, Kommunestyret (31/21)" in line) == (status == "vedtatt")


def test_the_decisions_of_a_year() -> None:
    """One that can have been made in the year is told in its place, by the first day it can have been made."""
    here = town(edited("kommuneplan.yaml", ("dato: 2021-10-12", "dato: våren 2021")))
    year = Period(date(2021, 1, 1), date(2021, 12, 31))
    (found,) = within(here.plans, here.plans.of_kind("kommuneplan"), year)
    assert isinstance(found.day, When)
    assert found.day.first == date(2021, 1, 1)


def test_a_vedtak_that_is_new() -> None:
    """One of a season is new when it can be later than those before; a day of it is the same when it takes its place."""
    autumn, day = {"dato": "høsten 2020"}, {"dato": "2020-10-13"}
    today = date(2021, 6, 15)
    assert new_decisions([day, autumn], [day], today=today) == [autumn]
    assert new_decisions([day, {"dato": "2020"}], [day], today=today) == [{"dato": "2020"}]
    assert new_decisions([day, {"dato": "2020-09"}], [day], today=today) == []
    assert new_decisions(day, autumn, today=today) == []
    assert new_decisions([day, {"dato": "høsten 2021"}], [day], today=today) == []
