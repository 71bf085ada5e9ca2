"""The postponed deadlines of a report: counted again from a scripted repository, and said as they are known."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from git_recount import Row, recount

from cli_support import Run, runner
from git_support import Repo, copy_base
from planctl.load.files.tree import WorkTree
from planctl.model.period import parse_period
from planctl.reports.postponed import postponements
from planctl.world import open_world
from support import EXAMPLE

VEG = "virksomhetsplaner/veg.yaml"
MORE = """\
  - id: vp2021-veg.t2
    tittel: Male sykkelfelt
    løser: [hp2021.o1]
    frist: 2021-09-01
    ansvarlig: veg
  - id: vp2021-veg.t3
    tittel: Telle syklister
    løser: [hp2021.o1]
    frist: 2021-08-01
    ansvarlig: veg
  - id: vp2021-veg.t4
    tittel: Måke gangveier
    løser: [hp2021.o1]
    frist: 2021-12-01
    ansvarlig: veg
"""


def report(period: str, unit: str, day: str, **said: str) -> str:
    """Write a report of one unit; `said` gives groups by name."""
    head = f"type: rapportering\nperiode: {period}\nvirksomhet: {unit}\nlevert: {day}\n"
    return head + "".join(f"{group}:\n{rows}" for group, rows in said.items())


def line(id_: str, status: str, deadline: str) -> str:
    return f"  {id_}: {{status: {status}, ny_frist: {deadline}, årsak: Grunnerverv}}\n"


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(capsys, monkeypatch)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Deadlines moved by commits and by reports, in a file that moves and a tiltak that gets a new id."""
    made = Repo(tmp_path / "planer")
    made.write({VEG: made.read(VEG) + MORE})
    made.commit("Fire tiltak", date(2021, 1, 10))
    made.edit(VEG, "frist: 2021-10-01", "frist: 2021-11-01")
    made.commit("Grunneieren vil vente", date(2021, 2, 1))
    made.git("mv", VEG, "veg-2021.yaml")
    made.commit("Flyttet filen", date(2021, 2, 10))
    made.edit("veg-2021.yaml", "id: vp2021-veg.t1", "id: vp2021-veg.parkering\n    tidligere_id: [vp2021-veg.t1]")
    made.edit("veg-2021.yaml", "frist: 2021-11-01", "frist: 2021-12-10")
    made.edit("veg-2021.yaml", "frist: 2021-08-01", "frist: 2021-09-20")
    made.edit("veg-2021.yaml", "frist: 2021-12-01", "frist: 2021-11-30")
    made.commit("Nytt navn, nye frister", date(2021, 3, 15))
    made.edit("veg-2021.yaml", "frist: 2021-09-20", "frist: 2021-08-01")
    made.commit("Tellingen går som planlagt", date(2021, 4, 20))
    made.edit("veg-2021.yaml", "frist: 2021-12-10", "frist: 2021-12-20")
    made.commit("Etter første tertial", date(2021, 5, 3))
    first = line("vp2021-veg.t2", "forsinket", "2021-10-15")
    made.write({"t1.yaml": report("2021-T1", "veg", "2021-05-12", tiltak=first)})
    made.edit("veg-2021.yaml", "frist: 2021-09-01", "frist: 2021-10-15")
    made.commit("Rapport, og fristen i planen etter den", date(2021, 5, 20))
    second = line("vp2021-veg.t2", "risiko", "2021-11-20")
    owed = {"veg": line("hp2021.o1", "forsinket", "2025-06-30"), "vegdrift": line("hp2021.o1", "i rute", "2025-02-01")}
    made.write({"t2.yaml": report("2021-T2", "veg", "2021-09-10", tiltak=second, oppdrag=owed["veg"])})
    made.write({"t2b.yaml": report("2021-T2", "vegdrift", "2021-09-14", oppdrag=owed["vegdrift"])})
    made.commit("Rapporter", date(2021, 9, 15))
    return made


def frozen(planctl: Run, folder: Path, *options: str) -> dict[str, Any]:
    """Freeze a report; return what the snapshot holds of postponed deadlines."""
    options = ("-C", str(folder), "report", *options, "--year", "2021", "--freeze", "f.json", "--out", "ut")
    assert planctl(*options, "--today", "2022-03-01").code == 0
    (found,) = json.loads((folder / "f.json").read_text("utf-8"))["reports"].values()
    postponed: dict[str, Any] = found["postponed"]
    return postponed


def rows(found: dict[str, Any]) -> dict[str, Row]:
    """Give the rows of a snapshot as the recount gives them."""
    made = {}
    for row in found["rows"]:
        first, now = date.fromisoformat(row["first"]), date.fromisoformat(row["now"])
        made[row["id"]] = Row(first, now, len(row["shifts"]), (now - first).days)
    return made


