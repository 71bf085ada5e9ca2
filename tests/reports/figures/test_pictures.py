"""The pictures of chapters: what they say, that nothing in them overlaps, and that every format holds them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from picture import HOSTILE, SVG, check, root, texts
from picture_samples import (
    BOARD,
    MONTHS,
    SAMPLES,
    SCATTER,
    SHARES,
    STACKED,
    STEPS,
    TIMELINE,
    TITLE,
    TOLD,
    deviations,
    elements,
    importance,
    investments,
    maturity,
    owned,
    phases,
    portfolio,
)

from planctl.i18n import Language, T
from planctl.model.chapter import Chapter
from planctl.model.picture import (
    Axis,
    Board,
    Climb,
    Lane,
    Milestone,
    Picture,
    Point,
    Portion,
    Scatter,
    Series,
    Shares,
    Slope,
    Square,
    Stacked,
    Steps,
    Stretch,
    Timeline,
)
from planctl.reports.figures import Figure
from planctl.reports.figures.choice import draw_chapters
from planctl.reports.figures.figure import place
from planctl.reports.figures.looks import SURFACES
from planctl.reports.figures.pictures import picture_figure
from planctl.reports.formats import Source, make
from support import sample

NB, NN, EN = Language("nb"), Language("nn"), Language("en")


def drawn(picture: Picture, lang: Language = NB) -> Figure:
    figure = picture_figure(picture, lang, "a")
    assert figure is not None
    return figure


def told(figure: Figure) -> str:
    """Give what a screen reader reads after the description."""
    desc = root(figure).findtext(f"{SVG}desc") or ""
    return desc.removeprefix(figure.description).replace("\u00a0", " ").strip()


@pytest.mark.parametrize("lang", [NB, NN, EN], ids=lambda lang: lang.code)
@pytest.mark.parametrize("name", SAMPLES)
def test_samples(name: str, lang: Language) -> None:
    figure = drawn(SAMPLES[name], lang)
    check(figure)
    assert figure == drawn(SAMPLES[name], Language(lang.code))
    assert (figure.title, figure.description) == (lang("Measures"), lang("Nothing to show."))


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"reports/figures/{name}.nb.svg", drawn(SAMPLES[name]).svg)


@pytest.mark.parametrize("pictures", [STACKED, STEPS, SCATTER, BOARD, TIMELINE, SHARES], ids=range(6))
def test_nothing_overlaps(pictures: Any) -> None:
    @settings(max_examples=sample(25, 300), deadline=None)
    @given(pictures)
    def judge(picture: Picture) -> None:
        figure = picture_figure(picture, NB, "a")
        if figure is not None:
            check(figure)

    judge()


def test_bars() -> None:
    figure = drawn(deviations())
    found = texts(figure)
    assert found[:3] == ["Helse, miljø og sikkerhet", "Tjenestekvalitet", "Antall avvik"]
    assert found[3:7] == ["0", "20", "40", "60"]
    assert found[7:13] == ["12", "20", "32", "9", "18", "27"]
    assert found[-14:] == ["7", "–", *MONTHS]
    details = told(figure)
    assert details.startswith("Antall avvik. januar: Helse, miljø og sikkerhet 12, Tjenestekvalitet 20. februar: ")
    assert details.endswith("desember: Helse, miljø og sikkerhet –, Tjenestekvalitet –.")


def test_a_line_over_bars() -> None:
    """Where a line would cross them, no numbers stand in the bars."""
    found = texts(drawn(investments()))
    assert found[:4] == ["Skole", "Vann og avløp", "Driftskostnad", "Mill. kr"]
    assert found[4:] == ["0", "200", "400", "600", *(str(year) for year in range(2022, 2042))]
    broken = replace(investments(), line=Series("Drift", (1, 2, None, 4)))
    assert drawn(broken).svg.count('stroke="#1b2733" stroke-width="2"') == 2  # that of the legend, and one stretch


def test_bars_below_zero() -> None:
    saved = Stacked(
        "a", TITLE, TOLD, "Mill. kr", ("2021", "2022"), (Series("Spart", (Decimal("-1.5"), Decimal(2))),), decimals=1
    )
    assert texts(drawn(saved)) == ["Spart", "Mill. kr", "−2", "−1", "0", "1", "2", "2021", "2022"]
    assert told(drawn(saved)) == "Mill. kr. 2021: Spart −1,5. 2022: Spart 2,0."


def test_more_series_and_steps_than_there_is_room_for() -> None:
    many = Stacked(
        "a",
        TITLE,
        TOLD,
        "Antall",
        tuple(str(year) for year in range(2000, 2030)),
        tuple(Series(f"Slag {number}", (1,) * 30) for number in range(1, 9)),
    )
    figure = drawn(many)
    found = texts(figure)
    assert found[:7] == ["Slag 1", "Slag 2", "Slag 3", "Slag 4", "Slag 5", "De andre", "Antall"]
    assert found[-25:] == [*(str(year) for year in range(2006, 2030)), "De siste 24 av 30 er tegnet."]
    assert figure.description.endswith(" De siste 24 av 30 er tegnet.")
    assert "2000: Slag 1 1, " in told(figure)


def test_steps() -> None:
    figure = drawn(maturity())
    assert texts(figure) == [
        *("i dag", "ambisjon", "1", "2", "3", "4", "5"),
        *("Tilfeldig", "Påbegynt", "Etablert", "Styrt", "Kontinuerlig", "forbedring"),
        *("Informasjonssikkerhet", "og personvern", "2,0 → 4,0"),
        *("Anskaffelser", "2,5 → 2,5", "Arkiv", "– → 3,0", "Etikk", "5,0"),
    ]
    assert told(figure) == (
        "Informasjonssikkerhet og personvern: i dag 2,0, ambisjon 4,0. Anskaffelser: i dag 2,5, ambisjon 2,5. "
        "Arkiv: i dag –, ambisjon 3,0. Etikk: i dag 5,0."
    )


def test_names_of_steps_that_are_too_long_stand_below() -> None:
    names = ("Ingen", "Dokumentasjonsforvaltningsprosess", "Alt")
    figure = drawn(Steps("a", TITLE, TOLD, 9, (Climb("Arkiv", 1, 3),), names))
    assert texts(figure)[-1] == "1 Ingen, 2 Dokumentasjonsforvaltningsprosess, 3 Alt."


def test_points_with_sizes() -> None:
    figure = drawn(portfolio())
    found = texts(figure)
    assert found[:5] == ["krever tiltak", "følges opp", "i orden", "areal: Ramme, mill. kr, største 680", "↑ Verdi"]
    assert found[5:17] == ["1 lav", "2", "3", "4", "5 høy", "1", "2", "3", "4", "5", "lav", "høy"]
    assert found[17:] == [
        *("Risiko →", "1", "2", "3", "4", "5"),
        *("1", "Ny barnehage (120 mill. kr)", "2", "Svømmehall", "3"),
        *("Fagsystem for helse, omsorg og velferd i hele kommunen", "4", "Digital byggesak", "5", "Uten ramme"),
    ]
    assert told(figure).startswith(
        "1 Ny barnehage: Risiko 2, Verdi 4, Ramme, mill. kr 120, i orden, 120 mill. kr. 2 Svømmehall: "
    )
    assert "4 Digital byggesak: Risiko 4, Verdi 4, Ramme, mill. kr 12,5, i orden. 5 Uten ramme: " in told(figure)
    assert figure.svg.count('stroke-dasharray="3 2"') == 1


def test_the_area_of_a_point_is_its_size() -> None:
    axes = Axis("x", 0, 10), Axis("y", 0, 10)
    figure = drawn(Scatter("a", TITLE, TOLD, *axes, (Point("a", 1, 1, 100), Point("b", 9, 9, 400)), "kr"))
    radii = [float(str(one.get("r"))) for one in root(figure).iter(f"{SVG}circle")]
    assert radii[-2:] == [32, 16]


def test_points_at_one_place_stand_beside_each_other() -> None:
    """Fourteen points on six places: none hides another, and the part that is set off is explained."""
    figure = drawn(importance())
    found = texts(figure)
    assert found[0] == "Prioritert"
    rings = [one for one in root(figure).iter(f"{SVG}circle") if one.get("r") == "11"]
    places = [(float(str(one.get("cx"))), float(str(one.get("cy")))) for one in rings]
    assert len(places) == 14
    assert all(
        max(abs(x - x2), abs(y - y2)) >= 22 for number, (x, y) in enumerate(places) for x2, y2 in places[:number]
    )


def test_the_line_of_a_sum() -> None:
    axes = Axis("x", 0, 10, ("lite", "mye")), Axis("y", 0, 10, ("lite", "mye"))
    points = Point("a", 9, 9, tone="high"), Point("b", 1, 1, tone="low")
    figure = drawn(Scatter("a", TITLE, TOLD, *axes, points, marked=Slope("Prioritert", 12)))
    assert figure.svg.count("<polygon") == 2  # what is set off, and the mark of the high one
    assert texts(figure)[:6] == ["Prioritert", "↑ y", "lite", "mye", "lite", "mye"]


def test_board() -> None:
    figure = drawn(elements())
    assert texts(figure) == [
        *("Fullført", "I rute", "Ikke startet", "Forsinket"),
        *("Prosess", "Fase 1", "Fase 2", "Fase 3"),
        *("Visjon", "Vedtatt", "Pilot", "Teknologi og data", "Utsatt", "Dashbord i bruk"),
    ]
    assert told(figure) == (
        "Visjon – Fase 1: Fullført, Vedtatt; Fase 2: I rute, Pilot. "
        "Teknologi og data – Fase 1: Ikke startet; Fase 2: Utsatt; Fase 3: Forsinket, Dashbord i bruk."
    )


def test_a_board_of_tones_and_one_that_is_too_large() -> None:
    cells = tuple((Square("7", "high"),) * 13 for _ in range(41))
    rows, columns = tuple(f"Rad {row}" for row in range(41)), tuple(f"K{column}" for column in range(13))
    figure = drawn(Board("a", TITLE, TOLD, rows, columns, cells, (("high", "krever tiltak"),)))
    check(figure)
    assert texts(figure).count("7") == 480
    assert texts(figure)[-1] == "De første 40 av 41 rader er tegnet. De første 12 av 13 kolonner er tegnet."
    assert "Rad 40 – K0: krever tiltak, 7; " in told(figure)


def test_a_narrow_board_numbers_its_columns() -> None:
    """Words that would be cut to nothing are left out; a screen reader gets them."""
    columns = tuple(f"Organisasjonsutvikling {number}" for number in range(1, 11))
    cells = ((Square("Gjennomføres", "i rute"), Square("Nei"), *(Square(),) * 8),)
    figure = drawn(Board("a", TITLE, TOLD, ("Oppvekst",), columns, cells))
    found = texts(figure)
    assert found[:13] == ["I rute", *(str(number) for number in range(1, 11)), "Oppvekst", "Nei"]
    assert " ".join(found[13:]) == ", ".join(f"{number} {name}" for number, name in enumerate(columns, 1)) + "."
    assert told(figure).startswith("Oppvekst – Organisasjonsutvikling 1: I rute, Gjennomføres; ")


def test_timeline() -> None:
    figure = drawn(phases())
    years = [[year, "T1", "T2", "T3"] for year in ("2020", "2021", "2022")]
    assert texts(figure) == [
        *("planlegge", "gjennomføre", "beslutningspunkt", "beslutningspunkt, gjenstår", "31.08.2021"),
        *(word for year in years for word in year),
        *("Svømmehall", "planlegge", "gjennomføre", "BP3", "BP4"),
        *("Digital byggesak", "Uten datoer", "ingen datoer"),
    ]
    assert told(figure) == (
        "Svømmehall: planlegge 01.02.2020–31.03.2021; gjennomføre 01.04.2021–31.12.2022; BP3 01.04.2021; "
        "BP4 31.12.2022. Digital byggesak: planlegge –31.08.2020; gjennomføre 01.06.2020–. "
        "Uten datoer: ingen datoer."
    )


def test_stretches_that_overlap_lie_below_each_other() -> None:
    one, other = (Stretch("", date(2021, 1, 1), date(2021, month, 1), 2) for month in (5, 9))
    after = Stretch("", date(2021, 9, 2), date(2021, 12, 31), 2)
    figure = drawn(Timeline("a", TITLE, TOLD, (Lane("a", (one, other, after)),)))
    bars = [found for found in root(figure).iter(f"{SVG}rect") if found.get("fill") == "#d3e5f1"]
    assert len({bar.get("y") for bar in bars}) == 2


def test_shares() -> None:
    figure = drawn(owned())
    assert [text.replace("\u00a0", " ") for text in texts(figure)] == [
        *("0 %", "50 %", "100 %"),
        *("Fjordparken Eiendom KF", "100,0 %", "Vestre Avløp IKS", "33,3 % (IKS)"),
        *("Stiftelsen Bygdetunet", "ikke kjent (stiftelse)", "Lokalavisa AS", "0,0 %"),
    ]
    assert told(figure) == (
        "Fjordparken Eiendom KF 100,0 %; Vestre Avløp IKS 33,3 % (IKS); "
        "Stiftelsen Bygdetunet ikke kjent (stiftelse); Lokalavisa AS 0,0 %."
    )


def test_the_largest_shares_are_drawn_in_their_order() -> None:
    figure = drawn(Shares("a", TITLE, TOLD, tuple(Portion(f"Selskap {number}", number) for number in range(1, 81))))
    found = texts(figure)
    assert found[3] == "Selskap 51"
    assert found[-1] == "De største 30 av 80 er tegnet."
    assert told(figure).startswith("Selskap 1 1 %; ")


EMPTY: tuple[Picture, ...] = (
    Stacked("a", TITLE, TOLD, "", (), ()),
    Stacked("a", TITLE, TOLD, "", ("2021",), (Series("a", (None,)),)),
    Steps("a", TITLE, TOLD, 5, ()),
    Scatter("a", TITLE, TOLD, Axis("x", 0, 1), Axis("y", 0, 1), ()),
    Board("a", TITLE, TOLD, (), (), ()),
    Board("a", TITLE, TOLD, ("a",), ("b",), ((Square(),),)),
    Timeline("a", TITLE, TOLD, ()),
    Timeline("a", TITLE, TOLD, (Lane("a", (Stretch("a", None, None),)),), date(2021, 1, 1)),
    Shares("a", TITLE, TOLD, ()),
)


@pytest.mark.parametrize("picture", EMPTY, ids=range(len(EMPTY)))
def test_nothing_is_drawn_of_an_empty_picture(picture: Picture) -> None:
    assert picture_figure(picture, NB, "a") is None
    found = draw_chapters([Chapter(T("Measures"), pictures=(picture, owned()))], "rapport", NB)
    assert {name: figure.name for name, figure in found.pictures.items()} == {"eierandeler": "rapport-bilde-2"}


def test_hostile_texts() -> None:
    day = date(2021, 5, 1)
    for picture in (
        Stacked("a", TITLE, TOLD, HOSTILE, (HOSTILE, "b"), (Series(HOSTILE, (1, 2)),), Series(HOSTILE, (1, 1))),
        Steps("a", TITLE, TOLD, 5, (Climb(HOSTILE, 1, 10**17),), (HOSTILE, HOSTILE)),
        Scatter("a", TITLE, TOLD, Axis(HOSTILE, 0, 1, (HOSTILE,) * 2), Axis(HOSTILE, 0, 1, (HOSTILE,) * 2),
                (Point(HOSTILE, 1, 1, 3, "high", HOSTILE),), HOSTILE, Slope(HOSTILE, 1), (("high", HOSTILE),)),
        Board("a", TITLE, TOLD, (HOSTILE,), (HOSTILE,), ((Square(HOSTILE, "low"),),), (("low", HOSTILE),), HOSTILE),
        Timeline("a", TITLE, TOLD, (Lane(HOSTILE, (Stretch(HOSTILE, day, day),), (Milestone(HOSTILE, day),)),), day,
                 ((1, HOSTILE),), HOSTILE),
        Shares("a", TITLE, TOLD, (Portion(HOSTILE, 10**17, HOSTILE),)),
    ):  # fmt: skip
        figure = drawn(picture)
        check(figure)
        assert "<script" not in figure.svg
        assert len(figure.svg) < 60_000


def test_looks_differ_in_grey() -> None:
    """No two of the six patterns have the same ground and the same lines."""
    six = [SURFACES[number] for number in (1, 2, 3, 4, 5, 6)]  # type: ignore[index]
    assert len({(one.fill in {"#fff", "#fcf0e5"}, one.hatch, one.fill) for one in six}) == 6


def _source() -> tuple[Source, list[Figure]]:
    figures = draw_chapters([Chapter(TITLE, pictures=tuple(SAMPLES.values()))], "rapport", NB)
    placed = "\n\n".join(str(place(figure)) for figure in figures.every)
    return Source(f"# Rapport\n\n{placed}\n", NB, date(2021, 8, 31), None, figures.every), list(figures.every)


def test_formats_hold_the_pictures() -> None:
    """Each as a picture, with what it says in words."""
    source, figures = _source()
    assert len(figures) == 8
    page = make("html", source).decode()
    assert page.count("<svg") == 8
    assert all(f'<title id="{figure.name}-title">' in page for figure in figures)
    word = docx.Document(io.BytesIO(make("docx", source)))
    abouts = [str(one.get("descr")) for one in word.element.body.iter(qn("wp:docPr"))]
    assert abouts == [figure.words for figure in figures]
    with pikepdf.open(io.BytesIO(make("pdf", source))) as file:
        alts = [str(found.Alt) for found in file.objects if isinstance(found, pikepdf.Dictionary) and "/Alt" in found]
    assert sorted(alts) == sorted(figure.words for figure in figures)
