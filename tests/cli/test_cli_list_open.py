"""`list`: vedtak and punkter by status and deadline, and `--open`: what somebody still waits for, of every kind."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli_support import Run, columns
from git_support import copy_base
from planctl.glossary import terms
from planctl.load.schema.schema_book import SchemaBook
from planctl.status_labels import STATUS_WORDS

REGISTER = """\
type: vedtak
id: vr2021
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: v1
    tittel: Planen blir vedtatt
    dato: 2021-02-09
    gjelder: [kp2020]
  - id: v2
    tittel: Trygg skoleveg
    dato: 2021-02-09
    slag: verbalvedtak
    ansvarlig: veg
    frist: 2021-12-31
    punkter:
      - id: v2.p1
        tittel: Legge fram en sak
        frist: 2021-05-01
        status: besvart
        svar: {dato: 2021-04-20, form: sak}
      - id: v2.p2
        tittel: Male gangfelt
        frist: 2021-06-01
        status: under arbeid
      - id: v2.p3
        tittel: Orientere skolene
  - id: v3
    tittel: Sykkelparkering
    dato: 2021-03-09
    slag: interpellasjon
    ansvarlig: park
    frist: 2021-04-01
    status: besluttet ikke fulgt
    begrunnelse: Kommunestyret gikk bort fra det.
"""


@pytest.fixture
def town(planctl: Run, tmp_path: Path) -> Run:
    """Run planctl in English on the small municipality with a register of vedtak."""
    folder = copy_base(tmp_path / "town")
    (folder / "vedtak.yaml").write_text(REGISTER, encoding="utf-8")
    return lambda *argv: planctl("-C", str(folder), "--lang", "en", *argv)


def ids(run: Run, *argv: str) -> list[str]:
    """List the names of the records that a list gives."""
    found = run("list", *argv, "--format", "json")
    assert found.code == 0, found.err
    return [row["name"] for row in json.loads(found.out)["records"]]


def test_every_status_of_the_schemas_can_be_asked_for_and_has_a_word(town: Run) -> None:
    statuses = SchemaBook().fields.statuses
    assert {"besvart", "overført ny sak", "forsinket", "vedtatt", "idé"} <= set(statuses)
    of_schemas = {word for word, forms in terms().items() if len(forms["nb"]) == 1}
    assert set(statuses) == STATUS_WORDS.keys() | of_schemas
    assert all(town("list", "--status", status).code == 0 for status in statuses)


def test_vedtak_by_status_as_written_or_translated(town: Run) -> None:
    assert ids(town, "--status", "besvart") == ["v2.p1"]
    assert ids(town, "vedtakspunkt", "--status", "Answered") == ["v2.p1"]
    assert ids(town, "vedtak", "--status", "besluttet ikke fulgt") == ["v3"]
    assert ids(town, "vedtakspunkt", "--status", "ikke startet") == ["v2.p3"]


def test_open_vedtak_with_a_punkt_that_is_open(town: Run) -> None:
    assert ids(town, "vedtak", "--open") == ["v2"]
    assert ids(town, "vedtakspunkt", "--open") == ["v2.p2", "v2.p3"]


def test_open_work_and_vedtak_together_what_is_due_first_stands_first(town: Run) -> None:
    assert ids(town, "--open") == ["v2", "v2.p2", "vp2021-veg.t1", "v2.p3", "hp2021.o1"]


def test_open_work_that_is_done_or_an_idea_is_left_out(planctl: Run, tmp_path: Path) -> None:
    for status in ("fullført", "utgår", "idé"):
        edit = {"virksomhetsplaner/veg.yaml": {"status: i rute": f"status: {status}"}}
        folder = copy_base(tmp_path / status, edit)
        assert ids(lambda *argv, at=folder: planctl("-C", str(at), *argv), "tiltak", "--open") == []


@pytest.mark.parametrize(
    ("today", "due", "expected"),
    [
        ("2021-04-15", "2021-05-31", []),
        ("2021-04-15", "2021-06-01", ["v2", "v2.p2"]),
        ("2021-12-31", "0d", ["v2", "v2.p2", "v2.p3"]),
    ],
)
def test_due_knows_vedtak_and_their_punkter(town: Run, today: str, due: str, expected: list[str]) -> None:
    found = ids(town, "vedtak", "--due", due, "--today", today) + ids(
        town, "vedtakspunkt", "--due", due, "--today", today
    )
    assert found == expected


def test_a_punkt_has_the_deadline_and_the_owner_of_its_vedtak(town: Run) -> None:
    rows = json.loads(town("list", "vedtakspunkt", "--today", "2021-07-01", "--format", "json").out)["records"]
    assert [(row["name"], row["status"], row["deadline"], row["late"], row["owner"]) for row in rows] == [
        ("v2.p1", "besvart", "2021-05-01", False, "veg"),
        ("v2.p2", "under arbeid", "2021-06-01", True, "veg"),
        ("v2.p3", "ikke startet", "2021-12-31", False, "veg"),
    ]
    assert ids(town, "vedtakspunkt", "--owner", "veg", "--open") == ["v2.p2", "v2.p3"]


def test_open_in_text_and_csv(town: Run) -> None:
    text = town("list", "vedtakspunkt", "--open", "--today", "2021-07-01").out
    assert columns(text) <= 80
    assert "in progress" in text
    assert "overdue" in text
    out = town("list", "vedtakspunkt", "--open", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))
    assert [(row["Id"], row["Status"]) for row in rows] == [("v2.p2", "in progress"), ("v2.p3", "not started")]


def test_a_vedtak_that_asks_for_nothing_is_neither_open_nor_late(town: Run) -> None:
    rows = json.loads(town("list", "vedtak", "--format", "json").out)["records"]
    assert (rows[0]["name"], rows[0]["status"], rows[0]["deadline"], rows[0]["late"]) == ("v1", None, None, False)


def test_the_thread_tells_how_far_a_vedtak_has_come(town: Run) -> None:
    assert "in progress, due 1 Jun 2021" in town("trace", "v2.p2").out
