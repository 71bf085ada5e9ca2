"""What a month's report says of handlingsregler and of the units' indicators, written again."""

from __future__ import annotations

from collections.abc import Iterator

from recount.bands import band_in
from recount.measured import series
from recount.page import Row, row
from recount.scope import Scope
from recount.summary import results
from recount.values import Series
from recount.words import capital, listing


def rules(scope: Scope) -> Iterator[Row]:
    """Hold each handlingsregel against the last value of its indicator."""
    measured = series(scope)
    for rule in scope.source.of("handlingsregel"):
        if rule.top in scope.programmes:
            node = scope.source.get(rule.text("indikator"))
            found: list[Series] = measured.get(node, []) if node else []
            value = found[0].last if found else None
            held = "ikke målt"
            if value and value.value is not None:
                held = "ja" if band_in(rule.text("grense"), value.value) else "**nei**"
            yield rule.title, rule.text("grense"), found[0].point(value) if found else "–", held


def unit_indicators(scope: Scope) -> Iterator[Row]:
    """Write the indicators measured unit by unit, and those of økonomi and medarbeidere."""
    measured = series(scope)
    for node, found in measured.items():
        if found and found[0].by_unit:
            yield row(f"### {node.label}")
            if len(found) <= 12:
                for one in found:
                    yield one.unit, one.shown, one.verdict, one.trend
                continue
            wanted, accepted, rejected, rest = results(found)
            told = f"{wanted} ønsket, {accepted} akseptert, {rejected} ikke godkjent, {rest} uten vurdering."
            names = [one.unit for one in found if one.band == "ikke_godkjent"]
            tail = f" Ikke godkjent hos: {listing(names)}." if names else ""
            yield row(f"{len(found)} enheter: {told}{tail}")
    for one in [one for found in measured.values() for one in found if not one.by_unit and one.last]:
        focus = one.node.text("fokusområde")
        if one.unit or focus in {"økonomi", "medarbeidere"}:
            yield capital(focus), one.name, one.shown, one.verdict, one.trend, one.point(one.target), one.course
