"""Work that is put on hold: a column of its own where something waits, never past a deadline that it may wait beyond."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

from town import WAITS, by_title, edited, markdown, tables, view

from planctl.domain.judgement.course import Course
from planctl.reports.snapshot import differences, plain
from planctl.reports.views.status_counts import MOVING, STATUSES


def test_a_column_where_something_waits() -> None:
    """The table of tiltak has the column, that of oppdrag has not; in every table each row adds up."""
    report = view(edited("veg-2021-T2.yaml", WAITS))
    assert (report.tiltak.total.statuses, report.oppdrag.total.statuses) == (STATUSES, MOVING)
    assert report.tiltak.total["satt på vent"] == 1
    assert report.oppdrag.total["satt på vent"] == 0
    tiltak, oppdrag = tables(markdown(report, "nb"))[:2]
    assert ("Satt på vent" in tiltak[0], "Satt på vent" in oppdrag[0]) == (True, False)
    assert all(len(row) == len(tiltak[0]) for row in tiltak)


def test_it_may_wait_beyond_its_deadline() -> None:
    """What waits until a day that is not over is a deviation at risk, with its cause; but not past its deadline."""
    item = by_title(view(edited("veg-2021-T2.yaml", WAITS)))["Merke sykkelfelt"]
    assert (item.status, item.days_late, item.until) == ("satt på vent", None, date(2021, 12, 31))
    assert item.computed is not None
    assert item.computed.course is Course.RISIKO
    assert item.deviates
    assert item.cause == "Malingen mangler"
    assert "Satt på vent til 31. desember 2021" in markdown(view(edited("veg-2021-T2.yaml", WAITS)), "nb")
    assert "Sett på vent til 31. desember 2021" in markdown(view(edited("veg-2021-T2.yaml", WAITS)), "nn")


def test_a_word_hides_no_deadline() -> None:
    """Without a day or a vedtak it is past its deadline like other work."""
    changed = edited("veg-2021-T2.yaml", (WAITS[0], WAITS[1].replace("    vent_til: 2021-12\n", "")))
    item = by_title(view(changed))["Merke sykkelfelt"]
    assert (item.status, item.days_late) == ("satt på vent", 91)
    assert item.computed is not None
    assert item.computed.course is Course.FORSINKET


def test_frozen_figures_from_before_are_the_same() -> None:
    """Where nothing waits a tally counts what it always counted, and its new field is empty."""
    now = plain(view())
    counted = list(_tallies(now))
    assert len(counted) > 10
    assert {len(item["counts"]) for item in counted} == {len(MOVING)}
    before = copy.deepcopy(now)
    for item in _tallies(before):
        assert item.pop("on_hold") is None
    assert list(differences(before, now)) == []


def test_what_waits_is_counted_by_itself() -> None:
    """Every row of a table in which something waits counts it, and the sums hold it."""
    tiltak = view(edited("veg-2021-T2.yaml", WAITS)).tiltak
    assert {row.on_hold for row in tiltak.rows} == {0, 1}
    assert tiltak.total.counts == (0, 1, 0, 1, 3, 0, 2)
    assert tiltak.total.cells == (0, 1, 0, 1, 1, 3, 0, 2)
    assert (tiltak.total.total, tiltak.total.reported) == (8, 6)
    assert dict(tiltak.total.parts)["satt på vent"] == 1


def _tallies(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every tally in a snapshot."""
    if isinstance(value, dict):
        if "counts" in value and "name" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _tallies(item)
