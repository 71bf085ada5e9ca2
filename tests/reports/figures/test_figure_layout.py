"""Whatever is to be drawn: nothing leaves the canvas, and no text lies over another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from figure_samples import (
    BANDS,
    COUNTS,
    ECONOMIES,
    GOALS,
    SUMS,
    TALLIES,
    asker,
    coverage,
    coverages,
    cyclists,
    economy,
    economy_of_asker,
    goals,
    many_series,
    series,
    tallies,
)
from hypothesis import given
from hypothesis import strategies as st
from picture import HOSTILE, check, contrast, root, shapes, words

from planctl.i18n import Language
from planctl.reports.figures import (
    Figure,
    budget_bars,
    coverage_map,
    fn_goals,
    indicator_chart,
    reported_share,
    sparkline,
    status_bars,
)
from planctl.reports.figures.coverage import _STEPS
from planctl.reports.figures.room import Room
from planctl.reports.figures.swatch import SWATCHES
from planctl.reports.figures.views import Coverage, CoverageRow, FnGoals, FnUse
from planctl.svg.look import ALARM, BLUE, BLUE_PALE, BROWN, BROWN_PALE, INK, LINE, MUTED, PURPLE

EN = Language("en")
LANGUAGES = st.sampled_from([EN, Language("nb"), Language("nn")])
Draw = Callable[[Language], Figure]

ASKER: dict[str, Draw] = {
    "status": lambda lang: status_bars(asker(), lang),
    "share": lambda lang: reported_share(asker(), lang),
    "budget": lambda lang: budget_bars(economy_of_asker(), lang),
    "coverage": lambda lang: coverage_map(coverage(), lang),
    "goals": lambda lang: fn_goals(goals(), lang),
    "sparkline": lambda lang: sparkline(cyclists(), lang),
    "indicator": lambda lang: indicator_chart(cyclists(), lang),
}


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ASKER)
def test_figures_of_asker(name: str, code: str) -> None:
    check(ASKER[name](Language(code)))


@pytest.mark.parametrize("name", ASKER)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    figure = ASKER[name](EN)
    assert figure == ASKER[name](Language("en"))
    golden(f"reports/figures/{name}.en.svg", figure.svg)


@given(TALLIES, LANGUAGES)
def test_status_bars(rows: Any, lang: Language) -> None:
    check(status_bars(rows, lang))
    check(reported_share(rows, lang, "oppdrag"))


@given(ECONOMIES, LANGUAGES)
def test_budget(found: Any, lang: Language) -> None:
    check(budget_bars(found, lang))


@given(coverages(), LANGUAGES)
def test_coverage(found: Any, lang: Language) -> None:
    check(coverage_map(found, lang))


@given(GOALS, LANGUAGES)
def test_goals(found: Any, lang: Language) -> None:
    check(fn_goals(found, lang))


@given(many_series(), LANGUAGES)
def test_series(found: Any, lang: Language) -> None:
    check(indicator_chart(found, lang))
    assert words(sparkline(found, lang)) == []
    check(sparkline(found, lang))


@given(
    st.lists(st.tuples(st.floats(0, 500), st.floats(0, 200)), max_size=20),
    st.floats(0, 500),
    st.floats(0, 200),
    st.floats(1, 120),
)
def test_labels_near_a_point_never_overlap(curve: list[tuple[float, float]], x: float, y: float, width: float) -> None:
    room = Room((0, 0, 500, 200), curve)
    places = [place for _ in range(10) if (place := room.near(x, y, width, 18)) is not None]
    for number, (left, top) in enumerate(places):
        assert width / 2 <= left <= 500 - width / 2
        assert 9 <= top <= 191
        assert all(abs(left - x2) >= width - 1e-6 or abs(top - y2) >= 18 - 1e-6 for x2, y2 in places[:number])


def _hostile() -> dict[str, Figure]:
    words = {
        "tiltak": {"entall": HOSTILE, "flertall": HOSTILE},
        "delmål": {"entall": HOSTILE},
        "tjenesteområde": {"entall": HOSTILE},
    }
    lang = Language("nb", words)
    use = FnUse("1", {"nb": HOSTILE}, prioritised=True, goals=1, tiltak=2)
    risky = series(
        ("2020", 1),
        (HOSTILE, 2),
        bands=BANDS,
        target=("2024", 3),
        title=HOSTILE,
        measure=HOSTILE,
        id=HOSTILE,
        unit=HOSTILE,
        by_unit=True,
    )
    return {
        "status": status_bars(tallies({HOSTILE: COUNTS[0], "": COUNTS[1]}), lang),
        "share": reported_share(tallies({HOSTILE: COUNTS[0]}), lang),
        "budget": budget_bars(economy((HOSTILE, *SUMS[0])), lang),
        "coverage": coverage_map(Coverage((HOSTILE, "b"), (CoverageRow(HOSTILE, HOSTILE, ((0, 0), (1, 2))),)), lang),
        "goals": fn_goals(FnGoals((use,)), lang),
        "sparkline": sparkline(risky, lang),
        "indicator": indicator_chart(risky, lang),
    }


@pytest.mark.parametrize("name", ASKER)
def test_hostile_texts(name: str) -> None:
    figure = _hostile()[name]
    check(figure)
    assert "<script" not in figure.svg
    assert len(figure.svg) < 60_000
    for text in (figure.title, figure.description):
        assert not {"\x1b", "\x00", "\u202e", "\n"} & set(text)
        assert len(text) < 12_000


@pytest.mark.parametrize(
    "figure",
    [
        status_bars(tallies({}), EN),
        reported_share(tallies({}), EN),
        budget_bars(economy(), EN),
        coverage_map(Coverage((), ()), EN),
        fn_goals(FnGoals(()), EN),
        indicator_chart(series(), EN),
        sparkline(series(), EN),
    ],
    ids=lambda figure: figure.name,
)
def test_nothing_to_draw(figure: Figure) -> None:
    check(figure)
    assert root(figure) is not None
    assert shapes(figure)


def test_names_are_given_by_the_caller() -> None:
    for figure in (
        status_bars(asker(), EN, name="a"),
        budget_bars(economy(), EN, name="a"),
        sparkline(cyclists(), EN, "a"),
    ):
        assert (figure.name, figure.path) == ("a", "figurer/a.svg")


def test_text_contrast() -> None:
    """Every text on every ground it may stand on."""
    for ink in (INK, MUTED, ALARM):
        assert contrast(ink, "#fff") >= 4.5
    for ground in (BLUE_PALE, BROWN_PALE):
        assert contrast(INK, ground) >= 4.5
        assert contrast(MUTED, ground) >= 4.5
    for swatch in SWATCHES.values():
        assert contrast(swatch.ink, "#fff" if swatch.hatch else swatch.fill) >= 4.5
        assert contrast(swatch.stroke, "#fff") >= 3
    for _, ground in _STEPS:
        assert contrast("#fff" if ground == BLUE else INK, ground) >= 4.5


def test_shape_contrast() -> None:
    for colour in (LINE, MUTED, BLUE, BROWN, PURPLE, ALARM):
        assert contrast(colour, "#fff") >= 3
    for colour in (LINE, BLUE, BROWN, PURPLE, ALARM, INK):
        assert contrast(colour, BLUE_PALE) >= 3
        assert contrast(colour, BROWN_PALE) >= 3
