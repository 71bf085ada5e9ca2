"""No module is needed by what it needs itself: imports inside functions count, too."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def circle_of(needs: dict[str, set[str]]) -> list[str]:
    """Give the modules of one circle, the first of them also last; none where there is no circle."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize(
    ("needs", "length"),
    [
        ({"a": {"b"}, "b": {"c"}}, 0),
        ({"a": {"b"}, "b": {"a"}}, 3),
        ({"a": {"b"}, "b": {"c"}, "c": {"d"}, "d": {"b"}}, 4),
    ],
)
def test_a_circle_is_found(needs: dict[str, set[str]], length: int) -> None:
    assert len(circle_of(needs)) == length


def test_no_modules_need_each_other() -> None:
    """Also what is imported for types alone counts: two modules that name each other's types are one."""
    graph = grimp.build_graph("planctl", cache_dir=None)
    assert circle_of({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}) == []


def _packages(name: str) -> set[str]:
    """Give the packages that a module stands in."""
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts))}


def test_no_module_needs_itself_through_a_package() -> None:
    """A module's packages are read before it is, with what their `__init__` needs; its own have begun already."""
    graph = grimp.build_graph("planctl", cache_dir=None)
    needs = {}
    for name in graph.modules:
        direct = graph.find_modules_directly_imported_by(name)
        around = {package for other in direct for package in _packages(other)}
        needs[name] = direct | (around - _packages(name) - {name})
    assert circle_of(needs) == []
