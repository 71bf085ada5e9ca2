"""Every rule by being there: the modules of `rules/` and of each discipline's `rules/` that hold a `RULE`.

What else a discipline has, such as a chapter or the dates of its `calendar.py` (which names its layers in `LAYERS`, and
yields what stands in them by `dates`), is found in the same way by the name of its module.

Only the installed package is looked through, by the paths that Python has loaded it from: nothing in a plan repository
is ever imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import planctl.disciplines
import planctl.rules
from planctl.domain.dated import Dated
from planctl.i18n import Text
from planctl.rules.rule import Rule
from planctl.world import World

Makers = dict[tuple[str, ...], Callable[[World], Iterator[Dated]]]
"""What yields the dates that disciplines put in the calendar, by the layers they stand in."""


def collected(rules: ModuleType = planctl.rules, disciplines: ModuleType = planctl.disciplines) -> tuple[Rule, ...]:
    """Return the rules of a package and of each discipline in another, in order of code."""
    packages = [rules.__name__, *(f"{name}.rules" for name in _inside(disciplines, packages=True))]
    return tuple(sorted(_rules(packages), key=lambda rule: rule.code))


def discipline_modules(name: str, disciplines: ModuleType = planctl.disciplines) -> Iterator[Any]:
    """Yield the modules of one name, such as `chapter`, of the disciplines that have one."""
    for package in _inside(disciplines, packages=True):
        module = f"{package}.{name}"
        if module in _inside(import_module(package), packages=False):
            yield import_module(module)


def calendars(disciplines: ModuleType = planctl.disciplines) -> Makers:
    """Return what fills layers of the calendar by code: the `dates` of each discipline that has it, by its `LAYERS`."""
    return {tuple(module.LAYERS): module.dates for module in discipline_modules("calendar", disciplines)}


def status_lines(world: World, disciplines: ModuleType = planctl.disciplines) -> tuple[Text, ...]:
    """Return what the disciplines say of themselves in `planctl status`, those that have something to say."""
    said = (module.status_line(world) for module in discipline_modules("status_line", disciplines))
    return tuple(line for line in said if line is not None)


def _rules(packages: Iterable[str]) -> Iterator[Rule]:
    for package in packages:
        for name in _inside(import_module(package), packages=False):
            rule = getattr(import_module(name), "RULE", None)
            if isinstance(rule, Rule):
                yield rule


def _inside(package: ModuleType, *, packages: bool) -> Iterator[str]:
    """Yield the names of the modules, or of the packages, inside a package (`pkgutil` would load half of `inspect`)."""
    for folder in package.__path__:
        for item in sorted(Path(folder).iterdir()):
            is_package = not item.suffix and (item / "__init__.py").is_file()
            if is_package if packages else item.suffix == ".py" and item.stem != "__init__":
                yield f"{package.__name__}.{item.stem}"
