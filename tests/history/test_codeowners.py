"""CODEOWNERS: the nearest account upwards, paths taken literally, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from git_support import Repo, copy_base
from planctl.cli.run import run
from planctl.output.codeowners import pattern
from support import base_files

ORG = "organisasjon.yaml"


def made(capsys: pytest.CaptureFixture[str], folder: Path, *argv: str) -> str:
    assert run(["-C", str(folder), "--lang", "en", "codeowners", *argv]) == 0
    return capsys.readouterr().out


def test_the_nearest_account_upwards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_base(tmp_path, {ORG: {"    tittel: Samfunn\n": '    tittel: Samfunn\n    kontohandle: "@kommune/samfunn"\n'}})
    lines = made(capsys, tmp_path).splitlines()
    assert "/virksomhetsplaner/veg.yaml @kommune/samfunn" in lines
    assert "#   kommunedirektøren" in lines
    assert "#   planstrategi.yaml" in lines
    owned = [line for line in lines if line.startswith("/")]
    assert owned == sorted(owned)


def test_a_units_own_account_goes_first_and_a_leaders_role_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edits = {
        ORG: {
            "    tittel: Samfunn\n": '    tittel: Samfunn\n    kontohandle: "@kommune/samfunn"\n',
            "    tittel: Veg og trafikk\n": '    tittel: Veg og trafikk\n    kontohandle: "@veg"\n',
        },
        "handlingsprogram.yaml": {"ansvarlig: kommunedirektøren": "ansvarlig: direktør-samfunn"},
    }
    lines = made(capsys, copy_base(tmp_path, edits)).splitlines()
    assert "/virksomhetsplaner/veg.yaml @veg" in lines
    assert "/handlingsprogram.yaml @kommune/samfunn" in lines


def test_a_table_has_the_account_of_the_file_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_base(
        tmp_path, {ORG: {"    tittel: Veg og trafikk\n": '    tittel: Veg og trafikk\n    kontohandle: "@veg"\n'}}
    )
    for named, folder in (("b.csv", "tall"), ("../../b.csv", "ute")):
        (tmp_path / folder).mkdir()
        text = f"type: vedtak\nid: v-{folder}\nansvarlig: veg\nfil: {named}\n"
        (tmp_path / folder / "a.yaml").write_text(text, encoding="utf-8")
    assert [line for line in made(capsys, tmp_path).splitlines() if ".csv" in line] == ["/tall/b.csv @veg"]


@pytest.mark.parametrize("bad", ["kommune", "@a @b", "@a\\n/* @evil", "@", "# x"])
def test_what_is_no_account_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str) -> None:
    copy_base(tmp_path, {ORG: {"    tittel: Samfunn\n": f'    tittel: Samfunn\n    kontohandle: "{bad}"\n'}})
    assert [line for line in made(capsys, tmp_path).splitlines() if line and not line.startswith("#")] == []


def test_paths_from_the_top_of_git_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repo = Repo(tmp_path / "p", {})
    repo.write({f"våre planer/{name}": text for name, text in base_files().items()})
    repo.edit(f"våre planer/{ORG}", "    tittel: Samfunn\n", '    tittel: Samfunn\n    kontohandle: "@k/s"\n')
    target = repo.folder / ".github" / "CODEOWNERS"
    made(capsys, repo.folder / "våre planer", "--out", str(target))
    first = target.read_bytes()
    assert b"/v\xc3\xa5re\\ planer/virksomhetsplaner/veg.yaml @k/s\n" in first
    made(capsys, repo.folder / "våre planer", "--out", str(target))
    assert target.read_bytes() == first


def test_special_signs_are_escaped() -> None:
    assert pattern("a #[b]*?!.yaml") == r"/a\ \#\[b\]\*\?\!.yaml"
