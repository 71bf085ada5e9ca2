"""Natural mistakes and the help they get: one finding, and one step to the right answer, in the user's own words."""

from __future__ import annotations

from typing import Any

import pytest

from planctl.i18n import Language
from planctl.resources import records_of
from planctl.status_labels import GOAL_WORDS, STATUS_WORDS, record_status_text
from support import Files, base_files, book, found

PLAN, PROGRAM, ORGANISATION = "virksomhetsplaner/veg.yaml", "handlingsprogram.yaml", "organisasjon.yaml"
MEETINGS = """\
type: møteplan
id: møteplan2021
tittel: Møteplan 2021
periode: 2021
møter:
  - id: ks-1
    organ: kommunestyret
    dato: 2021-09-21
    klokkeslett: {0}
"""
REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
levert: 2021-05-20
økonomi:
  prognose: {0}
"""


def edited(path: str, old: str, new: str) -> Files:
    assert base_files()[path].count(old) == 1
    return {path: base_files()[path].replace(old, new)}


def told(files: Files) -> list[str]:
    lang = Language("en")
    return [f"{item.code} {lang(item.message)}. {lang(item.help or '')}" for item in found(files)]


@pytest.mark.parametrize(
    ("files", "code", "name", "value"),
    [
        (edited(PLAN, "frist: 2021-10-01", "frist: 2021-10-01\u00a0"), "105", "non-breaking space", "2021-10-01"),
        (edited(PLAN, "status: i rute", "status: i\u202frute"), "104", "non-breaking space", "i rute"),
        (edited(PLAN, "status: i rute", "status: i ru\u00adte"), "104", "soft hyphen", "i rute"),
        (edited(PLAN, "    ansvarlig: veg", "    ansvarlig: v\u00adeg"), "303", "soft hyphen", "veg"),
        (edited(PLAN, "[hp2021.o1]", "[hp2021.o1\u00a0]"), "201", "non-breaking space", "hp2021.o1"),
        (edited(PLAN, "    frist:", "    frist\u00a0:"), "101", "non-breaking space", "frist:"),
        (edited(PLAN, "type: virksomhetsplan", "type: virksomhets\u00adplan"), "010", "soft hyphen", "virksomhetsplan"),
        (
            edited(PLAN, "- id: vp2021-veg.t1", "- id: vp2021\u2011veg.t1"),
            "107",
            "non-breaking hyphen",
            "vp2021-veg.t1",
        ),
        (edited(PLAN, "periode: 2021", "periode: 2021\u00a0"), "106", "non-breaking space", "2021"),
        (edited("kommuneplan.yaml", '["13"]', '["13\u00a0"]'), "201", "non-breaking space", "13"),
    ],
)
def test_a_sign_that_cannot_be_seen_is_named(files: Files, code: str, name: str, value: str) -> None:
    signs = {"non-breaking space": "U+00A0", "soft hyphen": "U+00AD", "non-breaking hyphen": "U+2011"}
    (said,) = told(files)
    number = "U+202F" if any("\u202f" in str(text) for text in files.values()) else signs[name]
    assert said == (
        f"{code} A {name} stands here ({number}). "
        f"It comes along when text is pasted, and is read as another sign. Write {value}."
    )


@pytest.mark.parametrize("written", ["09.00", '"09.00"', "0900", "9", "9:00", "kl. 9", "Kl 09.00", '"9.00"'])
def test_a_time_of_day_in_another_notation(written: str) -> None:
    (said,) = told({"møteplan.yaml": MEETINGS.format(written)})
    assert said.endswith('Write "09:00".')


@pytest.mark.parametrize("written", ["25:00", "9:75", "18.3", "om kvelden"])
def test_no_time_of_day(written: str) -> None:
    (said,) = told({"møteplan.yaml": MEETINGS.format(written)})
    assert 'Write "' not in said


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("minst 15", "≥ 15"), ("15 %", "15"), ("≥ 15 %", "≥ 15"), ("over 15 prosent", "> 15"), ("15+", "≥ 15"),
        ("mellom 15 og 20", "15–20"), ("høyst 15", "≤ 15"), ("under 15", "< 15"), ("15 eller mer", "≥ 15"),
    ],
)  # fmt: skip
def test_a_band_in_words(written: str, right: str) -> None:
    (said,) = [row for row in told(edited(PROGRAM, '"≥ 15"', written)) if row[:3] < "200"]
    assert said == f'104 «{written}» cannot stand in «ønsket». Write "{right}".'


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("23.100", "Did you mean 23100 or 23.1? Whole numbers stand here, without a point: 23100 or 23."),
        ("23,100", "Did you mean 23100 or 23.1? Whole numbers stand here, without a point: 23100 or 23."),
        ("-23.100", "Did you mean -23100 or −23.1? Whole numbers stand here, without a point: -23100 or -23."),
        ("23.5", "Write a whole number: 23 or 24."),
        ("ca. 42 000 kr", "Write only the number: 42000."),
        (
            "42 mill.",
            "Write only digits, without quotes, spaces or a unit. Et beløp i hele tusen kroner, uten mellomrom, for eksempel 12300.",
        ),
    ],
)
def test_a_number_in_another_notation(written: str, said: str) -> None:
    (row,) = [row for row in told({"rapport.yaml": REPORT.format(written)}) if row.startswith("1")]
    assert row.endswith(f". {said}")


BLOCKS = [
    (ORGANISATION, "    leder:\n      id: vegsjef\n      tittel: Vegsjef\n", "    leder: vegsjef\n",
     "leder:\n  id: vegsjef\n  tittel: …"),
    (PROGRAM, "vedtak:\n  organ: kommunestyret\n  dato: 2020-12-15\n", "vedtak: 2020-12-15\n",
     "vedtak:\n  organ: …\n  sak: …\n  dato: 2020-12-15"),
    (PROGRAM, "vedtak:\n  organ: kommunestyret\n  dato: 2020-12-15\n", "vedtak: Kommunestyret 15. desember 2020, sak 36/20\n",
     "vedtak:\n  organ: kommunestyret\n  sak: 36/20\n  dato: 2020-12-15"),
    (PROGRAM, "    nullpunkt:\n      periode: 2019\n      verdi: 9\n", "    nullpunkt: 9\n", "nullpunkt:\n  periode: …\n  verdi: 9"),
    (PROGRAM, "    nullpunkt:\n      periode: 2019\n", "    nullpunkt:\n    - periode: 2019\n",
     "nullpunkt:\n  periode: 2019\n  verdi: 9"),
    (PROGRAM, "målfordeling:\n", "rammer:\n  samfunn: 42000\nmålfordeling:\n", "samfunn: [42000]"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "block"), BLOCKS, ids=[row[2].strip()[:30] for row in BLOCKS])
def test_a_wrong_kind_shows_the_lines_to_write(path: str, old: str, new: str, block: str) -> None:
    (said,) = told(edited(path, old, new))
    assert said.startswith("102 ")
    assert said.partition("\n")[2] == block


def test_several_who_are_responsible() -> None:
    (said,) = told(edited(PLAN, "    ansvarlig: veg\n", "    ansvarlig: veg, park og vegsjef\n"))
    assert said.partition("organisation. ")[2] == (
        "Only one can answer for it. If it is the first, write:\nansvarlig: veg\nmedansvarlige: [park, vegsjef]"
    )
    (said,) = told(edited(PROGRAM, "ansvarlig: kommunedirektøren", "ansvarlig: kommunedirektøren, veg"))
    assert said.endswith("Only one can answer for it. Write kommunedirektøren.")


def test_what_is_reported_stands_in_the_plan() -> None:
    (said,) = told(
        edited(PLAN, "    status: i rute\n", "    status: i rute\n    comment: Det går bra\n    framdrift: 50\n")
    )
    assert said == (
        "101 The field «comment» does not exist here. How it goes is told in the report, a file of the type "
        "«rapportering»:\ntiltak:\n  vp2021-veg.t1:\n    kommentar: Det går bra\n    framdrift: 50"
    )


@pytest.mark.parametrize("name", ["measures", "aktivitetene_våre"])
def test_a_list_of_records_by_another_name_is_one_finding(name: str) -> None:
    rows = found(edited(PLAN, "\ntiltak:", f"\n{name}:"))
    assert [item.code for item in rows] == ["101"]


def test_a_missing_id_gets_the_next_that_is_free() -> None:
    more = "    status: i rute\n  - tittel: Salte gangvegene\n    løser: [hp2021.o1]\n    frist: 2021\n    ansvarlig: veg\n    status: i rute\n"
    (said,) = told(edited(PLAN, "    status: i rute\n", more))
    assert "Write «id: vp2021-veg.t2», the next that is free here." in said
    (said,) = told(edited(PLAN, "  - id: vp2021-veg.t1\n    tittel", "  - tittel"))
    assert "Write «id: vp2021-veg.t1», the next that is free here." in said


def test_the_likeliest_values_stand_first() -> None:
    (said,) = [
        row for row in told(edited("årshjul.yaml", "slag: hp-innstilling", "slag: innstilling til hp")) if row[0] == "1"
    ]
    assert "Choose one of: hp-innstilling, tilleggsinnstilling, " in said


def test_the_settings_by_another_name() -> None:
    rows = told({"planctl.yml": base_files()["planctl.yaml"], "planctl.yaml": None})
    assert rows[0].startswith("010 The settings are read from «planctl.yaml», so this file is not read.")
    assert rows[0].endswith("Rename it to «planctl.yaml».")


@pytest.mark.parametrize(
    "text",
    [
        "omtale: Vi vil gjøre to ting: bygge\n  og vedlikeholde\n",
        "omtale: Vi vil gjøre to ting\n  og dette gjelder: alt\n",
        "omtale: Planen gjelder dette:\n  alt: det som er\n",
    ],
)
def test_a_text_over_lines_with_a_colon(text: str) -> None:
    files = edited(PLAN, "status: vedtatt\n", f"status: vedtatt\n{text}")
    (said,) = told(files)
    first, second = text.removeprefix("omtale: ").splitlines()
    assert said.partition("Begin the text with «>-», and indent its lines:\n")[2] == f"omtale: >-\n  {first}\n{second}"


def test_a_line_indented_too_far_is_no_text() -> None:
    (said,) = told(edited(PLAN, "    frist:", "      frist:"))
    assert "«>-»" not in said


GOALS = "type: kommuneplan\nid: x\ntittel: X\nperiode: 2020-2032\nmål:\n"


def test_an_id_where_a_record_belongs_is_one_mistake() -> None:
    """What the loader takes for the record's id is not judged as one (203): nobody has written it as such."""
    for path in ("a.yaml", "z.yaml"):
        said = found({path: GOALS + "  - hp2021.o1\n" * 3}, "102", "203")
        assert [
            (row.location.path, row.code, row.location.span.line) for row in said if row.code in ("102", "203")
        ] == [
            (path, "102", 6),
            (path, "102", 7),
            (path, "102", 8),
        ]


