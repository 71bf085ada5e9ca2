"""The table of tags written again: how much work has each, and how it goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from recount.occasion import Occasion
from recount.page import Row
from recount.work import state

COMMON = {"drift": "Drift", "utvikling": "Utvikling", "felles": "Felles for alle enheter"}


def tags(occasion: Occasion) -> Iterator[Row]:
    """Write the table, the municipality's own tags last."""
    works = [*occasion.scope.oppdrag, *occasion.scope.tiltak]
    for tag, name in {**COMMON, **occasion.source.config.get("merker", {})}.items():
        mine = [node for node in works if tag in node.texts("merker")]
        said = [state(occasion.scope, node)[0] for node in mine]
        kinds = [node.kind for node in mine]
        bad = sum(word in ("forsinket", "risiko") for word in said)
        if mine:
            yield name, *map(str, (kinds.count("oppdrag"), kinds.count("tiltak"), said.count("fullført"), bad))
