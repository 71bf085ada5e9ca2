"""What planctl writes: whole or not at all, with the file's mode, through links, and never over a plan file."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cli_support import Run, runner
from git_support import copy_base
from planctl.cli.session import write_file

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everything")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, "æ")
    reader.join(10)
    assert read == ["æ".encode()]
    assert pipe.is_fifo()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["pipe"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.json"
    file.write_text("før")
    file.chmod(mode)
    write_file(file, "etter")
    assert file.read_text() == "etter"
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_of_every_new_file(tmp_path: Path) -> None:
    (tmp_path / "vanlig").write_text("")
    write_file(tmp_path / "ny", "")
    assert (tmp_path / "ny").stat().st_mode == (tmp_path / "vanlig").stat().st_mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    file, link = tmp_path / "mappe" / "a.json", tmp_path / "lenke.json"
    file.write_text("før")
    link.symlink_to("mappe/a.json")
    write_file(link, "etter")
    assert link.is_symlink()
    assert (file.read_text(), [path.name for path in file.parent.iterdir()]) == ("etter", ["a.json"])


@posix
@not_root
def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("før")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_file(file, "etter")
    assert file.read_text() == "før"


def test_what_fails_on_the_way_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.json"
    file.write_text("før")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_file(file, "etter")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.json": "før"}


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan repository with the other files that planctl reads, as the working directory."""
    copy_base(tmp_path)
    for name in ("tall.csv", "planctl-baseline.json", ".gitignore", "templates/a.md.j2"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"schema_version": 1, "findings": []}\n' if name.endswith("json") else "x\n")
    if os.name != "nt":
        (tmp_path / "lenke.json").symlink_to("planctl.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def planctl(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run planctl."""
    run = runner(capsys, monkeypatch)
    return lambda *argv: run("--lang", "en", "--today", "2021-06-15", *argv)


WRITERS = {
    "validate": ("validate", "--format", "json={}"),
    "text": ("validate", "--format", "text={}"),
    "baseline": ("baseline", "write", "--out", "{}"),
    "codeowners": ("codeowners", "--out", "{}"),
    "calendar": ("calendar", "--year", "2021", "--out", "{}"),
    "freeze": ("report", "--tertial", "1", "--freeze", "{}"),
}
READ = ["planctl.yaml", "ORGANISASJON.YAML", "ny.yml", "tall.csv", ".gitignore", "templates/a.md.j2", ".git/config"]


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file's bytes."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", [*READ, pytest.param("lenke.json", marks=posix)])
@pytest.mark.parametrize("argv", WRITERS.values(), ids=WRITERS)
def test_no_command_writes_over_what_planctl_reads(plans: Path, planctl: Run, argv: tuple[str, ...], name: str) -> None:
    before = contents(plans)
    outcome = planctl(*(word.format(name) for word in argv))
    assert outcome == (
        2, "", f"planctl: «{name}» has the name of a file that planctl reads, and is not written. Choose another.\n"
    )  # fmt: skip
    assert contents(plans) == before


@pytest.mark.parametrize("writer", [name for name in WRITERS if name != "baseline"])
def test_the_baseline_is_written_by_its_own_command_only(plans: Path, planctl: Run, writer: str) -> None:
    before = contents(plans)
    assert planctl(*(word.format("planctl-baseline.json") for word in WRITERS[writer])).code == 2
    assert contents(plans) == before
    assert planctl("baseline", "write", "--out", "planctl-baseline.json").code == 0


@pytest.mark.parametrize("argv", WRITERS.values(), ids=WRITERS)
def test_other_files_are_written(plans: Path, planctl: Run, argv: tuple[str, ...]) -> None:
    assert planctl(*(word.format("ut/ny.json") for word in argv)).code == 0
    assert (plans / "ut" / "ny.json").is_file()


@posix
@pytest.mark.parametrize("action", ["report", "template", "schema"])
def test_a_link_that_waits_leads_to_no_plan_file(plans: Path, planctl: Run, action: str) -> None:
    before = (plans / "planctl.yaml").read_bytes()
    name = {
        "report": "ut/tertialrapport-2021-T1.md",
        "template": "templates/tertialrapport.md.j2",
        "schema": "ut/planctl.schema.json",
    }[action]
    (plans / name).parent.mkdir(exist_ok=True)
    (plans / name).symlink_to("../planctl.yaml")
    argv = {
        "report": ("report", "--tertial", "1", "--year", "2021", "--out", "ut"),
        "template": ("template", "copy", "tertialrapport"),
        "schema": ("schema", "ut"),
    }[action]
    assert planctl(*argv).code == 2
    assert (plans / "planctl.yaml").read_bytes() == before


@posix
@pytest.mark.parametrize("stream", ["stdout", "both", "closed"])
def test_a_closed_pipe_does_not_stop_the_files(plans: Path, stream: str) -> None:
    """The reader is gone before planctl writes its first line, as with `planctl … | head -0`."""
    for name in ("a", "b"):
        copy_base(plans / name)
    command = [sys.executable, "-m", "planctl", "validate", "--format", "text", "--format", "json=ut.json"]
    if stream == "closed":
        done = subprocess.run(["/bin/sh", "-c", '"$@" >&- 2>&-', "sh", *command], cwd=plans, check=False)
    else:
        ends = os.pipe()
        os.close(ends[0])
        error = ends[1] if stream == "both" else subprocess.PIPE
        done = subprocess.run(command, cwd=plans, stdout=ends[1], stderr=error, check=False)
        os.close(ends[1])
        assert not done.stderr
    assert done.returncode == 0
    assert (plans / "ut.json").read_bytes().startswith(b"{")


@posix
def test_a_closed_pipe_does_not_stop_the_reports(plans: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-u", "-m", "planctl", "report", "--document", "lederavtale", "--format", "md,html"]
    done = subprocess.run([*command, "--out", "ut"], cwd=plans, stdout=writer, stderr=writer, check=False)
    os.close(writer)
    assert done.returncode == 0
    written = {path.suffix for path in (plans / "ut").iterdir()}
    assert {".md", ".html"} <= written
