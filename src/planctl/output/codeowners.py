"""CODEOWNERS: who reviews changes to each plan file, from the plan's unit and the units' accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planctl.domain.reporter import FIELDS
from planctl.graph import Graph
from planctl.model.companion import companions
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.values import dataclass

_ACCOUNT = r"@[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*"
_MAIL = r"[^\s@#]+@[A-Za-z0-9.-]+\.[A-Za-z]+"
_HANDLE = re.compile(rf"(?:{_ACCOUNT}|{_MAIL})\Z")
_SPECIAL = re.compile(r"([\\ #*?\[\]!])")


@dataclass(frozen=True, slots=True)
class Owned:
    """A plan file, the unit or role that answers for it, and the account that reviews it (None without one)."""

    path: str
    owner: Record | None
    handle: str | None


def owned(plans: PlanSet, graph: Graph) -> list[Owned]:
    """Give every plan file its reviewer: the account of its unit, else of the nearest unit above that has one.

    A CSV file has that of the file that names it.
    """
    roots = {path: named[0] for path, named in companions(plans).items()}
    roots |= {record.path: record for record in reversed(plans.records) if not record.pointer}
    return [_one(graph, path, roots[path]) for path in sorted(roots)]


def _one(graph: Graph, path: str, root: Record) -> Owned:
    owner = next((found for field in (*FIELDS, "ansvarlig") for found in graph.targets(root, field)), None)
    handle = next((item for unit in _upwards(graph, owner) if (item := _handle(unit))), None)
    return Owned(path, owner, handle)


def _upwards(graph: Graph, owner: Record | None) -> Iterator[Record]:
    """Yield a unit and those above it; of a role the unit that it leads or stands in."""
    seen: set[Record] = set()
    while owner is not None and owner not in seen:
        seen.add(owner)
        yield owner
        above = next(iter(graph.targets(owner, "overordnet")), None)
        owner = above if above is not None else owner.parent if owner.kind == "rolle" else None


def _handle(unit: Record) -> str | None:
    value = unit.get("kontohandle")
    return value if isinstance(value, str) and _HANDLE.match(value) else None


def pattern(path: str) -> str:
    """Write a path so that CODEOWNERS takes it literally, from the top of the repository."""
    return "/" + _SPECIAL.sub(r"\\\1", path)
