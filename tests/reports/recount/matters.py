"""Matters written again: what is to be settled, since when it is known, and on which day it was open or late."""

from __future__ import annotations

import datetime as dt

from recount.node import Node
from recount.words import capital, last_day

OVER = {
    "avtale": ("gjennomført", "videreført", "falt bort"),
    "avvik": ("lukket", "videresendt", "avvist"),
    "funn": ("lukket", "ikke fulgt"),
    "gevinst": ("realisert", "ikke realisert"),
    "innspill": ("tatt til følge", "delvis tatt til følge", "ikke tatt til følge"),
    "lederbeslutning": ("gjennomført", "ikke fulgt"),
    "mislighold": ("lukket", "hevet"),
    "risiko": ("redusert", "akseptert", "lukket"),
}
"""The statuses that settle each kind."""


def known(matter: Node) -> dt.date | None:
    """Return the day it was reported, else the day of itself or of what it stands in, as far as one is told."""
    here: Node | None = matter
    told = matter.text("meldt")
    while not told and here is not None:
        told, here = here.text("dato"), here.parent
    return last_day(told)


def settled(matter: Node) -> dt.date | None:
    """Return the day it was settled, where it is and a day is told."""
    over = matter.text("status") in OVER[matter.kind]
    told = matter.text("lukket") or (matter.fields.get("evaluering") or {}).get("dato")
    return last_day(told) if over else None


def known_at(matter: Node, day: dt.date) -> bool:
    """Tell whether it was known by a day."""
    made = known(matter)
    return made is None or made <= day


def open_at(matter: Node, day: dt.date) -> bool:
    """Tell whether it was known by a day, and not settled until after it."""
    ended = settled(matter)
    over = matter.text("status") in OVER[matter.kind]
    return known_at(matter, day) and (not over or (ended is not None and ended > day))


def late_at(matter: Node, day: dt.date, *, ended: bool = True) -> bool:
    """Tell whether it was open after its deadline: on a day that is over, also when it is the day itself."""
    due = last_day(matter.text("frist"))
    return due is not None and (due < day or (ended and due == day)) and open_at(matter, day)


def status_at(matter: Node, day: dt.date) -> str:
    """Say its status on a day, with a capital: only «Åpen» where it was settled later, or nothing is written."""
    said = matter.text("status") or "åpen"
    return "Åpen" if said in OVER[matter.kind] and open_at(matter, day) else capital(said)
