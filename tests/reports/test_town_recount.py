"""The recount laid against reports and documents of an invented town with everything in it at random."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from random_town import towns
from recount.month import MonthReport
from recount.page import counted_rows
from recount.source import Source
from recount.tertial import Report
from recount.unit_documents import UnitDocument
from rendered import unpostponed, written
from town import files, town

from planctl.cli.report_documents import OF_UNITS, documents
from planctl.cli.report_pieces import Wanted
from planctl.reports.month import build_month
from planctl.reports.tertial import build_annual, build_tertial
from planctl.world import World
from support import sample

Texts = dict[str, str]
random_towns = given(texts=towns(), number=st.integers(0, 11))
few = settings(max_examples=sample(25, 100), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _open(texts: Texts, today: date | None = None) -> World:
    return town({**texts, **dict.fromkeys(set(files()) - set(texts))}, today)


@few
@random_towns
def test_tertial_and_year(texts: Texts, number: int) -> None:
    """A tertial report or årsrapport of any town is what the recount writes."""
    here, part = _open(texts), number % 3
    view = build_tertial(here, 2021, part) if part else build_annual(here, 2021)
    template = "tertialrapport.md.j2" if part else "årsrapport.md.j2"
    assert counted_rows(written(template, view)) == list(Report(Source(texts), 2021, part).rows())


@few
@random_towns
def test_month(texts: Texts, number: int) -> None:
    """A monthly report of any town is what the recount writes."""
    here, month = _open(texts), number % 4 + 1
    view = build_month(here, 2021, month)
    assume(view is not None)
    assert counted_rows(written("månedsrapport.md.j2", view)) == list(MonthReport(Source(texts), 2021, month).rows())


@pytest.mark.parametrize("kind", OF_UNITS)
@settings(few, max_examples=sample(6, 25))
@random_towns
def test_unit_documents(kind: str, texts: Texts, number: int) -> None:
    """The documents of the units of any town are what the recount writes, on any day."""
    day, source = date(2021, number + 1, 28), Source(texts)
    for piece in documents(_open(texts, day), Wanted(document=kind, year=2021), None):
        again = UnitDocument(source, day, source.by_id[cast("Any", piece.view).id])
        found = counted_rows(written(piece.template, unpostponed(piece.view)))
        assert found == list(again.rows(kind))
