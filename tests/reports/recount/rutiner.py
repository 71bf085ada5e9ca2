"""The routines written again: how many are in use in each chapter, and which are to be reviewed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, row
from recount.words import last_day, long, short

CHAPTERS = (
    "Kommunen", "Brukerbehov", "Ledelsesprosesser", "Hovedprosesser", "Støtteprosesser", "Resultatoppfølging",
    "Forbedringstiltak",
)  # fmt: skip


def routines(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    used = in_use(occasion)
    if not occasion.annual or not used:
        return
    yield told(occasion, used)
    for number, name in enumerate(CHAPTERS, 1):
        inside = [node for node in used if node.text("kapittel") == str(number)]
        if inside:
            yield f"Kapittel {number} – {name}", *_counts(occasion, inside)
    yield total("Sum", *_counts(occasion, used))
    for node in used:
        if occasion.passed(node.text("neste_revisjon")):
            due = short(last_day(node.text("neste_revisjon")))
            yield node.text("nummer"), titled(node), due, occasion.source.title(node.text("ansvarlig"))


def told(occasion: Occasion, found: list[Node]) -> Row:
    """Count routines in sentences."""
    count, late, soon, new = _counts(occasion, found)
    said = f"Rutiner som gjelder {long(occasion.day)}: {count}. Gjennomgang over fristen: {late}."
    return row(f"{said} Gjennomgang innen et halvt år: {soon}. Godkjent i perioden: {new}.")


def in_use(occasion: Occasion) -> list[Node]:
    """List the routines that hold on the day."""
    kept = [node for node in occasion.of("rutine") if node.text("status") not in ("utkast", "utgått")]
    return [node for node in kept if node.text("godkjent") <= occasion.day.isoformat()]


def _counts(occasion: Occasion, found: list[Node]) -> list[str]:
    late = sum(occasion.passed(node.text("neste_revisjon")) for node in found)
    due = [last_day(node.text("neste_revisjon")) for node in found]
    soon = sum(day is not None and day <= occasion.day + dt.timedelta(183) for day in due)
    new = sum(occasion.within(node.text("godkjent")) for node in found)
    return [str(number) for number in (len(found), late, soon - late, new)]
