"""What the documents of a unit tell of what it holds: routines, projects, contracts, companies and authority."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from recount import eierskap, fullmakt, gevinster, kontrakt, prosjekt, rutiner, samskaping, utvikling
from recount.node import Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, headed
from recount.words import capital, last_day, number, short

CONTRACT = ("Kontrakt", "Leverandør", "Tjeneste", "Kontraktseier", "Årlig verdi (1000 kr)", "Neste oppfølging")
AUTHORITY = (
    "Fullmakt", "Delegert av", "Delegert til", "Beløpsgrense (1000 kr)", "Unntak", "Kan delegeres", "Fra", "Til",
)  # fmt: skip


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
    yield from prosjekt.listed(going)
    yield from gevinster.listed(occasion, still)


def contracts(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the contracts that are not over, the first to end first."""
    known = [node for node in kontrakt.made(occasion) if node.text("status") not in kontrakt.OVER]
    if not known:
        return
    made += known
    yield from kontrakt.told(occasion, known)
    alike = all((node.text("status") or "løper") == "løper" for node in known)
    ordered = sorted(known, key=lambda one: (kontrakt.end_of(one) or dt.date.max, one.id))
    told = headed(CONTRACT, (_contract(occasion, node) for node in ordered))
    ends = [("Siste dag", "Opsjonen avgjøres innen", "Status"), *map(_ends, ordered)]
    yield from ((*one, *(more[:2] if alike else more)) for one, more in zip(told, ends, strict=True))
    yield from kontrakt.to_decide(occasion, known)
    yield from occasion.table(occasion.open(occasion.matters("mislighold")), "slag", "reaksjon")


def _contract(occasion: Occasion, node: Node) -> Row:
    worth = number(int(node.text("årsverdi"))) if node.text("årsverdi") else "–"
    named = titled(node), node.text("leverandør") or "–", node.text("tjeneste") or "–", occasion.said(node, "ansvarlig")
    return *named, worth, occasion.said(node, "neste")


def _ends(node: Node) -> Row:
    """Say when a contract is over, when its option is to be decided, and how it stands."""
    waits = kontrakt.options(node, taken=False)
    due = (last_day(waits[0].get("frist")) or kontrakt.end_of(node)) if waits else None
    return short(kontrakt.end_of(node)), short(due), capital(node.text("status") or "løper")


def companies(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the companies that the unit follows up, what the municipality wants with them, and the meetings."""
    held = eierskap.owned(occasion)
    if not held:
        return
    made += held
    yield eierskap.told(held)
    yield from filled(_company(occasion, node) for node in held)
    yield from filled((titled(node), node.text("formål") or "–", occasion.said(node, "tjener")) for node in held)
    yield from eierskap.meetings(occasion, held)


def _company(occasion: Occasion, node: Node) -> Row:
    part = node.text("eierandel")
    told = f"{number(Decimal(part), 1)} %" if part else "–"
    return titled(node), capital(node.text("form")), told, occasion.said(node, "ansvarlig")


def together(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write what the unit makes together with others."""
    made += samskaping.of_period(occasion)
    yield from samskaping.listed(occasion)


def authority(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write what is given to the unit or its leader, or to all leaders of units."""
    mine = [node for node in fullmakt.holding(occasion) if _is_its(occasion, node)]
    made += mine
    yield from headed(AUTHORITY, (_authority(occasion, node) for node in mine))


def _is_its(occasion: Occasion, node: Node) -> bool:
    given = node.texts("delegert_til")
    return any(map(occasion.covers, given)) if given else node.text("nivå") == "2"


def _authority(occasion: Occasion, node: Node) -> Row:
    limit = number(int(node.text("beløpsgrense"))) if node.text("beløpsgrense") else "–"
    further = {"true": "Ja", "false": "Nei"}.get(node.text("kan_delegeres"), "–")
    to = occasion.said(node, "delegert_til") if node.texts("delegert_til") else "Alle ledere på nivået"
    days = (short(last_day(node.text(field))) for field in ("fra", "til"))
    return titled(node), occasion.said(node, "delegert_av"), to, limit, occasion.said(node, "unntak"), further, *days