@pytest.mark.parametrize(
    ("options", "until", "ids"),
    [
        (["--tertial", "1"], date(2021, 4, 30), ["vp2021-veg.parkering", "vp2021-veg.t2"]),
        (["--tertial", "2"], date(2021, 8, 31), ["hp2021.o1", "vp2021-veg.t2", "vp2021-veg.parkering"]),
        (["--annual"], date(2021, 12, 31), ["hp2021.o1", "vp2021-veg.t2", "vp2021-veg.parkering"]),
    ],
)
def test_every_number_counted_again(planctl: Run, repo: Repo, options: list[str], until: date, ids: list[str]) -> None:
    found = frozen(planctl, repo.folder, *options)
    assert found["known"] == "all"
    assert rows(found) == recount(repo.folder, until)
    assert sorted(row["id"] for row in found["rows"]) == sorted(ids)


@pytest.mark.skipif(not (EXAMPLE / "planctl.yaml").is_file(), reason="the example is not here")
@pytest.mark.parametrize("period", ["2021-T1", "2021-T2", "2021"])
def test_the_example_counted_again(period: str) -> None:
    here = open_world(WorkTree(EXAMPLE), None, lambda: date(2022, 2, 28))
    span = parse_period(period)
    assert span is not None
    found = postponements(here, span)
    assert {row.id: Row(row.first, row.now, row.times, row.days) for row in found.rows} == recount(EXAMPLE, span.end)
    assert len(found.rows) > 10


def test_the_moves_of_each(planctl: Run, repo: Repo) -> None:
    found = {row["id"]: row for row in frozen(planctl, repo.folder, "--tertial", "2")["rows"]}
    assert [
        (shift["new"], shift["fresh"], shift["period"] or shift["subject"])
        for id_ in ("vp2021-veg.parkering", "vp2021-veg.t2", "hp2021.o1")
        for shift in found[id_]["shifts"]
    ] == [
        ("2021-11-01", False, "Grunneieren vil vente"),
        ("2021-12-10", False, "Nytt navn, nye frister"),
        ("2021-12-20", True, "Etter første tertial"),
        ("2021-10-15", False, "2021-T1"),
        ("2021-11-20", True, "2021-T2"),
        ("2025-06-30", True, "2021-T2"),
    ]


