"""The innovations, by the step each has reached, and the simplifications written again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, filled, row
from recount.words import capital, last_day, short

STEPS = ("idé", "nytt", "nyttig", "nyttiggjort", "erfaringslæring", "avsluttet")


def development(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    day, new = occasion.day.isoformat(), innovations(occasion)
    simpler = occasion.had("forenkling")
    if not occasion.annual and not occasion.scope.unit:
        return
    if new:
        ideas, used = (sum(occasion.within(node.text(step)) for node in new) for step in ("idé", "nyttiggjort"))
        told = f"Innovasjoner: {len(new)}. Nye ideer i perioden: {ideas}. Nyttiggjort i perioden: {used}."
        yield row(told)
    if simpler:
        yes = sum(node.text("beslutning") == "innføre" for node in simpler)
        yield row(f"Forenklinger: {len(simpler)}. Skal innføres: {yes}.")
    if new and not occasion.scope.unit:
        counts = Counter(_step(node, day) for node in new)
        yield from ((capital(step), str(counts[step])) for step in STEPS if counts[step])
        yield total("Sum", len(new))
    ordered = sorted(new, key=lambda node: _place(node, day))
    yield from filled(_innovation(occasion, node) for node in ordered)
    fields = ("slag", "dato", "beslutning", "endring", "ansvarlig")
    told = filled((titled(node), *(occasion.word(node, field) for field in fields)) for node in simpler)
    for node, cells in zip(simpler, told, strict=True):
        yes = list((node.fields.get("sjekk") or {}).values()).count("ja")
        yield *cells[:3], f"{yes} av 5", *cells[3:]


def _innovation(occasion: Occasion, node: Node) -> Row:
    step = _step(node, occasion.day.isoformat())
    since = short(last_day(node.text(step)))
    return titled(node), capital(step), since, occasion.said(node, "ansvarlig"), node.text("lært") or "–"


def innovations(occasion: Occasion) -> list[Node]:
    """List those that were an idea by the day."""
    return [node for node in occasion.of("innovasjon") if node.text("idé") <= occasion.day.isoformat()]


def _step(node: Node, day: str) -> str:
    """Name the last step that was reached by a day."""
    return [step for step in STEPS if "" < node.text(step) <= day][-1]


def _place(node: Node, day: str) -> tuple[bool, int, str]:
    step = _step(node, day)
    last = [name for name in STEPS[:-1] if "" < node.text(name) <= day][-1]
    return step == "avsluttet", -STEPS.index(last), node.id
