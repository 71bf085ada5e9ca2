"""The ownership written again: how many companies of each form, how they did, and when the owners met."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from recount.node import Fields, Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, row
from recount.words import capital, last_day, number, short, span

FORMS = ("KF", "AS", "IKS", "oppgavefellesskap", "stiftelse", "annen interesse")


def ownership(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    held = owned(occasion)
    if not occasion.annual or not held:
        return
    yield told(held)
    due = sum(occasion.passed(node.text("neste")) for node in held)
    if due:
        yield row(f"Eierstrategier som skulle vært gått gjennom: {due}.")
    counts = [(form, [node for node in held if node.text("form") == form]) for form in FORMS]
    for form, some in counts:
        if some:
            yield capital(form), str(len(some)), str(_alone(some))
    yield total("Sum", len(held), _alone(held))
    yield from _accounts(occasion, held)
    yield from meetings(occasion, held)


def owned(occasion: Occasion) -> list[Node]:
    """List the companies that are owned on the day."""
    held = [node for node in occasion.of("selskap") if _owned(occasion, node)]
    return sorted(
        held, key=lambda node: (FORMS.index(node.text("form")), -Decimal(node.text("eierandel") or 0), node.title)
    )


def told(held: list[Node]) -> Row:
    """Count companies in sentences."""
    purposes, strategies = (sum(bool(node.text(field)) for node in held) for field in ("formål", "eierstrategi"))
    said = f"Selskaper og andre interesser: {len(held)}. Med formål: {purposes}. Med eierstrategi: {strategies}."
    return row(said)


def _owned(occasion: Occasion, node: Node) -> bool:
    first, last = span(node.text("fra")), last_day(node.text("til"))
    return (first is None or first[0] <= occasion.day) and (last is None or last >= occasion.day)


def _alone(found: list[Node]) -> int:
    return sum(Decimal(node.text("eierandel") or 0) == 100 for node in found)


def _accounts(occasion: Occasion, held: list[Node]) -> Iterator[Row]:
    rows = [(node, told) for node in held for told in node.fields.get("regnskap", [])]
    years = [int(told["år"]) for _, told in rows if int(told["år"]) <= occasion.day.year]
    paid = 0
    if not years:
        return
    yield row(f"### Resultat og utbytte i {max(years)}")
    yield "Selskap", "Resultat (1000 kr)", "Utbytte (1000 kr)", "Egenkapital (1000 kr)"
    for node, said in rows:
        if int(said["år"]) == max(years):
            sums = [int(said[name]) if name in said else None for name in ("resultat", "utbytte", "egenkapital")]
            paid += sums[1] or 0
            yield titled(node), *map(number, sums)
    yield total("Sum utbytte", "–", number(paid), "–")


def meetings(occasion: Occasion, held: list[Node]) -> Iterator[Row]:
    """Write the owners' meetings of the year, in a report of all those of all companies too."""
    found: list[tuple[str, str, Fields]] = []
    for node in [*([] if occasion.scope.unit else occasion.source.of("eierskap")), *held]:
        name = "Alle" if node.kind == "eierskap" else titled(node)
        found += [(meeting["dato"], name, meeting) for meeting in node.fields.get("møter", [])]
    for day, name, meeting in sorted(found, key=lambda one: one[0]):
        if day[:4] == str(occasion.day.year):
            yield short(last_day(day)), capital(meeting["slag"]), name, meeting.get("sak", "–")
