"""Schema errors: one finding for each mistake, in words a planner can use."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planctl.i18n import Language
from planctl.load.schema.schema_findings import shape_findings
from planctl.load.yaml.compose import compose
from planctl.load.yaml.positions import Locator
from planctl.load.yaml.values import Builder
from planctl.model.vedtak import NOT_YET
from support import EXAMPLE, MemoryTree, base_files, book, found, places

PLAN = "virksomhetsplaner/veg.yaml"


def edited(path: str, *pairs: str) -> dict[str, str | bytes | None]:
    text = base_files()[path]
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return {path: text}


def words(files: dict[str, str | bytes | None]) -> list[str]:
    lang = Language("en")
    return [f"{item.code} {lang(item.message)}. {lang(item.help or '')}" for item in found(files)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: i rute", "status: 5"),
        ("status: i rute", "status: [i rute]"),
        ("status: i rute", "status: {i: rute}"),
        ("frist: 2021-10-01", "frist: 1850"),
        ("frist: 2021-10-01", "frist: 2021.10"),
        ("frist: 2021-10-01", "frist: [2021-10-01]"),
        ("frist: 2021-10-01", "frsit: 2021-10-01"),
        ("    ansvarlig: veg", "    ansvarleg: veg"),
        ("    ansvarlig: veg", "    ansvarlig: {id: veg}"),
        ("løser: [hp2021.o1]", "løyser: [hp2021.o1]"),
        ("løser: [hp2021.o1]", "Løser: hp2021.o1"),
        ("løser: [hp2021.o1]", "løser: hp2021.o1"),
        ("tiltak:\n  - id", "tiltak:\n    id"),
        ("    tittel: Bygge sykkelparkering ved stasjonen\n", ""),
        ("    tittel: Bygge", "    titel: Bygge"),
        ("  - id: vp2021-veg.t1", "  - idd: vp2021-veg.t1"),
        ("periode: 2021", "periode: 2021-22"),
        ("periode: 2021", "perioder: 2021"),
        ("arver: [klima.d1]", "arver: klima.d1"),
        ("arver: [klima.d1]", "arv: [klima.d1]"),
        ("arver: [klima.d1]", "arver: klima.d1, klima.h"),
        ("løser: [hp2021.o1]", "oppdrag: [hp2021.o1]"),
        ("frist: 2021-10-01", "deadline: 2021-10-01"),
        ("frist: 2021-10-01", "frist: høsten 2021"),
        ("frist: 2021-10-01", "frist: “2021-10-01”"),
        ("    ansvarlig: veg", "    responsible: veg"),
        ("    tittel: Bygge", "    navn: Bygge"),
        ("    tittel: Bygge", "  - tittel: Bygge"),
        ("    løser: [hp2021.o1]", "  - løser: [hp2021.o1]"),
        ("status: i rute", "status: pågår"),
        ("    status: i rute\n", "status: i rute\n"),
        ("    frist: 2021-10-01\n    ansvarlig: veg\n    status: i rute\n", "    ansvarlig: veg\nfrist: 2021-10-01\n"),
        ("  - id: vp2021-veg.t1\n", "  - id: vp2021-veg.t1\n  - id: vp2021-veg.t1\n"),
        ("tiltak:\n", "tiltak:\ntiltak:\n"),
        ("virksomhet: veg", "verksemd: veg"),
        ("status: i rute", "status: i rute\n    omtale: 5"),
    ],
)
def test_one_mistake_gives_one_finding_of_all_rules(old: str, new: str) -> None:
    assert len(places(found(edited(PLAN, old, new)))) == 1


SECOND = """\
    status: i rute
{hyphen}id: vp2021-veg.t2
    tittel: Merke sykkelveg i sentrum
    løser: [hp2021.o1]
    frist: 2021-11-01
    ansvarlig: veg
