"""The eight kinds of documents of the example, written again from its files: every row of every document.

Those that disciplines make of chapters have recounts of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from recount.lists import chart, register
from recount.page import Row, counted_rows
from recount.plan_documents import PlanDocument
from recount.source import of_folder
from recount.theme_documents import ThemeDocument
from recount.unit_documents import UnitDocument
from rendered import AUTUMN, all_documents

from planctl.cli.report_documents import HEARING, OF_PLANS, OF_UNITS, OWN
from support import EXAMPLE


def _again(kind: str, id_: str) -> Iterable[Row]:
    source = of_folder(EXAMPLE)
    if kind in OF_UNITS:
        return UnitDocument(source, AUTUMN, source.by_id[id_]).rows(kind)
    if kind == "temaplan":
        return ThemeDocument(source, AUTUMN, source.by_id[id_]).rows()
    if kind in OF_PLANS:
        return PlanDocument(source, AUTUMN, source.by_id[id_]).rows()
    return (chart if kind == "målekart" else register)(source, AUTUMN)


@pytest.mark.parametrize("kind", [name for name in OWN if name != HEARING])
def test_every_row(kind: str) -> None:
    """Goals, oppdrag, tiltak, deadlines, budgets, indicators and bands, of every unit and plan."""
    written = dict(all_documents(kind))
    assert len(written) >= (30 if kind in OF_UNITS else 1)
    for id_, text in written.items():
        assert counted_rows(text) == list(_again(kind, id_))
