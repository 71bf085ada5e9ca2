"""Måltall written as numbers and as changes from the nullpunkt, and when a measurement is due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planctl.i18n import Language
from planctl.load.schema.change_guess import guess_change
from planctl.model.limits import changed_limits, limits_of
from planctl.model.measured import expected_by, interval
from planctl.model.targets import targets_of
from support import base_files, found

START = {"periode": 2020, "verdi": 100}


def _worked_out(*rows: dict[str, Any], start: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Give the måltall of some rows as period and number."""
    fields = {"nullpunkt": START if start is None else start, "måltall": list(rows)}
    return [(item.period, str(item.value)) for item in targets_of(fields)]


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("-30 %", "70"), ("−30 %", "70"), ("+2,5 prosent", "102.5"), ("-30%", "70"),
        ("+5 prosentpoeng", "105"), (-12.5, "87.5"), ("- 12", "88"), (40, "140"),
    ],
)  # fmt: skip
def test_a_change_is_counted_once_from_the_nullpunkt(change: Any, value: str) -> None:
    """Per cent is of the nullpunkt, anything else is added to it."""
    assert _worked_out({"periode": 2030, "endring": change}) == [("2030", value)]


def test_a_change_each_year_is_a_number_for_each_year() -> None:
    """Per cent comes upon per cent."""
    found = _worked_out({"periode": 2023, "endring": "+2 % per år"})
    assert found == [("2021", "102"), ("2022", "104.04"), ("2023", "106.1208")]
    assert _worked_out({"periode": 2022, "endring": "-5 per år"}) == [("2021", "95"), ("2022", "90")]


def test_years_are_counted_from_the_nullpunkts_own_period() -> None:
    """A nullpunkt in a tertial has its years there; an end between two holds what the last year gave."""
    found = _worked_out({"periode": "2022-T3", "endring": "+10 per år"}, start={"periode": "2020-T1", "verdi": 40})
    assert found == [("2021-T1", "50"), ("2022-T1", "60"), ("2022-T3", "60")]
    assert _worked_out(
        {"periode": "2022-02", "endring": "+1 per år"}, start={"periode": "2020-02", "verdi": 1}
    ) == [("2021-02", "2"), ("2022-02", "3")]  # fmt: skip


def test_a_written_number_holds_before_one_that_is_worked_out() -> None:
    """Two måltall of one day: the number stands."""
    rows = ({"periode": 2022, "endring": "+2 % per år"}, {"periode": 2021, "verdi": 99})
    assert _worked_out(*rows) == [("2021", "99"), ("2022", "104.04")]


@pytest.mark.parametrize(
    "fields",
    [
        {"måltall": [{"periode": 2030, "endring": "-30 %"}]},
        {"nullpunkt": {"periode": 2030, "verdi": 9}, "måltall": [{"periode": 2030, "endring": "-30 %"}]},
        {"nullpunkt": START, "måltall": [{"periode": 2030, "endring": "30 %"}, {"periode": "snart", "endring": -1}]},
        {"nullpunkt": START, "måltall": [{"periode": 2030, "endring": True}, {"periode": 2030}, "2030"]},
        {"nullpunkt": {"verdi": 100}, "måltall": [{"periode": 2030, "endring": "-30 %"}]},
        {"nullpunkt": START, "måltall": [{"periode": 2200, "endring": "+999999999999 % per år"}]},
    ],
)
def test_what_cannot_be_worked_out_is_no_maltall(fields: dict[str, Any]) -> None:
    """Without a nullpunkt before it, a sign or a period there is no number; nor where it is beyond all measure."""
    assert all(item.value < 10**21 for item in targets_of(fields))
    assert not [item for item in targets_of(fields) if item.period == "2030"]


def test_the_limits_hold_the_numbers() -> None:
    """What values are judged by are numbers, however they are written."""
    as_change = limits_of({"nullpunkt": START, "måltall": [{"periode": 2030, "endring": "-30 %"}]})
    assert as_change == limits_of({"nullpunkt": START, "måltall": [{"periode": 2030, "verdi": 70}]})


def test_another_way_to_write_a_change_is_no_change_of_the_limits() -> None:
    """A moved nullpunkt is told as that, and not as a moved måltall too."""
    old = {"nullpunkt": START, "måltall": [{"periode": 2030, "endring": "-30 %"}]}
    assert not changed_limits(old, old | {"måltall": [{"periode": "2030", "endring": "−30,0 prosent"}]})
    assert changed_limits(old, old | {"måltall": [{"periode": 2030, "endring": "-30 % per år"}]}) == ("måltall",)
    assert changed_limits(old, old | {"nullpunkt": {"periode": 2020, "verdi": 120}}) == ("nullpunkt",)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("minus 30 prosent", "-30 %"), ("ned 30 %", "-30 %"), ("30 % reduksjon", "-30 %"), ("– 30 %", "-30 %"),
        ("+2% årlig", "+2 % per år"), ("2 % auke i året", "+2 % per år"), ("+2 % pr. år", "+2 % per år"),
        ("+2 %-poeng kvart år", "+2 prosentpoeng per år"), ("2 %", None), ("-30 % innen 2030", None), ("ned", None),
    ],
)  # fmt: skip
def test_a_change_in_other_words(words: str, right: str | None) -> None:
    """What has a sign and a size can be told."""
    assert guess_change(words) == right


def test_every_third_year() -> None:
    """A value of 2021 that is measured every third year is due half a year after 2024."""
    assert interval("hvert 3. år") == 36
    assert expected_by("hvert 3. år", date(2021, 12, 31)) == date(2025, 6, 30)
    assert expected_by("kvartalsvis", date(2021, 3, 31)) == date(2021, 8, 31)
    assert interval("av og til") is None
    assert interval(3) is None


@pytest.mark.parametrize(
    ("row", "code", "told"),
    [
        ("endring: ned 30 %", "104", '«ned 30 %» kan ikke stå i «endring». Skriv "-30 %".'),
        ("endring: 2 % årlig vekst", "104", ""),
        ("endring: 30 %", "104", ""),
        ("verdi: +2 % per år", "110", ("«+2 % per år» er en endring, ikke tallet som skal nås. Skriv «endring: +2 % per år» "
         "i stedet for «verdi», eller selve tallet under «verdi».")),
        ("verdi: -30 %", "110", ("«-30 %» er en endring, ikke tallet som skal nås. Skriv «endring: -30 %» i stedet for "
         "«verdi», eller selve tallet under «verdi».")),
        ('verdi: "-67"', "110", "«-67» blir lest som tekst, ikke som et tall. Skriv -67, uten anførselstegn."),
        ("verdi: 5\n        endring: -30 %", "101", ""),
        ("nummer: 5", "103", ""),
    ],
)  # fmt: skip
def test_a_row_that_is_neither_a_number_nor_a_change(row: str, code: str, told: str) -> None:
    """One mistake is one finding, which says what to write."""
    text = base_files()["handlingsprogram.yaml"].replace(
        "    kilde:", f"    måltall:\n      - periode: 2030\n        {row}\n    kilde:"
    )
    diagnostics = found({"handlingsprogram.yaml": text}, "1")
    assert [item.code for item in diagnostics][:1] == [code]
    if told:
        (item,) = diagnostics
        assert f"{Language('nb')(item.message)}. {Language('nb')(item.help)}" == told
