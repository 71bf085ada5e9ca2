"""The chapter on risk written again: those that are high or against the law, and in a year where they are."""

from __future__ import annotations

from collections.abc import Iterator

from recount.matters import late_at, open_at, settled
from recount.node import Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, row
from recount.risks import LEVELS, breaks, cells, current, demands, lacks, level, size, steps
from recount.words import last_day, long, short


def risks(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter; a year's tells also of each tjenesteområde and each analysis."""
    day = occasion.day
    found = current(occasion.source, day)
    found.sort(key=lambda risk: (-size(risk.fields), -steps(risk.fields)[1], risk.id))
    if not found:
        return
    still, high, middle, low, laws, late, _ = _counts(occasion, found)
    ended = sum((day := settled(risk)) is not None and occasion.within(day.isoformat()) for risk in found)
    yield row(
        f"Åpne {long(occasion.day)}: {still}. Høye: {high}. Middels: {middle}. Lave: {low}. Lovbrudd: {laws}. "
        f"Over fristen: {late}. Avsluttet i perioden: {ended}."
    )
    grave = [risk for risk in found if open_at(risk, occasion.day) and demands(risk)]
    lacking = sum(lacks(occasion.scope, risk) for risk in grave)
    if lacking:
        yield row(f"Høye eller ulovlige, og uten tiltak: {lacking}.")
    yield from cells(occasion.source, grave, occasion.day)
    if occasion.annual:
        places = {risk: _place(occasion, risk) for risk in found}
        for name in ("Hele kommunen", *occasion.source.areas, "Prosjekter"):
            mine = [risk for risk in found if places[risk] == name]
            if mine:
                yield name, *_counts(occasion, mine)
        yield total("Sum", *_counts(occasion, found))
        kept = {risk.top for risk in found}
        for node in (node for node in occasion.had("ros") if node in kept):
            inside = [risk for risk in found if risk.top is node]
            about = occasion.source.title(node.text("enhet")) or "Hele kommunen"
            days = (short(last_day(node.text(field))) for field in ("dato", "neste"))
            levels = [level(risk.fields) for risk in inside]
            yield titled(node), about, *days, str(len(inside)), str(levels.count("■ høy"))


def _counts(occasion: Occasion, found: list[Node]) -> list[str]:
    still = [risk for risk in found if open_at(risk, occasion.day)]
    now = [level(risk.fields) for risk in still]
    after = [level(risk.fields.get("restrisiko") or risk.fields) for risk in still]
    late = sum(late_at(risk, occasion.day) for risk in still)
    counts = (len(still), *(now.count(name) for _, name in LEVELS), sum(map(breaks, still)), late, after.count("■ høy"))
    return [str(count) for count in counts]


def _place(occasion: Occasion, risk: Node) -> str:
    sort = risk.top.text("nivå")
    if sort in ("prosjekt", "kommune"):
        return "Prosjekter" if sort == "prosjekt" else "Hele kommunen"
    source = occasion.source
    for name in (risk.top.text("enhet"), risk.text("ansvarlig")):
        node = source.get(name)
        area = source.area(node.parent if node is not None and node.kind == "rolle" else node)
        if area:
            return area
    return "Hele kommunen"
