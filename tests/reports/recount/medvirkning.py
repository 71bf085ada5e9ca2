"""The meetings and the leaders' dialogues of a period, written again."""

from __future__ import annotations

from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, row
from recount.words import capital, last_day, short


def participation(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter."""
    found = list(meetings(occasion))
    dialogues, agreed = occasion.held("lederdialog"), occasion.matters("avtale")
    if found:
        said = [node.text("resultat") for node in found]
        first, second, third = (said.count(word) for word in ("enig", "uenig", "orientert"))
        yield row(f"Holdt: {len(said)}. Enige: {first}. Uenige: {second}. Orientert: {third}.")
    if dialogues:
        still, late = occasion.open(agreed), occasion.late(agreed)
        yield row(
            f"Lederdialoger holdt: {len(dialogues)}. Åpne avtaler: {len(still)}, av dem over fristen: {len(late)}."
        )
    yield from listed(occasion, found)


def listed(occasion: Occasion, found: list[Node]) -> Iterator[Row]:
    """Write a row for each meeting."""
    yield from filled(_meeting(occasion, node) for node in found)


def _meeting(occasion: Occasion, node: Node) -> Row:
    return (
        short(last_day(node.text("dato"))), titled(node), capital(node.text("slag")), node.text("forum") or "–",
        occasion.said(node, "parter"), occasion.word(node, "resultat"), node.text("kom_fram") or "–",
    )  # fmt: skip


def meetings(occasion: Occasion) -> Iterator[Node]:
    """Give the meetings of the period, by day."""
    rows = [(top, row) for top in occasion.source.of("medvirkning") for row in top.fields.get("møter", [])]
    for top, fields in sorted(rows, key=lambda one: one[1]["dato"]):
        if occasion.within(fields["dato"]):
            yield Node("medvirkningsmøte", fields, top.path, top)
