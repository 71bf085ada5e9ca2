"""The year wheel on the screen: month by month, never wider than the terminal, plain when it is piped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planctl.calendar.screen import render_screen
from planctl.calendar.view import Activity, YearWheel, numbered
from planctl.i18n import Language
from planctl.output.style import Style

ITEMS = numbered(
    [
        Activity(0, "a", "Regnskap", "administrativ", date(2021, 2, 19), date(2021, 2, 19), "dag", None, "Økonomi"),
        Activity(0, "b", "Revisjon", "administrativ", date(2021, 2, 24), date(2021, 2, 26), "periode"),
        Activity(0, "c", "Forslag", "politisk", date(2021, 8, 16), date(2021, 9, 7), "periode", "Formannskapet"),
        Activity(0, "d", "Statsbudsjettet", "stat", date(2021, 10, 1), date(2021, 10, 31), "måned", illustrative=True),
        Activity(0, "e", "Måling", "administrativ", date(2021, 11, 1), date(2021, 12, 31), "måned"),
    ]
)
WHEEL = YearWheel(2021, "Hjulet", "Prøve", ITEMS, date(2021, 9, 15))
SCREEN = """\
Hjulet – Prøve
I dag: 15. september · Neste: nr. 4

{month}
{rule}
Februar    19.              1   Regnskap
                                Administrativ · ansvarlig: Økonomi
           24.–26.          2   Revisjon
                                Administrativ
August     16. –            3   Forslag
           7. september         Politisk · Formannskapet
Oktober                     4   Statsbudsjettet*
                                Staten
November   – desember       5   Måling
                                Administrativ

* Illustrative aktiviteter.
"""


def test_every_form_of_time() -> None:
    lines = render_screen(WHEEL, Language("nb"), Style(width=80)).splitlines()
    assert lines[3].split()[-2:] == ["Nr.", "Aktivitet"]
    assert set(lines[4]) == {"─"}
    assert lines == SCREEN.format(month=lines[3], rule=lines[4]).splitlines()


def test_what_comes_next_stands_out_and_what_is_over_stands_back() -> None:
    shown = render_screen(WHEEL, Language("nb"), Style(colour=True, width=80))
    assert "\x1b[1mStatsbudsjettet*\x1b[0m" in shown
    assert "\x1b[2mForslag\x1b[0m" in shown
    assert "\x1b[2mMåling" not in shown


def test_another_year_has_no_today() -> None:
    assert "I dag" not in render_screen(replace(WHEEL, today=None), Language("nb"), Style())


def test_an_empty_wheel_says_so(crowd: Callable[..., YearWheel]) -> None:
    shown = render_screen(replace(crowd(0), today=None), Language("en"), Style())
    assert shown == "Årshjul 2026 – Eksempel kommune\n\nNo activities are entered.\n"


def test_never_wider_than_the_terminal(crowd: Callable[..., YearWheel]) -> None:
    hostile = replace(crowd(40), title="x" * 300, activities=crowd(40).activities)
    lines = render_screen(hostile, Language("nb"), Style(width=60)).splitlines()
    assert max(map(len, lines)) <= 60


def test_plan_text_is_never_markup_nor_a_command() -> None:
    evil = Activity(1, "a", "[bold]x[/bold] \x1b[31m", "stat", date(2021, 4, 22), date(2021, 4, 22), "dag")
    shown = render_screen(YearWheel(2021, "T", "P", (evil,)), Language("nb"), Style())
    assert "[bold]x[/bold]" in shown
    assert "\x1b" not in shown
