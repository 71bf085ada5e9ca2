"""What was not reported where no unit owes a report, or where tiltak stand in other plans than those of units."""

from __future__ import annotations

import pytest
from town import markdown
from village import view

from planctl.reports.chapters import unreported
from planctl.reports.snapshot import plain
from planctl.reports.views.tertial import TertialReport

PLAN = "type: virksomhetsplan\nid: vp\ntittel: Skolens plan\nperiode: 2021\nvirksomhet: skole\nstatus: vedtatt\n"
TILTAK = "tiltak:\n  - {id: vp.t1, tittel: Øve på å gå, løser: [kp.m1], ansvarlig: skole, frist: 2021-12-31}\n"
REPORT = "type: rapportering\nvirksomhet: skole\nperiode: 2021-T2\nlevert: 2021-09-10\ntiltak:\n"
SAID = "  vp.t1: {status: i rute, kommentar: Går fint}\n"
THEIRS = ["Bygge gangveg langs Storgata", "Merke sykkelfelt", "Lage hjertesone ved skolen"]


def chapter(report: TertialReport, code: str = "nb") -> list[str]:
    """Give the lines of the chapter."""
    text = markdown(report, code).partition("## 6.")[2].partition("\n## ")[0]
    return [line for line in text.splitlines()[1:] if line]


def test_where_no_unit_owes_a_report() -> None:
    """The silent tiltak are told; nothing is said of units, reports or values that nobody expects."""
    report = view()
    assert (report.missing.expected, report.missing.beside) == (0, 3)
    lines = chapter(report)
    assert [line for line in lines if not line.startswith("|")] == ["### Tiltak uten status"]
    assert [line.split(" | ")[0][2:] for line in lines if line.startswith("| ")][1:] == THEIRS
    made = unreported.chapter(report)
    assert made is not None
    assert [row[6] for row in made.tables[0].rows] == THEIRS
    assert "Alle einingar" not in markdown(report, "nn")


def test_where_every_tiltak_has_a_status() -> None:
    said = "".join(f"  tp.t{number}: {{status: i rute}}\n" for number in (1, 2, 3))
    report = view({"rapport.yaml": REPORT + said})
    assert (report.missing.tiltak, report.missing.reports) == ((), 1)
    assert chapter(report)[:4] == [
        "### Levert for sent",
        "Alle rapportene som er levert, kom innen 30. september 2021.",
        "### Tiltak uten status",
        "Ingen: alle tiltak har status.",
    ]


@pytest.mark.parametrize("delivered", [False, True])
def test_beside_the_plans_of_units(*, delivered: bool) -> None:
    """Tiltak of a unit without a plan, and of a temaplan, are told beside those of the units that owe a report."""
    report = view({"vp.yaml": PLAN + TILTAK, "rapport.yaml": REPORT + SAID if delivered else None})
    assert [unit.name for unit in report.missing.units] == ([] if delivered else ["Skole"])
    told = [item.title for item in report.missing.tiltak]
    assert told == ([THEIRS[2]] if delivered else []) + THEIRS[:2]
    assert report.missing.beside == 2
    assert "### Tiltak uten status" in chapter(report)
    assert ("Alle enheter med virksomhetsplan har levert rapport." in chapter(report)) == delivered


def test_how_many_stand_beside_is_not_frozen() -> None:
    assert "beside" not in plain(view().missing)
