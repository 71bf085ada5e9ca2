"""The exercises written again: those held by the day, the newest first, and what they found that is open."""

from __future__ import annotations

from collections.abc import Iterator

from recount.occasion import Occasion, titled
from recount.page import Row, filled, row

FIELDS = ("dato", "form", "plan", "ansvarlig", "læring", "neste")


def exercises(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    held = sorted(occasion.had("øvelse"), key=lambda node: node.text("dato"), reverse=True)
    found = occasion.matters("funn", occasion.source.of("øvelse"))
    if not occasion.annual or not (held or found):
        return
    yield row(f"Øvelser i perioden: {len(occasion.held('øvelse'))}.")
    if found:
        yield row(f"Funn. {occasion.told(found)}")
    yield from filled((titled(node), *(occasion.word(node, field) for field in FIELDS)) for node in held)
    yield from occasion.table(occasion.open(found), "slag")
