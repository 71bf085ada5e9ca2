"""planctl works where the locale is of another time: plans and data have names with æ, ø and å."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from git_support import copy_base

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are always UTF-8 here")


def planctl(folder: Path, environ: dict[str, str], *argv: str | bytes) -> tuple[int, str]:
    """Run planctl as a process of its own in a locale; return its exit code and all that it says."""
    command = [sys.executable, "-m", "planctl", "--lang", "en", "--today", "2021-06-15", *argv]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def latin_1(folder: Path) -> dict[str, str]:
    """Make a locale whose letters are Latin-1, where the machine has what it takes."""
    target = folder / "nb_NO.ISO-8859-1"
    command = ["localedef", "-i", "nb_NO", "-f", "ISO-8859-1", str(target)]
    try:
        subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no localedef here")
    if not target.exists():
        pytest.skip("no sources of locales here")
    return {"LOCPATH": str(folder), "LC_ALL": target.name, "PYTHONUTF8": "0"}


def test_an_ascii_locale(tmp_path: Path) -> None:
    copy_base(tmp_path)
    code, said = planctl(tmp_path, ASCII, "validate")
    assert (code, said) == (0, "All is well. 28 records in 7 files: 0 errors, 0 warnings, 0 notes\n")


def test_a_latin_1_locale_and_words_typed_in_it(tmp_path: Path) -> None:
    environ = latin_1(tmp_path)
    copy_base(tmp_path / "planer")
    (tmp_path / "planer" / "årshjul.yaml").write_text("type: årshjul\nx: 1\n", encoding="utf-8")
    for word in ("årshjul.yaml".encode(), "årshjul.yaml".encode("latin-1")):
        code, said = planctl(tmp_path / "planer", environ, "validate", word)
        assert (code, said.partition(":")[0]) == (1, "årshjul.yaml")


def test_nothing_is_begun_anew_in_an_ordinary_locale(tmp_path: Path) -> None:
    probe = (
        "import os, sys\nimport planctl.__main__ as program\n"
        "def again(*args): raise SystemExit('begun anew')\n"
        "os.execv = again\nsys.argv = ['planctl', '--version']\nprogram.command()\n"
    )
    command = [sys.executable, "-c", probe]
    done = [
        subprocess.run(command, env={**os.environ, **environ}, cwd=tmp_path, capture_output=True, check=False)
        for environ in ({"PYTHONUTF8": "1"}, ASCII)
    ]
    assert [item.returncode for item in done] == [0, 1]
