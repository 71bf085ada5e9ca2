"""What is read as it was meant: lines too far in, a group not indented, a wrong type, records without a proper id."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest

from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.load.loader import load
from planctl.load.yaml.positions import FilePositions
from support import Files, base_files, book, found, places

PLAN = "virksomhetsplaner/veg.yaml"
PROGRAM = "handlingsprogram.yaml"
LAND_USE = "kommuneplan.yaml"
REPORT = """\
type: rapportering
periode: 2021-T1
virksomhet: veg
tiltak:
  vp2021-veg.t1:
    status: i rute
{economy}"""
ECONOMY = "økonomi:\n  årsbudsjett_regulert: 9\n  budsjett_hittil: 3\n  regnskap_hittil: 3\n  prognose: 9\n"


def changed(path: str, old: str, new: str) -> Files:
    text = base_files()[path]
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


def words(files: Files) -> list[str]:
    lang = Language("en")
    return [f"{item.code} {lang(item.message)}. {lang(item.help or '')}" for item in found(files)]


def indented(text: str) -> str:
    return textwrap.indent(text, "  ")


NULLPUNKT = "    nullpunkt:\n      periode: 2019\n      verdi: 9\n"
VEDTAK = "vedtak:\n  organ: kommunestyret\n  dato: 2020-06-09\n"


@pytest.mark.parametrize(
    ("files", "place", "hint"),
    [
        (changed(PROGRAM, "    nullpunkt:", "      nullpunkt:"), f"{PROGRAM}:31:7 101", "bånd column 5, as line 27"),
        (changed(PROGRAM, NULLPUNKT, indented(NULLPUNKT)), f"{PROGRAM}:31:7 101", "bånd column 5, as line 27"),
        (
            {"r.yaml": REPORT.format(economy=ECONOMY.replace("økonomi", "  økonomi"))},
            "r.yaml:7:3 101",
            "tiltak column 1, as line 4",
        ),
        ({"r.yaml": REPORT.format(economy=indented(ECONOMY))}, "r.yaml:7:3 101", "tiltak column 1, as line 4"),
        (
            changed(LAND_USE, VEDTAK, "høring:\n  fra: 2020-01-07\n  til: 2020-03-03\n" + indented(VEDTAK)),
            f"{LAND_USE}:10:3 101",
            "høring column 1, as line 7",
        ),
        (
            changed(
                PLAN, "    status: i rute\n", "    status: i rute\n    merknad: Ny\n    omtale: X\n    arver: [a]\n"
            ),
            f"{PLAN}:18:5 101",
            "",
        ),
    ],
)
def test_lines_too_far_in_are_one_mistake(files: Files, place: str, hint: str) -> None:
    assert places(found(files)) == [place]
    beside, _, rest = hint.partition(" ")
    said = f"If it belongs beside «{beside}», begin it in {rest}." if hint else ""
    assert said in words(files)[0]


def test_two_fields_too_far_in_are_two_lines_to_move() -> None:
    files = changed(LAND_USE, "  dato: 2020-06-09\n", "  dato: 2020-06-09\n  visjon: Et godt sted\n  omtale: Kort\n")
    assert places(found(files)) == [f"{LAND_USE}:10:3 101", f"{LAND_USE}:11:3 101"]


def test_a_field_before_others_of_its_group_is_not_moved_out() -> None:
    files = changed(LAND_USE, "  organ: kommunestyret\n", "  visjon: Et godt sted\n  organ: kommunestyret\n")
    assert "The fields here are: " in words(files)[0]
    assert places(found(files)) == [f"{LAND_USE}:8:3 101"]


def test_a_group_that_is_not_indented_is_one_mistake() -> None:
    files = changed(LAND_USE, VEDTAK, VEDTAK.replace("  ", ""))
    assert places(found(files)) == [f"{LAND_USE}:8:1 101"]
    assert words(files) == [
        "101 The field «organ» does not exist here. Indent the lines that belong under «vedtak» by two spaces."
    ]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [(PLAN, "virksomhetsplan", "handlingsprogram"), (PLAN, "virksomhetsplan", "rapportering"),
     (LAND_USE, "kommuneplan", "temaplan"), ("organisasjon.yaml", "organisasjon", "møteplan")],
)  # fmt: skip
def test_a_wrong_type_is_one_mistake(path: str, right: str, wrong: str) -> None:
    files = changed(path, f"type: {right}\n", f"type: {wrong}\n")
    assert places(found(files)) == [f"{path}:1:7 010"]
    told = f"«type» is «{wrong}», but the fields are those of «{right}»"
    hint = f"Write «type: {right}». Otherwise delete the fields that do not belong here."
    assert words(files) == [f"010 {told}. {hint}"]


def test_one_strange_field_does_not_make_another_type() -> None:
    files = changed(LAND_USE, "satsingsområder:\n", "arver: [kp2020]\nsatsingsområder:\n")
    assert places(found(files)) == [f"{LAND_USE}:10:1 101"]


@pytest.mark.parametrize("line", ["", "type:\n", "Type: virksomhetsplan\n"])
def test_a_missing_type_is_told_where_the_fields_show_it(line: str) -> None:
    hint = "Write «type: virksomhetsplan» on the first line: the fields are those of that type."
    assert words(changed(PLAN, "type: virksomhetsplan\n", line)) == [
        f"010 The file does not say what kind of plan it is: «type» is missing. {hint}"
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (PROGRAM, "  - id: hp2021.o1\n    tittel", "  - id:\n    tittel", "14:5 103"),
        (PROGRAM, "  - id: hp2021.o1\n    tittel", "  - tittel", "14:5 103"),
        (PROGRAM, "  - id: hp2021.o1\n", "  - id: Oppdrag 1\n", "14:9 107"),
        (LAND_USE, "              - id: klima.d1.s1\n", "              - id:\n", "21:17 103"),
        ("organisasjon.yaml", "  - id: veg\n", "  - id:\n", "16:5 103"),
        (LAND_USE, "id: kp2020\n", "id:\n", "2:1 103"),
        (PROGRAM, "  - id: klima.i1\n", "  - id:\n", "21:5 103"),
        (LAND_USE, "          - id: klima.d1\n", "          - id:\n", "18:13 103"),
        ("årshjul.yaml", "  - id: ah.tertial2\n", "", "27:5 003"),
    ],
)
def test_a_record_without_a_proper_id_is_one_mistake(path: str, old: str, new: str, place: str) -> None:
    assert places(found(changed(path, old, new))) == [f"{path}:{place}"]


SECOND = "  - id: {id}\n    tittel: Merke turvegen\n    løser: [hp2021.o1]\n    frist: 2021-11-01\n    ansvarlig: veg\n"


def test_a_second_record_with_the_first_s_id_owns_the_reference_to_its_own() -> None:
    plan = base_files()[PLAN] + SECOND.format(id="vp2021-veg.t1")
    report = REPORT.format(economy=ECONOMY).replace("veg.t1", "veg.t2")
    assert places(found({PLAN: plan, "r.yaml": report}, "2")) == [f"{PLAN}:16:9 203"]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [("virksomhet: veg\n", "virksomhet:\n", "4:1 103"), ("periode: 2021\n", "periode: 202\n", "5:10 106")],
)
def test_a_plan_without_unit_or_year_is_one_mistake(old: str, new: str, place: str) -> None:
    other = "type: virksomhetsplan\nid: vp2021-park\ntittel: P\nvirksomhet: park\nperiode: 2021\narver: [klima.d1]\n"
    park = found({**changed(PLAN, old, new), "virksomhetsplaner/park.yaml": other}, "1", "515")
    assert places(park) == [f"{PLAN}:{place}"]


def test_a_value_that_cannot_be_read_is_not_a_missing_one() -> None:
    program = base_files()[PROGRAM].replace("    kilde: R", "    hyppighet: årlig\n    kilde: R")
    rows = "".join(
        f"  - indikator: klima.i1\n    periode: {row}\n" for row in ("2018\n    verdi: 8", "2020\n    verdi: 9 5")
    )
    files: Files = {PROGRAM: program, "m.yaml": f"type: målinger\nmålinger:\n{rows}"}
    assert places(found(files, today=date(2021, 9, 15))) == ["m.yaml:8:12 110"]


def test_more_unknown_ids_than_nameless_records_are_all_told() -> None:
    files = changed(PROGRAM, "  - id: hp2021.o1\n", "  - id:\n")
    other = base_files()[PLAN] + SECOND.format(id="vp2021-veg.t2").replace("hp2021.o1", "hp2021.o7")
    assert places(found({**files, PLAN: other}, "1", "201")) == [
        f"{PROGRAM}:14:5 103",
        f"{PLAN}:12:13 201",
        f"{PLAN}:18:13 201",
    ]


@pytest.mark.parametrize(
    ("files", "message", "hint"),
    [
        (
            changed(PLAN, "    ansvarlig: veg", "    ansvarlig: [veg, park]"),
            "102 «ansvarlig» should be a text, not a list",
            "Only one can answer for it. In assignments and measures the others stand under medansvarlige.",
        ),
        (
            changed(PLAN, "    ansvarlig: veg", "    ansvarlig: Kari Nordmann"),
            "307 What stands under ansvarlig in «vp2021-veg.t1» looks like a person's name (K. N.)",
            "Write the id of the role or unit instead, as veg: people change posts, and plans are public.",
        ),
        (
            changed(PLAN, "    ansvarlig: veg\n", ""),
            "302 Measure «vp2021-veg.t1» has nobody responsible",
            "Add «ansvarlig:» with the id of one unit or role, as ansvarlig: veg. It is not inherited.",
        ),
        (
            changed(PLAN, "  - id: vp2021-veg.t1", "  - id: VP2021 Veg T1"),
            "107 «VP2021 Veg T1» cannot be an id",
            "Write it as vp2021-veg-t1. Use small letters, digits, period, hyphen and underscore, and begin with a letter or digit.",
        ),
        (
            changed(PLAN, "løser: [hp2021.o1]", "løser: [hp2021.o2]"),
            "201 «løser» refers to «hp2021.o2», which does not exist",
            "Did you mean «hp2021.o1»? If «hp2021.o2» is gone, delete the reference.",
        ),
        (
            changed(PLAN, "løser: [hp2021.o1]", "løser: [sykkelveg]"),
            "201 «løser» refers to «sykkelveg», which does not exist",
            "«løser» can refer to assignments. «planctl list oppdrag» shows their ids.",
        ),
        (
            {
                "m.yaml": "type: målinger\nmålinger:\n  - indikator: klima.i1\n    periode: 2020\n    verdi: ikkje målt\n"
            },
            "110 «ikkje målt» is not a number",
            "Did you mean «ikke målt»?",
        ),
    ],
)
def test_words_of_a_mistake(files: Files, message: str, hint: str) -> None:
    assert words(files) == [f"{message}. {hint}"]


def test_a_name_with_a_space_is_not_taken_for_two_ids() -> None:
    said = words(changed(PROGRAM, "    til: [veg]", "    til: Veg drift"))
    assert said[0] == "102 «til» should be a list, not a text. Put brackets around it: [Veg drift]"
    assert len(said) == 2


def test_a_table_in_another_encoding_is_shown_as_it_is_read() -> None:
    table = "enhet;måned;budsjett;regnskap\nveg;januar;5;5\n".encode("latin-1")
    plan = "type: økonomi\nperiode: 2021\nfil: tall.csv\n"
    assert FilePositions("tall.csv", table).lines[0] == "enhet;måned;budsjett;regnskap"
    assert places(found({"økonomi.yaml": plan, "tall.csv": table})) == ["tall.csv:2:5 106"]


def test_a_plan_file_that_windows_made_a_text_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "veg.yaml.txt").write_text(base_files()[PLAN], encoding="utf-8")
    (tmp_path / "notat.txt").write_text("Ring Oslo\n", encoding="utf-8")
    loaded = load(WorkTree(tmp_path), book())
    assert [(item.code, item.place.path) for item in loaded.findings] == [("012", "veg.yaml.txt")]
    assert loaded.plans.incomplete
