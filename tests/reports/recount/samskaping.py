"""What is made together with others, written again: how much of each form, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled
from recount.words import capital, last_day, span

FORMS = ("styrt", "ansvarliggjørende", "likeverdig", "fasiliterende")
FIELDS = ("form", "aktører", "status", "resultat", "erfaring")


def together(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    found = of_period(occasion)
    if not occasion.annual:
        return
    for form in FORMS:
        said = [node.text("status") for node in found if node.text("form") == form]
        going, planned = said.count("pågår"), sum(word in ("idé", "planlagt") for word in said)
        if said:
            yield capital(form), str(going), str(planned), str(len(said) - going - planned)
    yield from listed(occasion)


def of_period(occasion: Occasion) -> list[Node]:
    """List those that are to come, go on, or went on in the period."""
    found = [node for node in occasion.of("samskaping") if _told(occasion, node)]
    return sorted(found, key=lambda node: (FORMS.index(node.text("form")), node.title))


def listed(occasion: Occasion) -> Iterator[Row]:
    """Write a row for each."""
    yield from filled((titled(node), *(occasion.word(node, field) for field in FIELDS)) for node in of_period(occasion))


def _told(occasion: Occasion, node: Node) -> bool:
    """Tell whether it is to come, goes on, or went on in the period."""
    first, last, status = span(node.text("fra")), last_day(node.text("til")), node.text("status")
    if status in ("idé", "planlagt"):
        return True
    begun = first is None or first[0] <= occasion.day
    return begun and (status == "pågår" or last is None or last >= occasion.start)
