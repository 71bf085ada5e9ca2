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
    held.sort(key=lambda node: (FORMS.index(node.text("form")), -Decimal(node.text("eierandel") or 0), node.title))
    if not occasion.annual or not held:
        return
    purposes, strategies = (sum(bool(node.text(field)) for node in held) for field in ("formål", "eierstrategi"))
    told = f"Selskaper og andre interesser: {len(held)}. Med formål: {purposes}. Med eierstrategi: {strategies}."
    yield row(told)
    due = sum(occasion.passed(node.text("neste")) for node in held)
    if due:
        yield row(f"Eierstrategier som skulle vært gått gjennom: {due}.")
    counts = [(form, [node for node in held if node.text("form") == form]) for form in FORMS]
    for form, some in counts:
        if some:
            yield capital(form), str(len(some)), str(_alone(some))
    yield total("Sum", len(held), _alone(held))
    yield from _accounts(occasion, held)
    yield from _meetings(occasion, held)


def owned(occasion: Occasion) -> list[Node]:
    """List the companies that are owned on the day."""
    return [node for node in occasion.source.of("selskap") if _owned(occasion, node)]


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
    for node, told in rows:
        if int(told["år"]) == max(years):
            sums = [int(told[name]) if name in told else None for name in ("resultat", "utbytte", "egenkapital")]
            paid += sums[1] or 0
            yield titled(node), *map(number, sums)
    yield total("Sum utbytte", "–", number(paid), "–")


def _meetings(occasion: Occasion, held: list[Node]) -> Iterator[Row]:
    found: list[tuple[str, str, Fields]] = []
    for node in [*occasion.source.of("eierskap"), *held]:
        name = "Alle" if node.kind == "eierskap" else titled(node)
        found += [(meeting["dato"], name, meeting) for meeting in node.fields.get("møter", [])]
    for day, name, meeting in sorted(found, key=lambda one: one[0]):
        if day[:4] == str(occasion.day.year):
            yield short(last_day(day)), capital(meeting["slag"]), name, meeting.get("sak", "–")
