"""Where git cannot tell the history, every command says why; nothing is called clean that is unknown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from git_support import IDENTITY, Repo, copy_base
from planctl.cli.run import run
from planctl.load.files.git import GitError, git
from planctl.load.files.repository import top_of

COMMANDS = [
    ("diff", "HEAD"),
    ("history", "klima.d1"),
    ("list", "--postponed"),
    ("report", "--tertial", "1", "--at", "HEAD"),
]
NO_PROGRAM = "there is a .git folder here, but git is not installed"
OWNER = "git refuses the folder, since another user owns it"
UNBORN = "the repository has no commits yet"
DAMAGED = "the last commit is missing or damaged"
REFUSED = "git cannot read the repository here ("
BARE = "this is a bare repository, without files"


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the user's own settings of git, such as a safe.directory for every folder."""
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)


def unborn(folder: Path) -> None:
    Repo(folder, {})
    copy_base(folder)


def no_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo(folder)
    monkeypatch.setenv("PATH", str(folder / "ingen"))


def owned_by_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repo(folder)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")


def broken(folder: Path) -> None:
    copy_base(folder)
    (folder / ".git").write_text("gitdir: /finnes/ikke\n")


def damaged(folder: Path) -> None:
    repo = Repo(folder)
    sha = repo.git("rev-parse", "HEAD").strip()
    (folder / ".git" / "objects" / sha[:2] / sha[2:]).unlink()


CASES = {"no program": NO_PROGRAM, "owner": OWNER, "unborn": UNBORN, "broken": REFUSED, "damaged": DAMAGED}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """A plan repository whose history git cannot tell, and the words that say why."""
    folder = tmp_path / "planer"
    match request.param:
        case "no program":
            no_program(folder, monkeypatch)
        case "owner":
            owned_by_another(folder, monkeypatch)
        case "unborn":
            unborn(folder)
        case "broken":
            broken(folder)
        case _:
            damaged(folder)
    return folder, CASES[request.param]


def call(capsys: pytest.CaptureFixture[str], folder: Path, *argv: str) -> str:
    """Run planctl; return all that it says, without line breaks."""
    capsys.readouterr()
    run(["-C", str(folder), "--lang", "en", "--today", "2021-06-15", *argv])
    captured = capsys.readouterr()
    return " ".join((captured.out + captured.err).split())


def test_validate_tells_at_a_file_that_is_there(case: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, reason = case
    found = json.loads(call(capsys, folder, "validate", "--format", "json"))["diagnostics"]
    assert [(item["code"], item["path"], item["line"], item["column"]) for item in found] == [
        ("222", "planctl.yaml", 1, 1)
    ]
    assert reason in found[0]["message"]
    github = call(capsys, folder, "validate", "--format", "github")
    assert github.startswith("::notice file=planctl.yaml,line=1,endLine=1,col=1,endColumn=1,title=222 ukjent-historikk")
    shown = call(capsys, folder, "validate")
    assert "All is well" not in shown
    assert "│" not in shown  # it is of the whole repository, not of the first line of planctl.yaml


@pytest.mark.parametrize("argv", COMMANDS, ids=lambda argv: argv[0])
def test_every_command_says_the_same(
    case: tuple[Path, str], argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, reason = case
    assert reason in call(capsys, folder, *argv)


def test_the_help_names_the_folder_to_trust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    owned_by_another(tmp_path / "planer", monkeypatch)
    folder = (tmp_path / "planer").as_posix()
    found = json.loads(call(capsys, tmp_path / "planer", "validate", "--format", "json"))["diagnostics"]
    assert found[0]["help"] == f"If you trust it, run «git config --global --add safe.directory {folder}»."


def test_nothing_is_missing_in_a_plain_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if any((folder / ".git").exists() for folder in tmp_path.parents):
        pytest.skip("the temporary folder is in git")
    copy_base(tmp_path)
    assert call(capsys, tmp_path, "validate").startswith("All is well.")
    for argv in COMMANDS:
        assert f"«{tmp_path}» is not in a git repository" in call(capsys, tmp_path, *argv)


def test_a_whole_history_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, Repo(tmp_path / "planer").folder, "validate").startswith("All is well.")


def test_a_new_branch_without_commits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "planer")
    repo.git("checkout", "-q", "--orphan", "ny")
    assert "the branch has no commits yet" in call(capsys, repo.folder, "validate")
    assert "klima.d1" not in call(capsys, repo.folder, "diff", "main")  # another branch can be read


