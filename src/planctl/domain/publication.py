"""How long a proposal was public before the council treated it."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.adoption import to_adopt
from planctl.domain.disputed_adoption import other_day
from planctl.findings.diagnostic import Finding, finding
from planctl.i18n import T
from planctl.law.deadlines import latest_publication
from planctl.law.versions import Versions, mildest
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.time_words import when_words


def published_late(code: str, record: Record, plans: PlanSet, versions: Versions) -> Iterator[Finding]:
    """Find a proposal that was public too few days before the council treated it."""
    found = to_adopt(record, plans)
    if found is None or found.when is None or found.public is None:
        return
    treated, public = found.when, found.public
    version = mildest(versions, treated.first, treated.last)
    if version is None or (treated.last - public.first).days >= version.limit:
        return
    other = other_day(record, plans)
    if other is not None and (other - public.first).days >= version.limit:
        return  # the day is disputed, and by the register there is no fault: 816 has spoken
    message = T(
        "«{id}» was made public {public}, too late for treatment {day}",
        id=record.name,
        public=when_words(public),
        day=when_words(treated),
    )
    hint = T(
        "The proposal must be public at least {days} days before the council treats it. Law: {law}.",
        days=version.limit,
        law=version.cited,
    )
    if treated.is_day:
        hint = T(
            "The proposal must be public at least {days} days before the council treats it: by {latest}. Law: {law}.",
            days=version.limit,
            latest=latest_publication(treated.last, version.limit),
            law=version.cited,
        )
    yield finding(code, record, message, *found.at, "offentliggjort", help=hint)
