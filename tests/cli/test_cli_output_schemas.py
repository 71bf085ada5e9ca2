"""The JSON that commands write is what the schemas in `schemas/utdata` say, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from cli_support import BASE, Run
from git_support import Repo, copy_base
from planctl.resources import schemas_dir
from support import EXAMPLE

COMMANDS = {
    "diagnostikk": [["validate"]],
    "liste": [["list"], ["list", "tiltak"]],
    "tråd": [["trace", "klima.d1"], ["trace", "vp2021-veg.t1"], ["trace", "veg"], ["trace", "klima"]],
    "regler": [["rules"]],
}
IN_GIT = {
    "diff": [["diff"], ["diff", "HEAD~1...HEAD"], ["diff", "HEAD~2...HEAD", "--owner", "veg"]],
    "historikk": [["history", "vp2021-veg.t1"], ["history", "klima.d1"]],
    "utsatt": [["list", "--postponed"], ["list", "tiltak", "--postponed"]],
    "flyttet": [["history", "--goalposts"], ["history", "klima.i1", "--goalposts", "--since", "2021-01-02"]],
}
"""What these write of a repository with commits and work that is not committed."""
CASES = [(name, argv) for name, commands in COMMANDS.items() for argv in commands]


def _validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((schemas_dir() / "utdata" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    ("name", "argv"), CASES, ids=lambda value: value if isinstance(value, str) else " ".join(value)
)
def test_output_fits_its_schema(planctl: Run, tmp_path: Path, name: str, argv: list[str]) -> None:
    broken = copy_base(tmp_path, {"virksomhetsplaner/veg.yaml": {"    frist: 2021-10-01\n": "    frst: 2021-10-01\n"}})
    for folder in (BASE, broken):
        _validator(name).validate(json.loads(planctl(*argv, "--format", "json", "-C", str(folder)).out))


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a frist postponed twice, moved bands, a strategy with a new id, and a report not committed."""
    made = Repo(tmp_path / "planer")
    made.write({"m.yaml": "type: målinger\nmålinger:\n  - {indikator: klima.i1, periode: 2020, verdi: 12}\n"})
    made.edit("handlingsprogram.yaml", "≥ 15", "≥ 14")
    plan = "virksomhetsplaner/veg.yaml"
    made.edit(plan, "2021-10-01", "2021-11-01")
    made.commit("Utsatt")
    made.edit(plan, "2021-11-01", "2021-12-01")
    made.edit("kommuneplan.yaml", "              - id: klima.d1.s1\n", "              - id: ny.s1\n")
    made.commit("Utsatt igjen, ny strategi")
    made.edit(plan, "2021-12-01", "2021-12-15")
    report = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\ntiltak:\n  vp2021-veg.t1: {ny_frist: 2021-12-20}\n"
    made.write({"rapport.yaml": report})
    return made


@pytest.mark.parametrize("name", IN_GIT)
def test_output_of_history_fits_its_schema(planctl: Run, repo: Repo, name: str) -> None:
    for argv in IN_GIT[name]:
        found = json.loads(planctl(*argv, "--format", "json", "-C", str(repo.folder)).out)
        _validator(name).validate(found)
        assert found.get("changes") or found.get("events") or found.get("records")


@pytest.mark.skipif(not (EXAMPLE / "planctl.yaml").is_file(), reason="the example is not here")
def test_output_of_the_example(planctl: Run) -> None:
    for name, argv in (("liste", ["list"]), ("tråd", ["trace", "klima"]), ("diagnostikk", ["validate"])):
        _validator(name).validate(json.loads(planctl(*argv, "--format", "json", "-C", str(EXAMPLE)).out))


@pytest.mark.parametrize("name", [*COMMANDS, *IN_GIT])
def test_every_object_is_closed(name: str) -> None:
    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "properties" in value and isinstance(value["properties"], dict):
                assert value.get("additionalProperties") is False
                assert sorted(value["required"]) == sorted(value["properties"])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(_validator(name).schema)