def test_a_record_without_its_hyphen_is_judged_as_written() -> None:
    said = found({"z.yaml": GOALS + "  id: hp2021.o1\n  tittel: T\n"}, "102", "203")
    assert [(row.code, row.location.span.line) for row in said] == [("102", 5), ("203", 6)]


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_a_value_as_planctl_shows_it_is_understood(code: str) -> None:
    """What a report or a list says of a status, in any language, is a word that a planner may write in a file."""
    lang, same = Language(code), book().same_values
    words = {lang(text).casefold(): value for value, text in (STATUS_WORDS | GOAL_WORDS).items()}
    assert {shown for shown, value in words.items() if shown != value and value not in same.get(shown, ())} == set()


def test_a_value_in_nynorsk_is_the_value_that_planctl_calls_so() -> None:
    """Statuses too, which have their words from the glossary."""
    shelf, nn = book(), Language("nn")
    same, named = shelf.same_values, shelf.nynorsk_values
    assert {said for value, said in named.items() if value not in same[said.casefold()]} == set()
    assert "virksomhet" in same["verksemd"]
    values = {value for _, record in records_of(shelf.files.values()) for value in _statuses(record)}
    assert {value: nn(record_status_text(value)) for value in values} == {
        value: named.get(value, nn(record_status_text(value))) for value in values
    }


