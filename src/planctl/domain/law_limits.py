"""The activities of the year wheel that are later than the law allows, as rule 703 tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.adoption import adopted_when
from planctl.domain.councils import council_at, strategies
from planctl.domain.wheel import Timed, current, is_budget_after_new_year
from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import T
from planctl.law import deadlines
from planctl.law.versions import (
    ACCOUNTS_ADOPTED,
    ACCOUNTS_CLOSED,
    ANNUAL_REPORT_GIVEN,
    BUDGET_ADOPTED,
    BUDGET_PUBLIC,
    STRATEGY_ADOPTED,
    STRATEGY_PUBLIC,
    Version,
    Versions,
    version_at,
)
from planctl.model.period import parse_date
from planctl.model.record import Record

if TYPE_CHECKING:
    from planctl.world import World

_ACCOUNTS = (
    ("årsregnskap", "administrativ", deadlines.ACCOUNTS_CLOSED, ACCOUNTS_CLOSED),
    ("årsberetning", "administrativ", deadlines.ANNUAL_REPORT_GIVEN, ANNUAL_REPORT_GIVEN),
    ("årsregnskap", "politisk", deadlines.ACCOUNTS_ADOPTED, ACCOUNTS_ADOPTED),
    ("årsberetning", "politisk", deadlines.ACCOUNTS_ADOPTED, ACCOUNTS_ADOPTED),
)
"""What is to be done (slag and ring) by a day of the year, and by which law."""


def broken_limits(world: World) -> Iterator[Finding]:
    """Find the activities of the current wheels that are later than the law allows."""
    activities = list(current(world))
    yield from _accounts(activities, world)
    for item in activities:
        if item.is_a("hp-vedtak") and item.before_council(world.plans):
            yield from _budget(item, activities)
        if item.is_a("planstrategi") and item.before_council(world.plans):
            yield from _strategy(item, world)


def _accounts(activities: list[Timed], world: World) -> Iterator[Finding]:
    """Judge the first activity of each year that closes or adopts accounts and annual report."""
    told: set[Record] = set()
    for slag, ring, (month, day), versions in _ACCOUNTS:
        firsts: dict[int, Timed] = {}
        for item in activities:
            if (
                item.is_a(slag)
                and item.record.get("ring") == ring
                and (ring != "politisk" or item.before_council(world.plans))
            ):
                year = item.period.start.year
                firsts[year] = min(firsts.get(year, item), item, key=lambda row: row.end_at_earliest)
        for year, item in firsts.items():
            limit, version = date(year, month, day), version_at(versions, item.end_at_earliest)
            if version is not None and item.end_at_earliest > limit and item.record not in told:
                told.add(item.record)
                yield _late(item, limit, version)


def _budget(item: Timed, activities: list[Timed]) -> Iterator[Finding]:
    version = version_at(BUDGET_ADOPTED, item.end_at_earliest)
    if version is not None and is_budget_after_new_year(item):
        yield _late(item, deadlines.last_day_before(item.end_at_earliest.year), version)
        return
    public = parse_date(item.record.get("offentliggjort"))
    if public is not None:
        yield from _unpublished(item, item, "offentliggjort", public, BUDGET_PUBLIC)
        return
    wheel = [
        other
        for other in activities
        if other.is_a("hp-innstilling") and other.goes_with(item) and other.period.end <= item.period.end
    ]
    if wheel and item.day is not None:
        first = max(wheel, key=lambda other: other.period.end)
        stated = parse_date(first.record.get("offentliggjort"))
        field = "offentliggjort" if stated is not None else first.field
        yield from _unpublished(item, first, field, stated or first.end_at_earliest, BUDGET_PUBLIC)


def _strategy(item: Timed, world: World) -> Iterator[Finding]:
    here = council_at(world.config, item.period.start)
    version = version_at(STRATEGY_ADOPTED, here[1]) if here is not None else None
    if here is not None and version is not None:
        limit = deadlines.years_after(here[1], version.limit)
        adopted = [adopted_when(plan, world.plans) for plan in strategies(world.plans)]
        entered = any(time is not None and time.period.overlaps(here[2]) for time in adopted)
        if item.end_at_earliest > limit and not entered:
            yield _late(item, limit, version)
            return
    public = parse_date(item.record.get("offentliggjort"))
    if public is not None:
        yield from _unpublished(item, item, "offentliggjort", public, STRATEGY_PUBLIC)


def _late(item: Timed, limit: date, version: Version) -> Finding:
    message = T("«{id}» is planned later than {limit}", id=item.record.name, limit=limit)
    hint = T("It must be done by {limit}. Law: {law}.", limit=limit, law=version.cited)
    return finding("703", item.record, message, item.field, help=hint)


def _unpublished(item: Timed, source: Timed, field: str, public: date, versions: Versions) -> Iterator[Finding]:
    """Find a treatment that comes too soon after the proposal became public, as `source` tells."""
    version = version_at(versions, item.day) if item.day is not None else None
    if item.day is None or version is None or (item.day - public).days >= version.limit:
        return
    message = T(
        "The proposal for «{id}» {day} is public too late, {public}", id=item.record.name, day=item.day, public=public
    )
    hint = T(
        "The proposal must be public at least {days} days before the council treats it: by {latest}. Law: {law}.",
        days=version.limit,
        latest=deadlines.latest_publication(item.day, version.limit),
        law=version.cited,
    )
    related = [] if item is source else [(item.record.place(item.field), T("treated here"))]
    yield finding("703", source.record, message, field, help=hint, related=related)
