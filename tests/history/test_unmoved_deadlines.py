"""Files whose lines tell that no deadline has moved are not read as YAML, and nothing is lost by that."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.history import History
from planctl.history import postponed as module
from planctl.history.memory import MemoryLog
from planctl.history.postponed import Postponed, postponed
from planctl.history.unmoved_deadlines import has_unmoved_deadlines
from planctl.values import dataclass
from planctl.world import World, open_world
from support import MemoryTree, base_files, book

PATHS = ("en.yaml", "to.yaml")
DAYS = st.sampled_from(["2021-03-01", "2021-06-30", "2021-Q3", "2021-12-01"])
Tiltak = dict[str, str]
Plans = dict[str, list[Tiltak]]


@dataclass(frozen=True)
class _Committed(MemoryLog):
    """Steps of which the last is what is loaded."""

    def pending(self, path: str) -> bool:
        return False


def text(path: str, rows: list[Tiltak]) -> str:
    """Write a plan; each tiltak is one line of flow style or several of block style, by its id."""
    head = f"type: virksomhetsplan\nid: vp-{path[:2]}\ntittel: Plan\nvirksomhet: veg\nperiode: 2021\nstatus: utkast\n"
    body = [
        f"  - {json.dumps(row, ensure_ascii=False)}\n"
        if row["id"] == "b"
        else "  -" + "".join(f" {key}: {value}\n   " for key, value in row.items()).rstrip(" ")
        for row in rows
    ]
    return head + ("tiltak:\n" if rows else "") + "".join(body)


@st.composite
def histories(draw: st.DrawFn) -> list[Plans]:
    """Draw some steps: deadlines moved, titles changed, tiltak swapped, moved to the other file or given other ids."""
    rows = [{"id": name, "tittel": "Male", "frist": draw(DAYS)} for name in "abc"]
    plans: Plans = {PATHS[0]: rows[:2], PATHS[1]: rows[2:]}
    steps = [plans]
    for _ in range(draw(st.integers(2, 6))):
        plans = {path: [dict(row) for row in found] for path, found in plans.items()}
        every = [row for found in plans.values() for row in found]
        row = draw(st.sampled_from(every))
        home = next(path for path, found in plans.items() if row in found)
        match draw(st.sampled_from(["frist", "frist", "frist", "none", "tittel", "swap", "move", "trade", "id"])):
            case "frist":
                row["frist"] = draw(DAYS)
            case "none":
                row.pop("frist", None)
            case "tittel":
                row["tittel"] = draw(st.sampled_from(["Male", "Bygge", "Rive i 2022"]))
            case "swap":
                plans[home].reverse()
            case "move":
                plans[home].remove(row)
                plans[PATHS[home == PATHS[0]]].append(row)
            case "trade":
                other = plans[home][-1]
                row["id"], other["id"] = other["id"], row["id"]
            case "id" if "tidligere_id" not in row:
                row["tidligere_id"], row["id"] = row["id"], f"{row['id']}-ny"
        steps.append(plans)
    return steps


def world(plans: Plans) -> World:
    files = {**base_files(), **{path: text(path, rows) for path, rows in plans.items()}}
    return open_world(MemoryTree(dict(files)), None, lambda: date(2021, 6, 15), book())


def found(steps: list[Plans]) -> list[Postponed]:
    log = _Committed(
        [({path: text(path, rows).encode() for path, rows in plans.items()}, frozenset()) for plans in steps]
    )
    records = list(world(steps[-1]).plans.of_kind("tiltak"))
    mine = [record for record in records if record.path in PATHS]
    assert len(mine) == 3
    return [
        Postponed(item.record.name, item.moves, item.last, item.known)  # type: ignore[arg-type]
        for item in postponed(History(log), mine, lambda _: ())
    ]


@given(histories())
def test_nothing_is_lost(steps: list[Plans]) -> None:
    quick = found(steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "has_unmoved_deadlines", lambda history, path: False)
        assert found(steps) == quick


def test_a_new_title_is_steady_and_a_new_deadline_is_not() -> None:
    def calm(*versions: str) -> bool:
        log = _Committed([({"p.yaml": version.encode()}, frozenset()) for version in versions])
        return has_unmoved_deadlines(History(log), "p.yaml")

    plan = "id: a\ntittel: Male\nfrist: 2021-03-01\n"
    assert calm(plan)
    assert calm(plan, plan.replace("Male", "Bygge"))
    assert not calm(plan, plan.replace("03", "04"))
    assert not calm(plan, plan.replace("id: a", "id: b"))
    assert not calm(plan, plan.replace("frist:", "start:"))


def test_a_file_made_while_another_was_changed_is_not_steady() -> None:
    first, second = b"id: a\nfrist: 2021-03-01\n", b"id: b\nfrist: 2021-04-01\n"
    log = _Committed([({"a.yaml": first}, frozenset()), ({"b.yaml": second}, frozenset())])
    assert has_unmoved_deadlines(History(log), "b.yaml") is False
    assert (
        has_unmoved_deadlines(History(_Committed([({"a.yaml": first, "b.yaml": second}, frozenset())])), "b.yaml")
        is True
    )


def test_work_that_is_not_committed_is_not_steady() -> None:
    log = MemoryLog([({"a.yaml": b"id: a\n"}, frozenset())])
    assert has_unmoved_deadlines(History(log), "a.yaml") is False
