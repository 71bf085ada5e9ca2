"""The chapter on playgrounds: the faults and how they stand."""

from __future__ import annotations

from planctl.i18n import T
from planctl.model.chapter import Chapter, Column, Occasion, Table
from planctl.model.period import deadline
from planctl.world import World

_COLUMNS = (Column(T("{Lekeplassfeil}")), Column(T("Status"), "status"), Column(T("Deadline"), "date"))


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where there are no faults."""
    faults = list(world.plans.of_kind("lekeplassfeil"))
    rows = tuple((item.title, item.get("status"), deadline(item.get("frist"))) for item in faults)
    return Chapter(T("{Lekeplassfeil_pl}"), (), (Table(_COLUMNS, rows),)) if rows else None
