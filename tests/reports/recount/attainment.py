"""The chapter on måloppnåelse written again."""

from __future__ import annotations

from collections.abc import Iterator

from recount import judgement as algebra
from recount.judged import Count
from recount.node import Node
from recount.page import Row, row
from recount.source import Source
from recount.summary import results
from recount.values import Series
from recount.words import capital, listing

VERDICTS = ("nådd", "på vei", "ikke på vei", "ikke vurdert")


def attainment(count: Count) -> Iterator[Row]:
    """Write the table of satsingsområder, each of them, and the indicators beside them."""
    grades = [goal.grade for goal in count.leaves]
    if grades:
        for area, goals in count.areas:
            mine = [count.goal(node).grade for node in goals if count.leaf(node)]
            whole = algebra.together(mine)
            word = algebra.GOAL[algebra.UNKNOWN if whole is None else whole].capitalize()
            yield area.label, word, str(len(mine)), *_by_grade(mine)
        yield "**Sum**", "", f"**{len(grades)}**", *(f"**{cell}**" for cell in _by_grade(grades))
    shown: list[Series] = []
    for area, goals in count.areas:
        yield from _area(count, area, goals, shown)
    whole_ = [one for found in count.series.values() for one in found if not one.by_unit]
    for one in whole_:
        if one not in shown:
            yield capital(one.node.text("fokusområde")), *_cells(one)
    for node, found in count.series.items():
        if found and found[0].by_unit:
            rejected = [one.unit for one in found if one.band == "ikke_godkjent"]
            goal = goal_numbers(count.scope.source, node)
            name = node.label + (f" ({goal})" if goal else "")
            yield name, str(len(found)), *map(str, results(found)), listing(rejected) if rejected else "–"


def _by_grade(grades: list[int]) -> list[str]:
    return [str(grades.count(grade)) for grade in (4, 3, 1, 0, 2)]


def _area(count: Count, area: Node, goals: list[Node], shown: list[Series]) -> Iterator[Row]:
    yield row(f"### {area.label}")
    leaves = [node for node in goals if count.leaf(node)]
    others = [node for node in goals if not count.leaf(node)]
    found = [one for node in [*leaves, *others] for one in count.measures(node) if not one.by_unit]
    found = list(dict.fromkeys(found))
    shown += found
    tiltak, oppdrag = count.tally(goals)
    told = f"{len(leaves)} delmål. Tiltak: {tiltak}. Oppdrag: {oppdrag}."
    if found:
        wanted, accepted, rejected, rest = results(found)
        never = sum(one.last is None for one in found)
        told += f" Indikatorer: {wanted} ønsket, {accepted} akseptert, {rejected} ikke godkjent, "
        told += f"{rest - never} uten vurdering, {never} aldri målt."
    yield row(told)
    rows = [node for node in goals if count.leaf(node) or count.scope.judgements(node)]
    for node in rows:
        said = [entry.text("måloppnåelse") for entry in count.scope.judgements(node).values()]
        words = ", ".join(f"{said.count(word)} {word}" for word in VERDICTS if word in said) or "–"
        kind = "" if count.leaf(node) else f"{node.kind.capitalize()}: "
        yield kind + node.label, words, count.goal(node).shown, *count.tally([node])
    if not found:
        yield row("Ingen indikatorer måler disse delmålene.")
    for one in found:
        yield goal_numbers(count.scope.source, one.node), *_cells(one)
    for node in rows:
        told_ = sorted(count.scope.judgements(node).values(), key=lambda entry: entry.unit.title if entry.unit else "")
        for entry in told_:
            if entry.text("kommentar"):
                unit = entry.unit.title if entry.unit else ""
                place = node.text("nummer") or node.title
                yield row(f"- {place}, {unit} ({entry.text('måloppnåelse')}): {entry.text('kommentar')}")


def goal_numbers(source: Source, node: Node) -> str:
    """Number the mål that an indicator measures, the innermost of those nested."""
    goals = source.all(node.texts("måler"))
    outer = [upper for goal in goals for upper in goals if goal in upper.below]
    return ", ".join(goal.text("nummer") or goal.title for goal in goals if goal not in outer)


def _cells(one: Series) -> list[str]:
    return [one.name, one.shown, one.verdict, one.trend, one.point(one.target), one.course]
