"""Limits of an indicator that were moved: when, in which commit, and by which vedtak.

Limits in a plan that is only a draft do not hold, and move nothing: they count when the plan is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from planctl.history.log import Commit
from planctl.history.trail import Trail, Version
from planctl.model.limits import changed_limits
from planctl.model.period import parse_date
from planctl.model.vedtak import has_begun, new_decisions
from planctl.values import dataclass

REVISED = "under revisjon"


@dataclass(frozen=True, slots=True)
class Move:
    """One move of an indicator's limits: the fields of LIMITS that were changed, and all it said before and after.

    `day` is the commit's, today's for work that is not committed (`commit` None). `vedtak` holds the decisions that
    came with it: those new in its plan in the same step, or when a plan under revision was adopted again. `plan` is
    the id of the plan it then stood in, `former_plan` of another that it was carried over from.
    """

    fields: tuple[str, ...]
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    day: date
    commit: Commit | None
    vedtak: tuple[Mapping[str, Any], ...]
    plan: str
    former_plan: str | None
    status: str


def moves_of(trails: Sequence[Trail], today: date) -> Iterator[Move]:
    """Find each step at which the limits that held became others."""
    line = list(_holding(trails))
    for place, (old, new) in enumerate(pairwise(line), start=1):
        fields = changed_limits(old.fields, new.fields)
        if fields:
            yield _move(old, new, fields, _adopted_by(old, line[place:], today), today)


def _holding(trails: Sequence[Trail]) -> Iterator[Version]:
    """Yield the versions that held, oldest first: in a plan that has begun, the newest trail before older ones."""
    last = None
    for index in sorted({version.index for trail in trails for version in trail.versions}):
        here = (version for trail in trails if (version := trail.at(index)) is not None and has_begun(version.plan))
        version = next(here, None)
        if version is not None and version is not last:
            last = version
            yield version


def _adopted_by(old: Version, later: Sequence[Version], today: date) -> tuple[Mapping[str, Any], ...]:
    """Give the vedtak that a plan has got with a move; one under revision gets them when it is adopted again."""
    settled = next((version for version in later if version.plan.get("status") != REVISED), later[-1])
    now, before = settled.plan.get("vedtak"), old.plan.get("vedtak")
    if _is_same(old, settled):
        return tuple(new_decisions(now, before, today=today))
    return tuple(new_decisions(now, None, before, today=today))


def _is_same(old: Version, new: Version) -> bool:
    """Tell whether two versions stand in the same plan, also by an id that it had."""
    former = new.plan.get("tidligere_id")
    return old.plan.get("id") in (new.plan.get("id"), *(former if isinstance(former, list) else (former,)))


def _move(
    old: Version, new: Version, fields: tuple[str, ...], vedtak: tuple[Mapping[str, Any], ...], today: date
) -> Move:
    names = [str(version.plan.get("id") or "") for version in (old, new)]
    return Move(
        fields=fields,
        old=old.fields,
        new=new.fields,
        day=(parse_date(new.commit.date) if new.commit is not None else None) or today,
        commit=new.commit,
        vedtak=vedtak,
        plan=names[1],
        former_plan=names[0] if names[0] != names[1] else None,
        status=str(new.plan.get("status") or ""),
    )
