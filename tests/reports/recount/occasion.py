"""What the chapters of disciplines share: whose a record is, what its fields say, and the table of matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from recount.matters import OVER, known_at, late_at, open_at, settled, status_at
from recount.node import Node
from recount.page import Row, filled
from recount.scope import DONE, Scope
from recount.words import capital, last_day, long, short, span
from recount.work import state

WHOSE = ("enhet", "virksomhet", "eier", "ansvarlig")
DAYS = {
    "ambisjon_innen", "avsluttet", "behandlet", "dato", "frist", "godkjent", "neste", "neste_revisjon", "svarfrist",
    "svart",
}  # fmt: skip
ASKS_TILTAK = {
    "funn": {"slag": ("lovbrudd", "avvik")},
    "avvik": {"slag": ("", "avvik", "uønsket hendelse"), "potensiell_konsekvens": ("4", "5")},
    "mislighold": {"slag": ("lovbrudd", "lønns- og arbeidsvilkår")},
}
"""What an open matter of a kind is, that must have tiltak."""


class Occasion:
    """A period judged on its last day, and whether that is over; of a unit, or of all."""

    def __init__(self, scope: Scope, *, ended: bool = True) -> None:
        self.scope, self.source, self.ended = scope, scope.source, ended
        self.start, self.day = scope.start, scope.end

    @property
    def annual(self) -> bool:
        """Whether the period is a year."""
        return (self.day - self.start).days > 300

    def within(self, text: str) -> bool:
        """Tell whether a day lies in the period."""
        return self.start.isoformat() <= text <= self.day.isoformat()

    def covers(self, name: str) -> bool:
        """Tell whether it is about what a unit or a role answers for."""
        node = self.source.get(name)
        home = node.parent if node is not None and node.kind == "rolle" else node
        return self.scope.covers(home)

    def of(self, *kinds: str) -> list[Node]:
        """List the records of kinds that it is about."""
        return [node for node in self.source.of(*kinds) if self.covers(self._owner(node))]

    def had(self, *kinds: str) -> list[Node]:
        """List the records of kinds whose `dato` had come by the day."""
        return [node for node in self.of(*kinds) if node.text("dato") <= self.day.isoformat()]

    def held(self, *kinds: str) -> list[Node]:
        """List the records of kinds whose `dato` is in the period, in its order."""
        found = [node for node in self.of(*kinds) if self.within(node.text("dato"))]
        return sorted(found, key=lambda node: (node.text("dato"), node.id))

    def passed(self, text: str) -> bool:
        """Tell whether a deadline had passed when the day was over."""
        due = last_day(text)
        return due is not None and (due < self.day or (self.ended and due == self.day))

    def whose(self, node: Node) -> str:
        """Name who a record belongs to: whoever answers for it, else whose it is, else that of what it stands in."""
        return self.source.title(self._owner(node)) or "–"

    def _owner(self, node: Node) -> str:
        line = [node]
        while line[-1].parent is not None:
            line.append(line[-1].parent)
        own = (
            here.text("ansvarlig") or here.text("behandler") for here in line if here is node or here.parent is not None
        )
        others = (here.text(field) for here in line for field in WHOSE)
        return next(filter(None, [*own, *others]), "")

    def said(self, node: Node, field: str) -> str:
        """Say what a field holds, as a cell of a table."""
        first, _, inner = field.partition(".")
        value = node.fields.get(first)
        if inner:
            value = value.get(inner) if isinstance(value, dict) else None
        if isinstance(value, list):
            return capital(", ".join(self.source.title(item) for item in value)) or "–"
        if not value:
            return "–"
        return short(last_day(value)) if field in DAYS else self.source.title(str(value))

    def word(self, node: Node, field: str) -> str:
        """Say a field that holds a word of the schema, with a capital."""
        return capital(self.said(node, field))

    def matters(self, kind: str, above: Iterable[Node] | None = None) -> list[Node]:
        """List the matters of a kind that were known, the first deadline first; `above` are those they stand in."""
        held = None if above is None else set(above)
        found = [node for node in self.of(kind) if known_at(node, self.day)]
        kept = [node for node in found if held is None or node.parent in held]
        return sorted(kept, key=lambda node: (last_day(node.text("frist")) or dt.date.max, node.id))

    def open(self, matters: Iterable[Node]) -> list[Node]:
        """Keep those that were open."""
        return [node for node in matters if open_at(node, self.day)]

    def late(self, matters: Iterable[Node]) -> list[Node]:
        """Keep those that were open after their deadline."""
        return [node for node in matters if late_at(node, self.day, ended=self.ended)]

    def settled(self, matters: Iterable[Node]) -> list[Node]:
        """Keep those that were settled in the period."""
        days = [(node, settled(node)) for node in matters]
        return [node for node, day in days if day is not None and self.start <= day <= self.day]

    def told(self, matters: Sequence[Node]) -> str:
        """Count matters in sentences."""
        lacking = sum(map(self._lacks, self.open(matters)))
        return (
            f"Åpne {long(self.day)}: {len(self.open(matters))}. Over fristen: {len(self.late(matters))}. "
            f"Lukket i perioden: {len(self.settled(matters))}. Uten tiltak: {lacking}."
        )

    def _lacks(self, matter: Node) -> bool:
        asks = ASKS_TILTAK.get(matter.kind, {})
        wanted = bool(asks) and all(matter.text(field) in values for field, values in asks.items())
        still = matter.text("status") not in OVER[matter.kind] and not matter.text("strakstiltak")
        works = {state(self.scope, work)[0] for work in self.works(matter)}
        return wanted and still and not works - {"idé", "utgår"}

    def works(self, matter: Node) -> list[Node]:
        """List the tiltak of a matter: its own, those done, and those of plans that are not over."""
        return [
            node
            for node in matter.down
            if node.kind == "tiltak" and (node.parent is matter or self._done(node) or self._runs(node))
        ]

    def _done(self, work: Node) -> bool:
        return state(self.scope, work)[0] in DONE

    def _runs(self, work: Node) -> bool:
        period = span(work.top.text("periode"))
        return period is not None and period[1] >= self.day

    def table(self, matters: Iterable[Node], *extra: str) -> list[Row]:
        """Write a row for each matter, with the words of some fields after its title."""
        return filled(self._row(node, extra) for node in matters)

    def _row(self, node: Node, extra: Iterable[str]) -> Row:
        due, works = last_day(node.text("frist")), self.works(node)
        late = str((self.day - due).days) if due and late_at(node, self.day, ended=self.ended) else "–"
        return (
            titled(node),
            *(self.word(node, field) for field in extra),
            titled(node.parent) if node.parent else "–",
            status_at(node, self.day),
            short(due),
            late,
            self.whose(node),
            f"{sum(map(self._done, works))} av {len(works)}" if works else "–",
        )


def titled(node: Node) -> str:
    """Name a record, with an asterisk where it is made up."""
    return f"{node.title} *" if node.made_up else node.title


def total(*cells: object) -> Row:
    """Write the row of sums."""
    return tuple(f"**{cell}**" for cell in cells)
