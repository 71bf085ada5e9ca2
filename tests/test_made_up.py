"""A discipline is a schema and a folder, and nothing else: one that planctl has not heard of is known everywhere.

It is given by one argument (`Disciplines`), which only code can give; without it there is no trace of it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs import pages
from openpyxl import load_workbook

from git_support import Call, Repo
from made_up.disciplines.lekeplass.rules.lekeplassfeil_uten_ansvarlig import RULE
from planctl.check.pipeline import Choice, check
from planctl.cli.session import ExitError
from planctl.glossary import terms
from planctl.i18n import Language, T
from planctl.load.schema.schema_book import SchemaBook
from planctl.resources import Disciplines
from planctl.world import open_world
from support import HERE, MADE_UP, TODAY, Files, MemoryTree, base_files, places

FOLDER = HERE / "made_up"
BOOK = SchemaBook(MADE_UP)
REGISTER = (FOLDER / "lekeplasser.yaml").read_text(encoding="utf-8")
FAULTS, VEG = "lekeplasser/2021.yaml", "virksomhetsplaner/veg.yaml"
CASES = yaml.safe_load((FOLDER / "cases" / f"{RULE.slug}.yml").read_text(encoding="utf-8"))
NAMED = "ekeplass"

FILES = {FAULTS: REGISTER, VEG: base_files()[VEG].replace("[hp2021.o1]", "[hp2021.o1, lp.huske]")}
"""A register of faults at playgrounds, and a tiltak that mends one."""
DISCIPLINES = MADE_UP


def found(files: Files, *select: str) -> list[str]:
    """Check files over the small municipality, with the discipline."""
    world = open_world(MemoryTree({**base_files(), **files}), None, lambda: TODAY, BOOK)
    return places(check(world, Choice(select)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_its_cases(case: dict[str, Any]) -> None:
    assert found(case["files"], RULE.slug) == case["expect"]
    assert found(case["files"]) == case["expect"]


def test_its_example() -> None:
    example = RULE.example
    assert found({example.path: example.bad}, RULE.code) == ["lp.yaml:5:5 899"]
    assert found({example.path: example.good}, RULE.code) == []


def test_validate(planctl: Call, repo: Repo) -> None:
    assert "lekeplasser/2021.yaml:18:5 advarsel 899 lekeplassfeil-uten-ansvarlig" in planctl("validate")
    assert "playground fault «Vippen knirker»" in planctl("validate", code="en")
    for form, mark in (("sarif", '"id": "899"'), ("markdown", "899 Playground fault"), ("junit", "899 lekeplassfeil")):
        assert mark in planctl("validate", "--format", form, code="en")
    repo.edit(FAULTS, "lekeapparat: Huske", "leikeapparat: Huske")
    assert "«lekeapparat»" in planctl("validate", "--select", "101")
    repo.edit(FAULTS, "  - id: lp.vippe", "  # planctl: unntak 899 – den er ny\n  - id: lp.vippe")
    assert "899" not in planctl("validate")


def test_rules_and_explain(planctl: Call) -> None:
    assert "(lekeplassfeil-uten-ansvarlig)" in planctl("rules")
    assert "Nobody is named who mends a fault" in planctl("explain", "899")


def test_list(planctl: Call) -> None:
    def rows(*argv: str) -> list[tuple[str, str | None, bool]]:
        told = json.loads(planctl("list", *argv, "--format", "json"))["records"]
        return [(row["name"], row["deadline"], row["late"]) for row in told]

    every = [("lp.huske", "2021-05-01", True), ("lp.sklie", "2021-10-01", False), ("lp.vippe", "2021-11-01", False)]
    assert rows("lekeplassfeil") == rows("leikeplassfeil") == rows("playground fault") == every
    assert rows("lekeplassfeil", "--open") == [every[0], every[2]]
    assert rows("oppfølgingssak", "--owner", "veg") == every[:2]
    assert rows("--status", "utbedret") == [every[1]]
    told = planctl("list", "--status", "utbetra", code="nn")
    assert "Sklien er sprukket" in told
    assert "utbetra" in told


def test_show(planctl: Call) -> None:
    shown = planctl("show", "lp.huske", code="nn")
    assert shown.startswith("Leikeplassfeil: Husken er løs")
    assert "Leikeapparat Huske" in " ".join(shown.split())
    assert "rusta, frist 1. mai 2021, over fristen" in shown
    assert "vp2021-veg.t1" in shown


def test_it_can_be_exempt_from_public_access(planctl: Call, repo: Repo) -> None:
    """By a reference in its schema: it and the tiltak that mends it are shown without their texts."""
    repo.edit(FAULTS, "    status: rustent\n", "    status: rustent\n    unntatt: {hjemmel: offl § 13}\n")
    commands = (
        "list",
        "show lp.huske",
        "trace klima.d1",
        "status",
        "calendar --layer frister",
        "report --tertial 1 --year 2021",
    )
    told = "".join(planctl(*command.split()) for command in commands)
    assert "unntatt, offl. § 13" in told
    assert "Husken" not in told
    assert "Huske" not in told
    assert "Bygge sykkelparkering" not in told
    assert "Sklien er sprukket" in told


@pytest.mark.parametrize("name", ["lp.huske", "klima.d1", "vp2021-veg.t1"])
def test_trace_from_every_end(planctl: Call, name: str) -> None:
    """From itself, from the goal it concerns and from the tiltak that mends it."""
    told = json.loads(planctl("trace", name, "--format", "json"))
    text = json.dumps(told)
    assert all(f'"{other}"' in text for other in ("lp.huske", "klima.d1", "vp2021-veg.t1"))
    assert "Lekeplassfeil: Husken er løs" in planctl("trace", name)


def test_diff(planctl: Call, repo: Repo) -> None:
    repo.edit(FAULTS, "    ansvarlig: veg\n    frist: 2021-05-01\n", "    frist: 2021-06-01\n")
    repo.edit(FAULTS, "status: utbedret", "status: rustent")
    repo.edit(FAULTS, "  - id: lp.vippe\n    tittel: Vippen knirker\n    frist: 2021-11-01\n", "")
    lines = [line.strip() for line in planctl("diff", "HEAD", code="nn").splitlines()]
    assert "Leikeplassfeil «Sklien er sprukket» (lp.sklie): Status endra frå utbetra til rusta" in lines
    assert "→ Det er ope igjen" in lines
    assert "Leikeplassfeil «Vippen knirker» (lp.vippe): fjerna" in lines
    assert "→ Det var ope med frist 1. november 2021 og blir ikkje følgt opp lenger" in lines
    frist = "Leikeplassfeil «Husken er løs» (lp.huske): Frist utsett 1 månad, frå 1. mai 2021 til 1. juni 2021"
    assert frist in lines
    told = json.loads(planctl("diff", "HEAD", "--format", "json"))["findings"]
    assert [row["code"] for row in told["new"] + told["solved"]] == ["899", "805", "805", "899"]


def test_its_chapter_in_every_format(planctl: Call, tmp_path: Path) -> None:
    for period in (("--tertial", "1", "--year", "2021"), ("--annual", "--year", "2020")):
        told = planctl("report", *period, code="nn")
        assert re.search(r"^## \d+\. Leikeplassfeil$", told, re.MULTILINE)
        assert "| Husken er løs | Rusta | 01.05.2021 |" in told
    planctl("report", "--tertial", "1", "--year", "2021", "--format", "xlsx", "--out", str(tmp_path / "ut"), code="nn")
    (path,) = (tmp_path / "ut").glob("*.xlsx")
    sheet = load_workbook(path)["Leikeplassfeil"]
    rows = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert ["Husken er løs", "Rusta", "2021-05-01 00:00:00"] in rows


def test_its_document_needs_no_template(planctl: Call) -> None:
    told = planctl("report", "--document", "lekeplassliste")
    assert told.startswith("# List of lekeplassfeil – Prøve\n\n## 1. Lekeplassfeil\n")
    with pytest.raises(ExitError) as error:
        planctl("report", "--document", "ukjent")
    assert "u4ssc-status, lekeplassliste." in Language("en")(error.value.message or "")


def test_its_dates_in_the_calendar(planctl: Call) -> None:
    told = planctl("calendar", "--layer", "leikedagar,frister", "--format", "md", code="nn")
    assert "Leikedag: Lekeplassene" in told
    assert "Frist: Husken er løs" in told


def test_its_schema_in_editors(planctl: Call, repo: Repo) -> None:
    told = planctl("schema")
    assert '".planctl/schemas/lekeplasser.schema.json": "lekeplasser/*.yaml"' in told
    assert (repo.folder / ".planctl/schemas/lekeplasser.schema.json").is_file()


def test_a_tiltak_under_it_binds_until_it_is_settled() -> None:
    """It stands where it belongs (310) and needs no `løser` (206); its deadline is waited for as long as that is open."""
    tiltak = "    tiltak:\n      - {id: lp.huske.t1, tittel: Bytte kjedet, frist: 2021-05-01, ansvarlig: veg}\n"
    for status, codes in (("rustent", ["306"]), ("utbedret", [])):
        files = {FAULTS: REGISTER.replace("    status: rustent\n", f"    status: {status}\n{tiltak}", 1)}
        assert [place.rpartition(" ")[2] for place in found(files, "2", "3") if place.startswith(FAULTS)] == codes


def test_its_kind_has_a_word_of_the_municipality(planctl: Call, repo: Repo) -> None:
    own = "begreper:\n  lekeplassfeil:\n    entall: lekefeil\n    flertall: lekefeil\n"
    repo.write({"planctl.yaml": base_files()["planctl.yaml"] + own})
    assert " 009 " not in planctl("validate")
    assert "Lekefeil: Husken er løs" in planctl("show", "lp.huske")
    planctl("schema")
    written = json.loads((repo.folder / ".planctl/schemas/planctl.schema.json").read_text(encoding="utf-8"))
    assert written["$defs"]["begrepsliste"]["properties"]["lekeplassfeil"] == {
        "$ref": "#/$defs/begrep",
        "title": "Lekeplassfeil",
        "description": "Kommunens eget ord for «lekeplassfeil», med entall og flertall.",
    }


def test_its_pages_in_the_docs() -> None:
    made = pages(MADE_UP)
    assert '<a id="899"></a>' in made["regler/8xx.md"]
    assert "[899](8xx.md#899)" in made["regler/README.md"]
    assert "## Lekeplasser\n" in made["format.md"]
    assert "| `lekeapparat` |" in made["format.md"]


def test_what_its_schema_says_is_right() -> None:
    """The words have their forms, and what settles a record is one of its statuses."""
    words = {kind: forms for kind, forms in terms(MADE_UP).items() if kind not in terms()}
    assert words.keys() == {"lekeplassregister", "lekeplassfeil", "lekedag", "rustent", "utbedret"}
    assert {len(forms["nb"]) for forms in words.values()} == {1, 4}
    assert BOOK.known_kinds.matters.closed["lekeplassfeil"] == {"utbedret"}
    assert set(BOOK.fields.statuses) - set(SchemaBook().fields.statuses) == {"rustent", "utbedret"}
    assert Language("en", {}, MADE_UP)(T("{Lekedag_def_pl} and {lekeplassfeil_def}", n=1)) == (
        "The playdays and the playground fault"
    )


def test_without_the_argument_there_is_no_trace_of_it(planctl: Call, repo: Repo) -> None:
    shipped = Disciplines()
    (repo.folder / FAULTS).unlink()
    repo.edit(VEG, ", lp.huske", "")
    told = [
        planctl(*argv.split(), disciplines=shipped)
        for argv in (
            "validate", "rules", "list", "status", "schema", "report --tertial 1 --year 2021",
            "calendar --layer frister --format md", "trace klima.d1", "diff HEAD --format json",
        )
    ]  # fmt: skip
    assert all(NAMED not in text for text in told[:-1])
    with pytest.raises(ExitError):
        planctl("explain", "899", disciplines=shipped)
    with pytest.raises(ExitError):
        planctl("report", "--document", "lekeplassliste", disciplines=shipped)
    assert all(NAMED not in text for text in pages().values())
    assert not any(NAMED in kind for kind in terms())
    world = open_world(MemoryTree({"lp.yaml": REGISTER}), None, lambda: TODAY)
    assert [item.code for item in world.loaded.findings] == ["010"]
