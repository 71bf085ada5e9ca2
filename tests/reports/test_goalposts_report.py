"""The moved limits of reports, counted again from a scripted repository, and said as they are known."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from goalposts_recount import Row, recount

from cli_support import Run, runner
from git_support import Repo, copy_base

HP, NEXT = "handlingsprogram.yaml", "hp2022.yaml"
MEASURED = """\
type: målinger
målinger:
  - {indikator: klima.i1, periode: 2019, verdi: 9}
  - {indikator: klima.i1, periode: 2020, verdi: 12}
"""
HEADING = "### Limits that were moved\n\n"
UNKNOWN = "Whether limits have been moved is unknown: no history of the plans in git was at hand."


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(capsys, monkeypatch)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Bands softened without a vedtak after the tertial, then hardened, carried into the next plan with its vedtak."""
    made = Repo(tmp_path / "planer", {})
    copy_base(made.folder)
    made.write({"m.yaml": MEASURED})
    made.commit("Første versjon", date(2021, 1, 10))
    made.edit(HP, "≥ 15", "≥ 12")
    made.edit(HP, "10–14", "10–11")
    made.commit("Justerte bånd", date(2021, 5, 20))
    made.edit(HP, "    kilde: R", "    merknad: Se tabellen\n    kilde: R")
    made.edit(HP, "< 10", "< 9")
    made.edit(HP, "10–11", "9–11")
    made.commit("Lavere gulv", date(2021, 6, 1))
    return made


@pytest.fixture
def carried(repo: Repo) -> Repo:
    """The same, where the indicator went into the next handlingsprogram with a new id and harder bands."""
    text = repo.read(HP)
    start = text.index("indikatorer:\n")
    heir = text[start:].replace("  - id: klima.i1\n", "  - id: hp2022.i1\n    tidligere_id: [klima.i1]\n")
    heir = heir.replace("≥ 12", "≥ 13").replace("9–11", "9–12")
    head = text[:start].replace("hp2021", "hp2022").replace("2021–2024", "2022–2025").replace("2021-2024", "2022-2025")
    head = head[: head.index("oppdrag:\n")].replace("dato: 2020-12-15", "sak: 88/21\n  dato: 2021-12-14")
    old = text[:start].replace("status: vedtatt", "status: utgått")
    repo.write({HP: old, NEXT: f"{head}avløser: hp2021\n{heir}", "m.yaml": MEASURED.replace("klima.i1", "hp2022.i1")})
    repo.commit("Handlingsprogram 2022–2025", date(2021, 12, 15))
    return repo


def frozen(planctl: Run, folder: Path, *options: str) -> dict[str, Any] | None:
    """Freeze a report; return what the snapshot holds of moved limits."""
    options = ("-C", str(folder), "report", *options, "--freeze", "f.json", "--out", "ut", "--today", "2022-03-01")
    assert planctl(*options).code == 0
    (found,) = json.loads((folder / "f.json").read_text("utf-8"))["reports"].values()
    moved: dict[str, Any] | None = found["goalposts"]
    return moved


def rows(found: dict[str, Any] | None) -> list[Row]:
    """Give the rows of a snapshot as the recount gives them, by day."""
    assert found is not None
    made = []
    for row in found["rows"]:
        (series,) = row["series"]
        decided = tuple(item["day"] for item in row["decisions"])
        verdicts = (series["old"]["verdict"], series["new"]["verdict"])
        made.append(Row(date.fromisoformat(row["day"]), row["subject"], decided, *verdicts))
    return sorted(made)


def section(text: str, heading: str = HEADING) -> str:
    """Give the section of moved limits; empty where there is none."""
    return text.partition(heading)[2].partition("\n#")[0]


T1 = ("--tertial", "1", "--year", "2021")


@pytest.mark.parametrize("options", [T1, ("--tertial", "2", "--year", "2021"), ("--annual", "--year", "2021")])
def test_every_move_counted_again(planctl: Run, repo: Repo, options: tuple[str, ...]) -> None:
    found = frozen(planctl, repo.folder, *options)
    assert rows(found) == recount(repo.folder, "klima.i1", "12")
    assert [(row.subject, row.old, row.new) for row in rows(found)] == [
        ("Justerte bånd", "akseptert", "ønsket"),
        ("Lavere gulv", "ønsket", "ønsket"),
    ]


