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
    day, known = occasion.day, made(occasion)
    if not occasion.annual or not known:
        return
    runs = [node for node in known if _runs(node, day)]
    followed = [node for node in runs if any(occasion.within(row["dato"]) for row in node.fields.get("oppfølging", []))]
    asked = sorted(_asked(known, day), key=lambda one: (one[0], one[1].id))
    broken = occasion.matters("mislighold")
    told = f"Kontrakter som løper {long(day)}: {len(runs)}. Fulgt opp i perioden: {len(followed)}."
    yield row(f"{told} Skal avgjøres innen ett år: {len(asked)}.")
    if broken:
        yield row(f"Mislighold. {occasion.told(broken)}")
    for due, node, what in asked:
        yield short(due), titled(node), what, occasion.whose(node)
    yield from occasion.table([*occasion.open(broken), *occasion.settled(broken)], "slag", "reaksjon")


def made(occasion: Occasion) -> list[Node]:
    """List the contracts that had been made by the day, or are planned."""
    found, day = occasion.source.of("kontrakt"), occasion.day.isoformat()
    return [node for node in found if node.text("fra") <= day or node.text("status") == "planlagt"]


def _options(node: Node, *, taken: bool) -> list[Fields]:
    rows = node.fields.get("opsjoner", [])
    return [row for row in rows if row.get("besluttet") == "utløst"] if taken else [
        row for row in rows if not row.get("besluttet")
    ]  # fmt: skip


def _end(node: Node) -> dt.date | None:
    days = [node.text("til"), *(row["til"] for row in _options(node, taken=True))]
    return last_day(max(days)) if days[0] else None


def _runs(node: Node, day: dt.date) -> bool:
    end = _end(node)
    waits = node.text("status") in (*OVER, "planlagt")
    return not waits and node.text("fra") <= day.isoformat() and (end is None or end >= day)


def _asked(found: list[Node], day: dt.date) -> Iterator[tuple[dt.date, Node, str]]:
    for node in found:
        waiting, end = _options(node, taken=False), _end(node)
        due = (last_day(waiting[0].get("frist")) or end) if waiting else end
        if node.text("status") not in OVER and due is not None and due <= day + dt.timedelta(365):
            yield due, node, "Om opsjonen skal utløses" if waiting else "Hva som skjer etter utløpet"
