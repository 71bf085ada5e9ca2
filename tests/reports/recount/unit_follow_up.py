"""What the documents of a unit tell of what it is to follow up: avvik, controls, audits, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from recount import avvik, kontroll, kvalitet, medvirkning
from recount.matters import known_at
from recount.node import Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, row
from recount.words import capital

LAWS = ("følges", "følges delvis", "følges ikke")


def deviations(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the messages of the unit, and what its leaders decided."""
    every, mine = occasion.matters("avvik"), avvik.reported(occasion)
    made += mine
    if mine:
        yield from avvik.told(occasion, every)
    decided = list(avvik.decided(occasion))
    if mine or decided:
        yield from avvik.grouped(occasion, every, "kategori")
        yield from avvik.followed(occasion, every)
        yield from decided


def controls(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the inspections, audits and controls of the unit, and what they found."""
    found = occasion.open(occasion.matters("funn", occasion.source.of(*kontroll.FINDERS)))
    day = occasion.day.isoformat()
    reviews = [node for node in kontroll.covered(occasion, "lovgjennomgang") if node.text("dato") <= day]
    inside = kontroll.covered(occasion, "internkontroll")
    mine = [*kontroll.happened(occasion, "tilsyn"), *kontroll.happened(occasion, "egenkontroll"), *inside, *reviews]
    if not mine and not found:
        return
    made += [*mine, *found]
    yield from kontroll.told(occasion)
    yield from occasion.table(found, "slag")
    yield from kontroll.inspections(occasion)
    fields = ("hyppighet", "ansvarlig", "neste")
    told = filled((titled(node), *(occasion.word(node, field) for field in fields)) for node in inside)
    for node, cells in zip(inside, told, strict=True):
        done, last = kontroll.done(occasion, node, period=True), kontroll.done(occasion, node, period=False)[-1:]
        words = [word for one in last for word in (occasion.said(Node("", one, ""), "dato"), capital(one["resultat"]))]
        yield *cells, str(len(done)), *(words or ["–", "–"])
    for node in sorted(reviews, key=lambda one: one.text("dato"), reverse=True):
        days = [occasion.said(node, field) for field in ("enhet", "dato", "ansvarlig", "neste")]
        said = [law["vurdering"] for law in node.fields["lover"]]
        yield titled(node), *days, *(str(said.count(word)) for word in LAWS)


def quality(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the audits of the unit, and what it is to follow up of them."""
    kinds = ("revisjon", "undersøkelse", "observatorieplass")
    audits, found = kvalitet.audited(occasion), occasion.matters("funn", occasion.source.of(*kinds))
    still = occasion.open(found)
    assert not any(occasion.covers(node.text("enhet")) for node in occasion.source.of("undersøkelse"))
    if audits or still:
        made += [*audits, *still]
        yield row(f"Funn. {occasion.told(found)}")
        yield from kvalitet.audits(occasion)
        yield from occasion.table(still, "slag")


def agreed(occasion: Occasion, made: list[Node]) -> Iterator[Row]:
    """Write the dialogues about the unit, what was agreed in them, and its meetings."""
    mine = [node for node in occasion.source.of("lederdialog") if occasion.covers(node.text("enhet"))]
    points = [node for node in occasion.source.of("avtale") if node.parent in mine and known_at(node, occasion.day)]
    meetings = [node for node in medvirkning.meetings(occasion) if occasion.covers(node.text("enhet"))]
    still, held = occasion.open(points), [node for node in mine if occasion.within(node.text("dato"))]
    done = [node for node in points if node not in still and node.parent in held]
    if not still and not done and not meetings:
        return
    made += [*held, *meetings]
    late = len(occasion.late(points))
    yield row(f"Lederdialoger holdt: {len(held)}. Åpne avtaler: {len(still)}, av dem over fristen: {late}.")
    yield from occasion.table(still, "gjelder")
    yield from occasion.table(done, "begrunnelse")
    yield from medvirkning.listed(occasion, meetings)
