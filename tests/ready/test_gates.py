"""Pull requests that must be red or green, on a host as GitHub's: the whole Action on the server's merge commit."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from git_support import Repo
from support import base_files

sys.path.insert(0, str(Path(__file__).parent))
from action_support import BASH, PLAN, Run, runner

KP, HP, SETTINGS, WHEEL = "kommuneplan.yaml", "handlingsprogram.yaml", "planctl.yaml", "årshjul.yaml"
GOAL, NEW_GOAL = "tittel: Innbyggerne reiser miljøvennlig", "tittel: Innbyggerne lar bilen stå"
VEDTAK = "vedtak:\n  organ: kommunestyret\n  dato: 2020-06-09\n"
NEW_VEDTAK = "vedtak:\n  - organ: kommunestyret\n    dato: 2020-06-09\n  - organ: kommunestyret\n    dato: 2021-06-08\n"
DEADLINE = "    frist: 2021-10-01\n"
RED, GREEN = 1, 0

pytestmark = pytest.mark.skipif(BASH is None, reason="bash is not installed")
Change = Callable[[Repo], object]


def hosted(folder: Path, change: Change, first: Change | None = None, other: Change | None = None) -> Run:
    """Open a pull request with a change, on plans with a `first` one; `other` came to main while it stood open."""
    repo = Repo(folder / "planer")
    if first is not None:
        first(repo)
        repo.commit("Før")
    base = repo.git("rev-parse", "HEAD").strip()
    repo.git("checkout", "-q", "-b", "forslag")
    change(repo)
    head = repo.commit("Forslaget")
    repo.git("checkout", "-q", "main")
    if other is not None:
        other(repo)
        repo.commit("Andres arbeid")
    repo.git("checkout", "-q", "--detach")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge", "forslag")
    return runner(repo, folder, base=base, pull="7", head=head)


def edit(*edits: tuple[str, str, str]) -> Change:
    """Make a change of texts in files."""
    return lambda repo: [repo.edit(*item) for item in edits]


def settings(text: str) -> Change:
    """Make a change that adds to planctl.yaml."""
    return lambda repo: repo.write({SETTINGS: repo.read(SETTINGS) + text})


def delete(*names: str) -> Change:
    """Make a change that takes files away."""
    return lambda repo: repo.write(dict.fromkeys(names))


def both(*changes: Change) -> Change:
    """Make one change of several."""
    return lambda repo: [change(repo) for change in changes]


def errors(job: Run) -> list[str]:
    """Give the errors that stand in the lines of the pull request: code and file."""
    return [f"{code} {path}" for path, code in re.findall(r"::error file=([^,]+),.*?title=(\d{3}) ", job.shown)]


def baselined(repo: Repo) -> None:
    """Take a deadline away, and note the finding as known."""
    repo.edit(PLAN, DEADLINE, "")
    job = runner(repo, repo.folder.parent / "grunnlinje")
    job.planctl("baseline", "write")


NO_DEADLINE = edit((PLAN, DEADLINE, ""))


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        pytest.param(edit((KP, GOAL, NEW_GOAL)), ["528 kommuneplan.yaml"], id="an adopted goal rewritten"),
        pytest.param(edit((KP, GOAL, NEW_GOAL), (KP, VEDTAK, NEW_VEDTAK)), [], id="the same with a new vedtak"),
        pytest.param(
            both(edit((KP, GOAL, NEW_GOAL)), settings("regler:\n  ignorer: [528]\n")),
            ["528 kommuneplan.yaml"],
            id="the rule that protects switched off",
        ),
        pytest.param(
            both(NO_DEADLINE, settings("regler:\n  alvorlighet:\n    '301': av\n")),
            [f"301 {PLAN}"],
            id="a rule switched off",
        ),
        pytest.param(
            both(edit((KP, GOAL, NEW_GOAL)), settings(f"utelat: [{KP}]\n")),
            [*[f"201 {HP}"] * 4, f"201 {PLAN}", f"528 {KP}", f"528 {KP}"],  # taken away, and rewritten
            id="a plan left out",
        ),
        pytest.param(baselined, [f"301 {PLAN}"], id="a baseline of its own"),
        pytest.param(
            edit((PLAN, DEADLINE, ""), (PLAN, "  - id: vp", "  # planctl: unntak 301 – avtalt\n  - id: vp")),
            [f"301 {PLAN}"],
            id="an exemption of its own",
        ),
        pytest.param(delete(HP), [f"201 {PLAN}", f"528 {HP}"], id="a deletion that breaks a reference"),
        pytest.param(delete(WHEEL), [], id="another deletion"),
        pytest.param(edit((PLAN, "status: i rute", "status: risiko")), [], id="everyday work"),
    ],
)
def test_a_pull_request(tmp_path: Path, change: Change, wanted: list[str]) -> None:
    job = hosted(tmp_path, change)
    assert job.whole() == (RED if wanted else GREEN), job.shown
    assert sorted(errors(job)) == sorted(wanted)


def test_a_moved_band(tmp_path: Path) -> None:
    job = hosted(tmp_path, edit((HP, '"≥ 15"', '"≥ 12"'), (HP, '"10–14"', '"10–11"')))
    assert job.whole() == RED
    assert set(errors(job)) == {f"528 {HP}"}


def test_an_old_error_stays_red(tmp_path: Path) -> None:
    job = hosted(tmp_path, edit((PLAN, "status: i rute", "status: risiko")), first=NO_DEADLINE)
    assert job.whole() == RED
    assert errors(job) == [f"301 {PLAN}"]


def test_settings_and_exemptions_that_are_in_main_hold(tmp_path: Path) -> None:
    first = both(NO_DEADLINE, settings("regler:\n  ignorer: [301]\n"))
    job = hosted(tmp_path, edit((PLAN, "status: i rute", "status: risiko")), first=first)
    assert job.whole() == GREEN


def test_what_hides_a_finding_is_told(tmp_path: Path) -> None:
    job = hosted(tmp_path, both(NO_DEADLINE, settings("regler:\n  ignorer: [301]\n")))
    assert job.whole() == RED
    told = "The change hides or softens this by «regler → ignorer» in planctl.yaml, and is judged without that."
    assert told in job.shown
    assert "planctl.yaml: 301 tiltak-uten-frist from error to off" in job.comments[0]["body"].replace("\\", "")


def test_the_work_of_others_is_not_taken_for_the_pull_requests(tmp_path: Path) -> None:
    """The base that GitHub names stays where it was when main moves on; the comment tells of the change alone."""
    other = edit((HP, "tittel: Bygge ut sykkelvegnettet", "tittel: Bygge ut gangvegnettet"))
    job = hosted(tmp_path, edit((PLAN, "2021-10-01", "2021-12-01")), other=other)
    assert job.whole() == GREEN
    body = job.comments[0]["body"]
    assert "vp2021-veg.t1" in body
    assert "gangvegnettet" not in body


@pytest.mark.parametrize("all_of_it", [False, True])
def test_the_first_pull_request(tmp_path: Path, *, all_of_it: bool) -> None:
    """It adds planctl.yaml to the plans, or brings the whole plan repository."""
    files = base_files()

    def change(repo: Repo) -> None:
        repo.write({name: text for name, text in files.items() if all_of_it or name == SETTINGS})

    def first(repo: Repo) -> None:
        repo.write({name: None for name in files if all_of_it or name == SETTINGS})
        repo.write({"README.md": "x\n"})

    job = hosted(tmp_path, change, first)
    assert job.whole() == GREEN, job.shown
    assert "planctl.yaml: added" in job.comments[0]["body"].replace("\\", "")


def test_a_push_is_judged_against_the_commit_before(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    before = repo.git("rev-parse", "HEAD").strip()
    repo.edit(KP, GOAL, NEW_GOAL)
    repo.commit("Rett inn i main")
    repo.edit(PLAN, "status: i rute", "status: risiko")
    repo.commit("I samme push")
    job = runner(repo, tmp_path, before=before)
    assert job.whole() == RED
    assert errors(job) == ["528 kommuneplan.yaml"]


def test_a_base_that_is_not_here_is_red_whatever_the_settings_say(tmp_path: Path) -> None:
    job = hosted(tmp_path, settings("regler:\n  ignorer: [222]\n"))
    job.repo.git("checkout", "-q", "forslag")
    job.base = "1" * 40
    assert job.whole() == RED
    assert [row.partition(" ")[0] for row in errors(job)] == ["222"]


def test_a_folder_of_plans_that_looks_like_a_git_folder_is_not_green(tmp_path: Path) -> None:
    """Git refuses to look for history from inside such a folder; what cannot be judged is not let through."""
    marker = tmp_path / "pwned"
    config = f"[core]\n\tfsmonitor = touch {marker}\n\tsshCommand = touch {marker}\n"
    trap = {"HEAD": "ref: refs/heads/main\n", "objects/x": "", "refs/x": "", "config": config}

    def first(repo: Repo) -> None:
        repo.write({f"alle/{name}": text for name, text in base_files().items()})

    def change(repo: Repo) -> None:
        repo.edit(f"alle/{KP}", GOAL, NEW_GOAL)
        repo.write({f"alle/{name}": text for name, text in trap.items()})

    job = hosted(tmp_path, change, first)
    job.inputs = {"path": "alle"}
    assert job.whole() == RED
    assert not marker.exists()


def test_nothing_in_the_pull_request_is_run(tmp_path: Path) -> None:
    """Modules, hooks, attributes and templates are files like any other."""
    marker = tmp_path / "pwned"
    script = f"open({str(marker)!r}, 'w')\nraise SystemExit('pwned')\n"
    files = {f"{name}.py": script for name in ("json", "yaml", "typer", "planctl", "sitecustomize", "usercustomize")}
    files[".gitattributes"] = "* diff=felle filter=felle merge=felle\n"
    files[".gitconfig"] = f'[diff "felle"]\n\ttextconv = touch {marker}\n[core]\n\tfsmonitor = touch {marker}\n'
    files["templates/tertialrapport.md.j2"] = "{{ ''.__class__ }}"

    def change(repo: Repo) -> None:
        repo.write(dict(files))
        repo.edit(PLAN, "status: i rute", "status: risiko")

    job = hosted(tmp_path, change)
    assert job.whole() == GREEN, job.shown
    assert not marker.exists()
