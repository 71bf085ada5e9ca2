"""The chapter on vedtak: counts held against a recount and against a register counted by hand, and who it is about."""

from __future__ import annotations

import datetime as dt
from datetime import date
from pathlib import Path

import pytest
from recount.page import rows
from recount.source import of_folder
from recount.vedtak import counts
from town import files, tables

from planctl.cli.report import report
from planctl.cli.session import Session
from planctl.domain.follow_up import FollowUps
from planctl.load.files.tree import WorkTree
from planctl.world import open_world
from support import EXAMPLE

REGISTER = """\
type: vedtak
id: vr
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - {id: v1, tittel: Planen blir vedtatt, dato: 2021-05-04}
  - id: v2
    tittel: Trygg skoleveg
    sak: "12/21"
    dato: 2021-05-04
    ansvarlig: veg
    punkter:
      - {id: v2.p1, tittel: Sette i gang, frist: 2021-06-01, status: gjennomført}
      - {id: v2.p2, tittel: Legge fram en sak, frist: 2021-08-31, status: under arbeid}
      - {id: v2.p3, tittel: Orientere skolene, frist: 2021-09-01}
  - id: v3
    tittel: Sykkelveg langs elva
    sak: "13/21"
    dato: 2021-04-30
    slag: verbalvedtak
    ansvarlig: vann
    frist: 2021-07-01
    status: besvart
    svar: {dato: 2021-09-14, form: sak, sak: 40/21}
  - id: v4
    tittel: Benker i parken
    dato: 2021-02-02
    slag: interpellasjon
    ansvarlig: veg
    frist: 2021-05-31
    status: besvart
    svar: {dato: 2021-05-25, form: muntlig}
  - id: v5
    tittel: Leirskole
    dato: 2021-03-02
    slag: oversendelsesforslag
    ansvarlig: veg
    frist: 2021-12-31
    status: overført ny sak
    overført_til: v6
  - {id: v6, tittel: Sak om leirskole, dato: 2021-08-24, ansvarlig: veg, status: under arbeid}
  - id: v7
    tittel: Rapport om støv
    dato: 2021-05-04
    ansvarlig: vann
    særskilt_rapportering: true
    status: gjennomført
  - {id: v8, tittel: Sak om høsten, dato: 2021-09-14, ansvarlig: veg, frist: 2021-12-01}
delegerte:
  - {slag: byggesaker, periode: 2021, antall: 100, medhold: 4}
  - {slag: byggesaker, periode: 2021-T2, antall: 30, medhold: 1}
  - {slag: skjenkebevillinger, periode: 2021-06, antall: 2}
  - {slag: skjenkebevillinger, periode: 2021-07, antall: 3}
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder with the small municipality and a register of vedtak."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "vedtak.yaml").write_text(REGISTER, encoding="utf-8")
    return Session(folder=tmp_path, lang_code="nb", environ={}, today=date(2022, 2, 28))


def _chapter(text: str) -> str:
    """Cut out the chapter on vedtak."""
    return text.partition(". Vedtak\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("tertial", "first", "last"),
    [(1, dt.date(2021, 1, 1), dt.date(2021, 4, 30)), (2, dt.date(2021, 5, 1), dt.date(2021, 8, 31)), (0, None, None)],
)
def test_the_counts_of_the_example(
    tertial: int, first: dt.date | None, last: dt.date | None, capsys: pytest.CaptureFixture[str]
) -> None:
    here = Session(folder=EXAMPLE, lang_code="nb", environ={}, today=date(2022, 2, 28))
    assert report(here, tertial or None, 2021, None, annual=not tertial) == 0
    found = rows(_chapter(capsys.readouterr().out))
    begin, end = first or dt.date(2021, 1, 1), last or dt.date(2021, 12, 31)
    again = list(counts(of_folder(EXAMPLE), begin, end))
    assert len(again) >= 3
    head = found.index(("Slag", "Nye i perioden", "Åpne", "Over fristen", "Besvart i perioden", "Aldri besvart"))
    assert found[head + 1 : head + 1 + len(again)] == again


def test_a_register_counted_by_hand(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """What was answered or moved after the period was open in it; a deadline on its last day has passed."""
    assert report(session, 2, 2021, None) == 0
    text = _chapter(capsys.readouterr().out)
    assert "Åpne per 31. august 2021: 4. Over fristen: 2. Aldri besvart: 2." in text
    by_kind, late, verbal, delegated = tables(text)
    assert by_kind[1:] == [
        ["Vedtak", "5", "3", "1", "0", "1"],
        ["Verbalvedtak", "0", "1", "1", "0", "1"],
        ["Interpellasjon", "0", "0", "0", "1", "0"],
        ["Sum", "5", "4", "2", "1", "2"],
    ]
    assert late[1:] == [
        ["Sykkelveg langs elva", "Verbalvedtak", "13/21", "01.07.2021", "61", "123", "Vann"],
        ["Trygg skoleveg: Legge fram en sak", "Vedtak", "12/21", "31.08.2021", "Siste dag", "119", "Veg"],
    ]
    assert verbal[1:] == [["Sykkelveg langs elva", "13/21", "30.04.2021", "123", "01.07.2021", "Åpent", "–"]]
    assert delegated[1:] == [["Byggesaker", "30", "1"], ["Skjenkebevillinger", "5", "–"]]


def test_a_year_counts_its_delegated_once(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(session, None, 2021, None, annual=True) == 0
    text = _chapter(capsys.readouterr().out)
    assert tables(text)[-1][1:] == [["Byggesaker", "100", "4"], ["Skjenkebevillinger", "5", "–"]]
    assert "| Sykkelveg langs elva | 13/21 | 30.04.2021 | 137 | 01.07.2021 | Besvart | 14.09.2021 |" in text


def test_a_report_of_one_unit_has_its_own(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(session, 2, 2021, None, unit="veg") == 0
    text = _chapter(capsys.readouterr().out)
    assert "Trygg skoleveg" in text
    assert "Sykkelveg langs elva" not in text
    assert "Byggesaker" not in text


def test_nothing_to_tell_gives_no_chapter(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """A vedtak that adopts a plan asks for nothing."""
    (session.folder / "vedtak.yaml").write_text(REGISTER.partition("  - id: v2\n")[0], encoding="utf-8")
    assert report(session, 2, 2021, None) == 0
    out = capsys.readouterr().out
    assert "## 6. Ikke rapportert" in out
    assert "Vedtak\n" not in out


def test_never_answered(session: Session) -> None:
    """What is to be answered and is not: not what was set aside, but also what is done and was to be reported on."""
    world = open_world(WorkTree(session.folder), date(2022, 1, 1), date.today)
    items = {item.record.name: item for item in FollowUps(world.plans).items}
    never = {day: [name for name, item in items.items() if item.never_answered_at(day)] for day in _DAYS}
    assert never == {_DAYS[0]: ["v3", "v5", "v7"], _DAYS[1]: ["v7"]}


_DAYS = (date(2021, 8, 1), date(2021, 9, 30))
