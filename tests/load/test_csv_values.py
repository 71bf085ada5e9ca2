"""Both kinds of CSV file read the same things in the same way."""

from __future__ import annotations

import pytest

from planctl.i18n import Language
from planctl.load.tables.csv_values import period_of
from planctl.world import World
from support import world

VALUES = "indikator;periode;verdi;gjelder\nklima.i1;2020;{};veg\n"
SUMS = "enhet;måned;budsjett;regnskap;prognose\nveg;1;{};1;1\n"
KINDS = {
    "målinger": ("type: målinger\nfil: tall.csv\n", VALUES, 15),
    "økonomi": ("type: økonomi\nperiode: 2020\nfil: tall.csv\n", SUMS, 7),
}


def _world(kind: str, csv: str | bytes) -> World:
    return world({"tall.yaml": KINDS[kind][0], "tall.csv": csv})


def _number(opened: World) -> float | None:
    if opened.plans.measurements:
        return opened.plans.measurements[0].value
    (row,) = opened.plans.figures
    return None if row.budget is None else float(row.budget)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1234,5", 1234.5), ("1234.5", 1234.5), ("1 234,5", 1234.5), ("1\u00a0234,5", 1234.5), ("1\u202f234,5", 1234.5),
        ("1\u2009234\u2009567", 1234567), ("−3", -3), ("+3", 3), ("0.125", 0.125), ("1 234.567", 1234.567),
        ("42,000", 42), (".", None), ("..", None), (":", None), ("Ikke målt", None),
    ],
)  # fmt: skip
def test_a_number_is_read(kind: str, cell: str, number: float | None) -> None:
    opened = _world(kind, KINDS[kind][1].format(cell))
    assert (_number(opened), opened.loaded.findings) == (number, [])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("cell", "message", "hint"),
    [
        ("42.000", "«42.000» can be read as 42000 or as 42,000",
         "Is it 42000 or 42,000? Decimals are written after a comma, thousands without a point."),
        ("-1.234", "«-1.234» can be read as -1234 or as -1,234",
         "Is it -1234 or -1,234? Decimals are written after a comma, thousands without a point."),
        ("1.234,56", "«1.234,56» is not a number",
         "Write digits, with a comma before the decimals, or «ikke målt» (SSB writes . .. or :)."),
        ("12 34", "«12 34» is not a number",
         "Write digits, with a comma before the decimals, or «ikke målt» (SSB writes . .. or :)."),
    ],
)  # fmt: skip
def test_what_is_no_certain_number_is_asked_about(kind: str, cell: str, message: str, hint: str) -> None:
    opened = _world(kind, KINDS[kind][1].format(cell))
    (finding,) = opened.loaded.findings
    english, place = Language("en"), opened.locator.locate(finding.place)
    told = (finding.code, place.path, place.span.line, place.span.column)
    assert told == ("110", "tall.csv", 2, KINDS[kind][2])
    assert (english(finding.message), english(finding.help or finding.message)) == (message, hint)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
def test_every_encoding_and_excels_first_line(kind: str, encoding: str) -> None:
    csv = KINDS[kind][1].format("ikke målt")
    for text in (csv, f"sep=;\r\n{csv}", f"SEP=;\n{csv}"):
        opened = _world(kind, text.encode(encoding))
        assert (_number(opened), opened.loaded.findings) == (None, [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_place_below_excels_first_line(kind: str) -> None:
    opened = _world(kind, "sep=;\n" + KINDS[kind][1].format("x"))
    assert [opened.locator.locate(item.place).span.line for item in opened.loaded.findings] == [3]


@pytest.mark.parametrize("kind", KINDS)
def test_excels_first_line_with_commas_is_told_at_the_header(kind: str) -> None:
    opened = _world(kind, "sep=,\n" + KINDS[kind][1].format("1").replace(";", ","))
    (finding,) = opened.loaded.findings
    assert (finding.code, opened.locator.locate(finding.place).span.line) == ("111", 2)
    assert Language("en")(finding.message) == "The cells are separated by comma, not by semicolon"


@pytest.mark.parametrize(
    ("written", "period"),
    [("2021K1", "2021-Q1"), ("2021k4", "2021-Q4"), ("2021M01", "2021-01"), ("2021", "2021"), ("2021K5", "2021K5")],
)
def test_ssbs_periods(written: str, period: str) -> None:
    assert period_of(written) == period
    (row,) = _world("målinger", f"indikator;periode;verdi\nklima.i1;{written};1\n").plans.measurements or (None,)
    assert (row.period if row else written) == period


def test_a_month_of_an_export_may_be_written_as_ssb_does() -> None:
    opened = _world("økonomi", "enhet;måned;budsjett;regnskap\nveg;2020M08;1;1\n")
    assert [row.month for row in opened.plans.figures] == [8]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("42.000", "Er dette 42000 eller 42,000? Skriv 42000 for det første, 42 for det andre."),
        ("-12.500", "Er dette -12500 eller -12,500? Skriv -12500 for det første, -12.5 for det andre."),
        ("1.765", "Er dette 1765 eller 1,765? Skriv 1765 for det første, 1.7650 for det andre."),
    ],
)
def test_a_number_with_two_meanings_in_yaml_is_no_value_and_both_are_shown(written: str, asked: str) -> None:
    yaml = f"type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: {written}\n"
    opened = world({"tall.yaml": yaml})
    (found,) = [item for item in opened.loaded.findings if item.code == "110"]
    assert found.help is not None
    assert Language("nb")(found.help) == asked
    assert found.fix is None
    assert opened.plans.measurements == ()


def test_a_sum_with_two_meanings_in_yaml_tells_which_whole_numbers_it_may_be() -> None:
    report = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\nøkonomi:\n  prognose: 42.000\n"
    (found,) = [item for item in world({"r.yaml": report}).loaded.findings if item.code == "110"]
    assert Language("nb")(found.message) == "«42.000» kan leses som 42000 eller som 42,000"
    assert found.help is not None
    assert Language("nb")(found.help) == (
        "Mente du 42000 eller 42? Her skal det stå et helt tall uten punktum: 42000 eller 42."
    )
