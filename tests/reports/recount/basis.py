"""The records that the chapters of disciplines are made of, for the banner of a report."""

from __future__ import annotations

from collections.abc import Iterator

from recount.eierskap import owned
from recount.fullmakt import holding
from recount.hoering import comments, heard
from recount.kontrakt import made
from recount.kontroll import FINDERS, happened
from recount.kunnskap import made_of
from recount.medvirkning import meetings
from recount.node import Node
from recount.occasion import Occasion
from recount.prosjekt import ordered
from recount.risks import current
from recount.rutiner import in_use
from recount.samskaping import of_period
from recount.utvikling import innovations
from recount.vedtak_chapter import items

QUALITY = ("revisjon", "undersøkelse", "observatorieplass")


def basis(occasion: Occasion) -> Iterator[Node]:
    """Give them chapter by chapter; many chapters are of a year alone."""
    source, annual = occasion.source, occasion.annual
    yield from {item.node.id: item.node for item in items(occasion) if item.told}.values()
    yield from current(occasion.source, occasion.day)
    if annual:
        yield from (node for node in source.of("avvik") if occasion.within(node.text("meldt")))
        yield from occasion.held("ledelsens-gjennomgang")
    yield from [*happened(occasion, "tilsyn"), *happened(occasion, "egenkontroll"), *source.of("internkontroll")]
    yield from source.of("modenhet") if annual else []
    yield from occasion.matters("funn", source.of(*FINDERS))
    if annual:
        yield from [*occasion.had("øvelse"), *occasion.matters("funn", source.of("øvelse"))]
        yield from in_use(occasion)
        yield from [*occasion.held("revisjon"), *source.of("undersøkelse", "observatorieplass")]
        yield from occasion.open(occasion.matters("funn", source.of(*QUALITY)))
        yield from [*innovations(occasion), *occasion.had("forenkling")]
    yield from [*ordered(occasion), *occasion.matters("gevinst")]
    if annual:
        yield from [*made(occasion), *owned(occasion), *of_period(occasion)]
    for node, _, _ in heard(occasion):
        yield from [node, *comments(occasion, node)]
    yield from [*meetings(occasion), *occasion.held("lederdialog")]
    yield from [*holding(occasion), *made_of(occasion)] if annual else []