def test_no_baseline_hides_what_is_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unborn(tmp_path / "planer")
    call(capsys, tmp_path / "planer", "baseline", "write")
    assert UNBORN in call(capsys, tmp_path / "planer", "validate")


def test_a_folder_that_is_named_does_not_hide_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unborn(tmp_path / "planer")
    assert UNBORN in call(capsys, tmp_path / "planer", "validate", "virksomhetsplaner")


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A bare repository of two commits, as a server holds it."""
    repo = Repo(tmp_path / "planer")
    repo.edit("virksomhetsplaner/veg.yaml", "2021-10-01", "2021-12-01")
    repo.commit("Utsatt")
    repo.git("clone", "-q", "--bare", str(repo.folder), str(tmp_path / "planer.git"))
    return tmp_path / "planer.git"


def test_two_revisions_are_compared_in_a_bare_repository(server: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = call(capsys, server, "diff", "HEAD~1...HEAD")
    assert "1 change" in shown
    assert "1 October 2021" in shown
    assert call(capsys, server, "diff", "HEAD~1..HEAD", "--format", "json").startswith("{")
    assert "# " in call(capsys, server, "report", "--tertial", "1", "--at", "HEAD")


@pytest.mark.parametrize("argv", [("validate",), ("diff", "HEAD"), ("list",), ("status",), ("git-setup",)])
def test_a_bare_repository_has_no_files(
    server: Path, argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in server.iterdir())
    assert BARE in call(capsys, server, *argv)
    assert sorted(path.name for path in server.iterdir()) == before


def test_a_folder_of_plans_that_looks_like_a_git_folder_is_none(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    trap = Path(shutil.copytree(repo.folder / ".git", repo.folder / "felle"))
    (trap / "config").write_text("[core]\n\tbare = true\n", encoding="utf-8")
    assert top_of(trap) == repo.folder
    with pytest.raises(GitError):
        git(trap, "rev-parse", "--git-dir")
    alone = Path(shutil.copytree(trap, tmp_path / "alene"))
    assert top_of(alone) == alone
    copy_base(alone)  # with plans in it, it is no repository of a server
    assert top_of(alone) is None
    with pytest.raises(GitError):
        git(alone, "rev-parse", "--git-dir")


def test_a_link_to_the_plans_is_in_their_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = Repo(tmp_path / "felles", {})
    copy_base(repo.folder / "planer")
    (tmp_path / "planer").symlink_to("felles/planer")
    assert UNBORN in call(capsys, tmp_path / "planer", "validate")
    assert "file=planer/planctl.yaml," in call(capsys, tmp_path / "planer", "validate", "--format", "github")
    no_program(tmp_path / "felles", monkeypatch)
    assert NO_PROGRAM in call(capsys, tmp_path / "planer", "validate")


def test_codeowners_names_the_folder_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Repo(tmp_path, {})
    copy_base(
        tmp_path / "planer",
        {"organisasjon.yaml": {"    tittel: Samfunn\n": '    tittel: Samfunn\n    kontohandle: "@a"\n'}},
    )
    known = call(capsys, tmp_path / "planer", "codeowners")
    assert "/planer/virksomhetsplaner/veg.yaml @a" in known
    monkeypatch.setenv("PATH", str(tmp_path / "ingen"))
    assert call(capsys, tmp_path / "planer", "codeowners") == known
