"""Which files are plan files: on disk, and at a git revision."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.i18n import Language
from planctl.load.files.git import GitError
from planctl.load.files.revision import RevisionTree
from planctl.load.files.tree import MAX_BYTES, OutsideError, Tree, WorkTree
from planctl.load.loader import load
from support import book

PLAN = "type: målinger\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX links and permissions")


def put(root: Path, *paths: str, **texts: str) -> None:
    for path in paths:
        full = root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(texts.get(full.stem, PLAN), encoding="utf-8")


def listed(tree: Tree) -> list[str]:
    return [entry.path for entry in tree.walk().files]


def told(root: Path) -> list[tuple[str, str]]:
    return [(item.code, item.place.path) for item in load(WorkTree(root), book()).findings]


def test_yaml_files_in_path_order_without_dot_files_and_dot_folders(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", "a/c.yml", "a/B.YAML", "å.yaml", ".skjult.yaml", ".github/ci.yml", "a/.x/y.yaml", "d.txt")
    assert listed(WorkTree(tmp_path)) == ["a/B.YAML", "a/c.yml", "b.yaml", "å.yaml"]


def test_an_untracked_file_counts_and_no_git_is_needed(tmp_path: Path) -> None:
    put(tmp_path, "ny.yaml")
    assert listed(WorkTree(tmp_path)) == ["ny.yaml"]


IGNORING = {
    ".gitignore": "*.tmp.yaml\nutkast/\n/rot.yaml\n!viktig.tmp.yaml\n!\n[z-a]\n# merk\n",
    "a/.gitignore": "!b.tmp.yaml\nbare-her.yaml\n",
    "utkast/.gitignore": "!inne.yaml\n",
}
WITHIN = [
    "x.tmp.yaml", "viktig.tmp.yaml", "rot.yaml", "a/rot.yaml", "a/b.tmp.yaml", "a/c.tmp.yaml", "a/bare-her.yaml",
    "bare-her.yaml", "utkast/inne.yaml", "a/utkast/inne.yaml", "a/d.yaml",
]  # fmt: skip
KEPT = ["a/b.tmp.yaml", "a/d.yaml", "a/rot.yaml", "bare-her.yaml", "viktig.tmp.yaml"]


def test_gitignore_nested_and_negated(tmp_path: Path) -> None:
    put(tmp_path, *WITHIN)
    for path, text in IGNORING.items():
        put(tmp_path, path)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert listed(WorkTree(tmp_path)) == KEPT


def test_a_gitignore_that_is_a_folder_ignores_nothing(tmp_path: Path) -> None:
    put(tmp_path, ".gitignore/x.yaml", "a.yaml")
    assert listed(WorkTree(tmp_path)) == ["a.yaml"]


def test_utelat_leaves_out_and_a_pattern_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "arkiv/b.yaml", "arkiv/dypt/c.yaml")
    (tmp_path / "planctl.yaml").write_text(
        'format: 1\nkommune:\n  navn: Prøve\nutelat: ["arkiv/**", "[z-a]"]\n', "utf-8"
    )
    assert load(WorkTree(tmp_path), book()).plans.files == 2
    assert ("104", "planctl.yaml") in told(tmp_path)


def test_nested_repositories_are_named_and_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "eksempel/planctl.yaml", "eksempel/b.yaml", "eksempel/inni/planctl.yaml")
    listing = WorkTree(tmp_path).walk()
    assert [entry.path for entry in listing.files] == ["a.yaml"]
    assert listing.nested == ["eksempel"]


@posix
def test_links(tmp_path: Path) -> None:
    root = tmp_path / "rot"
    put(root, "a.yaml", "mappe/b.yaml")
    put(tmp_path, "ute/c.yaml", "ute.yaml", "data.csv")
    (root / "inne.yaml").symlink_to("a.yaml")
    (root / "inne").symlink_to("mappe")
    (root / "ring").symlink_to("ring")
    put(root, "bilder/logo.png")
    (root / "foto").symlink_to("bilder")
    (root / "mappe" / "opp").symlink_to("..")
    (root / "brutt.yaml").symlink_to("finnes-ikke.yaml")
    (root / "ut.yaml").symlink_to("../ute.yaml")
    (root / "ut").symlink_to("../ute")
    (root / "absolutt.yaml").symlink_to(root / "a.yaml")
    (root / "data.csv").symlink_to("../data.csv")
    (root / "bilde.png").symlink_to("../bilde.png")
    assert listed(WorkTree(root)) == ["a.yaml", "mappe/b.yaml"]
    outside, inside = ["absolutt.yaml", "ut", "ut.yaml"], ["brutt.yaml", "inne", "inne.yaml", "mappe/opp"]
    assert sorted(told(root)) == [*(("011", name) for name in outside), *(("012", name) for name in inside)]
    with pytest.raises(OutsideError):
        WorkTree(root).read("data.csv")
    with pytest.raises(OutsideError):
        WorkTree(root).read("../ute.yaml")
    with pytest.raises(OSError, match=r".+"):
        WorkTree(root).read("ring")


@posix
def test_a_csv_that_links_out_of_the_repository_is_told_where_it_is_named(tmp_path: Path) -> None:
    root = tmp_path / "rot"
    put(root, "m.yaml", m="type: målinger\nfil: data.csv\n")
    put(tmp_path, "data.csv")
    (root / "data.csv").symlink_to("../data.csv")
    assert told(root) == [("011", "m.yaml")]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_and_file_are_told(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "lukket/b.yaml", "c.yaml")
    (tmp_path / "lukket").chmod(0)
    (tmp_path / "c.yaml").chmod(0)
    try:
        assert told(tmp_path) == [("012", "lukket"), ("012", "c.yaml")]
    finally:
        (tmp_path / "lukket").chmod(0o700)


@posix
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.yaml")
    os.mkfifo(tmp_path / "rør.csv")
    put(tmp_path, "m.yaml", m="type: målinger\nfil: rør.csv\n")
    assert told(tmp_path) == [("012", "m.yaml"), ("012", "rør.yaml")]


def test_very_deep_folders(tmp_path: Path) -> None:
    path = "/".join("d" * 1 for _ in range(600)) + "/a.yaml"
    if len(str(tmp_path / path)) > 4000 or sys.platform == "win32":
        pytest.skip("paths cannot be that long here")
    put(tmp_path, path)
    assert listed(WorkTree(tmp_path)) == [path]


def test_a_large_csv_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "m.yaml", m="type: målinger\nfil: data.csv\n")
    with (tmp_path / "data.csv").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert told(tmp_path) == [("006", "m.yaml")]


def git(root: Path, *args: str) -> str:
    settings = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false"]
    done = subprocess.run(["git", "-C", str(root), *settings, *args], check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    put(tmp_path, "planctl.yaml", *WITHIN, "å 🚲/ø.yaml", ".github/ci.yml", "eksempel/planctl.yaml", "eksempel/b.yaml")
    put(tmp_path, "eksempel/inni/planctl.yaml", "data/sykkel.csv")
    (tmp_path / "crlf.yaml").write_bytes("type: målinger\r\n\xff".encode("latin-1"))
    for path, text in IGNORING.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    with (tmp_path / "stor.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    if sys.platform != "win32":
        (tmp_path / "ut.yaml").symlink_to("../../ute.yaml")
        (tmp_path / "ut").symlink_to("/etc")
        (tmp_path / "inne.yaml").symlink_to("planctl.yaml")
        (tmp_path / "inne").symlink_to("a")
        (tmp_path / "a" / "opp").symlink_to("..")
        (tmp_path / "foto").symlink_to("data")
    git(tmp_path, "add", "-A", "-f")
    git(tmp_path, "commit", "-q", "-m", "første")
    return tmp_path


def test_a_revision_lists_and_reads_the_same_as_its_work_tree(repository: Path) -> None:
    work, revision = WorkTree(repository), RevisionTree(repository, "HEAD")
    there, then = work.walk(), revision.walk()
    assert then.files == there.files
    assert then.nested == there.nested == ["eksempel"]
    assert [item.path for item in then.unread] == [item.path for item in there.unread]
    for path in [*(entry.path for entry in then.files), "data/sykkel.csv"]:
        if path == "stor.yaml":
            continue
        assert revision.read(path) == work.read(path)
    for tree in (work, revision):
        with pytest.raises(OSError, match="too large"):
            tree.read("stor.yaml")
        with pytest.raises(FileNotFoundError):
            tree.read("finnes/ikke.csv")


def test_a_revision_gives_the_same_findings_as_its_work_tree(repository: Path) -> None:
    there, then = (load(tree, book()) for tree in (WorkTree(repository), RevisionTree(repository, "main")))
    assert then.findings == there.findings
    assert then.plans.files == there.plans.files


def test_a_folder_of_a_revision_is_a_tree_of_its_own(repository: Path) -> None:
    folder = repository / "a"
    assert listed(RevisionTree(folder, "HEAD")) == listed(WorkTree(folder))
    assert RevisionTree(folder, "HEAD").read("d.yaml") == PLAN.encode()


def test_a_revision_is_not_touched_by_later_changes(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    put(repository, "ny.yaml")
    (repository / "a" / "d.yaml").unlink()
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "andre")
    assert "ny.yaml" not in listed(RevisionTree(repository, first))
    assert RevisionTree(repository, "HEAD~1").read("a/d.yaml") == PLAN.encode()


@pytest.mark.parametrize("name", ["-h", "--all", "--output=x", "", "finnes-ikke", "HEAD:a", "HEAD..HEAD", "HEAD\n"])
def test_what_is_no_revision_is_refused(repository: Path, name: str) -> None:
    with pytest.raises(GitError) as caught:
        RevisionTree(repository, name)
    assert name in Language("en")(caught.value.message)
    assert not (repository / "x^{commit}").exists()


def test_a_folder_without_git_says_so(tmp_path: Path) -> None:
    with pytest.raises(GitError) as caught:
        RevisionTree(tmp_path, "HEAD")
    assert "git" in Language("en")(caught.value.message)
