"""`validate PATH`: findings of what is named, and a word about what is named and not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run, runner
from git_support import copy_base

VEG = "virksomhetsplaner/veg.yaml"
PLAN, TOWN = (VEG, "105"), ("kommuneplan.yaml", "101")
FILES = {
    ".gitignore": "arkiv/\n!arkiv/ikke.yaml\n*.kladd.yaml\n",
    ".skjult/a.yaml": "type: møteplan\n",
    "arkiv/a.yaml": "type: møteplan\n",
    "vår.kladd.yaml": "type: møteplan\n",
    "gammelt/a.yaml": "type: møteplan\n",
    "notat.txt": "notat\n",
    "notat.md": "# Notat\n",
    "tall.csv": "a;b\n",
    "maler/a.md.j2": "mal\n",
}


@pytest.fixture
def validate(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `validate` in a small repository with a finding in each of two files, and files that are not read."""
    copy_base(
        tmp_path,
        {
            VEG: {"frist: 2021-10-01": "frist: 2021-13-01"},
            "kommuneplan.yaml": {
                "tittel: Innbyggerne reiser miljøvennlig": "tittel: Innbyggerne reiser miljøvennlig\n            x: 1"
            },
        },
    )
    settings = tmp_path / "planctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "utelat: [gammelt/**]\n", encoding="utf-8")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run = runner(capsys, monkeypatch)
    return lambda *argv: run("validate", "--lang", "en", "--today", "2021-06-15", *argv)


def found(validate: Run, *argv: str) -> list[tuple[str, str]]:
    """Give the path and code of every finding."""
    return [(item["path"], item["code"]) for item in json.loads(validate(*argv, "--format", "json").out)["diagnostics"]]


def test_all_plans_are_checked_without_a_name(validate: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert found(validate) == [TOWN, PLAN]
    assert found(validate, ".") == [TOWN, PLAN]
    monkeypatch.chdir(tmp_path / "virksomhetsplaner")
    assert found(validate) == [TOWN, PLAN]


def test_a_folder_gives_the_findings_in_it(validate: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert found(validate, "virksomhetsplaner") == [PLAN]
    assert found(validate, "virksomhetsplaner/", "kommuneplan.yaml") == [TOWN, PLAN]
    assert found(validate, "kommuneplan.yaml") == [TOWN]
    monkeypatch.chdir(tmp_path / "virksomhetsplaner")
    assert found(validate, ".") == [PLAN]
    assert found(validate, "..") == [TOWN, PLAN]


@pytest.mark.parametrize(
    "table",
    [
        ("type: vedtak\nid: vr\ntittel: Vedtak\nperiode: 2021\nfil: ../b/t.csv\n", "id;tittel;dato\nv1;Noe;x\n", "105"),
        ("type: målinger\nfil: ../b/t.csv\n", "indikator;periode;verdi\nklima.i1;2021-T1;x\n", "110"),
        ("type: økonomi\nperiode: 2021\nfil: ../b/t.csv\n", "enhet;måned;regnskap\nveg;2021-02;x\n", "111"),
    ],
)
def test_a_plan_file_is_told_with_its_table(validate: Run, tmp_path: Path, table: tuple[str, str, str]) -> None:
    plan, rows, code = table
    for name, text in (("a/t.yaml", plan), ("b/t.csv", rows)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    wanted = [("b/t.csv", code)]
    assert found(validate, "a/t.yaml") == found(validate, "a") == found(validate, "b/t.csv") == wanted
    assert set(wanted) < set(found(validate))


def test_no_more_is_said_than_was_looked_at(validate: Run) -> None:
    outcome = validate("organisasjon.yaml")
    assert outcome.code == 0
    assert outcome.out.startswith("Nothing found in what you named. ")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (".skjult/a.yaml", "its name, or a folder's above it, begins with a period"),
        (".skjult", "its name, or a folder's above it, begins with a period"),
        ("arkiv/a.yaml", "a .gitignore leaves it out"),
        ("arkiv", "a .gitignore leaves it out"),
        ("vår.kladd.yaml", "a .gitignore leaves it out"),
        ("gammelt/a.yaml", "«utelat» in planctl.yaml leaves it out"),
        ("gammelt", "«utelat» in planctl.yaml leaves it out"),
        ("notat.txt", "its name does not end in .yaml or .yml"),
        ("notat.md", "its name does not end in .yaml or .yml"),
        ("tall.csv", "no plan file names it"),
        ("maler", "there are no plan files in it"),
    ],
)
def test_what_is_not_read_is_told(validate: Run, path: str, reason: str) -> None:
    alone = validate(path)
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.startswith(f"planctl: «{path}» is not read: {reason}. ")
    place = "planctl.yaml" if "." not in path[1:] else path
    assert sorted(found(validate, path, "organisasjon.yaml")) == [(place, "019")]
    assert "All is well" not in validate(path, "organisasjon.yaml").out


def test_a_link_is_told(validate: Run, tmp_path: Path) -> None:
    (tmp_path / "lenke.yaml").symlink_to("organisasjon.yaml")
    assert found(validate, "lenke.yaml") == [("lenke.yaml", "012")]


def test_a_table_that_a_plan_file_names_is_read(validate: Run, tmp_path: Path) -> None:
    (tmp_path / "målinger.yaml").write_text("type: målinger\nfil: tall.csv\n", encoding="utf-8")
    assert ("tall.csv", "019") not in found(validate, "tall.csv")
    assert validate("tall.csv").code != 2


def test_another_repository_inside_is_told(validate: Run, tmp_path: Path) -> None:
    copy_base(tmp_path / "nabo" / "planer")
    inside = ("nabo/planer/planctl.yaml", "019")
    assert found(validate) == [TOWN, inside, PLAN]
    assert found(validate, "nabo") == [inside]
    assert found(validate, "virksomhetsplaner") == [PLAN]
    assert found(validate, "nabo/planer") == []  # named itself, it is checked
    settings = tmp_path / "planctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[gammelt", "[nabo/, gammelt"), encoding="utf-8")
    assert found(validate) == [TOWN, PLAN]


def test_a_rule_that_is_off_is_silent_about_it(validate: Run) -> None:
    assert found(validate, "notat.md", "organisasjon.yaml", "--ignore", "019") == []


def test_folders_in_one_git_repository_are_told_apart_by_code_scanning(validate: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("øst", "vest"):
        copy_base(tmp_path / name)

    def category(*argv: str) -> str:
        runs = json.loads(validate(*argv, "--format", "sarif").out)["runs"]
        return str(runs[0]["automationDetails"]["id"])

    assert category() == "planctl/"
    assert category("-C", "øst") == category("øst") == "planctl/øst/"
    assert category("vest") == "planctl/vest/"
    assert category("øst", "vest") == "planctl/vest/,øst/"
    assert category("virksomhetsplaner") == "planctl/virksomhetsplaner/"
