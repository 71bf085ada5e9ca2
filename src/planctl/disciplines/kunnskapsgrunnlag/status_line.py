"""The line on what plans build on in `planctl status`: what is answered, what has priority, and how far U4SSC is."""

from __future__ import annotations

from planctl.disciplines.kunnskapsgrunnlag.current import current
from planctl.disciplines.kunnskapsgrunnlag.foundations import ANSWERS, CONDITION, GUIDELINE, MERE, holds
from planctl.disciplines.kunnskapsgrunnlag.materiality import ANALYSIS, is_prioritised, ratings
from planctl.disciplines.kunnskapsgrunnlag.u4ssc import ALL, JUDGED, OVERVIEW, elements
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count them today; None where there is nothing to count."""
    today = world.today
    found = [one for one in world.plans.of_kind(GUIDELINE, CONDITION) if holds(one, today)]
    due = [one for one in found if one.get("slag") != MERE]
    rated = [one for analysis in current(world, ANALYSIS, today)[:1] for one in ratings(analysis, world)]
    steps = [one for overview in current(world, OVERVIEW, today)[:1] for one in elements(overview, world)]
    if not due and not rated and not steps:
        return None
    return StatusLine(
        T("What plans build on"),
        T(
            "Guidelines and challenges answered: {answered} of {due}. Goals and targets with priority: {first}. "
            "{U4ssc-element_pl} judged: {judged} of {all}.",
            answered=sum(bool(one.get(ANSWERS)) for one in due), due=len(due), all=ALL,
            first=sum(is_prioritised(one) for one in rated), judged=sum(bool(one.get(JUDGED)) for one in steps),
        ),
    )  # fmt: skip
