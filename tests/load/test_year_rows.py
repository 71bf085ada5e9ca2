"""The years of a long-term analysis as rows of a CSV file: no records, but items of the analysis' own list."""

from __future__ import annotations

from planctl.disciplines.kunnskapsgrunnlag.long_term import years_of
from planctl.load.tables.record_columns import KEYWORD, columns_of
from support import book, found, places, said, world

YAML, CSV = "lida/2021.yaml", "lida/2021.csv"
HEAD = "type: lida\nid: lida\ntittel: Langsiktig analyse\nperiode: 2021-2040\nfil: 2021.csv\n"
MAPPED = HEAD + "kolonner: {Skole: investeringer_skole og barnehage, Renter: drift}\n"
TABLE = "År;Skole;investeringer_Vann og avløp;lån;Renter\n" + "".join(
    f"{year};210 000;{year - 2020}000;;-{year - 2000}\n" for year in range(2021, 2041)
)


def told(table: str, register: str = MAPPED) -> list[str]:
    """Give what is told of an analysis and its table: the place and the message."""
    items = found({YAML: register, CSV: table})
    return [f"{place} {message}" for place, message in zip(places(items), said(items), strict=True)]


def test_the_rows_are_the_years_of_the_analysis() -> None:
    assert told(TABLE) == []
    analysis = world({YAML: MAPPED, CSV: TABLE}).plans.get("lida")
    assert analysis is not None
    years = years_of(analysis)
    assert [one.year for one in years] == list(range(2021, 2041))
    assert years[1].investments == {"skole og barnehage": 210000, "Vann og avløp": 2000}
    assert (years[1].loan, years[1].operation) == (None, -22)


def test_rows_stand_beside_those_in_the_plan_file() -> None:
    own = MAPPED + "år:\n  - {år: 2021, drift: 7}\n"
    assert told(TABLE.replace("2021;210 000;1000;;-21\n", ""), own) == []
    analysis = world({YAML: own, CSV: TABLE}).plans.get("lida")
    assert analysis is not None
    assert len(years_of(analysis)) == 21
    assert told(TABLE, own) == [
        "lida/2021.yaml:5:6 890 «Langsiktig analyse» har tall for år som står to ganger eller er utenfor perioden: 2021"
    ]


def test_what_is_wrong_is_told_where_it_stands() -> None:
    assert told(TABLE.replace("2025;210 000", "2025;mye")) == ["lida/2021.csv:6:6 110 «mye» er ikke et tall"]
    assert told(TABLE.replace("2025;210 000", "2025")) == ["lida/2021.csv:6:1 111 Linjen har 4 celler, overskriften 5"]
    assert told(TABLE.replace("2025;", ";")) == ["lida/2021.csv:6:1 111 Cellen i kolonnen «år» er tom"]
    assert told(TABLE.replace("Renter\n", "Rente\n")) == [
        "lida/2021.csv:1:42 111 Ingen kolonne heter «Rente»",
    ]
    assert told(TABLE.replace("2025;210 000;5000;;-25\n", "")) == [
        "lida/2021.yaml:5:6 890 «Langsiktig analyse» har ingen tall for 2025"
    ]


def test_only_a_group_with_names_of_its_own_has_columns_that_may_be_called_anything() -> None:
    stems = [stem for stem, root in book().files.items() if KEYWORD in root]
    groups = {stem: sorted(found.open) for stem in stems if (found := columns_of(book(), stem)) and found.open}
    assert groups == {"lida": ["investeringer"]}
