"""No discipline depends on another being used: the example holds without one, and its reports without its chapter.

What goes is every file of the type, and every reference to what stood in it, found by the schemas' annotations.
"""

from __future__ import annotations

from copy import deepcopy
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from typing import Any

import pytest
import yaml

from planctl.check.pipeline import check
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language
from planctl.model.chapter import Occasion
from planctl.model.period import Period, tertial
from planctl.reports.chapters.collected import chapters, occasion
from planctl.reports.scope import Scope
from planctl.resources import records_of
from planctl.world import World
from support import HERE, book, is_thorough, places
from test_example import opened, whole

PACKAGE = HERE.parent / "src" / "planctl"


def types_of(folder: str) -> list[str]:
    """Give the types of file whose records a discipline judges (`JUDGES`), other than those that all disciplines share."""
    judged = getattr(import_module(f"planctl.disciplines.{folder}"), "JUDGES", ())
    files = {stem: schema for stem, schema in book().files.items() if stem != "felles"}
    stems = {stem for stem, schema in files.items() if {kind for kind, _ in records_of([schema])} & set(judged)}
    return sorted(name for name, stem in book().types.items() if stem in stems)


FOLDERS = sorted(path.parent.name for path in (PACKAGE / "disciplines").glob("*/__init__.py"))
TYPES = sorted({name for folder in FOLDERS for name in types_of(folder)})
PAIRS = list(combinations(TYPES, 2))
PARTS = 8


def without(*gone_types: str) -> dict[str, bytes | None]:
    """Give the files of the example as they are without those of some types, and without what refers to them."""
    plans = whole().plans
    gone = {record for record in plans.records if record.plan.get("type") in gone_types}
    ids = {record.id for record in gone}
    changed: dict[str, bytes | None] = dict.fromkeys((record.path for record in gone), None)
    roots = {record.path: record.fields for record in plans.records if record.parent is None}
    places: dict[str, list[tuple[Any, ...]]] = {}
    for ref in plans.refs:
        if ref.target in ids and ref.source not in gone:
            assert isinstance(ref.place.at, tuple), "a row of a table names what stands in another discipline"
            places.setdefault(ref.place.path, []).append(ref.place.at)
    for path, pointers in places.items():
        data = deepcopy(roots[path])
        for *way, last in sorted(pointers, key=_back_to_front, reverse=True):
            here: Any = data
            for step in way:
                here = here[step]
            del here[last]
        changed[path] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    return changed


def _back_to_front(pointer: tuple[Any, ...]) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in pointer]


def _titles(world: World) -> list[str]:
    """Give the titles of the chapters that the disciplines have in an annual report."""
    return [Language("nb")(chapter.title) for chapter in chapters(world, _scope(world))]


def _scope(world: World) -> Scope:
    return Scope(world, Period(tertial(2021, 1).start, tertial(2021, 3).end))


def _occasion(world: World) -> Occasion:
    return occasion(_scope(world))


def _holds_without(*gone: str) -> World:
    changed = without(*gone)
    assert [path for path, text in changed.items() if text is None], f"the example has no file of {gone}"
    world = opened(changed)
    assert places([item for item in check(world) if item.severity is Severity.ERROR]) == []
    left, all_of_them = _titles(world), _titles(whole())
    assert [title for title in all_of_them if title in left] == left
    return world


@pytest.mark.parametrize("kind", TYPES)
def test_the_example_holds_without_it(kind: str) -> None:
    world = _holds_without(kind)
    assert not [record for record in world.plans.records if record.plan.get("type") == kind]


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if types_of(folder)])
def test_without_all_its_types_its_chapter_is_gone(folder: str) -> None:
    world = _holds_without(*types_of(folder))
    module = f"planctl.disciplines.{folder}.chapter"
    if find_spec(module) is not None:
        assert import_module(module).chapter(world, _occasion(world)) is None
        assert import_module(module).chapter(whole(), _occasion(whole())) is not None


def test_the_types_are_those_of_the_governing_half() -> None:
    assert len(TYPES) >= 25
    assert {"vedtak", "ros", "tilsyn", "egenkontroll", "program", "lida", "u4ssc", "undersøkelser"} <= set(TYPES)


@pytest.mark.sampled
@pytest.mark.parametrize("part", range(PARTS))
def test_the_example_holds_without_any_two(part: int) -> None:
    """All pairs in the thorough run; in the ordinary one the first of each part."""
    pairs = PAIRS[part::PARTS]
    for pair in pairs if is_thorough() else pairs[:1]:
        _holds_without(*pair)


def test_the_risks_of_the_example_are_of_every_sort() -> None:
    plans = whole().plans
    levels = [record.get("nivå") for record in plans.of_kind("ros-analyse")]
    assert len(levels) >= 12
    assert all(levels.count(level) >= 2 for level in ("virksomhet", "tjenesteområde", "kommune", "prosjekt"))
    risks = list(plans.of_kind("risiko"))
    assert len(risks) >= 60
    statuses = {record.get("status") for record in risks}
    assert statuses == {"åpen", "under arbeid", "redusert", "akseptert", "lukket"}
    assert {record.get("håndtering") for record in risks} == {"unngå", "redusere", "dele", "akseptere"}
    assert all(record.get("truer") for record in risks)
    assert sum(item.parent is not None and item.parent.kind == "risiko" for item in plans.of_kind("tiltak")) >= 30
