"""The matrix of risks as a picture and as tables: before the tiltak and after them, as counts or as numbers of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from planctl.disciplines.ros.risks import Risk
from planctl.disciplines.ros.scale import LEVELS, Cell, Level, Scale
from planctl.i18n import T, Text
from planctl.model.chapter import Cell as Written
from planctl.model.chapter import Column, Table
from planctl.model.picture import Matrix, Panel, Tone

TONES: Mapping[Level, Tone] = {"høy": "high", "middels": "middle", "lav": "low"}
MARKS: Mapping[Level, str] = {"høy": "■", "middels": "▲", "lav": "●"}
_LEGEND: Mapping[Level, Text] = {
    "høy": T("high: demands {tiltak_pl}"),
    "middels": T("medium: is followed up"),
    "lav": T("low"),
}
_SIDES: tuple[tuple[Text, Callable[[Risk], Cell | None]], ...] = (
    (T("Before {tiltak_pl}"), lambda risk: risk.cell),
    (T("After {tiltak_pl}"), lambda risk: risk.left or risk.cell),
)
Told = Mapping[Cell, str]
"""What stands in each cell that holds a risk."""


def counted(risks: Iterable[Risk], where: Callable[[Risk], Cell | None]) -> Told:
    """Count the risks of each cell."""
    found: dict[Cell, int] = {}
    for cell in map(where, risks):
        if cell is not None:
            found[cell] = found.get(cell, 0) + 1
    return {cell: str(count) for cell, count in found.items()}


def numbered(risks: Iterable[Risk], where: Callable[[Risk], Cell | None]) -> Told:
    """Name the risks of each cell by their numbers, from 1 in the order given."""
    found: dict[Cell, list[str]] = {}
    for number, risk in enumerate(risks, 1):
        cell = where(risk)
        if cell is not None:
            found.setdefault(cell, []).append(str(number))
    return {cell: ", ".join(numbers) for cell, numbers in found.items()}


def picture(name: str, title: Text, scale: Scale, risks: Sequence[Risk], fill: Callable[..., Told] = counted) -> Matrix:
    """Draw risks before and after their tiltak."""
    steps = scale.steps
    panels = (
        Panel(
            heading,
            tuple(tuple(told.get((row, column), "") for column in steps) for row in steps),
            _said(heading, scale, risks, where),
        )
        for heading, where, told in ((heading, where, fill(risks, where)) for heading, where in _SIDES)
    )
    return Matrix(
        name,
        title,
        T("Probability"),
        T("Consequence"),
        tuple(tuple(TONES[scale.level((row, column))] for column in steps) for row in steps),
        tuple(panels),
        tuple((TONES[level], _LEGEND[level]) for level in LEVELS),
        tuple(_named(scale)),
    )


def tables(scale: Scale, risks: Sequence[Risk], fill: Callable[..., Told] = counted) -> tuple[Table, ...]:
    """Write the same as tables, the most probable at the top; each cell with the mark of its level."""
    return tuple(_table(heading, scale, fill(risks, where)) for heading, where in _SIDES)


def _table(heading: Text, scale: Scale, told: Told) -> Table:
    columns = (
        Column(T("Probability"), width=24),
        *(Column(_step(T("Consequence"), step, scale.consequences), width=16) for step in scale.steps),
    )
    rows = tuple(_row(scale, row, told) for row in reversed(scale.steps))
    return Table(columns, rows, heading)


def _row(scale: Scale, row: int, told: Told) -> tuple[Written, ...]:
    name = f"{row} {scale.probabilities[row - 1]}" if scale.probabilities else str(row)
    cells = ((told.get((row, step), ""), MARKS[scale.level((row, step))]) for step in scale.steps)
    return (name, *(f"{mark} {words}".strip() for words, mark in cells))


def _step(side: Text, step: int, names: Sequence[str]) -> Text:
    return T("{step} {name}", step=step, name=names[step - 1]) if names else T("{side} {step}", side=side, step=step)


def _said(heading: Text, scale: Scale, risks: Iterable[Risk], where: Callable[[Risk], Cell | None]) -> Text:
    found = [scale.level(cell) for cell in map(where, risks) if cell is not None]
    counts = {f"n{index}": found.count(level) for index, level in enumerate(LEVELS)}
    return T("{heading}: high {n0}, medium {n1}, low {n2}.", heading=heading, **counts)


def _named(scale: Scale) -> Iterable[Text]:
    for side, names in ((T("Probability"), scale.probabilities), (T("Consequence"), scale.consequences)):
        if names:
            told = ", ".join(f"{step} {name}" for step, name in enumerate(names, 1))
            yield T("{side}: {steps}.", side=side, steps=told)
