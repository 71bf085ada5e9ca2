"""What is material: FN's goals and targets by importance to stakeholders and to the municipality (S1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planctl.disciplines.details import facts
from planctl.disciplines.kunnskapsgrunnlag.current import current_for
from planctl.disciplines.records import marked, text
from planctl.disciplines.register import cell, field_title
from planctl.fn import GoalBook
from planctl.i18n import Language, Spoken, T, Text
from planctl.model.chapter import Cell, Chapter, Column, Occasion, Table
from planctl.model.illustrative import is_illustrative, shares
from planctl.model.picture import Axis, Corner, Point, Scatter
from planctl.model.record import Record
from planctl.values import dataclass
from planctl.world import World

ANALYSIS, RATING, GOAL = "vesentlighetsanalyse", "vesentlighet", "bærekraftsmål"
_STEPS, _LIMIT = 5, 4


@dataclass(frozen=True, slots=True)
class GoalName(Spoken):
    """One of FN's goals or targets by its number and a short title."""

    goals: GoalBook
    id: str

    def said(self, lang: Language) -> str:
        """Say it; of a target without a title of its own, that of its goal."""
        return f"{self.id} {self.goals.name(self.id, lang.code)}" if self.id in self.goals else self.id


def ratings(analysis: Record, world: World) -> list[Record]:
    """Give the goals and targets that an analysis rates, as they are written."""
    return [one for one in world.plans.of_kind(RATING) if one.parent is analysis]


def limit_of(analysis: Record) -> int:
    """Give the step that both ratings must reach."""
    return _number(analysis.get("grense")) or _LIMIT


def is_prioritised(rating: Record) -> bool:
    """Tell whether a goal or target is given priority: as is written, else by both ratings."""
    said = rating.get("prioritert")
    if isinstance(said, bool):
        return said
    both = [_number(rating.get(side)) for side in ("interessenter", "kommunen")]
    limit = limit_of(rating.plan)
    return all(step is not None and step >= limit for step in both)


def using(world: World, rating: Record) -> list[Record]:
    """Give the goals in force that build on a goal, or on a target.

    Those that name only FN's goal build on its targets too, where no goal names any of them.
    """
    wanted = str(rating.get(GOAL))
    whole = wanted.partition(".")[0]
    named = [(goal, world.graph.fn_goals(goal)) for goal in world.thread.current("mål")]
    if any(name.startswith(f"{whole}.") for _, names in named for name in names):
        return [goal for goal, names in named if any(f"{name}.".startswith(f"{wanted}.") for name in names)]
    return [goal for goal, names in named if whole in names]


def chapter(world: World, occasion: Occasion, title: Text) -> Chapter | None:
    """Tell the newest analysis; None without any that rates something."""
    analysis = next((one for one in current_for(world, occasion, ANALYSIS) if ratings(one, world)), None)
    if analysis is None:
        return None
    rows = ratings(analysis, world)
    first = [one for one in rows if is_prioritised(one)]
    drawn = picture(world, analysis, rows)
    return Chapter(
        title,
        (
            T("{Vesentlighetsanalyse}: {title}. Rated: {rated}. Given priority: {first}.",
              title=marked(analysis), rated=len(rows), first=len(first)),
            *facts(world, analysis, "plan", "dato", "metode", "interessenter"),
        ),
        (_table(world, rows),),
        shares([analysis, *rows]),
        notes=(T("The short titles of FN's targets are planctl's own, and not official; see metadata.un.org/sdg."),),
        pictures=(drawn,) if drawn is not None else (),
    )  # fmt: skip


def picture(world: World, analysis: Record, rows: Sequence[Record]) -> Scatter | None:
    """Draw the matrix; None where nothing is rated on both scales."""
    points = tuple(_points(world, rows))
    if not points:
        return None
    limit, top = limit_of(analysis), _number(analysis.get("skala")) or _STEPS
    ends = T("little"), T("great")
    return Scatter(
        "vesentlighet",
        T("Materiality matrix"),
        T("What lies high and to the right is important both to the stakeholders and to the municipality."),
        Axis(T("Importance to the municipality"), 1, top, ends, stepped=True),
        Axis(T("Importance to the stakeholders"), 1, top, ends, stepped=True),
        points,
        marked=Corner(T("Most material"), limit, limit),
        legend=(("high", T("given priority")), ("low", T("not given priority"))),
    )


def _points(world: World, rows: Iterable[Record]) -> Iterable[Point]:
    for one in rows:
        x, y = _number(one.get("kommunen")), _number(one.get("interessenter"))
        if x is not None and y is not None:
            yield Point(_name(world, one), x, y, tone="high" if is_prioritised(one) else "low")


def _name(world: World, rating: Record) -> Text:
    name = GoalName(world.graph.goals, str(rating.get(GOAL)))
    return T("{name} *", name=name) if is_illustrative(rating) else T("{name}", name=name)


def _table(world: World, rows: Sequence[Record]) -> Table:
    first = rows[0]
    columns = (
        Column(T("Goal or target"), width=46),
        *(Column(field_title(world, first, side), "number", 12) for side in ("interessenter", "kommunen")),
        Column(T("Priority"), width=12),
        Column(T("{Mål_pl} that build on it"), width=46),
        Column(field_title(world, first, "innen"), width=30, where="workbook"),
        Column(field_title(world, first, "betydning"), width=60, where="workbook"),
        Column(field_title(world, first, "lokale_forhold"), width=46, where="workbook"),
    )
    return Table(columns, tuple(_row(world, one) for one in rows))


def _row(world: World, one: Record) -> tuple[Cell, ...]:
    goals = using(world, one)
    return (
        _name(world, one),
        _number(one.get("interessenter")),
        _number(one.get("kommunen")),
        T("yes") if is_prioritised(one) else T("no"),
        _named(world, one, goals),
        cell(world, one, "innen"),
        text(one, "betydning"),
        cell(world, one, "lokale_forhold"),
    )


def _named(world: World, one: Record, goals: Sequence[Record]) -> Cell:
    """Name the goals that build on a target; those of one of FN's goals are many, and are counted."""
    if one.get(GOAL) in world.graph.goals.titles:
        return str(len(goals))
    return ", ".join(marked(goal) for goal in goals) or None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
