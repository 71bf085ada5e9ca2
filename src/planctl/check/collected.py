"""Every rule by being there: the modules of `rules/` and of each discipline's `rules/` that hold a `RULE`.

What else a discipline has, such as a chapter or the dates of its `calendar.py` (which names its layers in `LAYERS`, and
yields what stands in them by `dates`), is found in the same way by the name of its module.

Only packages of code are looked through, by the paths that Python has loaded them from: the installed ones, or those
that a caller names (`Disciplines`). Nothing in a plan repository is ever imported.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from importlib import import_module
from pathlib import Path
from typing import Any

from planctl.domain.dated import Dated
from planctl.model.status_line import StatusLine
from planctl.resources import SHIPPED, Disciplines
from planctl.rules.rule import Rule
from planctl.world import World

Makers = dict[tuple[str, ...], Callable[[World], Iterator[Dated]]]
"""What yields the dates that disciplines put in the calendar, by the layers they stand in."""
_RULES = "planctl.rules"
_LAST = 1000


def collected(disciplines: Disciplines = SHIPPED, left_out: AbstractSet[str] = frozenset()) -> tuple[Rule, ...]:
    """Return the rules that are no discipline's, and those of each discipline, in order of code.

    `left_out` are disciplines, by the names of their packages, whose rules are not read.
    """
    folders = (name for name in _folders(disciplines) if name not in left_out)
    found = (f"{name}.rules" for name in folders if f"{name}.rules" in _inside(name, packages=True))
    return tuple(sorted(_rules([_RULES, *found]), key=lambda rule: rule.code))


def unused(disciplines: Disciplines, holds: Callable[[str], bool], groups: Container[str]) -> frozenset[str]:
    """Return the disciplines whose rules have nothing to judge.

    A package names in `JUDGES` the kinds that its rules look at, and in `SETTINGS` its group in planctl.yaml. `holds`
    tells whether there is a record of a kind, `groups` has the groups there are. One that names no kinds is in use.
    """

    def is_unused(name: str) -> bool:
        package = import_module(name)
        kinds = getattr(package, "JUDGES", ())
        return bool(kinds) and getattr(package, "SETTINGS", "") not in groups and not any(map(holds, kinds))

    return frozenset(filter(is_unused, _folders(disciplines)))


def discipline_modules(name: str, disciplines: Disciplines = SHIPPED) -> Iterator[Any]:
    """Yield the modules of one name, such as `chapter`, of the disciplines that have one, in the disciplines' order.

    A package says its `PLACE`; those that say none come last.
    """
    for package in sorted(_folders(disciplines), key=lambda one: (getattr(import_module(one), "PLACE", _LAST), one)):
        module = f"{package}.{name}"
        if module in _inside(package, packages=False):
            yield import_module(module)


def calendars(disciplines: Disciplines = SHIPPED) -> Makers:
    """Return what fills layers of the calendar by code: the `dates` of each discipline that has it, by its `LAYERS`."""
    return {tuple(module.LAYERS): module.dates for module in discipline_modules("calendar", disciplines)}


def status_lines(world: World) -> tuple[StatusLine, ...]:
    """Return what the disciplines say of themselves in `planctl status`, those that have something to say."""
    said = (module.status_line(world) for module in discipline_modules("status_line", world.disciplines))
    return tuple(line for line in said if line is not None)


def _rules(packages: Iterable[str]) -> Iterator[Rule]:
    for package in packages:
        for name in _inside(package, packages=False):
            rule = getattr(import_module(name), "RULE", None)
            if isinstance(rule, Rule):
                yield rule


def _folders(disciplines: Disciplines) -> Iterator[str]:
    """Yield the package of each discipline."""
    for package in disciplines.packages:
        yield from _inside(package, packages=True)


def _inside(package: str, *, packages: bool) -> Iterator[str]:
    """Yield the names of the modules, or of the packages, inside a package (`pkgutil` would load half of `inspect`)."""
    for folder in import_module(package).__path__:
        for name in sorted(item.name for item in Path(folder).iterdir()):
            stem, dot, ending = name.partition(".")
            is_package = not dot and (Path(folder) / name / "__init__.py").is_file()
            if is_package if packages else ending == "py" and stem != "__init__":
                yield f"{package}.{stem}"
