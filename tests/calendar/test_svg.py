"""The picture is well-formed, says the right words, and is the same each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import atan2, degrees, hypot
from xml.etree import ElementTree as ET

import pytest

from planctl.calendar.geometry import BAND, LEADER, angle
from planctl.calendar.svg import render_svg
from planctl.calendar.view import Activity, Precision, YearWheel, numbered
from planctl.i18n import Language

_SVG = "{http://www.w3.org/2000/svg}"


def _wheel(*activities: Activity, today: date | None = None) -> YearWheel:
    return YearWheel(2021, "Årshjul 2021", "Asker kommune", numbered(activities), today)


def _one(
    title: str = "Eierdag",
    start: date = date(2021, 4, 22),
    end: date | None = None,
    precision: Precision = "periode",
    *,
    illustrative: bool = False,
) -> Activity:
    stop = end or start
    return Activity(0, title[:9], title, "politisk", start, stop, precision, illustrative=illustrative)


def _root(wheel: YearWheel, code: str = "nb") -> ET.Element:
    return ET.fromstring(render_svg(wheel, Language(code)))


def _texts(root: ET.Element, path: str = f".//{_SVG}text") -> list[str]:
    return ["".join(element.itertext()) for element in root.iterfind(path)]


def _labels(wheel: YearWheel) -> list[list[str]]:
    groups = _root(wheel).iterfind(f".//{_SVG}g[@class='label']")
    return [_texts(group, f"{_SVG}text") for group in groups]


def test_the_labels_of_the_year(asker: YearWheel) -> None:
    assert _labels(asker)[:8] == [
        ["Rapportering og", "resultater foregående år", "4. januar – 12. februar"],
        ["Virksomhetsplan", "per virksomhet", "11. januar – 26. februar"],
        ["Årsrapport, årsregnskap", "og årsberetning –", "administrativt arbeid", "18. januar – 31. mars"],
        ["Årshjulet for 2021", "19. januar"],
        ["Interne revisjoner", "etter ISO 9001", "8. februar – 19. mars"],
        ["Strategiseminar for", "handlingsprogrammet", "11.–12. februar"],
        ["Strategiske mål og", "økonomiske rammer –", "administrativt arbeid", "6. april – 7. mai"],
        ["Ledelsens gjennomgang", "12. april"],
    ]
    assert _labels(asker)[16] == ["Brukerundersøkelser", "september – oktober"]
    assert _labels(asker)[22] == ["2. tertialrapport –", "politisk behandling*", "26. oktober"]


@pytest.mark.parametrize(
    ("activity", "time"),
    [
        (_one(start=date(2021, 6, 1), end=date(2021, 6, 30), precision="måned"), "juni"),
        (_one(start=date(2021, 12, 9), precision="dag"), "9. desember"),
        (_one(start=date(2021, 10, 8), end=date(2021, 10, 9)), "8.–9. oktober"),
        (_one(start=date(2021, 1, 12), end=date(2021, 2, 6)), "12. januar – 6. februar"),
        (_one(start=date(2020, 12, 1), end=date(2021, 2, 6)), "1. desember 2020 – 6. februar"),
        (
            _one(start=date(2021, 12, 1), end=date(2022, 1, 31), precision="måned"),
            "desember – januar 2022",
        ),
    ],
)
def test_times_are_written_as_the_language_does(activity: Activity, time: str) -> None:
    assert _labels(_wheel(activity))[0][-1] == time


def test_a_long_time_takes_two_lines() -> None:
    wheel = _wheel(_one(start=date(2021, 12, 1), end=date(2022, 12, 9)))
    assert _labels(wheel)[0] == ["Eierdag", "1. desember –", "9. desember 2022"]


def test_the_english_time_has_no_point() -> None:
    wheel = _wheel(_one(start=date(2021, 10, 8), end=date(2021, 10, 9)))
    assert "8–9 October" in _texts(_root(wheel, "en"))


def test_title_legend_hub_and_note(asker: YearWheel) -> None:
    texts = _texts(_root(asker, "en"))
    assert texts[:4] == [
        "Årshjul 2021 – Asker kommune",
        "Political: round, outer ring",
        "Administrative: square, inner ring",
        "The state: six-sided",
    ]
    assert [text for text in texts if text.startswith(("Today", "Next"))] == [
        "Today: 13 May",
        "Next: no. 11",
    ]
    assert texts[-1] == "* Illustrative activity."


def test_the_state_is_in_the_legend_only_where_it_acts() -> None:
    assert "The state: six-sided" not in _texts(_root(_wheel(_one()), "en"))


def test_each_ring_has_its_own_shape_in_the_wheel_and_beside_the_label(asker: YearWheel) -> None:
    shapes = {"politisk": "circle", "administrativ": "rect", "stat": "polygon"}
    found: dict[int, set[str]] = {}
    for badge in _root(asker).iterfind(f".//{_SVG}g[@class='badge']"):
        number = int("".join(badge.itertext()))
        found.setdefault(number, set()).add(badge[0].tag.removeprefix(_SVG))
    assert found == {item.number: {shapes[item.ring]} for item in asker.activities}


def test_only_the_month_of_today_is_dark(asker: YearWheel) -> None:
    months = list(_root(asker).iterfind(f".//{_SVG}text[@class='month']"))
    assert [month.text for month in months if month.get("fill") == "#fff"] == ["Mai"]
    assert [month.text for month in months][:2] == ["Januar", "Februar"]
    still = replace(asker, today=None)
    months = list(_root(still).iterfind(f".//{_SVG}text[@class='month']"))
    assert not [month for month in months if month.get("fill") == "#fff"]
    assert 'class="today"' not in render_svg(still, Language("nb"))


@pytest.mark.parametrize(
    ("today", "number"), [(date(2021, 4, 21), 1), (date(2021, 4, 22), 1), (date(2021, 4, 23), None)]
)
def test_next_is_the_first_that_starts_today_or_later(today: date, number: int | None) -> None:
    following = _wheel(_one(), today=today).upcoming
    assert (following.number if following else None) == number


def test_each_leader_ends_straight_at_its_own_day(asker: YearWheel) -> None:
    leaders = _root(asker).findall(f".//{_SVG}path[@class='leader']")
    assert len(leaders) == 27
    for leader, item in zip(leaders, asker.activities, strict=True):
        bend, foot = (tuple(map(float, part.split())) for part in leader.attrib["d"].split("L")[1:])
        turns = [degrees(atan2(x, -y)) % 360 for x, y in (bend, foot)]
        assert turns[0] == pytest.approx(turns[1], abs=0.1)
        assert turns[1] == pytest.approx(angle(item.start, 2021), abs=2)
        assert hypot(*foot) == pytest.approx(BAND[1] + 1.5, abs=0.2)
        assert hypot(*bend) == pytest.approx(LEADER, abs=0.2)


def test_it_is_named_and_described_for_screen_readers(asker: YearWheel) -> None:
    root = _root(asker, "en")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "wheel-2021-title wheel-2021-desc"
    assert [(e.tag.removeprefix(_SVG), e.get("id")) for e in root[:2]] == [
        ("title", "wheel-2021-title"),
        ("desc", "wheel-2021-desc"),
    ]
    assert root[0].text == "Årshjul 2021 – Asker kommune"
    assert root[1].text == (
        "Activities around the year, clockwise from January at the top. "
        "Political: round, outer ring: 11. Administrative: square, inner ring: 15. "
        "The state: six-sided: 1. * Illustrative activity."
    )


def test_plan_text_is_never_markup() -> None:
    evil = '<script>alert("x")</script> & \x1b[31m\u202erød\x00'
    wheel = replace(_wheel(_one(evil)), title=evil, municipality="A & <b>")
    svg = render_svg(wheel, Language("nb"))
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg
    assert not {"\x1b", "\u202e", "\x00"} & set(svg)
    assert "– A & <b>" in (ET.fromstring(svg)[0].text or "")


def test_a_cut_title_is_whole_in_its_tooltip() -> None:
    root = _root(_wheel(_one("ø" * 200)))
    assert _texts(root, f".//{_SVG}g[@class='label']/{_SVG}title") == ["ø" * 200]
    assert [text for text in _texts(root) if text.endswith("ø…")]


def test_all_illustrative_is_said_once_without_asterisks() -> None:
    wheel = _wheel(_one(illustrative=True), _one("Seminar", illustrative=True))
    assert _labels(wheel) == [["Eierdag", "22. april"], ["Seminar", "22. april"]]
    assert _texts(_root(wheel, "en"))[-1] == "All activities are illustrative."


def test_the_same_wheel_gives_the_same_bytes(asker: YearWheel) -> None:
    assert render_svg(asker, Language("nb")) == render_svg(asker, Language("nb"))


@pytest.mark.parametrize("count", [0, 1, 40, 60, 366])
def test_any_number_of_activities_gives_a_picture(count: int, crowd: Callable[..., YearWheel]) -> None:
    root = _root(crowd(count))
    assert len(root.findall(f".//{_SVG}g[@class='label']")) == count
    assert len(root.findall(f".//{_SVG}g[@class='badge']")) == 2 * count


def test_an_empty_wheel_says_so(crowd: Callable[..., YearWheel]) -> None:
    assert _texts(_root(crowd(0), "en"))[-1] == "No activities are entered."


def test_a_municipality_in_the_title_is_not_repeated() -> None:
    wheel = replace(_wheel(_one()), title="Årshjul for Asker kommune")
    assert _texts(_root(wheel))[0] == "Årshjul for Asker kommune"


def test_numbers_follow_start_and_end_and_then_the_order_written() -> None:
    late = _one("b", date(2021, 2, 1))
    long = _one("a", date(2021, 1, 1), date(2021, 1, 9))
    state = replace(_one("a", date(2021, 1, 1)), ring="stat")
    first, second = _one("a", date(2021, 1, 1)), _one("b", date(2021, 1, 1))
    ordered = numbered([late, state, long, second, first])
    assert [(item.number, item.id, item.ring, item.end.day) for item in ordered] == [
        (1, "a", "stat", 1),
        (2, "b", "politisk", 1),
        (3, "a", "politisk", 1),
        (4, "a", "politisk", 9),
        (5, "b", "politisk", 1),
    ]
