"""What changed since the previous period's report: counts, deviations, mål that moved."""

from __future__ import annotations

from planctl.domain.judgement.course import Course
from planctl.reports.views.goals import Goal
from planctl.reports.views.status_counts import NOT_REPORTED
from planctl.reports.views.tertial import Changes, Move, TertialReport


def changes(before: TertialReport, now: TertialReport, period: str) -> Changes:
    """Compare two reports of the same kind; `period` names the first."""
    then, here = ({item.id: item for item in report.deviations} for report in (before, now))
    ended = [item for item in now.work if item.id in then and item.id not in here]
    return Changes(
        period=period,
        tiltak=before.tiltak.total,
        oppdrag=before.oppdrag.total,
        new=tuple(item for item in now.deviations if item.id not in then),
        gone=tuple(item for item in ended if item.status != NOT_REPORTED),
        silent=tuple(item for item in ended if item.status == NOT_REPORTED),
        moves=tuple(_moves(before, now)),
    )


def _moves(before: TertialReport, now: TertialReport) -> list[Move]:
    known = {goal.id: goal for goal in _goals(before)}
    found = []
    for goal in _goals(now):
        old = known.get(goal.id)
        if old is None or old.computed is None or goal.computed is None:
            continue
        was, is_ = old.computed.course, goal.computed.course
        if was is not is_:
            label = f"{goal.number} {goal.title}".strip()
            known_both = Course.UKJENT not in (was, is_)
            found.append(Move(label, was.goal_word, is_.goal_word, is_ > was if known_both else None))
    return found


def _goals(report: TertialReport) -> list[Goal]:
    return [goal for area in report.focus_areas for goal in area.goals if goal.leaf]
