"""The figures of one report: what its template may place, and what their files are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from hashlib import sha256

from planctl.model.chapter import Drawn
from planctl.reports.figures.figure import Figure
from planctl.reports.views.goals import Indicator
from planctl.values import dataclass

MOST_CHARTS = 8
"""How many indicators a report draws in full width."""
KINDS = ("status-tiltak", "status-oppdrag", "meldt-tiltak", "økonomi", "dekning", "fn-mål")
"""The last part of a figure's name, for figures that a report has one of."""
CHART, SPARKLINE, PICTURE = "indikator", "utvikling", "bilde"
"""The same for those it has many of, numbered from 1."""
_LONG_STEM = 72


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures a template may place; None where there is nothing to draw, or where they are not wanted.

    `status_tiltak` and `status_oppdrag` are bars of statuses, `reported` how much has a status, `budget` the year's
    budget against forecast or accounts, `coverage` satsingsområde by tjenesteområde, `fn_goals` FN's goals.
    `indicators` holds indicators in full width: one of a satsingsområde at most, one whose result is not approved,
    and in a målekart the worst one of each fokusområde. `sparklines` holds every indicator that was measured,
    small enough for a cell. `pictures` holds those of chapters by the name that the chapter places them by, as in
    `figures[name]`.
    """

    status_tiltak: Figure | None = None
    status_oppdrag: Figure | None = None
    coverage: Figure | None = None
    fn_goals: Figure | None = None
    budget: Figure | None = None
    reported: Figure | None = None
    indicators: Mapping[Indicator, Figure] = field(default_factory=dict)
    sparklines: Mapping[Indicator, Figure] = field(default_factory=dict)
    pictures: Mapping[str, Figure] = field(default_factory=dict)

    def __getitem__(self, name: object) -> Figure | None:
        """Give a figure by its name, a chapter's picture too, or that of an indicator in full width; None without."""
        if isinstance(name, Drawn):
            return self.indicators.get(name.of)  # type: ignore[call-overload, no-any-return]
        found = self.pictures.get(str(name)) or getattr(self, str(name), None)
        return found if isinstance(found, Figure) else None

    @property
    def every(self) -> tuple[Figure, ...]:
        """All that are there."""
        return tuple(self._each())

    def _each(self) -> Iterator[Figure]:
        for found in (getattr(self, one.name) for one in fields(self)):
            if isinstance(found, Figure):
                yield found
            elif isinstance(found, Mapping):
                yield from found.values()


def figure_name(stem: str, kind: str, number: int | None = None) -> str:
    """Name a figure of a report after the report's file, so that several reports can share a folder."""
    return "-".join([_base(stem), kind, *([] if number is None else [str(number)])])


def own_names(stem: str) -> re.Pattern[str]:
    """Give the pattern of all names that a report's figures can have: one written again overwrites its own."""
    many = (rf"{kind}-[1-9]\d*" for kind in (CHART, SPARKLINE, PICTURE))
    return re.compile(rf"{re.escape(_base(stem))}-(?:{'|'.join((*KINDS, *many))})")


def _base(stem: str) -> str:
    base = re.sub(r"[^a-z0-9æøå._-]", "-", stem.lower())
    return base if len(base) <= _LONG_STEM else f"{base[:_LONG_STEM]}-{sha256(stem.encode()).hexdigest()[:8]}"
