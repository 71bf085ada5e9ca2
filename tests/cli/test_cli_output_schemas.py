"""The JSON that commands write is what the schemas in `schemas/utdata` say, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from cli_support import BASE, Run, copy_base

from planctl.resources import schemas_dir
from support import EXAMPLE

COMMANDS = {
    "diagnostikk": [["validate"]],
    "liste": [["list"], ["list", "tiltak"]],
    "tråd": [["trace", "klima.d1"], ["trace", "vp2021-veg.t1"], ["trace", "veg"], ["trace", "klima"]],
    "regler": [["rules"]],
}
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


@pytest.mark.skipif(not (EXAMPLE / "planctl.yaml").is_file(), reason="the example is not here")
def test_output_of_the_example(planctl: Run) -> None:
    for name, argv in (("liste", ["list"]), ("tråd", ["trace", "klima"]), ("diagnostikk", ["validate"])):
        _validator(name).validate(json.loads(planctl(*argv, "--format", "json", "-C", str(EXAMPLE)).out))


@pytest.mark.parametrize("name", COMMANDS)
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
