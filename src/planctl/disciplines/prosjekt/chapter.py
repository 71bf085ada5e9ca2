"""The chapter on projects: how they go; in the annual report also their benefits, and pictures of the portfolio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planctl.disciplines.matters import Matters
from planctl.disciplines.prosjekt import pictures
from planctl.disciplines.prosjekt.benefit_table import benefit_table, by_kind, due_within, told_worth
from planctl.disciplines.prosjekt.benefits import KIND
from planctl.disciplines.prosjekt.labels import gravest
from planctl.disciplines.prosjekt.portfolio import told
from planctl.disciplines.prosjekt.projects import PHASES, RED, STEERING, Project
from planctl.disciplines.prosjekt.tables import above_steering, handed_over, over, project_table
from planctl.disciplines.register import value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.picture import Scatter, Timeline
from planctl.world import World

_AHEAD = timedelta(days=365)
_YEAR = 360
"""Days; a report on a longer period is of a year."""


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where no project, and none of their benefits, is the unit's."""
    found, benefits = told(world, occasion), Matters.of(world, occasion, KIND)
    if not found and not benefits.known:
        return None
    annual = (occasion.period.end - occasion.period.start).days >= _YEAR
    day = occasion.day
    return Chapter(
        T("{Prosjekt_pl} and {gevinst_pl}"),
        (*project_words(world, found, day), *benefit_words(benefits)),
        (
            *project_table(world, found, day, T("{Prosjekt_pl}")),
            *(handed_over(world, found, day, T("Handed over to the line")) if annual else ()),
            *(_benefits(benefits) if annual else ()),
        ),
        shares([*(item.record for item in found), *(item.record for item in benefits.known)]),
        pictures=drawn(world, found, day) if annual else (),
    )


def _benefits(found: Matters) -> Iterator[Table]:
    """Count the benefits and tell those that are due within a year; all of them stand in a workbook alone."""
    yield from by_kind(found, T("{Gevinst_pl} by kind"))
    yield from benefit_table(found, due_within(found, _AHEAD), T("{Gevinst_pl} due within a year"))
    yield from (table.in_workbook for table in benefit_table(found, found.known, T("All {gevinst_pl}")))


def drawn(world: World, found: Sequence[Project], day: date) -> tuple[Scatter | Timeline, ...]:
    """Draw the projects by value and risk, and by time, as far as that is told."""
    made = (pictures.bubbles(world, found, day), pictures.phases(world, found, day))
    return tuple(picture for picture in made if picture is not None)


def project_words(world: World, found: Sequence[Project], day: date) -> Iterator[Text]:
    """Tell how many projects there are in each phase, and how many go badly."""
    if not found:
        return
    going = [item for item in found if item.goes_at(day)]
    now = [item.phase_at(day) for item in found if not item.stopped_at(day)]
    counts = [T("{phase} {count}", phase=value_text(world, phase), count=now.count(phase))
              for phase in PHASES if phase in now]  # fmt: skip
    yield T(
        "{Prosjekt_pl} and {program_pl} on {day}: {count}. By phase: {phases}.",
        day=day, count=len(found), phases=counts,
    )  # fmt: skip
    yield T(
        "Under way: {going}. Red: {red}. Yellow: {yellow}. Forecast above the frame: {over}. Stopped: {stopped}.",
        going=len(going),
        red=sum(gravest(item, day) == RED for item in going),
        yellow=sum(gravest(item, day) == "gul" for item in going),
        over=sum(over(item, day) is not None for item in going),
        stopped=sum(item.stopped_at(day) for item in found),
    )


def steering_words(found: Sequence[Project], day: date) -> Iterator[Text]:
    """Tell how many projects under way are thought to cost more than their leaders are to steer by."""
    steered = [item for item in found if item.goes_at(day) and item.amount(STEERING) is not None]
    if steered:
        yield T(
            "With a styringsramme: {count}. Forecast above the styringsramme: {above}.",
            count=len(steered), above=sum(above_steering(item, day) is not None for item in steered),
        )  # fmt: skip


def benefit_words(benefits: Matters) -> Iterator[Text]:
    """Tell how many benefits are followed up, and what they are worth."""
    if benefits.known:
        yield T(
            "{Gevinst_pl}: {count}. Not settled: {open}. Overdue: {late}.",
            count=len(benefits.known), open=len(benefits.open), late=len(benefits.late),
        )  # fmt: skip
        money = told_worth(benefits.known, benefits.occasion.day)
        if money is not None:
            yield money
