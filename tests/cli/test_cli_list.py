"""`list`: kinds, owners, status, deadlines, formats."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from cli_support import Run, columns
from git_support import copy_base
from planctl.cli.selection import due_by
from planctl.cli.session import ExitError
from planctl.i18n import Language
from planctl.output.tables import cell

WHEEL = ["ah.regnskap-avlagt", "ah.tertial1", "ah.regnskap", "ah.tertial2", "ah.innstilling", "ah.vedtak"]


def ids(run: Run, *argv: str) -> list[str]:
    """List the names of the records that a list gives."""
    found = run("list", *argv, "--format", "json")
    assert found.code == 0, found.err
    return [row["name"] for row in json.loads(found.out)["records"]]


@pytest.mark.parametrize("word", ["tiltak", "TILTAK", "measure", "measures", " tiltak "])
def test_a_kind_by_its_key_or_its_word(base: Run, word: str) -> None:
    assert ids(base, word) == ["vp2021-veg.t1"]


def test_families(base: Run) -> None:
    assert ids(base, "mål") == ["klima.h", "klima.d1"]
    assert ids(base, "enhet") == ["samfunn", "veg", "park", "vegdrift"]
    assert ids(base, "planer") == ["hp2021", "kp2020", "ps2020", "vp2021-veg"]


def test_a_kind_that_is_not_in_use_gives_nothing(base: Run) -> None:
    assert ids(base, "foretak") == []
    assert base("list", "møte").out == "Nothing fits.\n"


def test_unknown_kind(base: Run) -> None:
    code, _, err = base("list", "tiltk")
    assert code == 2
    assert "Did you mean «tiltak»?" in err
    assert "satsingsområde" in err


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("veg", ["hp2021.o1", "vp2021-veg", "vp2021-veg.t1"]),
        ("samfunn", ["hp2021.o1", "vp2021-veg", "vp2021-veg.t1"]),
        ("kommunedirektøren", ["hp2021", "kp2020", *WHEEL]),
        ("vegsjef", []),
        ("park", []),
    ],
)
def test_owner(base: Run, owner: str, expected: list[str]) -> None:
    assert ids(base, "--owner", owner) == expected


def test_owner_that_is_no_owner(base: Run) -> None:
    assert base("list", "--owner", "klima").code == 2
    assert "Did you mean «veg»?" in base("list", "--owner", "vegg").err


def test_status_as_written_or_translated(base: Run) -> None:
    assert ids(base, "tiltak", "--status", "i rute") == ["vp2021-veg.t1"]
    assert ids(base, "tiltak", "--status", "On track") == ["vp2021-veg.t1"]
    assert ids(base, "tiltak", "--status", "forsinket") == []
    assert ids(base, "delmål", "--status", "vedtatt") == ["klima.d1"]
    code, _, err = base("list", "--status", "rute")
    assert code == 2
    assert "Did you mean «i rute»?" in err


def test_status_and_deadline_in_force(reported: Run) -> None:
    assert ids(reported, "tiltak", "--status", "forsinket") == ["vp2021-veg.t1"]
    found = json.loads(reported("list", "tiltak", "--format", "json").out)["records"][0]
    assert (found["status"], found["deadline"], found["late"]) == ("forsinket", "2021-06-01", True)
    early = json.loads(reported("--today", "2021-04-01", "list", "tiltak", "--format", "json").out)["records"][0]
    assert (early["status"], early["deadline"], early["late"]) == ("i rute", "2021-10-01", False)


@pytest.mark.parametrize(
    ("due", "today", "expected"),
    [
        ("30d", "2021-06-15", []),
        ("30d", "2021-09-01", ["vp2021-veg.t1"]),
        ("30d", "2021-08-31", []),
        ("0d", "2021-12-31", ["vp2021-veg.t1"]),
        ("2021-10-01", "2021-06-15", ["vp2021-veg.t1"]),
        ("2021-09-30", "2021-06-15", []),
        ("2021-T3", "2021-06-15", ["vp2021-veg.t1"]),
        ("9999m", "2021-06-15", ["vp2021-veg.t1", "hp2021.o1"]),
    ],
)
def test_due_counts_open_work_and_what_is_late(base: Run, due: str, today: str, expected: list[str]) -> None:
    assert ids(base, "--due", due, "--today", today) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30d", date(2021, 3, 2)),
        ("2w", date(2021, 2, 14)),
        ("1m", date(2021, 2, 28)),
        ("13m", date(2022, 2, 28)),
        ("11m", date(2021, 12, 31)),
        ("2021-T2", date(2021, 8, 31)),
    ],
)
def test_due_by(text: str, expected: date) -> None:
    assert due_by(text, date(2021, 1, 31)) == expected


@pytest.mark.parametrize("text", ["", "30", "d", "2021-02-30", "-5d", "3y"])
def test_due_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ExitError):
        due_by(text, date(2021, 1, 31))


def test_a_report_is_called_by_its_path(reported: Run) -> None:
    found = json.loads(reported("list", "rapportering", "--format", "json").out)["records"]
    assert [(row["id"], row["name"], row["title"]) for row in found] == [
        (None, "rapport.yaml", "Veg og trafikk 2021-T1")
    ]
    assert reported("show", "rapport.yaml").code == 0


def test_text_is_a_table(base: Run, reported: Run) -> None:
    assert base("list", "tiltak").out.splitlines()[0].split() == ["Id", "Title", "Status", "Deadline"]
    assert base("list", "tiltak").out.endswith("\n1 record\n")
    lines = reported("list", "tiltak", "--owner", "veg").out.splitlines()
    assert lines[2].split()[-1] == "01/06/2021"
    assert lines[3].split()[-1] == "overdue"
    assert "responsible: veg" in "\n".join(lines)
    assert columns(base("list").out) <= 80


def test_csv_opens_in_a_norwegian_spreadsheet(base: Run) -> None:
    out = base("list", "tiltak", "--format", "csv").out
    assert out.startswith("\ufeffId;Kind;Title;")
    row = next(csv.DictReader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))
    assert (row["Id"], row["Deadline"], row["Status"]) == ("vp2021-veg.t1", "2021-10-01", "on track")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "  =1+1", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text, Language("en")) == f"'{text}"


def test_mine_is_a_role_with_its_unit(base: Run, reported: Run) -> None:
    """A leader's list holds what the role and its unit answer for or share, and says status in the report's words."""
    from planctl.cli.selection import mine_of
    from planctl.world import World
    from support import world

    here: World = world({})
    leader = next(role for role in here.plans.of_kind("rolle") if role.parent is not None and role.parent.id)
    assert mine_of(here.plans, leader.name) == {leader.name, leader.parent.name if leader.parent else ""}
    assert mine_of(here.plans, leader.parent.name if leader.parent else "") >= {leader.name}
    out = base("list", "tiltak", "--mine", leader.name, "--format", "json").out
    wanted = {leader.name, leader.parent.name if leader.parent else ""}
    rows = json.loads(out)["records"]
    assert all({row["owner"], *row["shared"]} & wanted for row in rows)
    assert base("list", "--mine", leader.name, "--owner", leader.name).code == 2


def test_a_meeting_without_an_id_is_called_by_body_and_day(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path)
    (folder / "møter.yaml").write_text(
        "type: møteplan\nid: mp\ntittel: M\nperiode: 2021\nmøter:\n  - organ: kommunestyret\n    dato: 2021-09-21\n",
        encoding="utf-8",
    )
    assert "kommunestyret 2021-09-21" in planctl("-C", str(folder), "list", "møte").out
    shown = planctl("-C", str(folder), "show", "kommunestyret 2021-09-21")
    assert (shown.code, "møter.yaml:6" in shown.out) == (0, True)


def test_the_owner_of_an_area_answers_for_its_strategies(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path / "area")
    (folder / "tp.yaml").write_text(
        "type: temaplan\nid: tp\ntittel: Temaplan\nperiode: 2021-2033\nstatus: utkast\nansvarlig: samfunn\n"
        "arver: [klima.d1]\ninnsatsområder:\n  - id: tp.a\n    tittel: Reiser\n    ansvarlig: veg\n    strategier:\n"
        "      - {id: tp.s1, tittel: Kommunen skal bygge, bidrar_til: [klima.d1]}\n"
        "      - {id: tp.s2, tittel: Kommunen skal måle, bidrar_til: [klima.d1], ansvarlig: park}\n"
        "strategier:\n  - {id: tp.s3, tittel: Kommunen skal spørre, bidrar_til: [klima.d1]}\n",
        encoding="utf-8",
    )
    rows = json.loads(planctl("-C", str(folder), "list", "strategi", "--format", "json").out)
    rows = rows["records"] if isinstance(rows, dict) else rows
    assert {row["id"]: row["owner"] for row in rows if row["id"].startswith("tp.")} == {
        "tp.s1": "veg",
        "tp.s2": "park",
        "tp.s3": None,
    }