def test_carried_into_the_next_handlingsprogram(planctl: Run, carried: Repo) -> None:
    found = frozen(planctl, carried.folder, "--document", "handlingsprogram", "--year", "2022")
    assert rows(found) == recount(carried.folder, "hp2022.i1", "12")
    assert rows(found)[-1] == Row(
        date(2021, 12, 15), "Handlingsprogram 2022–2025", ("2021-12-14",), "ønsket", "akseptert"
    )
    options = (
        "-C",
        str(carried.folder),
        "--lang",
        "en",
        "--today",
        "2022-02-01",
        "report",
        "--document",
        "handlingsprogram",
    )
    text = section(planctl(*options, "--year", "2022").out)
    assert "(carried over from Handlingsprogram 2021–2024)" in text
    assert "| kommunestyret, 14 December 2021, case 88/21 |" in text


def test_the_table_as_it_is_read(planctl: Run, repo: Repo) -> None:
    text = section(planctl("-C", str(repo.folder), "--lang", "en", "report", *T1).out)
    first, second = (
        repo.git("log", "--format=%h", "--abbrev=9", f"--grep={word}").strip() for word in ("Juster", "gulv")
    )
    assert "Changes: 2. They give another verdict: 1. Without a vedtak: 2." in text
    name = "| Andel reiser på sykkel |"
    one = "Band «● desired»: ≥ 15 → ≥ 12; Band «▲ accepted»: 10–14 → 10–11"
    other = "Band «▲ accepted»: 10–11 → 9–11; Band «■ not approved»: &lt; 10 → &lt; 9"
    said = "**no vedtak** | 12\u00a0% (2020) |"
    moved, same = "**▲ accepted: on track** | **● desired: on track** |", "● desired: on track | ● desired: on track |"
    assert [row for row in text.splitlines() if row.startswith("| ")][1:] == [
        f"{name} {one} | 20/05/2021 «Justerte bånd» ({first}) | {said} {moved}",
        f"{name} {other} | 01/06/2021 «Lavere gulv» ({second}) | {said} {same}",
    ]


def test_at_a_revision_only_what_led_to_it(planctl: Run, repo: Repo) -> None:
    sha = repo.git("log", "--format=%H", "--grep=Justerte").strip()
    assert [row.subject for row in rows(frozen(planctl, repo.folder, *T1, "--at", sha))] == ["Justerte bånd"]
    assert frozen(planctl, repo.folder, *T1, "--at", f"{sha}~1") is None


def test_nothing_moved_is_no_section(planctl: Run, repo: Repo) -> None:
    repo.git("checkout", "-q", "--detach", "HEAD~2")
    assert "Limits that were moved" not in planctl("-C", str(repo.folder), "--lang", "en", "report", *T1).out


def test_work_that_is_not_committed(planctl: Run, repo: Repo) -> None:
    repo.edit(HP, "≥ 12", "≥ 13")
    text = section(planctl("-C", str(repo.folder), "--lang", "en", "report", *T1).out)
    assert "| Band «● desired»: ≥ 12 → ≥ 13 | not committed | **no vedtak** |" in text


def test_a_snapshot_tells_of_a_new_move(planctl: Run, repo: Repo) -> None:
    frozen(planctl, repo.folder, *T1)
    verify = ("-C", str(repo.folder), "--lang", "en", "report", *T1, "--verify", "f.json")
    assert planctl(*verify).code == 0
    repo.edit(HP, "9–11", "9–12")
    repo.edit(HP, "≥ 12", "≥ 13")
    repo.commit("Strammere", date(2021, 7, 1))
    done = planctl(*verify)
    assert done.code == 1
    assert "goalposts.rows[klima.i1" in done.out


def test_a_shallow_clone_says_unknown(planctl: Run, repo: Repo) -> None:
    folder = repo.folder.with_name("grunn")
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repo.folder}", str(folder)], check=True)
    text = section(planctl("-C", str(folder), "--lang", "en", "report", *T1).out)
    assert text.startswith("No moved limit is known.\n\n**Whether limits were moved before 1 June 2021 is unknown")
    shown = planctl("-C", str(folder), "--lang", "en", "history", "--goalposts").out
    assert shown.startswith("Whether limits were moved before 1 June 2021 is unknown.")
    assert json.loads(planctl("-C", str(folder), "history", "--goalposts", "--format", "json").out)["known"] is False


