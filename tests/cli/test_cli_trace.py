"""`trace`: both ways, every format, every kind of record, wrong ids."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli_support import BASE, Run, columns
from git_support import copy_base


def test_from_a_tiltak_to_the_fn_goal(base: Run) -> None:
    code, out, _ = base("trace", "vp2021-veg.t1")
    assert code == 0
    order = ["hp2021.o1", "klima.d1.s1", "klima.d1", "klima.h", "klima\n", "13 Climate action"]
    places = [out.index(word) for word in order]
    assert places == sorted(places)
    assert "virksomhetsplaner/veg.yaml:10" in out
    assert "Down" not in out


def test_from_a_satsingsområde_to_the_tiltak(base: Run) -> None:
    _, out, _ = base("trace", "klima")
    order = ["klima.h", "klima.d1 ", "klima.d1.s1", "hp2021.o1", "vp2021-veg.t1"]
    places = [out.replace("\n", " ").index(word) for word in order]
    assert places == sorted(places)


@pytest.mark.parametrize(("lang", "title"), [("nb", "Stoppe klimaendringene"), ("nn", "Stoppe klimaendringane")])
def test_fn_goals_in_norwegian(planctl: Run, lang: str, title: str) -> None:
    assert title in planctl("trace", "klima.d1", "-C", str(BASE), "--lang", lang).out


def test_what_is_met_again_is_shown_once(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(
        tmp_path,
        {
            "handlingsprogram.yaml": {"[klima.d1.s1]": "[klima.d1.s1, klima.s2]"},
            "kommuneplan.yaml": {
                "satsingsområder:": "strategier:\n  - id: klima.s2\n    tittel: Kommunen skal bygge tettere\n"
                "    bidrar_til: [klima.d1]\nsatsingsområder:"
            },
        },
    )
    out = planctl("trace", "vp2021-veg.t1", "-C", str(folder), "--lang", "en").out
    assert out.count("Hovedmål") + out.count("Main goal") == 1
    assert out.count("(see above)") == 1
    found = json.loads(planctl("trace", "vp2021-veg.t1", "-C", str(folder), "--format", "json").out)
    strategies = found["up"][0]["nested"]
    assert [item["nested"][0]["repeated"] for item in strategies] == [False, True]
    assert strategies[1]["nested"][0]["nested"] == []


def test_late_work_is_told_in_words(reported: Run) -> None:
    out = reported("trace", "vp2021-veg.t1").out
    assert "[delayed, due 1 Jun 2021, overdue] · as reported for 2021-T1" in out


def test_json_nests(base: Run) -> None:
    found = json.loads(base("trace", "klima.d1", "--format", "json").out)
    assert found["record"]["id"] == "klima.d1"
    assert found["up"][0]["record"]["id"] == "klima.h"
    assert found["up"][0]["nested"][0]["record"]["kind"] == "satsingsområde"
    assert found["down"][0]["nested"][0]["nested"][0]["record"]["deadline"] == "2021-10-01"
    assert found["fn"] == [{"id": "13", "title": "Climate action", "uri": "http://metadata.un.org/sdg/13"}]
    assert found["references"] == []


def test_mermaid_has_boxes_and_arrows(base: Run) -> None:
    lines = base("trace", "klima.d1", "--format", "mermaid").out.splitlines()
    assert lines[0] == "flowchart TD"
    assert '  n1["Sub-goal<br/>Innbyggerne reiser miljøvennlig"]' in lines
    assert "  n2 --> n1" in lines
    assert "  fn13 --> n3" in lines


def test_an_indikator_goes_up_by_its_mål(base: Run) -> None:
    out = base("trace", "klima.i1").out
    assert out.index("klima.d1") < out.index("klima.h") < out.index("13 ")


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("veg", ["vp2021-veg.t1", "(ansvarlig)", "hp2021.o1", "(til)", "vegdrift"]),
        ("vegsjef", ["Nothing refers to it."]),
        ("kp2020", ["hp2021", "(arver)", "1 focus area"]),
        ("kommunestyret", ["(vedtak)"]),
    ],
)
def test_outside_the_thread_what_refers_to_it(base: Run, id_: str, words: list[str]) -> None:
    code, out, _ = base("trace", id_)
    assert code == 0
    assert [word for word in words if word not in out] == []


def test_references_of_a_unit_in_json(base: Run) -> None:
    found = json.loads(base("trace", "park", "--format", "json").out)
    assert (found["up"], found["down"], found["fn"], found["references"]) == ([], [], [], [])
    found = json.loads(base("trace", "veg", "--format", "json").out)
    assert {"fields": ["til"], "id": "hp2021.o1"} in [
        {"fields": item["fields"], "id": item["record"]["id"]} for item in found["references"]
    ]


def test_unknown_id(base: Run) -> None:
    code, out, err = base("trace", "klima.d9")
    assert (code, out) == (2, "")
    assert "Did you mean «klima.d1»?" in err
    code, _, err = base("trace", "xyzzyxyzzy")
    assert code == 2
    assert "planctl list" in err


def test_former_id(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(
        tmp_path, {"virksomhetsplaner/veg.yaml": {"    frist:": "    tidligere_id: [vp2020-veg.t7]\n    frist:"}}
    )
    code, _, err = planctl("--lang", "en", "trace", "vp2020-veg.t7", "-C", str(folder))
    assert code == 2
    assert "«vp2020-veg.t7» is now called «vp2021-veg.t1»." in err


def test_own_words(planctl: Run, tmp_path: Path) -> None:
    own = "begreper:\n  oppdrag:\n    entall: satsing\n    flertall: satsinger\ndato:"
    folder = copy_base(tmp_path, {"planctl.yaml": {"dato:": own}})
    assert "Satsing: Bygge ut" in planctl("trace", "klima.d1", "-C", str(folder)).out
    assert planctl("list", "satsinger", "-C", str(folder)).out == planctl("list", "oppdrag", "-C", str(folder)).out


def test_a_circle_ends(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path)
    (folder / "mer.yaml").write_text(
        "type: temaplan\nid: tp\ntittel: Temaplan\nperiode: 2020-2032\n"
        "strategier:\n  - id: tp.s1\n    tittel: Vi skal gå\n    bidrar_til: [tp.s1]\n",
        encoding="utf-8",
    )
    assert planctl("trace", "tp.s1", "-C", str(folder)).code == 0


@pytest.mark.parametrize("id_", ["klima", "klima.d1", "vp2021-veg.t1", "veg", "kp2020", "klima.i1"])
def test_never_wider_than_the_terminal(base: Run, id_: str) -> None:
    assert columns(base("trace", id_).out) <= 80
    assert columns(base("show", id_).out) <= 80


def _marked(tmp_path: Path) -> str:
    edits = {"kommuneplan.yaml": {"  - id: klima.h\n": "  - id: klima.h\n        illustrativ: true\n"}}
    return str(copy_base(tmp_path, edits))


def test_the_illustrative_has_an_asterisk_that_is_explained(planctl: Run, tmp_path: Path) -> None:
    folder = _marked(tmp_path)
    _, out, _ = planctl("trace", "vp2021-veg.t1", "-C", folder, "--lang", "en")
    starred = [line for line in out.splitlines() if " *  " in line]
    assert [line.split()[-1] for line in starred] == ["klima.d1.s1", "klima.d1", "klima.h"]
    assert out.endswith("\n\n* Illustrative: made as an example, not the municipality's own.\n")
    _, shown, _ = planctl("show", "hp2021.o1", "-C", folder, "--lang", "en")
    assert " * (klima.d1.s1)" in " ".join(shown.split())
    assert "* Illustrative:" in shown
    _, drawn, _ = planctl("trace", "klima.d1", "--format", "mermaid", "-C", folder, "--lang", "en")
    assert drawn.count("<br/>Illustrative") == 3


def test_without_a_mark_there_is_no_asterisk(base: Run) -> None:
    for command in ("trace", "show"):
        assert "*" not in base(command, "klima.d1").out


def test_an_illustrative_value_has_an_asterisk_too(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path)
    values = (
        "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: 7\n    illustrativ: true\n"
    )
    (folder / "målinger.yaml").write_text(values, encoding="utf-8")
    _, out, _ = planctl("show", "klima.i1", "-C", str(folder), "--lang", "en")
    assert "7 *\n" in out.partition("Measured")[2]
    assert out.endswith("* Illustrative: made as an example, not the municipality's own.\n")


def test_a_vedtak_is_followed_both_ways_and_follows_nothing_up(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path, {})
    (folder / "vedtak.yaml").write_text(
        "type: vedtak\nid: vr\ntittel: Vedtak 2021\nperiode: 2021\norgan: kommunestyret\nvedtak:\n"
        "  - id: vr.sykkel\n    tittel: Trygg vei til stasjonen\n    dato: 2021-02-09\n    gjelder: [hp2021.o1]\n"
        "    punkter:\n      - id: vr.sykkel.p1\n        tittel: Belyse gangveien\n        ansvarlig: veg\n",
        encoding="utf-8",
    )

    def way(name: str, side: str) -> list[str]:
        nodes = json.loads(planctl("trace", name, "-C", str(folder), "--format", "json").out)[side]
        return [nodes[0]["record"]["id"], *way_in(nodes[0])] if nodes else []

    def way_in(node: dict[str, Any]) -> list[str]:
        return [item["record"]["id"] for item in node["nested"]]

    assert way("vr.sykkel.p1", "up") == ["vr.sykkel", "hp2021.o1"]
    assert way("vr.sykkel", "up") == ["hp2021.o1", "klima.d1.s1"]
    assert way("vr.sykkel", "down") == ["vr.sykkel.p1"]
    below = json.loads(planctl("trace", "hp2021.o1", "-C", str(folder), "--format", "json").out)["down"]
    assert [node["record"]["id"] for node in below] == ["vp2021-veg.t1", "vr.sykkel"]
    drawn = planctl("trace", "vr.sykkel.p1", "-C", str(folder), "--lang", "nb", "--format", "mermaid").out
    assert '"Vedtakspunkt<br/>Belyse gangveien<br/>ikke startet"' in drawn
    assert '"Vedtak<br/>Trygg vei til stasjonen"' in drawn
    assert "Ned\n" not in planctl("trace", "vr.sykkel.p1", "-C", str(folder), "--lang", "nb").out


PROCESS = """\
type: prosess
id: bp
tittel: Budsjettet
periode: 2021
gjelder: [hp2021]
aktiviteter:
  - {id: bp.a, tittel: Seminar, ring: politisk, dato: 2021-09-14, ansvarlig: veg}
"""


def test_a_prosess_is_shown_with_its_plan_and_its_steps(planctl: Run, tmp_path: Path) -> None:
    folder = copy_base(tmp_path)
    (folder / "prosess.yaml").write_text(PROCESS, encoding="utf-8")
    run = lambda *argv: planctl("-C", str(folder), "--lang", "en", *argv).out  # noqa: E731
    up, _, down = run("trace", "bp").partition("Down")
    assert "hp2021" in up
    assert "bp.a" in down
    step = run("trace", "bp.a")
    assert step.index("Up") < step.index("Budsjettet  bp") < step.index("hp2021") < step.index("Nothing refers to it.")
    assert "Down" not in step
    assert "Budsjettet  bp" in run("trace", "hp2021")
    assert run("list", "prosess").splitlines()[-3].split() == ["bp", "Budsjettet"]
    assert "Handlingsprogram 2021–2024 (hp2021)" in run("show", "bp")
