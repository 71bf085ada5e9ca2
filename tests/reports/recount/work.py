"""Tiltak and oppdrag counted again: what each counts as, its deadline, and whether it deviates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from recount.node import Node
from recount.scope import DONE, HELD, SILENT, STATUSES, Scope
from recount.words import last_day, long, period, short


@dataclass(eq=False)
class Item:
    """One tiltak or oppdrag on the last day; `late` counts the days since its deadline, when it is not done."""

    node: Node
    unit: str
    area: str
    status: str
    planned: dt.date | None
    deadline: dt.date | None
    late: int | None
    cause: str
    corrective: str
    comment: str
    before: tuple[str, str] | None
    grade: int | None = None
    said: int | None = None
    reason: str = ""
    until: dt.date | None = None

    @property
    def deviates(self) -> bool:
        """Whether it is reported late or at risk, or its deadline has run out."""
        return self.late is not None or self.status in {"risiko", "forsinket", HELD}

    @property
    def name(self) -> str:
        """Number and title, and what it is when that is an oppdrag."""
        return self.node.label + (" (oppdrag)" if self.node.kind == "oppdrag" else "")

    @property
    def told(self) -> str:
        """The status in words, with what contradicts it."""
        ran_out = f"fristen gikk ut {long(self.deadline)}" if self.late is not None and self.deadline else ""
        if ran_out and self.status in {"i rute", "ikke startet"}:
            return f"**Meldt «{self.status}», men {ran_out}**"
        text = self.status.capitalize() + (f" til {long(self.until)}" if self.until else "")
        if self.status == SILENT and self.before:
            text += f" (sist: {self.before[0]}, {period(self.before[1])})"
        return f"{text}; {ran_out}" if ran_out else text

    @property
    def frist(self) -> str:
        """The deadline of the plan and the one that holds."""
        if self.planned is None and self.deadline is None:
            return "ingen frist"
        moved = f"{short(self.planned)} → " if self.planned != self.deadline else ""
        return moved + short(self.deadline)


def state(scope: Scope, node: Node) -> tuple[str, dt.date | None]:
    """Return the status and the deadline that hold: the last report's, else the plan's."""
    spoken = scope.spoken(node)
    status = next((entry.text("status") for entry in spoken if entry.text("status")), node.text("status"))
    moved = next((entry.said["ny_frist"] for entry in spoken if entry.said.get("ny_frist")), node.text("frist"))
    return status, last_day(moved)


def held(scope: Scope, node: Node, status: str) -> tuple[bool, dt.date | None]:
    """Tell whether work on hold may wait on the last day, and until when it is told to."""
    if status != HELD:
        return False, None
    said = [entry.said for entry in scope.spoken(node) if entry.text("status")][:1]
    told = [*said, node.fields]
    until = next((last_day(row["vent_til"]) for row in told if row.get("vent_til")), None)
    decided = any((row.get("vedtak") or {}).get("sak") for row in told)
    return (scope.end <= until if until is not None else decided), until


def item(scope: Scope, node: Node) -> Item:
    """Count one tiltak or oppdrag again."""
    status, deadline = state(scope, node)
    now = scope.current(node)
    told = any(entry.text("status") for entry in now)
    excused, until = held(scope, node, status)
    if status not in STATUSES or not (told or status in (*DONE, HELD)):
        status = SILENT
    waiting = not excused and status not in DONE and deadline is not None and deadline <= scope.end
    first = scope.spoken(node)[:1] if told else []

    def said(name: str) -> str:
        return next((entry.text(name) for entry in [*first, *reversed(now)] if told and entry.text(name)), "")

    unit = scope.owner(node)
    last = [(entry.text("status"), entry.period) for entry in scope.past(node) if entry.text("status")]
    return Item(
        node=node,
        unit=unit.title if unit else "",
        area=scope.source.area(unit),
        status=status,
        planned=last_day(node.text("frist")),
        deadline=deadline,
        late=(scope.end - deadline).days if waiting and deadline else None,
        cause=said("årsak") or (node.text("begrunnelse") if status == HELD else ""),
        corrective=said("korrigerende"),
        comment=first[0].text("kommentar") if first else "",
        before=last[-1] if status == SILENT and last else None,
        until=until if status == HELD else None,
    )


def parts(items: Iterable[Item], *, silent: bool = True) -> str:
    """Count work by status: `3 i rute, 1 i risiko`."""
    said = [one.status for one in items]
    shown = STATUSES if silent else STATUSES[:-1]
    words = {"risiko": "i risiko"}
    return ", ".join(f"{said.count(status)} {words.get(status, status)}" for status in shown if status in said) or "–"


def by_area(scope: Scope, items: Iterable[Item]) -> list[Item]:
    """Order work by tjenesteområde, the gravest first, then by deadline, unit and number."""
    areas = [*scope.source.areas, ""]
    grave = {"forsinket": 0, "risiko": 1, HELD: 2}

    def key(one: Item) -> tuple[object, ...]:
        place = areas.index(one.area), grave.get(one.status, 3), one.deadline or dt.date.max
        return *place, one.unit, one.node.text("nummer"), one.node.title

    return sorted(items, key=key)