"""
REPORT = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\ntiltak:\n  vp2021-veg.t2:\n    status: i rute\n"

MEETING = "type: møteplan\nid: m\ntittel: M\nperiode: 2021\nmøter:\n  - organ: kommunestyret\n"


@pytest.mark.parametrize(
    ("hyphen", "place"), [("    ", "16:5 003"), ("  ", "16:3 001"), ("  -", "16:3 001"), ("  – ", "16:3 001")]
)
def test_a_record_without_its_hyphen_is_one_mistake(hyphen: str, place: str) -> None:
    files = edited(PLAN, "    status: i rute\n", SECOND.format(hyphen=hyphen))
    assert places(found({**files, "rapport.yaml": REPORT}, "0", "1", "2", "3")) == [f"{PLAN}:{place}"]


@pytest.mark.parametrize("path", [PLAN, "organisasjon.yaml"])
@pytest.mark.parametrize(("saved", "code"), [("", "010"), ("# venter\n", "010"), ("utf-16", "002")])
def test_a_file_that_holds_nothing_readable_is_one_mistake(path: str, saved: str, code: str) -> None:
    data = base_files()[path].encode("utf-16") if saved == "utf-16" else saved
    report = REPORT.replace("t2", "t1")
    assert places(found({path: data, "rapport.yaml": report}, "0", "1", "2", "3")) == [f"{path}:1:1 {code}"]


def test_a_field_outside_its_group_is_one_mistake() -> None:
    files = edited("kommuneplan.yaml", "  dato: 2020-06-09", "dato: 2020-06-09")
    assert places(found(files)) == ["kommuneplan.yaml:9:1 101"]
    assert words(files) == [
        "101 The field «dato» does not exist here. If it belongs under «vedtak» above, indent it as the lines there."
    ]
    report = REPORT.replace("t2", "t1") + "  kommentar: Går bra\nøkonomi:\n  prognose: 9\n"
    assert places(found({"rapport.yaml": report})) == ["rapport.yaml:7:3 101"]


def test_a_line_written_twice_is_one_mistake() -> None:
    files = edited(PLAN, "  - id: vp2021-veg.t1\n", "  - id: vp2021-veg.t1\n" * 2)
    assert words(files) == [
        "103 The line «id: vp2021-veg.t1» stands twice, and begins two records. Delete one of them."
    ]


def test_two_mistakes_in_one_record_give_two_findings() -> None:
    files = edited(PLAN, "status: i rute", "status: borte\n    kostnad: 5\n    betaler: NAV")
    assert places(found(files)) == [f"{PLAN}:15:13 104", f"{PLAN}:16:5 101", f"{PLAN}:17:5 101"]


def test_two_fields_taken_for_the_same_one_are_two_mistakes() -> None:
    files = edited(PLAN, "    status: i rute\n", "    statuss: i rute\n    statsu: risiko\n")
    assert places(found(files)) == [f"{PLAN}:15:5 101", f"{PLAN}:16:5 101"]


def test_a_misspelled_field_is_judged_by_what_it_holds_at_its_place() -> None:
    files = edited(PLAN, "løser: [hp2021.o1]", "løyser: [hp2021.o9]")
    assert places(found(files)) == [f"{PLAN}:12:5 101", f"{PLAN}:12:14 201"]


def test_the_fields_of_a_finding() -> None:
    (item,) = found(edited(PLAN, "status: i rute", "status: borte"))
    assert (item.record, item.field) == ("vp2021-veg.t1", "status")
    (item,) = found(edited(PLAN, "virksomhet: veg", "verksemd: veg"))
    assert (item.record, item.field) == ("vp2021-veg", "verksemd")
    (item,) = found(edited(PLAN, "løser: [hp2021.o1]", "løser: [8.10, hp2021.o1]"), "102")
    assert (item.record, item.field, item.location.span.column) == ("vp2021-veg.t1", "løser", 13)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            edited(PLAN, "løser:", "løyser:"),
            "101 The field «løyser» does not exist here. In plan files the field is spelled «løser».",
        ),
        (
            edited(PLAN, "status: i rute", "statsu: i rute"),
            "101 The field «statsu» does not exist here. Did you mean «status»?",
        ),
        (
            edited(PLAN, "    status: i rute", "    nummer: 8.10"),
            '102 «nummer» should be text, but 8.10 is read as a number. Write it in quotes, just as it stands: "8.10".',
        ),
        (
            edited(PLAN, "    status: i rute", "    nummer: 0301"),
            '102 «nummer» should be text, but 0301 is read as a number. Write it in quotes, just as it stands: "0301".',
        ),
        (
            edited("kommuneplan.yaml", "vedtak:\n  organ: kommunestyret\n  dato: 2020-06-09", "vedtak: 9. juni 2020"),
            "102 «vedtak» should be a group of fields or a list, not a text. Vedtaket som gjør planen gjeldende: organ, sak og dato, eller id-en vedtaket har i vedtaksregisteret. Er det flere, for eksempel utlegging til høring og endelig vedtak, skriver du dem som en liste. Write it like this:\nvedtak:\n  organ: …\n  sak: …\n  dato: 2020-06-09",
        ),
        (
            edited("handlingsprogram.yaml", '"≥ 15"', "15"),
            '102 «ønsket» should be text, but 15 is read as a number. Write it in quotes, just as it stands: "15".',
        ),
        (
            edited("handlingsprogram.yaml", '"≥ 15"', "{fra: 15}"),
            "102 «ønsket» should be a text or a list, not a group of fields. Write one text after the colon, in quotes if it holds a colon or a brace.",
        ),
        (
            edited(PLAN, "løser: [hp2021.o1]", "løser: hp2021.o1"),
            "102 «løser» should be a list, not a text. Put brackets around it: [hp2021.o1]",
        ),
        (
            edited(PLAN, "2021-10-01", "1.10.2021"),
            "105 «1.10.2021» is not a deadline. Write the year first: 2021-10-01.",
        ),
        (edited(PLAN, "2021-10-01", "Q4 2021"), "105 «Q4 2021» is not a deadline. Write 2021-Q4."),
        (
            edited(PLAN, "2021-10-01", "15. mars"),
            "105 «15. mars» is not a deadline. Write the year too: 2021-03-15.",
        ),
        (
            edited(PLAN, "2021-10-01", "høsten 2021"),
            "105 «høsten 2021» is not a deadline. Write the last day it can be: 2021-12-31.",
        ),
        (
            edited(PLAN, "2021-10-01", "løpende"),
            "105 «løpende» is not a deadline. What has no end is marked «gjentas: løpende», and its deadline is the year's last day: 2021.",
        ),
        (
            edited(PLAN, "status: i rute", "status: satt på vent\n    begrunnelse: A\n    vent_til: løpende"),
            "105 «løpende» is not a deadline. Write a date (2021-10-01) or a period (2021-10, 2021-Q3, 2021-T2, 2021-H1 or 2021).",
        ),
        (
            {"møter.yaml": MEETING + "    dato: 2021-T2\n"},
            "105 «2021-T2» is not a date. Write year-month-day, as 2021-10-01.",
        ),
        (
            {"møter.yaml": MEETING + "    dato: uke 40 2021\n"},
            "105 «uke 40 2021» is not a date. Write year-month-day, as 2021-10-01.",
        ),
        (
            edited("kommuneplan.yaml", "dato: 2020-06-09", "dato: utgangen av året 2020"),
            (
                "105 «utgangen av året 2020» is not a date. "
                "Write the day (2020-10-01), or what is known of it: 2020-10, høsten 2020 or 2020."
            ),
        ),
        (
            edited(PLAN, "2021-10-01", "snarest"),
            "105 «snarest» is not a deadline. Write a date (2021-10-01) or a period (2021-10, 2021-Q3, 2021-T2, 2021-H1 or 2021).",
        ),
        (
            edited(PLAN, "periode: 2021", "periode: 2026 til 2029"),
            "106 «2026 til 2029» is not a period that can stand here. Write it as 2026.",
        ),
        (
            edited("kommuneplan.yaml", "dato: 2020-06-09", "dato: Q2 2020"),
            (
                "105 «Q2 2020» is not a date. "
                "Write the day (2020-10-01), or what is known of it: 2020-10, høsten 2020 or 2020."
            ),
        ),
        (
            edited("kommuneplan.yaml", "dato: 2020-06-09", "dato: vår 2020"),
            "105 «vår 2020» is not a date. Write våren 2020.",
        ),
        (
            edited("kommuneplan.yaml", "dato: 2020-06-09", "dato: uke 40 2020"),
            (
                "105 «uke 40 2020» is not a date. "
                "Write the day (2020-10-01), or what is known of it: 2020-10, høsten 2020 or 2020."
            ),
        ),
        (
            edited(PLAN, "frist:", "deadline:"),
            "101 The field «deadline» does not exist here. In plan files the field is called «frist».",
        ),
        (
            edited(PLAN, "i rute", "ferdig"),
            "104 «ferdig» cannot stand in «status». Did you mean «fullført»? Choose one of: idé, ikke startet, i rute, risiko, forsinket, satt på vent, fullført, utgår.",
        ),
        (
            edited(PLAN, "løser: [hp2021.o1]", "løser: hp2021.o1 og hp2021.o1"),
            "102 «løser» should be a list, not a text. Put brackets around it: [hp2021.o1, hp2021.o1]",
        ),
        (
            edited(PLAN, "    løser:", "  - løser:"),
            "103 The hyphen before «løser» begins a new record, and it has no «id». If it belongs to the record above, put two spaces in place of the hyphen. Otherwise add «id».",
        ),
        (
            edited(PLAN, "[hp2021.o1]", "[hp2021.o1; hp2021.o1]"),
            "201 «løser» refers to «hp2021.o1; hp2021.o1», which does not exist. Write a comma between the ids: hp2021.o1, hp2021.o1.",
        ),
        (
            {"rapport.yaml": REPORT.replace("t2", "t1") + "    framdrift: 80 %\nøkonomi:\n  prognose: 9\n"},
            "110 «80 %» is read as text, not as a number. Write 80.",
        ),
        (
            {"rapport.yaml": REPORT.replace("t2", "t1") + "    framdrift: 0.8\nøkonomi:\n  prognose: 9\n"},
            "110 «0.8» is not a whole number. Write a whole number from 0 to 100.",
        ),
        (
            edited(PLAN, "[hp2021.o1]", "(hp2021.o1)"),
            "102 «løser» should be a list, not a text. Put brackets around it: [hp2021.o1]",
        ),
        (
            edited(PLAN, "[hp2021.o1]", "- hp2021.o1"),
            "001 A list with hyphens cannot begin on the line of its field. Begin it on the line below, or put brackets around it: [hp2021.o1]",
        ),
        (
            edited("planctl.yaml", '"3025"', "“3025”"),
            '108 «“3025”» is not a municipality number. Put straight quotes around it: "3025".',
        ),
        (
            edited(PLAN, "Bygge sykkelparkering ved stasjonen", "“Sykkelparkering: ved stasjonen”"),
            '001 The text holds a colon followed by a space, so YAML takes it for a new field. Put straight quotes around it: "Sykkelparkering: ved stasjonen".',
        ),
    ],
)
def test_words(files: dict[str, str | bytes | None], said: str) -> None:
    assert words(files) == [said]


def test_help_of_a_missing_field_is_the_schema_s_own_and_reads_well() -> None:
    for stem, schema in book().files.items():
        for name, part in _parts(schema):
            text = book().resolve(part).get("description", "")
            assert text, f"{stem}: {name} has no description"
            assert text[0].isupper() or text[0] in '«"', text
            assert text.rstrip().endswith((".", "?", "…", ")")), text


def test_the_schemas_know_which_plans_are_not_adopted_yet() -> None:
    assert {*book().defs["ikkevedtatt"]["properties"]["status"]["enum"]} == NOT_YET


def _parts(schema: Any) -> Any:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def data_of(text: str) -> Any:
    node, _ = compose("a.yaml", text.encode())
    assert node is not None
    return Builder("a.yaml").build(node)


EXAMPLES = [data_of(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLE.rglob("*.yaml"))]
EXAMPLES += [data_of(text) for text in base_files().values()]
VALUES = st.sampled_from(
    ["x", "", "A b", "2021-02-29", "2021-10-01", "2021-2024", "2024-2021", "i rute", "veg\n", "0301", "≥ 5", 5, -1, 2021,
     4.5, 10**18, True, False, None, [], {}, ["x"], [5], [None], [[]], {"id": "x"}, [{"id": "x", "tittel": "y"}]]
)  # fmt: skip
KEYS = st.sampled_from(["frist", "ukjent", "id", "tittel", "status", "vedtak", "bånd", "måltall", "ansvarleg"])


def mutated(data: st.DataObject) -> tuple[str, Any]:
    plan = copy.deepcopy(data.draw(st.sampled_from(EXAMPLES)))
    for _ in range(data.draw(st.integers(1, 3))):
        here = plan
        while isinstance(here, (dict, list)) and here:
            key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else list(range(len(here)))))
            below = here[key]
            if not isinstance(below, (dict, list)) or not below or data.draw(st.integers(0, 2)) == 0:
                what = data.draw(st.integers(0, 2))
                if what == 0:
                    here[key] = copy.deepcopy(data.draw(VALUES))
                elif what == 1 and isinstance(here, dict):
                    del here[key]
                elif isinstance(here, dict):
                    here[data.draw(KEYS)] = copy.deepcopy(data.draw(VALUES))
                break
            here = below
    return book().types.get(plan["type"], "temaplan") if isinstance(plan.get("type"), str) else "planctl", plan


def without_empty(value: Any) -> Any:
    """Take the empty fields away: an empty field counts as absent."""
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item is not None}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


@given(st.data())
def test_the_fast_and_the_telling_validator_agree(data: st.DataObject) -> None:
    stem, plan = mutated(data)
    full = without_empty(plan)
    assert book().validators.is_valid(stem, full) == (not list(book().validators.errors(stem, full)))


def _told_by_303(error: Any) -> bool:
    return "x-ukjent" in error.schema and type(error.instance) in (int, float)


@given(st.data())
def test_every_invalid_value_gives_findings_and_every_finding_is_told_once(data: st.DataObject) -> None:
    stem, plan = mutated(data)
    before = json.dumps(plan)
    locator = Locator(MemoryTree({"a.yaml": before}))
    findings = shape_findings(book(), stem, "a.yaml", plan, locator)
    errors = [row for row in book().validators.errors(stem, json.loads(before)) if not _told_by_303(row)]
    assert bool(findings) == bool(errors)
    seen = [(item.code, item.place, item.field) for item in findings]
    assert len(seen) == len(set(seen))
    for item in findings:
        assert Language("en")(item.message)
        assert item.help is not None
        locator.locate(item.place)


@given(st.data())
def test_no_rule_crashes_on_invalid_data(data: st.DataObject) -> None:
    _, plan = mutated(data)
    diagnostics = found({"planer/a.yaml": json.dumps(plan, ensure_ascii=False)})
    assert [Language("en")(item.message) for item in diagnostics if item.code == "901"] == []
