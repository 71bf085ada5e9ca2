"""The controls written again: state inspections, audits for the council, internal controls, and what they found."""

from __future__ import annotations

from collections.abc import Iterator

from recount.node import Fields, Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, row
from recount.words import capital, last_day, short

FINDERS = ("egenkontroll", "internkontroll", "lovgjennomgang", "tilsyn")
STEPS = ("dato", "rapport", "svart", "avsluttet", "behandlet")
RESULTS = ("i orden", "mangler", "alvorlige mangler")
MONTHS = {"månedlig": 1, "kvartalsvis": 3, "tertialvis": 4, "halvårlig": 6, "årlig": 12}


def controls(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter; a year's tells also the internal controls by area, and how mature they are."""
    source, day = occasion.source, occasion.day
    found, mine = occasion.matters("funn", source.of(*FINDERS)), covered(occasion, "internkontroll")
    yield from told(occasion)
    reviews = len(occasion.held("lovgjennomgang"))
    if reviews:
        yield row(f"Enheter som gikk gjennom lovene sine i perioden: {reviews}.")
    yield from inspections(occasion)
    yield from occasion.table(occasion.late(found), "slag")
    if occasion.annual:
        for area in dict.fromkeys(node.text("område") for node in mine):
            inside = [node for node in mine if node.text("område") == area]
            said = [row["resultat"] for node in inside for row in done(occasion, node, period=True)]
            yield capital(area), *map(str, (len(inside), len(said), *(said.count(word) for word in RESULTS)))
        for node in source.of("modenhet"):
            steps = [_level(node, at) for at in (occasion.start.isoformat(), day.isoformat())]
            until = occasion.said(node, "ambisjon_innen")
            yield titled(node), occasion.whose(node), node.text("ambisjon"), until, *steps


def covered(occasion: Occasion, kind: str) -> list[Node]:
    """List the records of a kind that are of a unit, or of those who answer for them."""
    mine = occasion.of(kind)
    return [node for node in occasion.source.of(kind) if node in mine or occasion.covers(node.text("enhet"))]


def told(occasion: Occasion) -> Iterator[Row]:
    """Count what was found, and the internal controls, in sentences."""
    found, mine = occasion.matters("funn", occasion.source.of(*FINDERS)), covered(occasion, "internkontroll")
    if found:
        laws = sum(node.text("slag") == "lovbrudd" for node in occasion.open(found))
        yield row("Dette fant tilsyn, egenkontroller og internkontroller.")
        yield row(occasion.told(found))
        yield row(f"Åpne lovbrudd: {laws}.")
    if mine:
        times = sum(len(done(occasion, node, period=True)) for node in mine)
        late = sum(_is_late(occasion, node) for node in mine)
        yield row(f"Internkontroller: {len(mine)}. Ganger gjort i perioden: {times}. Ikke gjort i tide: {late}.")


def inspections(occasion: Occasion) -> Iterator[Row]:
    """Write the state inspections, and then the audits for the council."""
    yield from filled(_inspection(occasion, node) for node in happened(occasion, "tilsyn"))
    audits = happened(occasion, "egenkontroll")
    told = filled(_audit(occasion, node) for node in audits)
    counted = ((short(last_day(_council(node))), *_counts(occasion, node)) for node in audits)
    yield from ((*one, *more) for one, more in zip(told, counted, strict=True))


def happened(occasion: Occasion, kind: str) -> list[Node]:
    """List those something happened to in the period, and those of which something was open, the newest first."""
    still = {node.parent for node in occasion.open(occasion.matters("funn"))}
    kept = [
        node
        for node in covered(occasion, kind)
        if node.text("dato") <= occasion.day.isoformat()
        if node in still or any(occasion.within(node.text(field)) for field in STEPS)
    ]
    return sorted(kept, key=lambda node: node.text("dato"), reverse=True)


def _inspection(occasion: Occasion, node: Node) -> Row:
    fields = ("myndighet", "enhet", "dato", "svarfrist", "avsluttet")
    return (titled(node), *(occasion.said(node, field) for field in fields), *_counts(occasion, node))


def _audit(occasion: Occasion, node: Node) -> Row:
    return (titled(node), *(occasion.said(node, field) for field in ("enhet", "utført_av", "dato", "behandlet")))


def _council(node: Node) -> str:
    made = node.fields.get("vedtak") or {}
    return max((str(one["dato"]) for one in (made if isinstance(made, list) else [made]) if one), default="")


def _counts(occasion: Occasion, node: Node) -> list[str]:
    found = occasion.matters("funn", [node])
    said = [one.text("slag") for one in found]
    first, second = said.count("lovbrudd"), said.count("avvik")
    return [str(count) for count in (first, second, len(occasion.open(found)))]


def done(occasion: Occasion, node: Node, *, period: bool) -> list[Fields]:
    """List the times a control was done by the day, or in the period."""
    rows = sorted(node.fields.get("gjennomført", []), key=lambda one: one["dato"])
    first = occasion.start.isoformat() if period else ""
    return [row for row in rows if first <= row["dato"] <= occasion.day.isoformat()]


def _is_late(occasion: Occasion, node: Node) -> bool:
    """Tell whether a control was to be done, and is not: by its `neste`, else by how often it is to be done."""
    if node.text("neste"):
        return occasion.passed(node.text("neste"))
    rows = done(occasion, node, period=False)
    if not rows:
        return True
    year, month, day = map(int, rows[-1]["dato"].split("-"))
    month += MONTHS[node.text("hyppighet")]
    due = f"{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}-{day:02}"
    return due < occasion.day.isoformat()


def _level(node: Node, day: str) -> str:
    rows = sorted(node.fields.get("vurderinger", []), key=lambda one: one["dato"])
    return next((row["nivå"] for row in reversed(rows) if row["dato"] <= day), "–")
