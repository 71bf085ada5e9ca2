"""No discipline depends on another being used: the example holds without one, and its reports without its chapter.

What goes is every file of the type, and every reference to what stood in it, found by the schemas' annotations.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml

from planctl.check.pipeline import check
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language
from planctl.model.period import tertial
from planctl.reports.chapters.collected import chapters
from planctl.reports.scope import Scope
from support import places
from test_example import opened, whole


def without(kind: str) -> dict[str, bytes | None]:
    """Give the files of the example as they are without those of a type, and without what refers to them."""
    plans = whole().plans
    gone = {record for record in plans.records if record.plan.get("type") == kind}
    ids = {record.id for record in gone}
    changed: dict[str, bytes | None] = dict.fromkeys((record.path for record in gone), None)
    roots = {record.path: record.fields for record in plans.records if record.parent is None}
    places: dict[str, list[tuple[Any, ...]]] = {}
    for ref in plans.refs:
        if ref.target in ids and ref.source not in gone:
            assert isinstance(ref.place.at, tuple)
            places.setdefault(ref.place.path, []).append(ref.place.at)
    for path, pointers in places.items():
        data = deepcopy(roots[path])
        for *way, last in sorted(pointers, key=str, reverse=True):
            here: Any = data
            for step in way:
                here = here[step]
            del here[last]
        changed[path] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
    return changed


@pytest.mark.parametrize("kind", ["ros"])
def test_the_example_holds_without_it(kind: str) -> None:
    changed = without(kind)
    assert len([path for path, text in changed.items() if text is None]) >= 2
    assert [path for path, text in changed.items() if text is not None]
    world = opened(changed)
    assert places([item for item in check(world) if item.severity is Severity.ERROR]) == []
    told = [Language("nb")(chapter.title) for chapter in chapters(world, Scope(world, tertial(2021, 2)))]
    assert told == ["Vedtak"]
    with_it = [Language("nb")(chapter.title) for chapter in chapters(whole(), Scope(whole(), tertial(2021, 2)))]
    assert with_it == ["Vedtak", "Risikoer"]


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
