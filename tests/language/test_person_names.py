"""Names of persons told from names of units, on labelled values; identity numbers by date and control digits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.domain.person_names import person_in
from planctl.language.personal_data import ADDRESS, IDENTITY_NUMBER, PHONE, personal_data

KNOWN = frozenset({"asker", "heggedal"})
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("person_values.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
# A surname alone cannot be told from a place.
MISSED = ["Bakke"]


def test_labelled_values() -> None:
    """Precision 1 and recall 0.99 on 259 values; a change that costs more is seen here."""
    wrong = [value for label, value in ROWS if (person_in(value, KNOWN) is not None) != (label == "p")]
    assert wrong == MISSED
    assert len(ROWS) > 250


@pytest.mark.parametrize("value", [value for label, value in ROWS if label == "p" and value not in MISSED])
def test_a_person_is_never_repeated(value: str) -> None:
    """What is found is told by initials at most."""
    what = person_in(value, KNOWN)
    assert what is not None
    assert not any(len(part) > 2 for part in str(what.params.get("initials", "")).split())


@given(
    st.dates(date(1900, 1, 1), date(2039, 12, 31)),
    st.integers(0, 999),
    st.sampled_from([0, 40]),
    st.sampled_from(["", " ", "-"]),
)
def test_identity_numbers(born: date, number: int, d_number: int, between: str) -> None:
    """A number made by the rules is found, and with another control digit it is not."""
    nine = f"{born.day + d_number:02}{born:%m%y}{number:03}"
    first = -sum(int(char) * weight for char, weight in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True)) % 11
    ten = f"{nine}{first}"
    second = -sum(int(char) * weight for char, weight in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    if first > 9 or second > 9:
        return
    text = f"Gjelder {ten[:6]}{between}{ten[6:]}{second}."
    assert [found.what for found in personal_data(text)] == [IDENTITY_NUMBER]
    other = f"Gjelder {ten[:6]}{between}{ten[6:]}{(second + 1) % 10}."
    assert list(personal_data(other)) == []


@pytest.mark.parametrize("text", ["00010150074", "32010150074", "01130150074", "2021010150074", "0101015007412"])
def test_eleven_digits_that_are_no_identity_number(text: str) -> None:
    assert list(personal_data(f"Nr. {text}")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kari.hansen@asker.kommune.no", [ADDRESS]),
        ("ola@firma.no og 91 12 23 33", [ADDRESS, PHONE]),
        ("oppvekst.nord@asker.kommune.no", []),
        ("personvernombud@asker.kommune.no", []),
        ("+47 911 22 333", [PHONE]),
        ("mobil 91122333", [PHONE]),
        ("91122333", []),
        ("tlf. 66 90 90 90", []),
        ("Døgnåpen vakttelefon: 911 22 333", []),
        ("41 000 000 kroner", []),
        ("420 00 000 kr", []),
        ("org.nr. 912 345 678", []),
        ("saksnummer 2021/91122333", []),
    ],
)
def test_addresses_and_numbers(text: str, found: list[object]) -> None:
    assert [item.what for item in personal_data(text)] == found
