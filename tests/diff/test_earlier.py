"""A frist that is postponed is told with how many times it was postponed before."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from diff_support import held, laid, told

from cli_support import Run
from git_support import Repo
from planctl.history.log import GitLog
from planctl.i18n import Language
from planctl.model.distance import distance
from planctl.model.period import parse_date
from support import base_files

VEG = "virksomhetsplaner/veg.yaml"
REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-20
tiltak:
  vp2021-veg.t1:
    status: forsinket
    ny_frist: 2022-03-01
    årsak: Grunnerverv
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A frist postponed twice, advanced once, and its tiltak renamed."""
    made = Repo(tmp_path / "planer")
    made.edit(VEG, "2021-10-01", "2021-11-01")
    made.commit("Utsatt")
    made.edit(VEG, "2021-11-01", "2021-10-15")
    made.commit("Framskyndet")
    made.edit(VEG, "id: vp2021-veg.t1", "id: vp2021-veg.ny\n    tidligere_id: [vp2021-veg.t1]")
    made.edit(VEG, "2021-10-15", "2021-12-01")
    made.commit("Nytt navn og utsatt")
    return made


def postponed(planctl: Run, folder: Path, *revisions: str) -> tuple[str, object]:
    """Diff: the words of the postponed frist after «postponed», and what the JSON has of it."""
    base = ("-C", str(folder), "--lang", "en", "diff", *revisions)
    line = next(row for row in planctl(*base).out.splitlines() if "Frist postponed" in row)
    row = next(row for row in json.loads(planctl(*base, "--format", "json").out)["changes"] if row["field"] == "frist")
    assert row["kind"] == "postponed"
    return line.partition("postponed ")[2], row["earlier"]


def test_the_first_time_says_nothing_of_before(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit(VEG, "2021-10-01", "2021-10-11")
    assert postponed(planctl, repo.folder) == (
        "10 days, from 1 October 2021 to 11 October 2021", {"times": 0, "known": True}
    )  # fmt: skip


def test_before_the_base_counts_and_nothing_after_it(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "2021-12-01", "2022-03-01")
    shown = "3 months, from 1 December 2021 to 1 March 2022 (postponed 2 times before)"
    assert postponed(planctl, repo.folder) == (shown, {"times": 2, "known": True})
    repo.commit("Utsatt tredje gang")
    assert postponed(planctl, repo.folder, "HEAD~1...HEAD") == (shown, {"times": 2, "known": True})
    shown = "137 days, from 15 October 2021 to 1 March 2022 (postponed 1 time before)"
    assert postponed(planctl, repo.folder, "HEAD~2...HEAD") == (shown, {"times": 1, "known": True})


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("nb", "Frist utsatt 3 måneder, fra 1. desember 2021 til 1. mars 2022 (utsatt 2 ganger før)"),
        ("nn", "Frist utsett 3 månader, frå 1. desember 2021 til 1. mars 2022 (utsett 2 gonger før)"),
        ("en", "Frist postponed 3 months, from 1 December 2021 to 1 March 2022 (postponed 2 times before)"),
    ],
)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_format_and_language_says_it(planctl: Run, repo: Repo, form: str, code: str, line: str) -> None:
    repo.edit(VEG, "2021-12-01", "2022-03-01")
    out = planctl("-C", str(repo.folder), "--lang", code, "diff", "--format", form).out
    assert line in re.sub(r"\\(?=[.()])", "", out)


def test_what_a_report_has_postponed_counts_once(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.write({"rapport.yaml": REPORT})
    repo.commit("Rapport")
    repo.edit(VEG, "2021-10-01", "2022-03-01")
    assert postponed(planctl, repo.folder)[1] == {"times": 0, "known": True}, "the plan says what the report said"
    repo.edit(VEG, "2022-03-01", "2022-05-01")
    assert postponed(planctl, repo.folder)[1] == {"times": 1, "known": True}


def test_a_shallow_clone_never_says_none(planctl: Run, repo: Repo) -> None:
    repo.edit(VEG, "2021-12-01", "2022-03-01")
    repo.commit("Utsatt tredje gang")
    folder = repo.folder.with_name("grunn")
    clone = ["git", "clone", "-q", "--depth", "1", f"file://{repo.folder}", str(folder)]
    subprocess.run(clone, check=True)
    plan = (folder / VEG).read_text("utf-8")
    (folder / VEG).write_text(plan.replace("2022-03-01", "2022-04-01"), "utf-8")
    shown, row = postponed(planctl, folder)
    assert shown.endswith("to 1 April 2022 (how often before is unknown: fetch more history)")
    assert row == {"times": 0, "known": False}
    subprocess.run(["git", "-C", str(folder), "fetch", "-q", "--depth", "2"], check=True)
    shown, row = postponed(planctl, folder)
    assert shown.endswith("(postponed at least 1 time before: fetch more history)")
    assert row == {"times": 1, "known": False}


def test_without_history_nothing_is_said() -> None:
    moved = base_files()[VEG].replace("2021-10-01", "2021-12-01")
    diff = held(laid({}), laid({VEG: moved}))
    assert [change.earlier for change in diff.changes] == [None]
    assert told(diff)[0].endswith("Frist postponed 2 months, from 1 October 2021 to 1 December 2021")


def test_git_is_read_only_where_a_frist_is_postponed(planctl: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(self: GitLog, blobs: list[str]) -> dict[str, bytes]:
        raise AssertionError(blobs)

    monkeypatch.setattr(GitLog, "read", never)
    repo.edit(VEG, "2021-12-01", "2021-11-20")
    options = ("-C", str(repo.folder), "--lang", "en", "diff")
    out = planctl(*options).out
    assert "advanced 11 days" in out


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2021-06-01", "2021-09-01", "3 months"),
        ("2021-06-30", "2021-08-31", "2 months"),
        ("2021-02-28", "2021-03-28", "1 month"),
        ("2021-02-28", "2021-03-31", "1 month"),
        ("2021-01-31", "2021-02-27", "27 days"),
        ("2021-01-15", "2021-01-16", "1 day"),
        ("2024-12-31", "2023-12-31", "12 months"),
        ("2021-06-30", "2021-07-01", "1 day"),
    ],
)
def test_how_far_two_days_are_apart(one: str, other: str, words: str) -> None:
    first, last = parse_date(one), parse_date(other)
    assert first is not None
    assert last is not None
    assert Language("en")(distance(first, last)) == words
