"""The risks of a unit written again: how many are open and how large, and each with its size before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.matters import status_at
from recount.node import Fields, Node
from recount.page import Row, filled, row
from recount.scope import Scope
from recount.source import Source
from recount.words import capital, last_day, long, short
from recount.work import state

OVER = ("redusert", "akseptert", "lukket")
LEVELS = ((10, "■ høy"), (4, "▲ middels"), (0, "● lav"))


def is_open(risk: Node, day: dt.date) -> bool:
    """Tell whether a risk was open on a day: known, and not settled by then."""
    ended = (risk.fields.get("evaluering") or {}).get("dato", "")
    return risk.top.text("dato") <= day.isoformat() and (risk.text("status") not in OVER or ended > day.isoformat())


def current(source: Source, day: dt.date) -> list[Node]:
    """List the risks of the analyses that held on a day: what is replaced by a later one counts no more."""
    analyses = {risk.top.id: risk.top for risk in source.of("risiko") if risk.top.text("dato") <= day.isoformat()}
    replaced = {old for node in analyses.values() for old in node.texts("avløser")}
    return [risk for risk in source.of("risiko") if risk.top.id in analyses.keys() - replaced]


class Risks:
    """The risks that a unit, or one below it, answers for, the largest first, on a day of a year."""

    def __init__(self, source: Source, unit: Node, scope: Scope) -> None:
        self._source, self._scope, self._day = source, scope, scope.end
        mine = [risk for risk in current(source, scope.end) if self._covers(risk.text("ansvarlig"), unit)]
        mine.sort(key=lambda risk: (-size(risk.fields), -steps(risk.fields)[1], risk.id))
        self.nodes = [risk for risk in mine if is_open(risk, self._day)]
        ended = ((risk.fields.get("evaluering") or {}).get("dato", "") for risk in mine if risk not in self.nodes)
        self._settled = sum(day[:4] == str(self._day.year) and day <= self._day.isoformat() for day in ended)

    def rows(self) -> Iterator[Row]:
        """Write the chapter; nothing without an open risk."""
        if not self.nodes:
            return
        found = [level(risk.fields) for risk in self.nodes]
        high, middle, low = (found.count(name) for _, name in LEVELS)
        law = sum(breaks(risk) for risk in self.nodes)
        late = sum((last_day(risk.text("frist")) or dt.date.max) < self._day for risk in self.nodes)
        yield row(
            f"Åpne {long(self._day)}: {len(self.nodes)}. Høye: {high}. Middels: {middle}. Lave: {low}. "
            f"Lovbrudd: {law}. Over fristen: {late}. Avsluttet i perioden: {self._settled}."
        )
        lacking = sum(lacks(self._scope, risk) for risk in self.nodes)
        if lacking:
            yield row(f"Høye eller ulovlige, og uten tiltak: {lacking}.")
        yield from cells(self._source, self.nodes, self._day)

    def _covers(self, owner: str, unit: Node) -> bool:
        node = self._source.get(owner)
        home = node.parent if node is not None and node.kind == "rolle" else node
        return unit in self._source.line(home)


def cells(source: Source, risks: list[Node], day: dt.date) -> Iterator[Row]:
    """Write a row for each of some risks, numbered in turn, without the columns in which none has anything."""
    yield from filled(_cells(source, risks, day))


def _cells(source: Source, risks: list[Node], day: dt.date) -> Iterator[Row]:
    for number, risk in enumerate(risks, 1):
        left = risk.fields.get("restrisiko")
        yield (
            str(number),
            f"{risk.title} *",
            told(risk.fields) + (", lovbrudd" if breaks(risk) else ""),
            capital(", ".join(risk.texts("kontroller"))) or "–",
            told(left) if left else "–",
            risk.text("håndtering").capitalize(),
            status_at(risk, day),
            short(last_day(risk.text("frist"))),
            source.title(risk.text("ansvarlig")),
        )


def demands(risk: Node) -> bool:
    """Tell whether a risk is high or breaks a law."""
    return level(risk.fields) == "■ høy" or breaks(risk)


def lacks(scope: Scope, risk: Node) -> bool:
    """Tell whether a risk demands tiltak, is not accepted, and has none that does anything."""
    works = {state(scope, node)[0] for node in risk.down}
    return demands(risk) and risk.text("håndtering") != "akseptere" and not works - {"idé", "utgår"}


def breaks(risk: Node) -> bool:
    return risk.text("lovbrudd") == "true"


def steps(fields: Fields) -> tuple[int, int]:
    worst = fields["konsekvens"]
    return int(fields["sannsynlighet"]), max(map(int, worst.values())) if isinstance(worst, dict) else int(worst)


def size(fields: Fields) -> int:
    first, second = steps(fields)
    return first * second


def level(fields: Fields) -> str:
    return next(name for limit, name in LEVELS if size(fields) > limit)


def told(fields: Fields) -> str:
    first, second = steps(fields)
    return f"{level(fields)}, {first} × {second} = {first * second}"
