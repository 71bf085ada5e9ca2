"""A plan that lacks a field, any one of them, still gives documents and reports without the word None or a loose end."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml
from town import files, town

from planctl.cli.report_documents import OF_PLANS, documents, names
from planctl.cli.report_pieces import Wanted
from planctl.cli.session import ExitError
from planctl.i18n import Language
from planctl.reports.figures.collection import Figures
from planctl.reports.rendering.sandbox import Budget, Sandbox
from planctl.reports.rendering.templates import environment, rendered
from planctl.reports.tertial import build_annual, build_tertial
from planctl.world import World
from support import is_thorough

DAY = date(2022, 2, 28)
PLANS = ("kommuneplan.yaml", "handlingsprogram.yaml")
LOOSE = re.compile(r"^.*(?:\bNone\b|: [.,](?: |$)|«»|\(\)| [.,](?: |$)).*$", re.MULTILINE)
EVERY = is_thorough()
SAMPLE = 10
Way = tuple[str | int, ...]


def _ways(value: Any, way: Way = ()) -> Iterator[Way]:
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in rows:
        if isinstance(key, str):
            yield (*way, key)
        yield from _ways(item, (*way, key))


def _fields(names: tuple[str, ...]) -> list[Any]:
    """Return every field of some files, those of like records only once."""
    found: dict[tuple[str, ...], Any] = {}
    for name in names:
        for way in _ways(yaml.safe_load(files()[name])):
            like = (name, *[part for part in way if isinstance(part, str)][-2:])
            found.setdefault(like, pytest.param(name, way, id=f"{name} {'.'.join(map(str, way))}"))
    return list(found.values())


def _without(name: str, way: Way) -> str:
    data = copy.deepcopy(yaml.safe_load(files()[name]))
    place = data
    for part in way[:-1]:
        place = place[part]
    del place[way[-1]]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@cache
def _environment() -> Sandbox:
    return environment(Language("nb"), budget=Budget(seconds=3600, chars=10**9))


def _written(here: World, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        try:
            pieces = documents(here, Wanted(document=name, year=2021), None)
        except ExitError:
            continue
        for piece in pieces:
            yield rendered(_environment(), piece.template, {"report": piece.view, "figures": Figures()})


@pytest.mark.sampled
@pytest.mark.parametrize(("name", "way"), [row for row in _fields(PLANS) if EVERY or len(row.values[1]) < 4])
def test_a_plan_without_a_field_is_a_whole_document(name: str, way: Way) -> None:
    here = town({name: _without(name, way)}, DAY)
    texts = list(_written(here, OF_PLANS))
    assert [found[0] for text in texts for found in LOOSE.finditer(text)] == []


_OTHERS = _fields(tuple(name for name in files() if name not in PLANS))


@pytest.mark.sampled
@pytest.mark.parametrize(("name", "way"), _OTHERS if EVERY else random.Random(9).sample(_OTHERS, SAMPLE))
def test_a_report_without_a_field_is_whole(name: str, way: Way) -> None:
    here = town({name: _without(name, way)}, DAY)
    texts = list(_written(here, names()))
    for view, template in (
        (build_tertial(here, 2021, 2), "tertialrapport.md.j2"),
        (build_annual(here, 2021), "årsrapport.md.j2"),
    ):
        if view is not None:
            texts.append(rendered(_environment(), template, {"report": view, "figures": Figures()}))
    assert [found[0] for text in texts for found in LOOSE.finditer(text)] == []


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("dato", "- Vedtatt av kommunestyret\n"),
        ("organ", "- Vedtatt 9. juni 2020\n"),
        ("gjelder", "- Vedtatt av kommunestyret 9. juni 2020\n"),
    ],
)
def test_a_decision_is_told_as_far_as_it_is_known(old: str, said: str) -> None:
    (way,) = [row.values[1] for row in _fields(("kommuneplan.yaml",)) if row.values[1][-1] == old]
    here = town({"kommuneplan.yaml": _without("kommuneplan.yaml", way)}, DAY)
    (text,) = _written(here, ("kommuneplan",))
    assert said in text