def test_a_history_that_begins_after_the_period_says_unknown(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer", {})
    copy_base(repo.folder)
    repo.write({"m.yaml": MEASURED})
    repo.commit("Arkivert", date(2026, 1, 1))
    text = section(planctl("-C", str(repo.folder), "--lang", "en", "report", *T1).out)
    assert "**Whether limits were moved before 1 January 2026 is unknown" in text


def test_without_git_it_is_unknown(planctl: Run, tmp_path: Path) -> None:
    if any((folder / ".git").exists() for folder in tmp_path.parents):
        pytest.skip("the temporary folder is in git")
    folder = copy_base(tmp_path)
    options = ("-C", str(folder), "--lang", "en")
    assert "Limits that were moved" not in planctl(*options, "report", *T1).out  # nothing is measured
    (folder / "m.yaml").write_text(MEASURED, "utf-8")
    assert section(planctl(*options, "report", *T1).out).strip() == UNKNOWN
    assert planctl(*options, "history", "--goalposts").out.startswith("Whether limits have been moved is unknown.")


def test_history_of_one_and_since(planctl: Run, repo: Repo) -> None:
    options = ("-C", str(repo.folder), "--lang", "en", "history")
    text = planctl(*options, "klima.i1", "--goalposts", "--since", "2021-05-21").out
    assert "Lavere gulv" in text
    assert "Justerte" not in text
    assert text.rstrip().endswith("Limits were moved 1 time.")
    every = planctl(*options, "--goalposts").out
    assert "    12 (2020): ▲ accepted: on track → ● desired: on track\n" in every
    assert "    12 (2020): ● desired: on track, as before\n" in every
    assert planctl(*options, "--goalposts", "--since", "2021-07-01").out.startswith(
        "No limit is known to have been moved"
    )
    assert "is no indicator" in planctl(*options, "klima.d1", "--goalposts").err
    assert planctl(*options, "klima.i1", "--since", "2021").code == 2
    assert planctl(*options).code == 2


def test_the_mark_of_a_diff(planctl: Run, repo: Repo) -> None:
    options = ("-C", str(repo.folder), "--lang", "en", "diff")
    moved = "    → the verdict of the value for 2020 moves from «▲ accepted: on track» to «● desired: on track»\n"
    assert planctl(*options, "HEAD~2...HEAD~1").out.count(moved) == 1
    text = planctl(*options, "HEAD~1...HEAD").out
    assert text.count("    → the indicator is measured already; its verdict is as before\n") == 1
    found = json.loads(planctl(*options, "HEAD~2...HEAD~1", "--format", "json").out)["changes"]
    assert [(row["field"], row["weight"], [item["moved"] for item in row["goalpost"]]) for row in found] == [
        ("bånd/ønsket", "error", [True]),
        ("bånd/akseptert", "error", [True]),
    ]
    assert moved.strip().removeprefix("→ ") in planctl(*options, "HEAD~2...HEAD~1", "--format", "markdown").out


def test_a_copy_of_the_templates_before_this_still_renders(planctl: Run, repo: Repo) -> None:
    path = Path(__file__).parent / "templates_before_all_chapters" / "tertialrapport.md.j2"
    before, begin, rest = path.read_text("utf-8").partition("{% if report.goalposts %}")
    assert begin
    repo.write({"templates/tertialrapport.md.j2": before + rest.partition("{% endif %}\n\n")[2]})
    text = planctl("-C", str(repo.folder), "--lang", "en", "report", *T1).out
    assert "## 2. Goal attainment" in text
    assert "Limits that were moved" not in text


FIGURES = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
ACCOUNTS = """\
enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose
veg;1;12000;12000;1000;1100;12000
veg;5;12000;12000;1000;1100;12000
"""


def of_the_unit(repo: Repo) -> None:
    """Make the indicator one of the unit's own, and open the unit."""
    repo.edit(HP, "    enhet: prosent\n", "    enhet: prosent\n    gjelder: [veg]\n    fokusområde: medarbeidere\n")
    repo.edit("organisasjon.yaml", "    fra: 2021-12-31\n", "")
    repo.write({"økonomi.yaml": FIGURES, "tall.csv": ACCOUNTS})


@pytest.mark.parametrize(
    "options",
    [
        ("--month", "5"), ("--tertial", "2", "--unit", "veg"), ("--document", "målekart"),
        *(("--document", name, "--unit", "veg") for name in ("virksomhetsplan", "lederdialog", "lederavtale", "oppdragsbrev", "målekart")),
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_report_that_judges_the_indicator(planctl: Run, repo: Repo, options: tuple[str, ...]) -> None:
    of_the_unit(repo)
    call = ("-C", str(repo.folder), "--lang", "en", "--today", "2021-12-01", "report", *options, "--year", "2021")
    text = planctl(*call).out
    assert text.count("Limits that were moved\n\nThese limits were changed after the first measurement.") == 1
    assert "**▲ accepted: on track** | **● desired: on track** |" in text
