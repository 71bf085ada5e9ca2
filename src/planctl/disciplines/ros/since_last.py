"""What an analysis says otherwise than the one it replaces: what is new, larger, smaller, or not judged again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.records import marked
from planctl.disciplines.ros.labels import judged
from planctl.disciplines.ros.risks import Risk, of_analysis
from planctl.i18n import T, Text
from planctl.model.chapter import Cell, Column, Table
from planctl.model.record import Record
from planctl.world import World

_COLUMNS = (
    Column(T("No."), "number", 8),
    Column(T("{Risiko}"), width=46),
    Column(T("Last time"), width=20),
    Column(T("Now"), width=20),
    Column(T("Change"), width=18),
)


def table(world: World, analysis: Record, mine: Sequence[Risk]) -> Table | None:
    """Hold the risks of an analysis against those of the one it replaces; None where it replaces none.

    A risk is the same as one of last time when it names it among its `beslektede`, or has its title.
    """
    before = [risk for old in world.graph.targets(analysis, "avløser") for risk in of_analysis(world, old)]
    if not before:
        return None
    return Table(_COLUMNS, tuple(_rows(world, mine, before)), T("Since the last {ros-analyse}"))


def _rows(world: World, mine: Sequence[Risk], before: Sequence[Risk]) -> Iterator[tuple[Cell, ...]]:
    followed = set()
    for number, risk in enumerate(mine, 1):
        old = _last(world, risk, before)
        if old is not None:
            followed.add(old.record)
        yield number, marked(risk.record), _said(old), _said(risk), _change(old, risk)
    for old in before:
        if old.record not in followed:
            yield None, marked(old.record), _said(old), None, T("not judged again")


def _last(world: World, risk: Risk, before: Sequence[Risk]) -> Risk | None:
    kin = set(world.graph.targets(risk.record, "beslektede"))
    named = (old for old in before if old.record in kin)
    title = risk.record.title.casefold()
    titled = (old for old in before if old.record.title.casefold() == title)
    return next(named, None) or next(titled, None)


def _said(risk: Risk | None) -> Text | None:
    return judged(risk, risk.cell, breaks_law=risk.breaks_law) if risk is not None else None


def _change(old: Risk | None, risk: Risk) -> Text | None:
    if old is None:
        return T("new")
    if old.cell is None or risk.cell is None:
        return None
    if old.size == risk.size:
        return T("as before")
    return T("↑ larger") if risk.size > old.size else T("↓ smaller")
