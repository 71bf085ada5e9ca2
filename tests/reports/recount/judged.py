"""The computed judgements of a report, each with its reason: tiltak, oppdrag, strategier, mål and satsingsområder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from recount import judgement as algebra
from recount.judgement import DONE, LATE, REPORTED, RISK, SAID, UNKNOWN, WELL, WORK
from recount.measured import series
from recount.node import Node
from recount.scope import SILENT, Scope
from recount.values import Series
from recount.words import counted, long
from recount.work import Item, by_area, item, parts


@dataclass(frozen=True)
class Goal:
    """A mål with its judgement; `contradicts` tells that the units say it goes well and the figures do not, `better` the opposite."""

    node: Node
    grade: int
    contradicts: bool
    better: bool
    reason: str

    @property
    def shown(self) -> str:
        """The judgement and why, in bold when the units say the opposite."""
        word = algebra.GOAL[self.grade].capitalize()
        word = f"**{word}**" if self.contradicts or self.better else word
        return f"{word}: {self.reason}" if self.reason else word


class Count:
    """Everything counted and judged of one scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.items = {node: item(scope, node) for node in [*scope.tiltak, *scope.oppdrag]}
        for kind in ("tiltak", "oppdrag"):
            for one in self.items.values():
                if one.node.kind == kind and one.status != "utgår":
                    self._judge(one)
        self.series = series(scope)
        self._goals: dict[Node, Goal] = {}

    def of(self, kind: str) -> list[Item]:
        """List the tiltak, or the oppdrag."""
        return [one for node, one in self.items.items() if node.kind == kind]

    @cached_property
    def ordered(self) -> list[Item]:
        """All work by tjenesteområde and gravity."""
        return by_area(self.scope, self.items.values())

    @cached_property
    def deviations(self) -> list[Item]:
        """The work that deviates."""
        return [one for one in self.ordered if one.deviates]

    def tally(self, goals: list[Node]) -> tuple[str, str]:
        """Count the tiltak and the oppdrag below some mål, each once."""
        below = {node for goal in goals for node in goal.below}
        rows = [one for node, one in self.items.items() if node in below]
        return (
            parts(one for one in rows if one.node.kind == "tiltak"),
            parts(one for one in rows if one.node.kind == "oppdrag"),
        )

    def _judge(self, one: Item) -> None:
        overdue, own = one.late is not None, None
        one.grade = own = algebra.tiltak(one.status, overdue=overdue)
        if one.node.kind == "oppdrag":
            below = [self.items[node].grade for node in one.node.down if node in self.items]
            known = [grade for grade in below if grade is not None]
            one.grade = algebra.oppdrag(own, algebra.together(known))
            why = _off(known, "tiltak")
        else:
            why = ""
        if one.status == SILENT:
            one.reason = why
            return
        one.said = REPORTED[one.status]
        if overdue and one.deadline and one.grade != one.said:
            one.reason = f"meldt «{one.status}», men fristen gikk ut {long(one.deadline)}"
        elif one.grade != one.said:
            one.reason = f"meldt «{one.status}», men {why or 'ikke alle tiltak er fullført'}"

    def measures(self, goal: Node) -> list[Series]:
        """List the series of the indicators of a mål."""
        return [one for node, found in self.series.items() if goal.id in node.texts("måler") for one in found]

    def _step(self, node: Node) -> int | None:
        if node.kind == "oppdrag":
            return self.items[node].grade if node in self.items else None
        below = [self.items[other].grade for other in node.down if other in self.items]
        found = algebra.together(grade for grade in below if grade is not None)
        return None if found is None else min(WELL, found)

    def goal(self, node: Node) -> Goal:
        """Judge a mål."""
        if node not in self._goals:
            self._goals[node] = self._goal(node)
        return self._goals[node]

    def _goal(self, node: Node) -> Goal:
        values = self.measures(node)
        work = algebra.together(self._step(other) for other in node.down if other.kind in {"strategi", "oppdrag"})
        nested = algebra.together(self.goal(other).grade for other in node.down if other.goal)
        grade = algebra.goal(algebra.together(one.grade for one in values), work, nested)
        words = [entry.text("måloppnåelse") for entry in self.scope.judgements(node).values()]
        said = algebra.together(SAID.get(word, UNKNOWN) for word in words if word != "ikke vurdert")
        contradicts = said in {WELL, DONE} and (grade == LATE or (said == DONE and grade < DONE))
        better = said == LATE and grade in {WELL, DONE}
        return Goal(node, grade, contradicts, better, self._why(node, values) if grade <= UNKNOWN else "")

    def _why(self, node: Node, values: list[Series]) -> str:
        known = [one.grade for other, one in self.items.items() if other.kind == "oppdrag" and other in node.below]
        works = [grade for grade in known if grade is not None]
        rejected = sum(one.band == "ikke_godkjent" for one in values)
        off = f"{rejected} av {counted(len(values), 'indikator')} har ikke godkjent resultat" if rejected else ""
        said = [off or _off([one.grade for one in values], "indikator"), _off(works, "oppdrag")]
        return "; ".join(filter(None, said)) or ("" if values or works else "ingenting å vurdere ut fra")

    @staticmethod
    def leaf(node: Node) -> bool:
        """Tell whether a mål has no mål below it."""
        return not any(other.goal for other in node.down)

    @cached_property
    def areas(self) -> list[tuple[Node, list[Node]]]:
        """The satsingsområder with their mål, in the order of the plan."""
        found = []
        for area in self.scope.source.of("satsingsområde"):
            if area.top in self.scope.goal_plans:
                below = set(area.below)
                found.append((area, [node for node in self.scope.source.nodes if node.goal and node in below]))
        return found

    @property
    def judges_all(self) -> bool:
        """Tell whether there are mål, and each that is shown has a judgement."""
        shown = [node for _, goals in self.areas for node in goals if self.leaf(node) or self.scope.judgements(node)]
        return bool(shown) and all(self.goal(node).grade != UNKNOWN for node in shown)

    @cached_property
    def leaves(self) -> list[Goal]:
        """The delmål."""
        return [self.goal(node) for _, goals in self.areas for node in goals if self.leaf(node)]


COMPUTED = ("er beregnet «forsinket»", "er beregnet «risiko»", "er beregnet «ikke kjent»")
REASONS = {
    "tiltak": COMPUTED,
    "oppdrag": COMPUTED,
    "indikator": ("", "ligger bak kursen mot måltallet", "mangler en brukbar måling"),
}


def _off(grades: list[int], kind: str) -> str:
    """Say how many are late, at risk or not known: the gravest alone."""
    what = counted(len(grades), kind)
    for grade, words in zip((LATE, RISK, UNKNOWN), REASONS[kind], strict=True):
        if grade in grades:
            return f"{grades.count(grade)} av {what} {words}"
    return ""


def computed(one: Item) -> str:
    """Say the computed status of work."""
    return "–" if one.grade is None else WORK[one.grade].capitalize()
