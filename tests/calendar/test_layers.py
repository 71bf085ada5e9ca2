"""The layers of the calendar: what stands in them, when, in which ring, and what a picture makes of a crowd."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from planctl.calendar.build import build_wheel
from planctl.calendar.counted import MOST, counted
from planctl.calendar.screen import render_screen
from planctl.calendar.svg import render_svg
from planctl.calendar.text import time_text, title_text
from planctl.calendar.view import RINGS, YearWheel
from planctl.glossary import terms
from planctl.i18n import Language
from planctl.output.style import Style
from support import Files, base_files, book, world

NB, NN = Language("nb"), Language("nn")
UNIT_PLAN = (
    "type: virksomhetsplan\nid: vp\ntittel: Vegplanen\nvirksomhet: veg\nperiode: 2021\nstatus: {status}\ntiltak:\n"
)


def shown(wheel: YearWheel | None, lang: Language = NB) -> list[tuple[str, str, str]]:
    """Give the title, the time and the ring of each activity."""
    assert wheel is not None
    return [(title_text(item, lang), time_text(item, wheel.year, lang), item.ring) for item in wheel.activities]


def plan(*deadlines: str, status: str = "vedtatt", extra: str = "") -> Files:
    """Make a virksomhetsplan with a tiltak for each deadline, and nothing else with a date."""
    rows = [
        f"  - id: vp.t{number}\n    tittel: T{number}\n    frist: {frist}\n    ansvarlig: veg\n{extra}"
        for number, frist in enumerate(deadlines, 1)
    ]
    nothing: Files = dict.fromkeys(base_files())
    return {
        **nothing,
        "planctl.yaml": base_files()["planctl.yaml"],
        "vp.yaml": UNIT_PLAN.format(status=status) + "".join(rows),
    }


def test_every_annotation_names_a_field_a_ring_and_a_word() -> None:
    annotated = [
        (schema, name, row)
        for root in book().files.values()
        for schema in _with_dates(root)
        for name, row in schema["x-årshjul"].items()
    ]
    assert len(annotated) >= 12
    known = {form for forms in terms().values() for form in forms["nb"][:2]}
    for schema, name, row in annotated:
        assert name in schema["properties"]
        assert set(row) <= {"lag", "ring", "tittel", "når"}
        assert row.get("ring", "politisk") in RINGS
        assert {row["lag"], row.get("tittel", row["lag"])} <= known
        assert row.get("når", "slutt") == "slutt"


def _with_dates(schema: object) -> Iterator[dict[str, dict[str, dict[str, str]]]]:
    if isinstance(schema, dict):
        if "x-årshjul" in schema:
            yield schema
        schema = list(schema.values())
    for inner in schema if isinstance(schema, list) else ():
        yield from _with_dates(inner)


def test_a_deadline_is_placed_as_what_is_known_of_it() -> None:
    files = plan("2021-03-02", "2021-03", "2021-Q2", "2021-T2", "2021-H2", "2021", "2022-01-01")
    assert shown(build_wheel(world(files, base=False), 2021, ["frister"])) == [
        ("Frist: T6", "2021", "administrativ"),
        ("Frist: T2", "mars", "administrativ"),
        ("Frist: T1", "2. mars", "administrativ"),
        ("Frist: T3", "2. kvartal", "administrativ"),
        ("Frist: T4", "2. tertial", "administrativ"),
        ("Frist: T5", "2. halvår", "administrativ"),
    ]


def test_a_reported_deadline_takes_its_place_and_what_is_given_up_has_none() -> None:
    report = (
        "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\ntiltak:\n"
        "  vp.t1:\n    status: forsinket\n    ny_frist: 2021-H2\n  vp.t2:\n    status: utgår\n"
    )
    files = {**plan("2021-03-02", "2021-04-01", "2021-05-04"), "r.yaml": report}
    assert shown(build_wheel(world(files, base=False), 2021, ["frister"])) == [
        ("Frist: T3", "4. mai", "administrativ"),
        ("Frist: T1", "2. halvår", "administrativ"),
    ]
    gone = plan("2021-03-02", status="utgått")
    assert shown(build_wheel(world(gone, base=False), 2021, ["frister"])) == []


HEARINGS = """\
type: temaplan
id: tp
tittel: Klimaplanen
periode: 2013-2021
status: vedtatt
høring: {fra: 2020-12-15, til: 2021-02-01}
"""


def test_hearings_last_and_plans_end() -> None:
    here = world({"tp.yaml": HEARINGS})
    found = [row for row in shown(build_wheel(here, 2021, ["høringer", "planer"])) if "Klimaplanen" in row[0]]
    assert found == [
        ("Høring: Klimaplanen", "1. januar – 1. februar", "politisk"),
        ("Utløp: Klimaplanen", "31. desember", "politisk"),
    ]
    assert ("Høyring: Klimaplanen", "15.–31. desember", "politisk") in shown(build_wheel(here, 2020, ["høringer"]), NN)
    heir = "type: temaplan\nid: ny\ntittel: Ny klimaplan\nperiode: 2020-2032\nstatus: vedtatt\navløser: tp\n"
    replaced = build_wheel(world({"tp.yaml": HEARINGS, "ny.yaml": heir}), 2021, ["planer"])
    assert [row for row in shown(replaced) if "Klimaplanen" in row[0]] == []


PROCESS = """\
type: prosess
id: bp
tittel: Budsjettprosessen
periode: 2020-2021
aktiviteter:
  - {id: bp.a, tittel: Arbeidsgruppe, måned: 2021-01, ansvarlig: veg}
  - {id: bp.b, tittel: I fjor, måned: 2020-01, ring: politisk}
  - {id: bp.c, tittel: Hvilket år, måned: 2, ring: politisk}
  - {id: bp.d, tittel: Statsbudsjettet, slag: statsbudsjett, dato: 2021-10-12}
