"""The documents of the whole municipality written again: kommuneplan and handlingsprogram."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.attainment import goal_numbers
from recount.made_up import banner, goals
from recount.measured import series
from recount.node import Node
from recount.page import Row, row
from recount.scope import Scope
from recount.source import Source
from recount.tertial import decided
from recount.words import folded, listing, number, span


class PlanDocument:
    """A kommuneplan or handlingsprogram as it stands on a day."""

    def __init__(self, source: Source, day: dt.date, plan: Node) -> None:
        self.source, self.plan = source, plan
        self.scope = Scope(source, day.replace(month=1, day=1), day)
        self.programme = plan.kind == "handlingsprogram"

    def rows(self) -> Iterator[Row]:
        """Write every row that holds something from the plans."""
        plan = self.plan
        yield row(f"# {plan.title}")
        tops = [top.top for top in self.source.all(plan.texts("arver"))] if self.programme else [plan]
        own = [node for node in self.source.nodes if node.top is plan]
        yield from banner([*own, *goals(self.source, [top for top in tops if top is not plan])])
        yield row(f"Periode: {plan.text('periode').replace('-', '–')}. Status: {plan.text('status')}.")
        yield from decided(self.source, plan)
        if plan.text("omtale"):
            yield row(folded(plan.text("omtale")))
        if plan.text("visjon"):
            yield row(folded(plan.text("visjon")))
            yield row(f"Verdier: {listing(plan.texts('verdier'))}.")
        if self.programme:
            law = "(koml. § 14-4)"
            yield row(f"Delmål med strategiene som leder dit, og oppdragene som følger dem opp {law}.")
        for area in self.source.of("satsingsområde"):
            if area.top in tops:
                yield from self._area(area)
        if self.programme:
            yield from self._frames()
            yield from self._rest()

    def _area(self, area: Node) -> Iterator[Row]:
        yield row(f"{'###' if self.programme else '##'} {area.label}")
        if self.programme:
            if self._given(area):
                yield row(f"Gitt til {listing(self._given(area))}.")
        else:
            if area.text("omtale"):
                yield row(folded(area.text("omtale")))
            if area.texts("bærekraftsmål"):
                yield row(f"FN-mål {listing(area.texts('bærekraftsmål'))}.")
        for node in self._below(area):
            yield from self._part(node)

    def _given(self, node: Node) -> list[str]:
        ids = node.texts("til") if node.kind == "oppdrag" else (self.plan.fields.get("målfordeling") or {}).get(node.id)
        return [unit.title for unit in self.source.all(ids or [])]

    def _below(self, node: Node) -> list[Node]:
        if not self.programme:
            return [other for other in node.down if (other.goal or other.kind == "strategi") and other.top is self.plan]
        return [
            other
            for other in node.down
            if other.goal
            or (other.kind == "oppdrag" and other.top is self.plan)
            or (other.kind == "strategi" and self._below(other))
        ]

    def _part(self, node: Node) -> Iterator[Row]:
        units = self._given(node) if self.programme else []
        if node.kind == "oppdrag":
            yield row(f"- Oppdrag: {node.label}" + (f" ({listing(units)})" if units else ""))
            return
        if node.kind == "strategi":
            yield row(f"*{node.label}*{self._elsewhere(node)}" if self.programme else f"- {node.label}")
        else:
            goals = node.texts("bærekraftsmål")
            fn = f" (FN-mål {listing(goals)})" if goals and not self.programme else ""
            words = f" {folded(node.text('omtale'))}" if node.text("omtale") and not self.programme else ""
            tail = f" – {listing(units)}" if units else ""
            yield row(f"**{node.kind.capitalize()}: {node.label}**{fn}{words}{tail}")
        if self.programme and not self._below(node):
            yield row("Ingen oppdrag følger det opp.")
        if self.programme or node.goal:
            for other in self._below(node):
                yield from self._part(other)

    def _elsewhere(self, node: Node) -> str:
        own = {self.plan, *(top.top for top in self.source.all(self.plan.texts("arver")))}
        return "" if node.top in own else f" ({node.top.title})"

    def _frames(self) -> Iterator[Row]:
        period = span(self.plan.text("periode"))
        assert period
        years = [str(year) for year in range(period[0].year, period[1].year + 1)]
        frames = {key: list(map(int, sums)) for key, sums in (self.plan.fields.get("rammer") or {}).items()}
        if not frames:
            yield row("Handlingsprogrammet har ingen rammer.")
            return
        yield row("Beløp i 1000 kr.")
        yield "Tjenesteområde", *years
        for key, sums in frames.items():
            yield self.source.title(key), *map(number, sums)
        yield "**Sum**", *(f"**{number(sum(column))}**" for column in zip(*frames.values(), strict=True))

    def _rest(self) -> Iterator[Row]:
        for rule in self.source.of("handlingsregel"):
            if rule.top is self.plan:
                limit = rule.text("grense")
                yield row(f"- {rule.title}" + (f" ({limit})" if limit else ""))
        for node, found in series(self.scope).items():
            if node.top is self.plan:
                for one in found:
                    if not one.by_unit:
                        yield (
                            goal_numbers(self.source, one.node) or "–",
                            one.name,
                            *one.bands,
                            one.shown,
                            one.point(one.target),
                        )
