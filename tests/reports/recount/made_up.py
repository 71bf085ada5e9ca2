"""What is illustrative counted again, for the banner of a report or a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recount.measured import measurements
from recount.node import Fields, Node
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.words import counted, listing

LEVELS = ("hovedmål", "delmål", "mål", "strategi")


def banner(nodes: Iterable[Node], values: Iterable[bool] = (), more: Iterable[Node] = ()) -> Iterator[Row]:
    """Say how many of each kind are made up, in the order the kinds come: values, and then what is more."""
    found: dict[str, list[bool]] = {}
    for node in nodes:
        found.setdefault(node.kind, []).append(node.made_up)
    found["måling"] = list(values)
    for node in more:
        found.setdefault(node.kind, []).append(node.made_up)
    told = [
        counted(len(marks), kind) if all(marks) else f"{sum(marks)} av {counted(len(marks), kind)}"
        for kind, marks in found.items()
        if any(marks)
    ]
    if told:
        yield row(f"**Illustrative data: {listing(told)} er laget som eksempel og er ikke kommunens egne.**")


def goals(source: Source, plans: list[Node]) -> list[Node]:
    """List the mål and strategier of some plans, level by level."""
    return [node for kind in LEVELS for node in source.of(kind) if node.top in plans]


def marks(scope: Scope, indicators: Iterable[Node]) -> list[bool]:
    """Tell of every value of some indicators whether it is made up."""
    names = {node.id for node in indicators}
    return [made_up for value, made_up in measurements(scope) if value["indikator"] in names]


def dated(fields: Fields, node: Node) -> str:
    """Say that a decision's date is made up: the decision's own mark, else the record's."""
    own = fields.get("illustrativ")
    made_up = str(own).casefold() == "true" if own is not None else node.made_up
    return " (illustrativ dato)" if made_up else ""
