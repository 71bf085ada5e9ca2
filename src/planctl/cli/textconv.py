"""`planctl textconv`: a plan file for `git diff`, without the texts of what is exempt from public access."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from planctl.cli.session import Session
from planctl.domain.withheld import words_of
from planctl.law.openness import EXEMPT
from planctl.load.file import marks_exempt
from planctl.load.files.tree import WorkTree
from planctl.load.reading import parse
from planctl.merge.textconv import textconv
from planctl.model.withheld import Mask, label_of, says_exempt
from planctl.output.clean import clean
from planctl.world import World


def converted(session: Session, file: Path) -> str:
    """Write a plan file for `git diff`; the repository is read only where something in it may be exempt."""
    data = (session.folder / file).read_bytes()
    if session.intern or not (marks_exempt(data) or _any_exempt(session.root_of(Path()))):
        return textconv(data, clean)
    world = session.open()
    found, findings = parse("", data)
    if not isinstance(found, dict) or findings:
        names = [name.encode() for name in (world.withheld.ids if world.withheld is not None else ())]
        hides = marks_exempt(data) or any(name in data for name in names)
        return f"{EXEMPT}\n" if hides else textconv(data, clean)
    return textconv(data, clean, _over(world))


def _any_exempt(root: Path) -> bool:
    tree = WorkTree(root)
    return any(marks_exempt(tree.read(entry.path)) for entry in tree.walk().files)


def _over(world: World) -> Callable[[Any], Any]:
    """Give what hides the texts of records that are exempt, also by what they solve, and what reports say of them."""
    words = words_of(world.plans, world.book)
    names = world.withheld.ids if world.withheld is not None else frozenset()

    def over(value: Any) -> Any:
        if isinstance(value, list):
            return [over(item) for item in value]
        if not isinstance(value, dict):
            return value
        solves = value.get("løser")
        solved = solves if isinstance(solves, list) else [solves]
        if says_exempt(value):
            return Mask(label_of(value), words).over(value)
        if value.get("id") in names or any(isinstance(name, str) and name in names for name in solved):
            return Mask(EXEMPT, words).over(value)
        return {
            name: Mask(EXEMPT, words).over(item) if name in names else over(item) for name, item in value.items()
        }  # fmt: skip

    return over
