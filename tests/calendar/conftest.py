"""A year of 27 activities as a Norwegian municipality has them, and made-up crowds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import get_args

import pytest

from planctl.calendar.view import Activity, Precision, Ring, YearWheel, numbered

_ROWS = """
P|01-19|01-19|Årshjulet for 2021|formannskapet
A|01-04|02-12|Rapportering og resultater foregående år|
A|01-11|02-26|Virksomhetsplan per virksomhet|
A|02-08|03-19|Interne revisjoner etter ISO 9001|
P|02-11|02-12|Strategiseminar for handlingsprogrammet|formannskapet
A|01-18|03-31|Årsrapport, årsregnskap og årsberetning – administrativt arbeid|
A|04-12|04-12|Ledelsens gjennomgang|
A|05-03|05-21|1. tertialrapport – administrativt|
P|04-22|04-22|Eierdag|kommunestyret
A|04-06|05-07|Strategiske mål og økonomiske rammer – administrativt arbeid|
A|05-26|05-27|HP-seminar for administrasjonen|
P|06-15|06-15|1. tertialrapport – politisk behandling|kommunestyret
P|06-15|06-15|Strategiske mål og økonomiske rammer|kommunestyret
P|06-08|06-08|Årsrapport – politisk behandling|kommunestyret
P|06-08|06-08|Årsregnskap og årsberetning|kommunestyret
A|M06|M08|Kommunedirektørens forslag til handlingsprogram|
P|09-14|09-14|Forslag til handlingsprogram – politisk sak|formannskapet
A|09-06|09-30|2. tertialrapport – administrativt|
S|10-12|10-12|Statsbudsjettet legges frem|
A|10-12|11-05|Tilleggsinnstilling – administrativt arbeid|
P|11-16|11-30|Forslag og tilleggsinnstilling – høring i to uker|formannskapet
A|M09|M10|Brukerundersøkelser|
A|10-18|11-05|Medarbeiderundersøkelse|
A|11-22|11-26|Ekstern revisjon etter ISO 9001|
P|12-14|12-14|Handlingsprogrammet vedtas|kommunestyret
A|12-15|12-31|Oppdragsbrev til virksomhetene|
P|10-26|10-26|2. tertialrapport – politisk behandling|kommunestyret
"""
_RINGS: dict[str, Ring] = {"P": "politisk", "A": "administrativ", "S": "stat"}


def _day(text: str, year: int, *, last: bool) -> date:
    if not text.startswith("M"):
        return date(year, int(text[:2]), int(text[3:]))
    month = int(text[1:])
    return date(year, month + 1, 1) - timedelta(1) if last else date(year, month, 1)


def _asker(year: int = 2021) -> tuple[Activity, ...]:
    """Make the 27 activities; the last of the list is the only illustrative one."""
    rows = [row.split("|") for row in _ROWS.strip().splitlines()]
    made = []
    for index, (mark, start, end, title, organ) in enumerate(rows, 1):
        first, last = _day(start, year, last=False), _day(end, year, last=True)
        precision: Precision = "dag" if start == end else "periode"
        made.append(
            Activity(
                number=0,
                id=f"a{index:02}",
                title=title,
                ring=_RINGS[mark],
                start=first,
                end=last,
                precision="måned" if start[0] == "M" else precision,
                organ=organ or None,
                responsible="kommunedirektøren" if mark == "A" else None,
                illustrative=index == len(rows),
            )
        )
    return numbered(made)


def make_asker(today: date | None = date(2021, 5, 13)) -> YearWheel:
    """Make the wheel of 2021."""
    return YearWheel(2021, "Årshjul 2021", "Asker kommune", _asker(), today)


def make_crowd(count: int, *, spacing: int | None = None) -> YearWheel:
    """Make `count` activities over the year, or `spacing` days apart from 1 January."""
    made = []
    for index in range(count):
        step = index * (spacing or 363 / max(count, 1))
        start = date(2026, 1, 1) + timedelta(int(step))
        length = (0, 12, 1, 40)[index % 4]
        made.append(
            Activity(
                0,
                f"a{index:03}",
                f"Tertialrapport {index + 1} med vurdering av status, avvik og nye tiltak",
                "stat" if index % 13 == 7 else "ingen" if index % 17 == 4 else get_args(Ring)[index % 2],
                start,
                min(start + timedelta(length), date(2026, 12, 31)),
                "periode" if length else "dag",
            )
        )
    return YearWheel(2026, "Årshjul 2026", "Eksempel kommune", numbered(made), date(2026, 9, 30))


@pytest.fixture
def asker() -> YearWheel:
    """Give the wheel of 2021 with today on 13 May."""
    return make_asker()


@pytest.fixture
def crowd() -> Callable[..., YearWheel]:
    """Give the maker of crowded wheels."""
    return make_crowd
