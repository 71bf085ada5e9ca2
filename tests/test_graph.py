"""The graph: exact steps up and down, FN goals inherited, circles, broken references; and properties."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st

from planctl.config import Config
from planctl.fn import load_goals
from planctl.graph import Graph
from planctl.load.schema.annotations import Ref
from planctl.load.schema.schema_book import Reference
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.source import Place
from support import base_files, world

PLAN, PROGRAMME, UNIT_PLAN = "kommuneplan.yaml", "handlingsprogram.yaml", "virksomhetsplaner/veg.yaml"
_GOALS = load_goals()


def _ids(records: Iterable[Record]) -> list[str | None]:
    return [record.id for record in records]


def _changed(path: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = base_files()[path]
    assert old in text
    return {path: text.replace(old, new)}


def test_a_measure_reaches_the_area_step_by_step() -> None:
    here = world({})
    measure = here.plans.by_id["vp2021-veg.t1"]
    assert _ids(here.graph.parents(measure)) == ["hp2021.o1"]
    assert _ids(here.graph.ancestors(measure)) == ["hp2021.o1", "klima.d1.s1", "klima.d1", "klima.h", "klima"]
    assert here.graph.children(measure) == []


def test_an_area_reaches_its_measures() -> None:
    here = world({})
    area = here.plans.by_id["klima"]
    assert here.graph.parents(area) == []
    assert _ids(here.graph.descendants(area)) == ["klima.h", "klima.d1", "klima.d1.s1", "hp2021.o1", "vp2021-veg.t1"]


def test_two_ways_up_meet_in_one_record_named_once() -> None:
    here = world(_changed(PROGRAMME, "[klima.d1.s1]", "[klima.d1, klima.d1.s1]"))
    assignment = here.plans.by_id["hp2021.o1"]
    assert _ids(here.graph.parents(assignment)) == ["klima.d1", "klima.d1.s1"]
    assert _ids(here.graph.ancestors(assignment)) == ["klima.d1", "klima.d1.s1", "klima.h", "klima"]


def test_other_references_are_no_part_of_the_thread() -> None:
    here = world({})
    goal, indicator = here.plans.by_id["klima.d1"], here.plans.by_id["klima.i1"]
    assert _ids(here.graph.targets(indicator, "måler")) == ["klima.d1"]
    assert indicator not in list(here.graph.descendants(goal))
    assert {(ref.field, source.id) for ref, source in here.graph.refs_to(goal)} == {
        ("arver", "vp2021-veg"),
        ("målfordeling", "hp2021"),
        ("måler", "klima.i1"),
    }
    assert [source.id for _, source in here.graph.refs_to(goal, "måler")] == ["klima.i1"]


def test_fn_goals_are_inherited_down_to_the_measure() -> None:
    here = world({})
    measure = here.plans.by_id["vp2021-veg.t1"]
    assert here.graph.own_fn_goals(measure) == []
    assert here.graph.fn_goals(measure) == ["13"]


def test_own_fn_goals_hide_those_above() -> None:
    goal = "            tittel: Innbyggerne reiser miljøvennlig\n"
    here = world(_changed(PLAN, goal, goal + '            bærekraftsmål: ["11.2", "3.a"]\n'))
    assert here.graph.fn_goals(here.plans.by_id["klima.d1.s1"]) == ["11.2", "3.a"]
    assert here.graph.fn_goals(here.plans.by_id["klima.h"]) == ["13"]


def test_broken_references_tell_nothing_from_wrong() -> None:
    here = world(_changed(UNIT_PLAN, "[hp2021.o1]", "[klima.d1, ukjent]"))
    assert [(item.ref.target, item.found and item.found.id) for item in here.graph.broken] == [
        ("klima.d1", "klima.d1"),
        ("ukjent", None),
    ]
    measure = here.plans.by_id["vp2021-veg.t1"]
    assert here.graph.parents(measure) == []
    assert here.graph.dangling == {(measure, "løser")}


def test_a_reference_into_a_file_that_cannot_be_read_is_dangling_not_broken() -> None:
    here = world(_changed(PROGRAMME, "tittel: Handlingsprogram", "tittel: Handlingsprogram: "))
    assert here.plans.incomplete
    assert {"hp2021", "hp2021.o1", "klima.i1"} <= here.plans.lost.ids
    assert here.graph.broken == []
    assert here.graph.dangling == {(here.plans.by_id["vp2021-veg.t1"], "løser")}


def test_the_small_municipality_has_no_circle() -> None:
    assert world({}).graph.cycles == []


def test_units_in_a_circle() -> None:
    files = _changed("organisasjon.yaml", "    tittel: Samfunn\n", "    tittel: Samfunn\n    overordnet: vegdrift\n")
    (circle,) = world(files).graph.cycles
    assert _ids(circle) == ["samfunn", "vegdrift", "veg"]


def _graph(size: int, edges: set[tuple[int, int]]) -> tuple[Graph, list[Record]]:
    """Build a graph of tiltak, with an edge of the thread from each pair's first to its second."""
    records = [
        Record("tiltak", f"t{index}", {"id": f"t{index}"}, "plan.yaml", ("tiltak", index), None)
        for index in range(size)
    ]
    reference = Reference(frozenset({"tiltak"}), sense="tjener")
    refs = [Ref(records[lower], "løser", f"t{upper}", Place("plan.yaml"), reference) for lower, upper in sorted(edges)]
    return Graph(PlanSet(Config(), records, refs), _GOALS), records


@st.composite
def _edges(draw: st.DrawFn) -> tuple[int, set[tuple[int, int]]]:
    size = draw(st.integers(1, 8))
    node = st.integers(0, size - 1)
    return size, draw(st.sets(st.tuples(node, node), max_size=16))


def _has_order(size: int, edges: set[tuple[int, int]]) -> bool:
    sorter: TopologicalSorter[int] = TopologicalSorter(dict.fromkeys(range(size), ()))
    for lower, upper in edges:
        sorter.add(lower, upper)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


@given(_edges())
def test_above_and_below_are_each_other_turned_round(drawn: tuple[int, set[tuple[int, int]]]) -> None:
    graph, records = _graph(*drawn)
    above = {(record, id(other)) for record in records for other in graph.ancestors(record)}
    below = {(other, id(record)) for record in records for other in graph.descendants(record)}
    assert above == below
    assert all(first != second for first, second in above)
    for record in records:
        reached = list(graph.ancestors(record))
        assert len(reached) == len({id(other) for other in reached})
        assert all((record, id(other)) in above for other in graph.parents(record) if other is not record)


@given(_edges())
def test_there_is_a_circle_exactly_when_there_is_no_order(drawn: tuple[int, set[tuple[int, int]]]) -> None:
    size, edges = drawn
    graph, _ = _graph(size, edges)
    assert (not graph.cycles) == _has_order(size, edges)
    for circle in graph.cycles:
        for here, there in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert there in graph.parents(here)
