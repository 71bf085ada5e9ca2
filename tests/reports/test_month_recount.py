"""The example's monthly reports, written again from its CSV files: every row, word for word."""

from __future__ import annotations

from dataclasses import astuple

import pytest
from recount.month import MonthReport
from recount.page import counted_rows
from recount.source import of_folder
from recount.tertial import Report
from rendered import YEAR, month

from support import EXAMPLE


@pytest.mark.parametrize("number", [1, 3, 8, 12])
def test_every_row(number: int) -> None:
    """Sums, shares, deviations, forecasts that changed, gaps, handlingsregler and the units' indicators."""
    assert counted_rows(month(number)) == list(MonthReport(of_folder(EXAMPLE), YEAR, number).rows())


@pytest.mark.parametrize(("number", "of"), [(1, 4), (2, 8)])
def test_agrees_with_the_tertial_reports(number: int, of: int) -> None:
    """What the units said of a tertial is what the accounts say, to within rounding."""
    known = MonthReport(of_folder(EXAMPLE), YEAR, of).so_far
    for unit, (said, _) in Report(of_folder(EXAMPLE), YEAR, number).economy.said.items():
        pairs = zip(astuple(said), astuple(known[unit]), strict=False)
        assert all(abs(one - other) <= 1 for one, other in pairs), unit.title
