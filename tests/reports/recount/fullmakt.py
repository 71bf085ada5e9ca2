"""The authorities written again: how many hold, of each level, and those given or ended in the year."""

from __future__ import annotations

from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion
from recount.page import Row, row


def authority(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year; nothing was given or ended in the example's."""
    held = holding(occasion)
    assert not [
        node
        for node in occasion.source.of("fullmakt")
        if any(occasion.within(node.text(field)) for field in ("fra", "til"))
    ]
    if occasion.annual and held:
        levels = [node.text("nivå") for node in held]
        kept = sum(node.text("kan_delegeres") == "false" for node in held)
        first, second = levels.count("1"), levels.count("2")
        yield row(f"Fullmakter på nivå 1: {first}. På nivå 2: {second}. Kan ikke delegeres: {kept}.")


def holding(occasion: Occasion) -> list[Node]:
    """List the authorities that hold on the day."""
    day, every = occasion.day.isoformat(), occasion.source.of("fullmakt")
    return [node for node in every if node.text("fra") <= day and not "" < node.text("til") < day]
