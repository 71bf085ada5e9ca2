"""The document of a temaplan written again from its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.attainment import goal_numbers
from recount.made_up import banner
from recount.measured import series
from recount.node import Node
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.tertial import decided
from recount.words import folded, listing


class ThemeDocument:
    """A temaplan as it stands on a day; the example's have no tiltak and no mål of their own."""

    def __init__(self, source: Source, day: dt.date, plan: Node) -> None:
        self.source, self.plan = source, plan
        self.scope = Scope(source, day.replace(month=1, day=1), day)

    def rows(self) -> Iterator[Row]:
        """Write every row that holds something from the plan."""
        plan = self.plan
        own = [node for node in self.source.nodes if node.top is plan]
        assert not [node for node in own if node.kind == "tiltak" or node.goal]
        yield row(f"# {plan.title}")
        yield from banner(own)
        if plan.text("status") == "utkast":
            yield row("**Dette er et utkast. Det er ikke vedtatt.**")
        owner = self.source.title(plan.text("ansvarlig")) if plan.text("ansvarlig") else ""
        told = f"Periode: {plan.text('periode').replace('-', '–')}. Status: {plan.text('status')}."
        yield row(told + (f" Ansvarlig: {owner}." if owner else ""))
        yield from decided(self.source, plan)
        if plan.text("omtale"):
            yield row(folded(plan.text("omtale")))
        for goal in self._inherited():
            above = "; ".join(node.label for node in goal.up)
            yield row(f"- {goal.label}" + (f" ({above})" if above else ""))
        for area in own:
            if area.kind == "innsatsområde":
                yield from self._area(area, own)

    def _inherited(self) -> Iterator[Node]:
        for node in self.source.all(self.plan.texts("arver")):
            if node.goal:
                yield node
            else:
                yield from (goal for goal in node.below if goal.goal and not any(other.goal for other in goal.down))

    def _area(self, area: Node, own: list[Node]) -> Iterator[Row]:
        yield row(f"## {area.label}")
        if area.text("omtale"):
            yield row(folded(area.text("omtale")))
        if area.texts("bærekraftsmål"):
            yield row(f"FN-mål {listing(area.texts('bærekraftsmål'))}.")
        if area.text("ansvarlig"):
            yield row(f"Ansvarlig: {self.source.title(area.text('ansvarlig'))}.")
        for node in own:
            if node.parent is area and node.kind == "strategi":
                above = "; ".join(goal.label for goal in node.up)
                owner = f" (ansvarlig: {self.source.title(node.text('ansvarlig'))})" if node.text("ansvarlig") else ""
                yield row(f"- {node.label}" + (f" – *{above}*" if above else "") + owner)
        for node, found in series(self.scope).items():
            for one in found if node.parent is area else ():
                goal = goal_numbers(self.source, node) or "–"
                yield goal, one.name, *one.bands, one.shown, one.point(one.target)
