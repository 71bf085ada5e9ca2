"""The audits, the surveys and the citizens' observatory of a year written again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from recount.bands import band_of, decimal_of
from recount.measured import measurements, series
from recount.node import Fields, Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, row
from recount.values import MARKS
from recount.words import capital, last_day, number, short

SORTS = ("lovbrudd", "avvik", "merknad", "anbefaling")


def quality(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    if not occasion.annual:
        return
    source = occasion.source
    found = occasion.matters("funn", source.of("revisjon", "undersøkelse", "observatorieplass"))
    for top in source.of("innbyggerobservatorium"):
        yield row(f"{titled(top)} – Standard: {top.text('standard')}.")
    yield row(f"Funn. {occasion.told(found)}")
    for top in source.of("innbyggerobservatorium"):
        given = sum(bool(_grade(occasion, place)) for place in source.of("observatorieplass") if place.parent is top)
        told = f"{titled(top)}: {given} av {top.text('antall')} plasser har fått karakter, på en skala fra 1 til"
        yield row(f"{told} {top.text('skala')}.")
    yield from audits(occasion)
    yield from occasion.table(occasion.open(found), "slag")
    surveys = sorted(source.of("undersøkelse"), key=lambda node: node.text("dato"))
    assert not occasion.held("undersøkelse")  # then the last of each sort is told of
    yield from filled(_survey(occasion, node) for node in surveys)
    for node in surveys:
        for indicator in source.all(node.texts("indikatorer")):
            yield from _measured(occasion, node, indicator)
    places = sorted(source.of("observatorieplass"), key=lambda one: _place(occasion, one))
    yield from filled(_told(occasion, place) for place in places)


def _survey(occasion: Occasion, node: Node) -> Row:
    answered = Decimal(node.text("svar")) * 100 / Decimal(node.text("inviterte"))
    days = occasion.said(node, "dato"), f"{number(answered, 1)} %", occasion.said(node, "neste")
    return (titled(node), occasion.word(node, "slag"), *days, node.text("konklusjon"))


def _told(occasion: Occasion, place: Node) -> Row:
    last = _grade(occasion, place)
    with_whom = capital(", ".join(last.get("deltakere", []))) or "–"
    said = last.get("karakter", "–"), place.text("ambisjon") or "–", short(last_day(last.get("dato")))
    return (titled(place), ", ".join(place.texts("bærekraftsmål")) or "–", *said, with_whom, last.get("lært", "–"))


def audited(occasion: Occasion) -> list[Node]:
    """List the audits of the period, those of the unit that was audited."""
    found = [node for node in occasion.source.of("revisjon") if occasion.covers(node.text("enhet"))]
    return sorted((node for node in found if occasion.within(node.text("dato"))), key=lambda node: node.text("dato"))


def audits(occasion: Occasion) -> Iterator[Row]:
    """Write a row for each audit, with how much of each sort was found."""
    for node in audited(occasion):
        said = [one["slag"] for one in node.fields.get("funn", [])]
        words = occasion.word(node, "slag"), ", ".join(node.texts("standarder")), occasion.said(node, "enhet")
        yield titled(node), *words, occasion.said(node, "dato"), *(str(said.count(sort)) for sort in SORTS)


def _grade(occasion: Occasion, place: Node) -> Fields:
    rows = [one for one in place.fields.get("vurderinger", []) if one["dato"] <= occasion.day.isoformat()]
    return max(rows, key=lambda one: one["dato"], default={})


def _place(occasion: Occasion, place: Node) -> tuple[str, str]:
    return _grade(occasion, place).get("karakter", "9"), place.id


def _measured(occasion: Occasion, survey: Node, indicator: Node) -> Iterator[Row]:
    """Write the value that a survey gave, that of the whole in its year, with the band it is in."""
    one = next(one for one in series(occasion.scope)[indicator] if not one.unit)
    year = survey.text("dato")[:4]
    for told, _ in measurements(occasion.scope):
        if told["indikator"] == indicator.id and told["periode"] == year and not told.get("gjelder"):
            value = decimal_of(told["verdi"])
            assert value is not None
            yield titled(survey), titled(indicator), one.value(value), MARKS[band_of(indicator, value)]
