"""Figures of the reports: views to SVG, each with a title and a description in words."""

from __future__ import annotations

from planctl.reports.figures.budget import budget_bars
from planctl.reports.figures.coverage import coverage_map
from planctl.reports.figures.figure import Figure
from planctl.reports.figures.fn_goals import fn_goals
from planctl.reports.figures.indicator import indicator_chart
from planctl.reports.figures.share import reported_share
from planctl.reports.figures.sparkline import sparkline
from planctl.reports.figures.status import status_bars

__all__ = [
    "Figure",
    "budget_bars",
    "coverage_map",
    "fn_goals",
    "indicator_chart",
    "reported_share",
    "sparkline",
    "status_bars",
]
