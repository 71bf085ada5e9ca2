"""Nothing is lost and nothing invented: the JSON of a diff carries the old plan set to the new one."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from diff_support import Files, as_json, held, laid
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.diff.apply import apply, book_of
from planctl.diff.run import Diff
from support import base_files, sample

REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1: {status: i rute, framdrift: 40}
økonomi: {årsbudsjett_opprinnelig: 12000, prognose: 12500}
"""
VALUES = """\
type: målinger
målinger:
  - {indikator: klima.i1, periode: 2020, verdi: 10}
  - {indikator: klima.i1, periode: 2021-T1, verdi: 11.5, gjelder: veg}
"""
CSV = "type: målinger\nid: tabell\nfil: tall.csv\n"
TABLE = "indikator;periode;verdi;gjelder\nklima.i1;2018;8,5;\nklima.i1;2018;9;veg\n"
MONEY = "type: økonomi\nperiode: 2021\nmåneder:\n  - {enhet: veg, måned: 1, budsjett: 100, regnskap: 110}\n"
START: dict[str, Any] = {
    **{path: yaml.safe_load(text) for path, text in base_files().items()},
    "rapport.yaml": yaml.safe_load(REPORT),
    "tall.yaml": yaml.safe_load(VALUES),
    "penger.yaml": yaml.safe_load(MONEY),
}


def files_of(data: dict[str, Any], table: str = TABLE) -> Files:
    made: Files = {path: yaml.safe_dump(value, allow_unicode=True, sort_keys=False) for path, value in data.items()}
    return {**made, "tabell.yaml": CSV, "tall.csv": table}


def carried(diff: Diff) -> None:
    old = book_of(diff.base.world, diff.base.tree)
    new = book_of(diff.head.world, diff.head.tree)
    done = apply(old, as_json(diff))
    assert done.fields == new.fields
    assert done.homes == new.homes
    assert done.order == new.order


TEXTS = st.sampled_from(["Ny tittel", "a/b~c", "2021-12-01", "klima.d1", "veg", "x", ""])
VALUES_ = st.one_of(TEXTS, st.integers(0, 9), st.booleans(), st.lists(TEXTS, max_size=3), st.none(),
                    st.dictionaries(st.sampled_from(["a", "b/c", "veg"]), st.integers(0, 3), max_size=2))  # fmt: skip


def groups(value: Any) -> list[Any]:
    found = [value] if isinstance(value, (dict, list)) else []
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found += groups(inner)
    return found


@st.composite
def edited(draw: Any) -> dict[str, Any]:
    data = copy.deepcopy(START)
    for number in range(draw(st.integers(1, 6))):
        path = draw(st.sampled_from(sorted(data)))
        spot = draw(st.sampled_from(groups(data[path])))
        what = draw(st.sampled_from(["set", "drop", "shuffle", "copy", "move", "rename", "file"]))
        if what == "file" and path != "planctl.yaml":
            data[f"ny/{number}.yaml"] = data.pop(path)
        elif what in {"copy", "move", "shuffle"} and isinstance(spot, list) and spot:
            index = draw(st.integers(0, len(spot) - 1))
            item = copy.deepcopy(spot[index])
            if what == "shuffle":
                spot[:] = draw(st.permutations(spot))
            elif what == "copy":
                if isinstance(item, dict):
                    item["id"] = draw(st.sampled_from([f"ny{number}", "klima.d1", "veg"]))
                spot.insert(draw(st.integers(0, len(spot))), item)
            else:
                lists = [
                    other for other in groups(data[draw(st.sampled_from(sorted(data)))]) if isinstance(other, list)
                ]
                other = draw(st.sampled_from(lists or [spot]))
                del spot[index]
                if not any(other is inner for inner in groups(item)):
                    other.insert(draw(st.integers(0, len(other))), item)
        elif what == "rename" and isinstance(spot, dict) and "id" in spot:
            spot["tidligere_id"] = [spot["id"]]
            spot["id"] = f"omdøpt{number}"
        elif isinstance(spot, dict) and spot:
            key = draw(st.sampled_from(sorted(spot, key=str)))
            if key == "type":
                continue
            if what == "drop":
                del spot[key]
            else:
                spot[key if draw(st.booleans()) else "omtale"] = draw(VALUES_)
    return data


@pytest.mark.parametrize("memo", [True, False], ids=["one memo", "no memo"])
@settings(max_examples=sample(120, 1000), deadline=None, suppress_health_check=list(HealthCheck))
@given(data=edited(), rows=st.lists(st.sampled_from(TABLE.splitlines()[1:]), max_size=3))
def test_the_json_gives_the_new_plan_set(memo: bool, data: dict[str, Any], rows: list[str]) -> None:
    table = "\n".join([TABLE.splitlines()[0], *rows]) + "\n"
    old, new = files_of(START), files_of(data, table)
    carried(held(old, new, memo=memo))
    carried(held(new, old, memo=memo))


def test_nothing_changed_gives_no_change() -> None:
    diff = held(laid({}), laid({}))
    assert diff.changes == ()
    assert diff.new == ()
    assert diff.solved == ()


def test_comments_and_layout_are_no_change() -> None:
    text = base_files()["handlingsprogram.yaml"].replace("arver: [kp2020]", "# en merknad\narver:\n  - kp2020")
    assert held(laid({}), laid({"handlingsprogram.yaml": "\n\n" + text})).changes == ()


def test_a_file_that_cannot_be_read_takes_nothing_away() -> None:
    diff = held(laid({}), laid({"virksomhetsplaner/veg.yaml": "type: virksomhetsplan\nid: [\n"}))
    assert [(change.kind, change.record) for change in diff.changes] == [("unread", "virksomhetsplaner/veg.yaml")]
    assert {item.code for item, _ in diff.new} >= {"001"}
