"""`init` and `schema`: the starter is valid all year round, and nothing is overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from cli_support import Run
from planctl.load.files.globs import matcher
from planctl.load.reading import parse
from planctl.load.schema.schema_book import SchemaBook
from planctl.resources import Disciplines, schemas_dir
from support import EXAMPLE, book

BOKMÅL = r"(?<!-)\b(en|et|ikke(?! (startet|målt|_godkjent))|hvert?|hver|noen|egne?|gjøre|enklere|tegner|legges|vedtas|lages)\b"
"""Words that a nynorsk text does not hold; field names and the statuses of the format are bokmål everywhere."""
DAYS = ["2024-02-29", "2025-01-01", "2025-06-30", "2025-09-01", "2026-05-02", "2026-12-31", "2027-11-15", "2028-01-02"]


@pytest.mark.parametrize("day", DAYS)
def test_the_starter_has_no_findings(planctl: Run, tmp_path: Path, day: str) -> None:
    assert planctl("init", str(tmp_path / "ny"), "--today", day).code == 0
    found = json.loads(planctl("validate", "-C", str(tmp_path / "ny"), "--today", day, "--format", "json").out)
    wrong = [item for item in found["diagnostics"] if item["severity"] != "info"]
    assert wrong == []
    assert found["summary"]["records"] > 40


@pytest.mark.parametrize("day", ["2026-03-03", "2026-12-31"])
@pytest.mark.parametrize("lang", ["nn", "en"])
def test_the_starter_in_other_languages_has_no_findings(planctl: Run, tmp_path: Path, lang: str, day: str) -> None:
    assert planctl("init", str(tmp_path / "ny"), "--lang", lang, "--today", day).code == 0
    found = json.loads(planctl("validate", "-C", str(tmp_path / "ny"), "--today", day, "--format", "json").out)
    assert found["diagnostics"] == []


def test_the_starter_is_nynorsk_when_asked(planctl: Run, tmp_path: Path) -> None:
    for lang in ("nb", "nn", "en"):
        planctl("init", lang, "-C", str(tmp_path), "--lang", lang, "--today", "2026-12-31")
    texts = {
        lang: {
            path.relative_to(tmp_path / lang).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((tmp_path / lang).rglob("*"))
            if path.is_file() and ".planctl" not in path.parts
        }
        for lang in ("nb", "nn", "en")
    }
    assert texts["nb"].keys() == texts["nn"].keys() == texts["en"].keys()
    plan = "virksomhetsplaner/2026/teknisk-drift.yaml"
    assert "tittel: Verksemdsplan 2026 for teknisk drift\n" in texts["nn"][plan]
    assert "tittel: Virksomhetsplan 2026 for teknisk drift\n" in texts["nb"][plan]
    assert "ansvarlig: leiar-teknisk-drift\n" in texts["nn"][plan]
    own = [line for text in texts["nn"].values() for line in text.splitlines() if re.search(BOKMÅL, line)]
    assert own == []
    different = {name for name in texts["nb"] if texts["nb"][name] != texts["en"][name]}
    assert different == {"README.md", "planctl.yaml"}
    assert texts["en"]["README.md"].startswith("# The plans of Eksempel\n")
    assert texts["nn"]["README.md"].startswith("# Planverket i Eksempel\n\nHer ligg planane")


def test_name_and_number(planctl: Run, tmp_path: Path) -> None:
    name = 'Nes: "{{ 7 * 7 }}" # \u202e'
    assert planctl("init", str(tmp_path), "--name", name, "--number", "3228", "--lang", "nn").code == 0
    text = (tmp_path / "planctl.yaml").read_text(encoding="utf-8")
    assert 'navn: "Nes: \\"{{ 7 * 7 }}\\" # \ufffd"' in text
    assert 'nummer: "3228"' in text
    assert "språk: nn" in text
    assert planctl("-C", str(tmp_path), "status").out.startswith('Nes: "{{ 7 * 7 }}" # \ufffd (3228)')


def test_every_plan_file_points_to_its_schema(planctl: Run, tmp_path: Path) -> None:
    planctl("init", str(tmp_path))
    files = list(tmp_path.rglob("*.yaml"))
    assert len(files) >= 10
    for path in files:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        mark, _, target = first.partition("$schema=")
        assert mark == "# yaml-language-server: "
        schema = json.loads((path.parent / target).read_text(encoding="utf-8"))
        type_line = next(
            (line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("type:")), ""
        )
        assert not type_line or type_line.split()[1] in schema["properties"]["type"]["enum"]
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert all((tmp_path / name).is_file() for name in settings["yaml.schemas"])
    left = {path.name for path in tmp_path.iterdir()}
    assert {".github", ".gitlab-ci.yml", ".gitattributes", ".editorconfig", "README.md"} <= left
    assert not any(
        "{%" in path.read_text(encoding="utf-8") or "{{" in path.read_text(encoding="utf-8") for path in files
    )


def test_a_folder_in_use_is_left_alone(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")
    code, out, err = planctl("init", str(tmp_path), "--lang", "en")
    assert (code, out) == (2, "")
    assert "is not empty" in err
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]
    assert planctl("init", str(tmp_path / "notat.txt")).code == 2


def test_a_fresh_git_repository_is_empty(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert planctl("init", ".", "-C", str(tmp_path)).code == 0
    assert (tmp_path / "planctl.yaml").is_file()


@pytest.mark.parametrize("number", ["1", "abcd", "9999", "0300"])
def test_a_wrong_number(planctl: Run, tmp_path: Path, number: str) -> None:
    assert planctl("init", str(tmp_path / "ny"), "--number", number).code == 2
    assert not (tmp_path / "ny").exists()


def test_schema_writes_all_and_again_nothing(planctl: Run, tmp_path: Path) -> None:
    code, out, _ = planctl("schema", "-C", str(tmp_path), "--lang", "en")
    assert code == 0
    assert "# yaml-language-server: $schema=../.planctl/schemas/virksomhetsplan.schema.json" in out
    folder = tmp_path / ".planctl" / "schemas"
    written = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert written == sorted(
        path.relative_to(schemas_dir()).as_posix() for path in schemas_dir().rglob("*.schema.json")
    )
    assert sorted(SchemaBook(Disciplines(schemas=(folder,))).types) == sorted(SchemaBook().types)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert planctl("schema", "-C", str(tmp_path), "--lang", "en").out == out
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == times


def test_schema_mends_a_changed_file(planctl: Run, tmp_path: Path) -> None:
    planctl("schema", "her", "-C", str(tmp_path))
    changed = tmp_path / "her" / "felles.schema.json"
    changed.write_text("{}", encoding="utf-8")
    planctl("schema", "her", "-C", str(tmp_path))
    assert changed.read_bytes() == (schemas_dir() / "felles.schema.json").read_bytes()


def test_every_file_of_the_example_is_tied_to_its_schema_in_vscode() -> None:
    """By the folder or name that its schema gives (`x-mappe`)."""
    globs = {stem: root.get("x-mappe", []) for stem, root in book().files.items()}
    fits = {stem: matcher([one] if isinstance(one, str) else one) for stem, one in globs.items()}
    for path in EXAMPLE.rglob("*.yaml"):
        kind = re.search(r"^type: *(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        stem = book().types[kind[1]] if kind else "planctl"
        name = path.relative_to(EXAMPLE).as_posix()
        assert [other for other, fit in fits.items() if fit(name)] == [stem], name


def test_schema_into_a_file(planctl: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert planctl("schema", "fil", "-C", str(tmp_path)).code == 2


@pytest.mark.parametrize(
    "name", ["no", "3203", "Nord: sør # 1", "’Nes’", "- a", "{{ 7 * 7 }}", "2021-01-01", 'æ\\ø "å"']
)
def test_what_the_user_gives_is_read_back_as_it_was_given(planctl: Run, tmp_path: Path, name: str) -> None:
    source = f"https://git.example.no/{{planctl}}/#1:x@{'a' * 40}"
    argv = ("--name", name, "--number", "0301", "--source", source)
    assert planctl("init", str(tmp_path / "ny"), *argv).code == 0
    settings, findings = parse("planctl.yaml", (tmp_path / "ny" / "planctl.yaml").read_bytes())
    assert (settings["kommune"], findings) == ({"navn": name, "nummer": "0301"}, [])
    job = yaml.safe_load((tmp_path / "ny" / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert job["validate"]["variables"]["PLANCTL_SOURCE"] == source
    workflow = yaml.safe_load((tmp_path / "ny" / ".github/workflows/planctl.yml").read_text(encoding="utf-8"))
    assert [step["env"] for step in workflow["jobs"]["validate"]["steps"] if "env" in step] == [
        {"PLANCTL_SOURCE": source}
    ]
