"""`list --tag`: oppdrag and tiltak by the words they are marked with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli_support import Run
from git_support import copy_base

_PLAN = "virksomhetsplaner/veg.yaml"


@pytest.fixture
def town(planctl: Run, tmp_path: Path) -> Run:
    """Run planctl on the small municipality, with two tags on its tiltak and one of its own."""
    edit = {_PLAN: {"    status: i rute\n": "    status: i rute\n    merker: [drift, klima]\n"}}
    folder = copy_base(tmp_path / "town", edit)
    settings = folder / "planctl.yaml"
    own = "merker:\n  klima: Klima og miljø\n  natur: Natur\n"
    settings.write_text(settings.read_text(encoding="utf-8") + own, encoding="utf-8")
    return lambda *argv: planctl("-C", str(folder), *argv)


def ids(run: Run, *argv: str) -> list[str]:
    """List the names of the records that a list gives."""
    found = run("list", *argv, "--format", "json")
    assert found.code == 0, found.err
    return [row["name"] for row in json.loads(found.out)["records"]]


def test_by_the_tag_or_by_what_it_is_called(town: Run) -> None:
    for word in ("drift", "klima", "Klima og miljø", "KLIMA"):
        assert ids(town, "--tag", word) == ["vp2021-veg.t1"]
    assert ids(town, "oppdrag", "--tag", "drift") == []
    assert ids(town, "--tag", "natur") == []


def test_a_tag_that_is_not_known(town: Run) -> None:
    found = town("list", "--tag", "klimaet")
    assert found.code == 2
    assert (
        "«klimaet» er ikke et merke. Mente du «klima»? Merkene er drift, utvikling, felles, klima, natur." in found.err
    )
