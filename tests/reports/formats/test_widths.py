"""How wide the columns of a table are: prose has room, brief cells stand on one line, and figures are whole."""

from __future__ import annotations

from planctl.reports.formats.document import Span, Table
from planctl.reports.formats.widths import weights

_LESSON = "Hjemmetjenesten kunne gå i fire timer på papir, og ingen visste hvem som bestemmer at nettet skal stenges."


def _table(*rows: tuple[str, ...], aligns: str) -> Table:
    sides = tuple({"l": "left", "r": "right"}[letter] for letter in aligns)
    lines = [tuple((Span(cell),) for cell in row) for row in rows]
    return Table(head=lines[0], rows=tuple(lines[1:]), aligns=sides)


def test_prose_has_room_beside_long_words() -> None:
    long = "Beredskapskoordinatoren", "Diskusjonsøvelsene", "Kommunedirektøren", "Tjenesteutvalgene", "Administrasjonen"
    table = _table(("En", "To", "Tre", "Fire", "Fem", "Lærdom"), (*long, _LESSON), aligns="llllll")
    assert weights(table) == (17, 16, 16, 16, 15, 38)


def test_one_long_cell_among_empty_ones_counts() -> None:
    rows = (("Tekst", "Lærdom"), *(("Ordinært navn på noe som er prøvd", "–"),) * 15, ("Navn", _LESSON))
    assert weights(_table(*rows, aligns="ll")) == (36, 31)


def test_brief_cells_stand_on_one_line_and_figures_are_whole() -> None:
    words = " ".join(["Kvalitetsutvikling"] * 6)
    rows = (("Status", "Beløp", "Tekst", "Mer"), ("Under arbeid", "1\u00a0234\u00a0567\u00a0890", words, words))
    found = weights(_table(*rows, aligns="lrll"))
    assert found[0] >= len("Under arbeid") + 3
    assert found[1] >= len("1 234 567 890") + 3
