"""`trace` and `show` of an FN goal: how it may be written, what serves it, and numbers that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli_support import Run
from git_support import copy_base
from planctl.resources import schemas_dir

OWN_GOALS = {
    "kommuneplan.yaml": {
        "          - id: klima.d1\n": '          - id: klima.d1\n            bærekraftsmål: ["11.2"]\n',
    }
}


@pytest.fixture
def two(planctl: Run, tmp_path: Path) -> Run:
    """Run planctl in English where the delmål serves goal 11 and what is above it goal 13."""
    folder = copy_base(tmp_path / "two", OWN_GOALS)
    return lambda *argv: planctl("-C", str(folder), "--lang", "en", *argv)


@pytest.mark.parametrize("word", ["13", "fn:13", "FN13", "FN 13", "FN-mål 13", "sdg 13", "mål 13", " 13 "])
def test_ways_to_write_a_goal(base: Run, word: str) -> None:
    code, out, _ = base("trace", word)
    assert code == 0
    assert out.startswith("UN goal 13: Climate action\nhttp://metadata.un.org/sdg/13\n")


def test_the_thread_down_from_a_goal(base: Run) -> None:
    out = base("trace", "13").out
    assert "Given priority by the municipality" in out
    order = ["klima  (13)", "klima.h", "klima.d1 ", "klima.d1.s1", "hp2021.o1", "vp2021-veg.t1"]
    places = [out.replace("\n", " ").index(word) for word in order]
    assert places == sorted(places)


def test_what_has_goals_of_its_own_serves_those_alone(two: Run) -> None:
    thirteen, eleven, target = (two("trace", goal).out for goal in ("13", "11", "11.2"))
    assert "klima.h" in thirteen
    assert "klima.d1" not in thirteen
    assert "klima.d1  (11.2)" in eleven
    assert "klima.h" not in eleven
    assert eleven.splitlines()[3:] == target.splitlines()[3:]
    assert two("trace", "11.3").out.endswith("\nNothing here names it.\n")


def test_show_names_who_names_the_goal(two: Run) -> None:
    out = two("show", "fn:11").out
    assert "Referred to by" in out
    assert "klima.d1  (11.2)" in out
    assert "Given priority" not in out
    assert two("show", "3.9a").out.startswith("UN goal 3.a: ")


def test_goal_as_json_and_mermaid(two: Run) -> None:
    found = json.loads(two("trace", "fn:11", "--format", "json").out)
    schema = json.loads((schemas_dir() / "utdata" / "tråd.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(found)
    assert (found["record"], found["up"], [goal["id"] for goal in found["fn"]]) == (None, [], ["11"])
    assert [node["record"]["id"] for node in found["down"]] == ["klima.d1"]
    chart = two("trace", "11", "--format", "mermaid").out.splitlines()
    assert chart[:2] == ["flowchart TD", '  fn11(["UN goal 11<br/>Sustainable cities and communities"])']
    assert "  fn11 --> n1" in chart
    assert chart[-1] == "  class fn11 chosen"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("18", "There is no UN goal 18: they go from 1 to 17."),
        ("fn:0", "There is no UN goal 0: they go from 1 to 17."),
        ("13.9", "UN goal 13 has no target 13.9. It has 13.1, 13.2, 13.3, 13.a and 13.b."),
    ],
)
def test_numbers_that_are_no_goal(base: Run, word: str, said: str) -> None:
    for command in ("trace", "show"):
        assert base(command, word) == (2, "", f"planctl: {said}\n")


def test_a_record_goes_before_a_goal(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path / "p", {"organisasjon.yaml": {"  - id: veg\n": '  - id: "13"\n'}})
    assert planctl("show", "13", "-C", str(folder), "--lang", "en").out.startswith("Unit: Veg og trafikk\n")
    assert planctl("show", "fn:13", "-C", str(folder), "--lang", "en").out.startswith("UN goal 13: ")


REGISTER = """\
type: vedtak
id: vr
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: v1
    tittel: Trygg skoleveg
    dato: 2021-02-09
    gjelder: [klima.d1]
    ansvarlig: veg
    frist: 2021-10-01
    punkter:
      - {id: v1.p1, tittel: Lys langs veien, frist: 2021-09-01}
    tiltak:
      - {id: v1.t1, tittel: Sette opp lys, frist: 2021-08-01, ansvarlig: veg}
"""


def test_what_stands_in_a_matter_serves_the_goal_that_it_concerns(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path / "two", OWN_GOALS)
    (folder / "vedtak.yaml").write_text(REGISTER, encoding="utf-8")
    for name in ("v1", "v1.p1", "v1.t1"):
        found = json.loads(planctl("-C", str(folder), "trace", name, "--format", "json").out)
        assert [goal["id"] for goal in found["fn"]] == ["11.2"], name
    out = planctl("-C", str(folder), "trace", "11").out
    assert all(f"  {name} " in out or f"  {name}\n" in out for name in ("v1", "v1.p1", "v1.t1"))
