"""Monthly figures: encodings, numbers, and what is wrong with a file, each at its exact place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from planctl.i18n import Language
from support import world

HEAD = "enhet;måned;årsbudsjett_opprinnelig;årsbudsjett_regulert;budsjett;regnskap;prognose\n"
YAML = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
ORGANISATION = "type: organisasjon\nvirksomheter:\n  - id: veg\n    tittel: Veg\n  - id: skole\n    tittel: Skole\n"


def _load(csv: bytes | str, yaml: str = YAML) -> object:
    data = csv if isinstance(csv, bytes) else csv.encode()
    return world({"organisasjon.yaml": ORGANISATION, "økonomi.yaml": yaml, "tall.csv": data}, base=False)


def _problems(csv: bytes | str, yaml: str = YAML) -> list[tuple[str, str, int, int, str]]:
    here = _load(csv, yaml)
    found = []
    for finding in here.loaded.findings:  # type: ignore[attr-defined]
        place = here.locator.locate(finding.place)  # type: ignore[attr-defined]
        found.append((finding.code, place.path, place.span.line, place.span.column, Language("en")(finding.message)))
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_export_is_read_as_it_comes(encoding: str, newline: str) -> None:
    """Every encoding and line break gives the same figures."""
    text = HEAD + "veg;8;1 200;1250,5;100,25;−3,5;\nskole;2021-09;;;10;11;12\n"
    plain = text.replace("−", "-").replace("\n", newline)
    here = _load(plain.encode(encoding))
    rows = [
        (row.unit, row.year, row.month, row.original, row.revised, row.budget, row.actual, row.forecast)
        for row in here.plans.figures  # type: ignore[attr-defined]
    ]
    assert rows == [
        ("veg", 2021, 8, Decimal(1200), Decimal("1250.5"), Decimal("100.25"), Decimal("-3.5"), None),
        ("skole", 2021, 9, None, None, Decimal(10), Decimal(11), Decimal(12)),
    ]
    assert _problems(plain.encode(encoding)) == []


def test_kroner_become_thousands() -> None:
    """A file in kroner gives the same figures as one in 1000 kr."""
    here = _load("enhet;måned;budsjett;regnskap\nveg;1;1234500;1\n", YAML + "beløp_i: kroner\n")
    assert [row.budget for row in here.plans.figures] == [Decimal("1234.5")]  # type: ignore[attr-defined]


def test_rows_in_yaml() -> None:
    """Figures may stand in the plan file itself."""
    rows = "måneder:\n  - enhet: veg\n    måned: 1\n    budsjett: 10.5\n    regnskap: 9\n    prognose: 120\n"
    here = world({"organisasjon.yaml": ORGANISATION, "ø.yaml": "type: økonomi\nperiode: 2021\n" + rows}, base=False)
    assert [(row.unit, row.budget, row.actual) for row in here.plans.figures] == [("veg", Decimal("10.5"), Decimal(9))]
    assert here.loaded.findings == []


@pytest.mark.parametrize(
    ("csv", "wanted"),
    [
        (HEAD + "veg;13;;;1;1;1\n", ("106", 2, 5, "«13» is not a month of 2021")),
        (HEAD + "veg;2020-08;;;1;1;1\n", ("106", 2, 5, "«2020-08» is not a month of 2021")),
        (HEAD + "veg;1;;;ti;1;1\n", ("110", 2, 9, "«ti» is not a number")),
        (HEAD + "veg;1;;;1;1;=1+1\n", ("110", 2, 13, "«=1+1» is not a number")),
        (HEAD + ";1;;;1;1;1\n", ("111", 2, 1, "The cell in the column «enhet» is empty")),
        (HEAD + "veg;1;;;1;1;1\nveg;1;;;1;1;1\n", ("111", 3, 1, "«veg» already has a line for month 1")),
        (HEAD + "veg;1\n", ("111", 2, 1, "The line has 2 cells, the header 7")),
        ("enhet;måned;budsjett\n", ("111", 1, 1, "The column «regnskap» is missing")),
        ("enhet;måned;budsjett;regnskap;konto\n", ("111", 1, 1, "No column is called «konto»")),
        ("enhet,måned,budsjett,regnskap\n", ("111", 1, 1, "The cells are separated by comma, not by semicolon")),
        (b"PK\x03\x04\x00\x00", ("002", 1, 1, "The file is not text, but data for a program")),
    ],
)
def test_what_is_wrong(csv: str | bytes, wanted: tuple[str, int, int, str]) -> None:
    """Each mistake is told where it stands."""
    code, line, column, words = wanted
    assert _problems(csv) == [(code, "tall.csv", line, column, words)]


def test_a_file_that_is_not_there() -> None:
    """The name of a file that cannot be read is told where it is written."""
    here = world({"ø.yaml": YAML}, base=False)
    assert [(item.code, item.place.path) for item in here.loaded.findings] == [("012", "ø.yaml")]


def test_an_unknown_unit_is_a_finding() -> None:
    """A unit that the organisation does not have is rule 201, at the cell."""
    from planctl.check.pipeline import check

    here = _load(HEAD + "vei;1;;;1;1;1\n")
    found = [item for item in check(here) if item.code == "201"]  # type: ignore[arg-type]
    assert [(item.location.path, item.location.span.line) for item in found] == [("tall.csv", 2)]
