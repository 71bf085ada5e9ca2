"""The contracts written again: those that run, what is to be decided within a year, and what is not kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.node import Fields, Node
from recount.occasion import Occasion, titled
from recount.page import Row, row
from recount.words import last_day, long, short

OVER = ("avsluttet", "hevet")


def contracts(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    known = made(occasion)
    if not occasion.annual or not known:
        return
    broken = occasion.matters("mislighold")
    yield from told(occasion, known)
    yield from to_decide(occasion, known)
    yield from occasion.table([*occasion.open(broken), *occasion.settled(broken)], "slag", "reaksjon")


def told(occasion: Occasion, known: list[Node]) -> Iterator[Row]:
    """Count contracts, and what is not kept, in sentences."""
    day, broken = occasion.day, occasion.matters("mislighold")
    runs = [node for node in known if _runs(node, day)]
    followed = [node for node in runs if any(occasion.within(row["dato"]) for row in node.fields.get("oppfølging", []))]
    asked = list(_asked(known, day))
    said = f"Kontrakter som løper {long(day)}: {len(runs)}. Fulgt opp i perioden: {len(followed)}."
    yield row(f"{said} Skal avgjøres innen ett år: {len(asked)}.")
    if broken:
        yield row(f"Mislighold. {occasion.told(broken)}")


def to_decide(occasion: Occasion, known: list[Node]) -> Iterator[Row]:
    """Write what is to be decided within a year, the first first."""
    for due, node, what in sorted(_asked(known, occasion.day), key=lambda one: (one[0], one[1].id)):
        yield short(due), titled(node), what, occasion.whose(node)


def made(occasion: Occasion) -> list[Node]:
    """List the contracts that had been made by the day, or are planned."""
    found, day = occasion.of("kontrakt"), occasion.day.isoformat()
    return [node for node in found if node.text("fra") <= day or node.text("status") == "planlagt"]


def options(node: Node, *, taken: bool) -> list[Fields]:
    """List the options that were taken, or those that wait."""
    rows = node.fields.get("opsjoner", [])
    return [row for row in rows if row.get("besluttet") == "utløst"] if taken else [
        row for row in rows if not row.get("besluttet")
    ]  # fmt: skip


def end_of(node: Node) -> dt.date | None:
    """Return its last day, with the options that were taken."""
    days = [node.text("til"), *(row["til"] for row in options(node, taken=True))]
    return last_day(max(days)) if days[0] else None


def _runs(node: Node, day: dt.date) -> bool:
    end = end_of(node)
    waits = node.text("status") in (*OVER, "planlagt")
    return not waits and node.text("fra") <= day.isoformat() and (end is None or end >= day)


def _asked(found: list[Node], day: dt.date) -> Iterator[tuple[dt.date, Node, str]]:
    for node in found:
        waiting, end = options(node, taken=False), end_of(node)
        due = (last_day(waiting[0].get("frist")) or end) if waiting else end
        if node.text("status") not in OVER and due is not None and due <= day + dt.timedelta(365):
            yield due, node, "Om opsjonen skal utløses" if waiting else "Hva som skjer etter utløpet"
