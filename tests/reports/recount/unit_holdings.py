"""What the documents of a unit tell of what it holds: routines, projects, contracts, companies and authority."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from recount import eierskap, fullmakt, gevinster, kontrakt, prosjekt, rutiner, samskaping, utvikling
from recount.node import Node
from recount.occasion import Occasion, titled
from recount.page import Row
from recount.words import capital, last_day, number, short


def routines(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write how many the unit owns, and which are to be reviewed within half a year."""
    mine = rutiner.in_use(occasion)
    made += mine
    if mine:
        yield rutiner.told(occasion, mine)
    due = [(last_day(node.text("neste_revisjon")) or dt.date.max, node) for node in mine]
    for day, node in sorted(due, key=lambda one: one[0]):
        if day <= occasion.day + dt.timedelta(183):
            days = occasion.said(node, "godkjent"), short(day)
            yield node.text("nummer"), titled(node), *days, occasion.said(node, "ansvarlig")


def development(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the unit's innovations and simplifications."""
    made += [*utvikling.innovations(occasion), *occasion.had("forenkling")]
    yield from utvikling.development(occasion)


def projects(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the projects under way, and the benefits that are to come."""
    every = [prosjekt.Project(occasion, node) for node in prosjekt.ordered(occasion)]
    going = [one for one in every if one.phase != "realisere" and not one.stopped]
    still = occasion.open(occasion.matters("gevinst"))
    made += [*(one.node for one in going), *still]
    yield from gevinster.worth(occasion, still)
    yield from (one.cells for one in going)
    yield from gevinster.listed(occasion, still)


def contracts(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the contracts that are not over, the first to end first."""
    known = [node for node in kontrakt.made(occasion) if node.text("status") not in kontrakt.OVER]
    if not known:
        return
    made += known
    yield from kontrakt.told(occasion, known)
    alike = all((node.text("status") or "løper") == "løper" for node in known)
    for node in sorted(known, key=lambda one: (kontrakt.end_of(one) or dt.date.max, one.id)):
        waits = kontrakt.options(node, taken=False)
        due = (last_day(waits[0].get("frist")) or kontrakt.end_of(node)) if waits else None
        worth = number(int(node.text("årsverdi"))) if node.text("årsverdi") else "–"
        days = occasion.said(node, "neste"), short(kontrakt.end_of(node)), short(due)
        status = () if alike else (capital(node.text("status") or "løper"),)
        yield titled(node), node.text("leverandør") or "–", occasion.said(node, "ansvarlig"), worth, *days, *status
    yield from kontrakt.to_decide(occasion, known)
    yield from occasion.table(occasion.open(occasion.matters("mislighold")), "slag", "reaksjon")


def companies(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the companies that the unit follows up, what the municipality wants with them, and the meetings."""
    held = eierskap.owned(occasion)
    if not held:
        return
    made += held
    yield eierskap.told(held)
    for node in held:
        part = node.text("eierandel")
        told = f"{number(Decimal(part), 1)} %" if part else "–"
        yield titled(node), capital(node.text("form")), told, occasion.said(node, "ansvarlig")
    for node in held:
        yield titled(node), node.text("formål") or "–", occasion.said(node, "tjener")
    yield from eierskap.meetings(occasion, held)


def together(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write what the unit makes together with others."""
    made += samskaping.of_period(occasion)
    yield from samskaping.listed(occasion)


def authority(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write what is given to the unit or its leader, or to all leaders of units."""
    for node in fullmakt.holding(occasion):
        given = node.texts("delegert_til")
        if any(map(occasion.covers, given)) if given else node.text("nivå") == "2":
            made.append(node)
            limit = number(int(node.text("beløpsgrense"))) if node.text("beløpsgrense") else "–"
            further = {"true": "Ja", "false": "Nei"}.get(node.text("kan_delegeres"), "–")
            to = occasion.said(node, "delegert_til") if given else "Alle ledere på nivået"
            words = occasion.word(node, "område"), occasion.said(node, "delegert_av"), to, limit
            days = (short(last_day(node.text(field))) for field in ("fra", "til"))
            yield titled(node), *words, occasion.said(node, "unntak"), further, *days
