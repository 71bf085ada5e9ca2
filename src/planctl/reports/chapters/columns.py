"""Columns that several tables have, and how their cells name a unit's area, a kind of work or a status."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planctl.i18n import Spoken, T, Text
from planctl.model.chapter import Cell, Column
from planctl.reports.rendering.spoken import Joined, Measured, Noted, PeriodName
from planctl.reports.views.goals import Indicator, Point

UNTITLED = Text(msgid="")
NAME = Column(T("Name"), width=44)
UNIT = Column(T("{Enhet}"), width=26)
AREA = Column(T("{Tjenesteområde}"), width=22)


def on_page(*columns: Column) -> tuple[Column, ...]:
    """Give columns that only a page shows."""
    return tuple(replace(column, where="page") for column in columns)


def in_workbook(*columns: Column) -> tuple[Column, ...]:
    """Give columns that only a workbook shows."""
    return tuple(replace(column, where="workbook") for column in columns)


def kind_name(kind: str) -> Text:
    """Name a kind of work."""
    return T("{Oppdrag}") if kind == "oppdrag" else T("{Tiltak}")


def label(item: Any) -> str:
    """Name something by its number and title."""
    return f"{item.number} {item.title}".strip()


def name_and_kind(item: Any) -> Cell:
    """Name a tiltak or oppdrag, where a table has both: the kind of an oppdrag is told."""
    return Noted(label(item), T("{oppdrag}")) if item.kind == "oppdrag" else label(item)


def named(item: Indicator) -> Spoken:
    """Name an indicator with its unit of measure, and whom it is for when that is not the municipality."""
    measure = (item.measure,) if item.measure and not item.percent else ()
    name = Joined((label(item), *measure), by=", ")
    return Noted(name, item.unit) if item.unit else name


def point(value: Point, item: Indicator) -> Spoken:
    """Tell a value of an indicator with its period."""
    return Noted(Measured(value.value, item), PeriodName(value.period))


def invented(told: Spoken, item: Any) -> Spoken:
    """Tell of a date that was made as an example."""
    return Noted(told, T("illustrative date")) if item.illustrative else told