def _statuses(record: dict[str, Any]) -> list[str]:
    return list(record["properties"].get("status", {}).get("enum", ()))


@pytest.mark.parametrize(
    ("status", "right"),
    [("ferdig", "gjennomført"), ("svart på", "besvart"), ("pågår", "under arbeid"), ("ikkje starta", "ikke startet")],
)
def test_a_word_means_a_value_of_its_own_field(status: str, right: str) -> None:
    register = f"type: vedtak\nid: v\ntittel: V\nperiode: 2021\norgan: kommunestyret\nvedtak:\n  - {{id: v.a, tittel: A, status: {status}}}\n"
    (one,) = found({"vedtak.yaml": register}, "104")
    assert one.edit is not None
    assert one.edit.text == right


def test_bullets_in_a_text_on_one_line_are_told_how_they_are_written() -> None:
    """YAML reads them as the rest of the sentence; as the help says, `|` keeps the lines."""
    items = "      - Gangvegen\n      - Parken\n"
    glued = edited(PLAN, "    løser: [hp2021.o1]\n", f"    omtale: To ting.\n{items}    løser: [hp2021.o1]\n")
    words = (
        "017 The line looks like a field or a list, but is read as part of the text in «omtale». If the name of a field or "
        "a list is missing above it, write it back, as in «tiltak:». If it is a list in the text, write «omtale: |» and "
        "the text below."
    )
    assert told(glued) == [words]
    kept = edited(PLAN, "    løser: [hp2021.o1]\n", f"    omtale: |\n      To ting.\n{items}    løser: [hp2021.o1]\n")
    assert told(kept) == []
