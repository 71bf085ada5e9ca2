"""Sentences that count statuses: «8 i risiko», while a heading and a cell say «Risiko»."""

from __future__ import annotations

import pytest

from planctl.i18n import Language
from planctl.reports.chapters.work import parts_told
from planctl.reports.figures.status import status_bars
from planctl.reports.views.status_counts import STATUSES, Tallies, Tally
from planctl.status_labels import status_text

TALLY = Tally.of("Velferd", [status for number, status in enumerate(STATUSES, 1) for _ in range(number)])


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("nb", "1 ikke startet, 2 i rute, 3 i risiko, 4 forsinket, 5 satt på vent, 6 fullført, 7 utgår, 8 ikke rapportert"),
        ("nn", "1 ikkje starta, 2 i rute, 3 i risiko, 4 forseinka, 5 sett på vent, 6 fullført, 7 utgår, 8 ikkje rapportert"),
        ("en", "1 not started, 2 on track, 3 at risk, 4 delayed, 5 put on hold, 6 completed, 7 cancelled, 8 not reported"),
    ],
)  # fmt: skip
def test_every_status(code: str, told: str) -> None:
    assert Language(code).show(parts_told(TALLY)) == told


@pytest.mark.parametrize(
    ("code", "told"),
    [("nb", "2 i rute, 3 i risiko og 4 forsinket"), ("nn", "2 i rute, 3 i risiko og 4 forseinka")],
)
def test_the_words_of_a_figure(code: str, told: str) -> None:
    """In its description; its legend says the status alone."""
    tally = Tally.of("Velferd", [*["i rute"] * 2, *["risiko"] * 3, *["forsinket"] * 4])
    figure = status_bars(Tallies((tally,), tally), Language(code))
    assert told in figure.description
    assert ">Risiko 3<" in figure.svg
    assert Language(code)(status_text("risiko")) == "risiko"