def test_the_table_as_it_is_read(planctl: Run, repo: Repo) -> None:
    sha = repo.git("log", "--format=%h", "--abbrev=9", "--grep=Grunneieren").strip()
    last = repo.git("log", "--format=%h", "--abbrev=9", "--grep=Nytt navn").strip()
    text = planctl("-C", str(repo.folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021").out
    section = text.partition("### Postponed deadlines\n\n")[2].partition("\n## ")[0]
    assert section.splitlines()[0] == (
        "Postponed deadlines: 2. Postponements in all: 3. Postponed in the period: 2."
    )  # fmt: skip
    moves = (
        f"01/11/2021: 01/02/2021 «Grunneieren vil vente» ({sha}); "
        f"10/12/2021: 15/03/2021 «Nytt navn, nye frister» ({last})"
    )
    assert [row for row in section.splitlines() if row.startswith("| ")][1:] == [
        f"| Bygge sykkelparkering ved stasjonen | Veg og trafikk | 01/10/2021 | 10/12/2021 | 2 | 70 | {moves} |",
        "| Male sykkelfelt | Veg og trafikk | 01/09/2021 | 15/10/2021 | 1 | 44 | report for tertial 1, 2021 |",
    ]


def test_a_hostile_subject_stays_in_its_cell(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(VEG, "frist: 2021-10-01", "frist: 2021-11-01")
    repo.commit("Utsatt | <script>x</script> \x1b[31m [a](http://x.y) `b`", date(2021, 2, 1))
    options = ("-C", str(repo.folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021")
    text = planctl(*options).out
    row = next(row for row in text.splitlines() if "01/11/2021" in row)
    assert r"«Utsatt &#124; &lt;script&gt;x&lt;/script&gt; \[31m \[a\](http://x.y) \`b\`»" in row
    assert row.count("|") == 8
    assert planctl(*options, "--format", "html", "--out", "ut").code == 0
    assert "<script>x" not in (repo.folder / "ut" / "tertialrapport-2021-T1.html").read_text("utf-8")


def test_at_a_revision_only_what_led_to_it(planctl: Run, repo: Repo) -> None:
    sha = repo.git("log", "--format=%H", "--grep=Grunneieren").strip()
    found = frozen(planctl, repo.folder, "--tertial", "2", "--at", sha)
    assert {id_: row[:3] for id_, row in rows(found).items()} == {
        "vp2021-veg.t1": (date(2021, 10, 1), date(2021, 11, 1), 1)
    }


def test_one_unit_only(planctl: Run, repo: Repo) -> None:
    repo.edit("organisasjon.yaml", "    fra: 2021-12-31\n", "")
    assert len(frozen(planctl, repo.folder, "--tertial", "2", "--unit", "veg")["rows"]) == 3
    text = planctl("-C", str(repo.folder), "--lang", "en", "report", "--document", "lederdialog", "--unit", "veg").out
    assert "| Bygge sykkelparkering ved stasjonen | Veg og trafikk | 01/10/2021 |" in text


def test_work_that_is_not_committed_is_of_today(planctl: Run, repo: Repo) -> None:
    repo.edit("veg-2021.yaml", "frist: 2021-11-30", "frist: 2021-12-31")
    options = ("-C", str(repo.folder), "--lang", "en", "report", "--annual", "--year", "2021")
    here = planctl(*options, "--today", "2021-12-01").out
    assert "| Måke gangveier | Veg og trafikk | 30/11/2021 | 31/12/2021 | 1 | 31 | not committed |" in here
    later = planctl(*options, "--today", "2022-02-01").out.partition("### Postponed")[2].partition("\n## ")[0]
    assert "Måke gangveier" not in later


def test_a_snapshot_is_verified_and_tells_of_a_new_postponement(planctl: Run, repo: Repo) -> None:
    frozen(planctl, repo.folder, "--tertial", "2")
    verify = (
        "-C",
        str(repo.folder),
        "--lang",
        "en",
        "report",
        "--tertial",
        "2",
        "--year",
        "2021",
        "--verify",
        "f.json",
    )
    assert planctl(*verify).code == 0
    repo.edit("t2.yaml", "ny_frist: 2021-11-20", "ny_frist: 2021-11-27")
    done = planctl(*verify)
    assert done.code == 1
    assert 'postponed.rows[vp2021-veg.t2].now: was "2021-11-20", is "2021-11-27"' in done.out


def test_a_shallow_clone_never_says_none(planctl: Run, repo: Repo) -> None:
    folder = repo.folder.with_name("grunn")
    clone = ["git", "clone", "-q", "--depth", "1", f"file://{repo.folder}", str(folder)]
    subprocess.run(clone, check=True)
    options = ("-C", str(folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021")
    assert "**Only a part of the plans' history in git was at hand" in planctl(*options).out
    (folder / "t1.yaml").unlink()
    text = planctl(*options).out
    assert "No postponed deadline is known." in text
    assert "**Only a part of the plans' history in git was at hand" in text
    assert "No deadline has been postponed." not in text


def test_nothing_postponed_is_one_sentence(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    text = planctl("-C", str(repo.folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021").out
    section = text.partition("### Postponed deadlines\n\n")[2].partition("\n\n## ")[0]
    assert section == "No deadline has been postponed."


def test_without_git_only_the_reports_tell(planctl: Run, tmp_path: Path) -> None:
    if any((folder / ".git").exists() for folder in tmp_path.parents):
        pytest.skip("the temporary folder is in git")
    folder = copy_base(tmp_path)
    late = report("2021-T1", "veg", "2021-05-12", tiltak=line("vp2021-veg.t1", "forsinket", "2021-10-15"))
    (folder / "t1.yaml").write_text(late, "utf-8")
    text = planctl("-C", str(folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021").out
    assert "| 01/10/2021 | 15/10/2021 | 1 | 14 | report for tertial 1, 2021 |" in text
    assert "Only new deadlines that the units have reported count here" in text


def test_a_history_that_begins_after_the_period_is_none(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer", {})
    copy_base(repo.folder)
    repo.commit("Arkivert", date(2026, 1, 1))
    repo.edit(VEG, "frist: 2021-10-01", "frist: 2021-11-01")
    repo.commit("Rettet", date(2026, 2, 1))
    text = planctl("-C", str(repo.folder), "--lang", "en", "report", "--tertial", "1", "--year", "2021").out
    assert "No postponed deadline is known." in text
    assert "Only new deadlines that the units have reported count here" in text


FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
ACCOUNTS = """\
enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose
veg;1;12000;12000;1000;1100;12000
veg;3;12000;12000;1000;1100;12000
"""


def test_the_month_lists_those_of_the_month(planctl: Run, repo: Repo) -> None:
    repo.write({"økonomi.yaml": FIGURES, "tall.csv": ACCOUNTS})
    options = ("-C", str(repo.folder), "--lang", "en", "report", "--year", "2021", "--month")
    march, january = (
        planctl(*options, month).out.partition("Deadlines postponed in the month\n\n")[2] for month in "31"
    )
    assert march.startswith("Postponed deadlines: 2. Postponements in all: 3. Postponed in the period: 2.")
    assert "| Telle syklister | Veg og trafikk | 01/08/2021 | 20/09/2021 | 1 | 50 | 15/03/2021 «Nytt navn" in march
    assert january.startswith("No deadline has been postponed.")