"""


def test_a_prosess_is_drawn_with_the_wheel_and_says_where_it_is_from() -> None:
    wheel = build_wheel(world({"p.yaml": PROCESS}), 2021)
    assert wheel is not None
    assert wheel.title == "Årshjul 2021"
    own = {item.id: (item.ring, item.origin) for item in wheel.activities if item.id.startswith("bp.")}
    assert own == {"bp.a": ("ingen", "Budsjettprosessen"), "bp.d": ("stat", "Budsjettprosessen")}
    assert {item.origin for item in wheel.activities if item.id.startswith("ah.")} == {None}
    text = render_screen(wheel, NB, Style(width=80))
    assert "Uten ring · Budsjettprosessen · ansvarlig: Veg" in text
    assert "Uten ring: merke på spissen" in render_svg(wheel, NB)


def test_a_year_with_a_prosess_alone_has_its_name() -> None:
    wheel = build_wheel(world({"p.yaml": PROCESS}), 2020)
    assert wheel is not None
    assert (wheel.title, [item.id for item in wheel.activities]) == ("Budsjettprosessen", ["bp.b"])


MEETINGS = """\
type: møteplan
id: mp
tittel: Møteplan 2021
periode: 2021
møter:
"""


def meetings(count: int) -> str:
    """Make a møteplan with a meeting on each of the first days of months, three a month."""
    days = [date(2021, 1 + index // 3, 2 + 7 * (index % 3)) for index in range(count)]
    return MEETINGS + "".join(f"  - {{organ: kommunestyret, dato: {day}}}\n" for day in days)


def test_a_møteplan_is_shown_where_there_is_no_wheel() -> None:
    wheel = build_wheel(world({"årshjul.yaml": None, "m.yaml": meetings(2)}), 2021)
    assert wheel is not None
    assert wheel.title == "Møteplan 2021"
    assert shown(wheel)[0] == ("Møte: Kommunestyret", "2. januar", "politisk")
    assert build_wheel(world({"årshjul.yaml": None}), 2021) is None


@pytest.mark.parametrize(("count", "labels"), [(MOST, MOST), (MOST + 1, 5)])
def test_a_picture_counts_the_dates_of_a_crowded_layer(count: int, labels: int) -> None:
    wheel = build_wheel(world({"m.yaml": meetings(count)}), 2021, ["møter"])
    assert wheel is not None
    drawn = counted(wheel)
    assert len(drawn.activities) == labels
    if labels < count:
        assert shown(drawn)[0] == ("3 møter", "januar", "politisk")
        assert shown(drawn)[-1] == ("Møte: Kommunestyret", "2. mai", "politisk")  # one is no crowd
        assert "3 møte" in render_svg(wheel, NN)
    assert render_screen(wheel, NB, Style(width=80)).count("Møte: Kommunestyret") == count


def test_the_layers_of_a_wheel_name_it_where_the_wheel_is_not_shown() -> None:
    here = world({"m.yaml": meetings(1)})
    two = world({"årshjul.yaml": None, "p.yaml": PROCESS, "q.yaml": PROCESS.replace("bp", "kp")})
    wheel = build_wheel(two, 2021, ["prosesser"])
    assert wheel is not None
    assert render_screen(wheel, NB, Style(width=80)).startswith("Prosesser 2021 – Prøve\n")
    for names, heading in ((["frister", "planer"], "Frister og planer 2021"), (["årshjul", "frister"], "Årshjul 2021")):
        wheel = build_wheel(here, 2021, names)
        assert wheel is not None
        assert render_screen(wheel, NB, Style(width=80)).startswith(f"{heading} – Prøve\n")


VEDTAK = """\
type: vedtak
id: vr
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - {id: v1, tittel: Trygg skoleveg, dato: 2021-02-09, frist: 2021-05-01, status: overført ny sak, begrunnelse: Sak 9.}
  - id: v2
    tittel: Sykkelveg
    dato: 2021-02-09
    ansvarlig: veg
    punkter:
      - {id: v2.p1, tittel: Legge fram sak, frist: 2021-06-01}
      - {id: v2.p2, tittel: Spørre naboene, frist: 2021-06-02, status: besluttet ikke fulgt, begrunnelse: Opphevet.}
"""


def test_a_vedtak_that_is_set_aside_has_no_date_and_a_punkt_has_the_owner_of_its_vedtak() -> None:
    wheel = build_wheel(world({"v.yaml": VEDTAK}), 2021, ["frister"])
    assert wheel is not None
    found = [(item.id, item.responsible) for item in wheel.activities if item.id.startswith("v2") or item.id == "v1"]
    assert found == [("v2.p1", "Veg og trafikk")]
