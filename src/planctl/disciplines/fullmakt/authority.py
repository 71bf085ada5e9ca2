"""Who has an authority: those it is given to, or all leaders of its level; and the line above them, which keeps it.

S0 and S2: authority can be delegated further, and not the duty to see that it is used well. Two levels: 1 is the
kommunedirektør, direktører and kommunalsjefer, 2 is virksomhetsledere and avdelingsledere.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World

KIND = "fullmakt"


def in_force(authority: Record, day: date) -> bool:
    """Tell whether an authority holds on a day."""
    first, last = parse_date(authority.get("fra")), parse_date(authority.get("til"))
    return (first is None or first <= day) and (last is None or day <= last)


def may_delegate(authority: Record) -> bool:
    """Tell whether who has it may give it to others."""
    return authority.get("kan_delegeres") is not False


def has(world: World, owner: Record, authority: Record) -> bool:
    """Tell whether an owner has an authority; a political body that delegates, always has what it gives."""
    if owner.kind == "organ":
        return True
    given = world.graph.targets(authority, "delegert_til")
    if not given:
        levels = [role.get("fullmaktsnivå") for role in _roles(world, owner)]
        known = [level for level in levels if isinstance(level, int)]
        return not known or min(known) <= int(authority.get("nivå") or 1)
    mine = {owner, *_roles(world, owner), *_home(world, owner)}
    return any(mine & {holder, *_line(world, holder)} for holder in given)


def _roles(world: World, owner: Record) -> list[Record]:
    """Give the role that an owner is, or the one that leads it."""
    if owner.kind == "rolle":
        return [owner]
    return [role for role in world.plans.of_kind("rolle") if role.parent is owner]


def _home(world: World, owner: Record) -> list[Record]:
    """Give the unit that a role leads."""
    above = owner.parent
    return [above] if owner.kind == "rolle" and above is not None and world.plans.is_a(above, "enhet") else []


def _line(world: World, holder: Record) -> Iterator[Record]:
    """Yield those above a holder, with the roles that lead them, and the role or the unit of the holder itself."""
    queue = [holder, *_home(world, holder)]
    for here in queue:
        yield here
        yield from _roles(world, here)
        queue += [above for above in world.graph.targets(here, "overordnet") if above not in queue]
