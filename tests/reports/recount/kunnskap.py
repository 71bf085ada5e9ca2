"""What plans build on, written again: guidelines, local conditions, analyses, and the framework U4SSC."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from recount.node import Fields, Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, filled, row
from recount.words import capital, last_day, long, number, short

LONG = 12
"""Rows: a longer table stands in workbooks alone."""
SORTS = ("forutsetning", "mulighet", "utfordring")
STEPS = ("ikke begynt", "begynt", "på plass", "virker og forbedres")
DIMENSIONS = ("økonomisk", "miljømessig", "sosial")
PROGRAMME = {
    "plan": "For planen",
    "status": "Status",
    "formål": "Formål",
    "temaer": "Temaer",
    "alternativer": "Alternativer",
}
PARTS = {
    "planprogram": {}, "kunnskapsgrunnlag": {"føringer": "føring", "utfordringsbilde": "lokalt-forhold"},
    "vesentlighetsanalyse": {"vurderinger": "vesentlighet"}, "lida": {},
    "u4ssc": {"elementer": "u4ssc-element", "nøkkeltall": "nøkkeltall"},
}  # fmt: skip
"""The kinds of file, and what stands in each."""


def foundations(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter of a year."""
    if occasion.annual:
        for node in occasion.source.of("planprogram"):
            assert node.text("status") not in ("idé", "utgått")
            yield from _programme(occasion, node)
        yield from _guidelines(occasion)
        yield from _conditions(occasion)
        yield from _material(occasion)
        yield from _ahead(occasion)
        yield from _framework(occasion)


def made_of(occasion: Occasion) -> Iterator[Node]:
    """Give what the chapter is made of."""
    for kind, inner in PARTS.items():
        for top in occasion.source.of(kind):
            yield from () if kind == "kunnskapsgrunnlag" else (top,)
            for field in inner:
                yield from _inside(occasion, top, field)


def _newest(occasion: Occasion, kind: str) -> Node:
    """Give the only analysis of a kind."""
    (found,) = occasion.source.of(kind)
    assert found.text("dato") <= occasion.day.isoformat()
    return found


def _inside(occasion: Occasion, top: Node, field: str) -> list[Node]:
    """List what stands in a file, as far as it holds on the day."""
    found = [Node(PARTS[top.kind][field], fields, top.path, top) for fields in top.fields[field]]
    day = occasion.day.isoformat()
    return [
        node
        for node in found
        if node.text("dato") <= day and (last_day(node.text("gjelder_til")) or occasion.day) >= occasion.day
    ]


def _tasks(occasion: Occasion) -> dict[str, str]:
    """Give the tasks of the planstrategi by id."""
    return {
        one["id"]: one["tittel"] for top in occasion.source.of("planstrategi") for one in top.fields["planoppgaver"]
    }


def _plan(occasion: Occasion, node: Node) -> str:
    """Name the plan, or the task of making one, that an analysis is for."""
    return _tasks(occasion).get(node.text("plan")) or occasion.source.title(node.text("plan"))


def _programme(occasion: Occasion, node: Node) -> Iterator[Row]:
    tasks = _tasks(occasion)
    yield row(f"### {titled(node)}")
    for field, name in PROGRAMME.items():
        told = [tasks.get(text) or occasion.source.title(text) for text in node.texts(field)]
        yield row(f"{name}: {', '.join(told).removesuffix('.')}.")
    yield from ((one["hva"], short(last_day(one["når"]))) for one in node.fields["framdrift"])
    studies = [Node("utredning", fields, node.path, node) for fields in node.fields["utredninger"]]
    fields = ("frist", "ferdig", "ansvarlig")
    yield from filled((titled(study), *(occasion.said(study, field) for field in fields)) for study in studies)
    for one in node.fields["medvirkning"]:
        struck = {"true": "Ja", "false": "Nei"}.get(one.get("særlig_berørt", ""), "–")
        yield one["hva"], one["hvem"], struck, short(last_day(one["når"]))


def _told(found: list[Node]) -> Row:
    answered = [node for node in found if node.texts("besvares_av")]
    bare = sum(node not in answered and not node.text("begrunnelse") for node in found)
    return row(
        f"Antall: {len(found)}. Besvart av mål eller planer: {len(answered)}. Verken besvart eller begrunnet: {bare}."
    )


def _cells(occasion: Occasion, node: Node, sort: str) -> Row:
    goals = ", ".join(node.texts("bærekraftsmål")) or "–"
    return titled(node), occasion.word(node, sort), node.text("kilde"), goals, occasion.said(node, "besvares_av")


def _guidelines(occasion: Occasion) -> Iterator[Row]:
    top = _newest(occasion, "kunnskapsgrunnlag")
    found, day = _inside(occasion, top, "føringer"), last_day(top.text("dato"))
    assert day is not None
    yield row(f"{titled(top)} – Plan: {_plan(occasion, top)}.")
    yield row(f"{titled(top)} – Dato: {long(day)}.")
    yield _told(found)
    yield from filled(_cells(occasion, node, "slag") for node in found)


def _conditions(occasion: Occasion) -> Iterator[Row]:
    found = _inside(occasion, _newest(occasion, "kunnskapsgrunnlag"), "utfordringsbilde")
    yield _told([node for node in found if node.text("slag") != "forutsetning"])
    for sort in SORTS:
        yield from filled(_cells(occasion, node, "dimensjon") for node in found if node.text("slag") == sort)


def _material(occasion: Occasion) -> Iterator[Row]:
    top = _newest(occasion, "vesentlighetsanalyse")
    found, day = _inside(occasion, top, "vurderinger"), last_day(top.text("dato"))
    assert day is not None
    assert len(found) > LONG
    first = sum(_comes_first(node, int(top.text("grense"))) for node in found)
    yield row(f"Vesentlighetsanalyse: {titled(top)}. Vurdert: {len(found)}. Prioritert: {first}.")
    yield row(f"Plan: {_plan(occasion, top)}.")
    yield row(f"Dato: {long(day)}.")
    yield row(f"Metode: {top.text('metode')}.")
    yield row(f"Hvem ble spurt: {', '.join(top.texts('interessenter'))}.")


def _comes_first(node: Node, limit: int) -> bool:
    """Tell whether it is given priority: as is written, else where both have placed it high."""
    said = node.text("prioritert")
    return said == "true" if said else all(int(node.text(side)) >= limit for side in ("interessenter", "kommunen"))


def _ahead(occasion: Occasion) -> Iterator[Row]:
    top = _newest(occasion, "lida")
    years: list[Fields] = top.fields["år"]
    assert len(years) > LONG
    sums: Counter[str] = Counter()
    for one in years:
        sums.update({area: int(amount) for area, amount in one["investeringer"].items()})
    loans = number(sum(int(one["lån"]) for one in years))
    yield row(f"Langsiktig analyse: {titled(top)}.")
    told = f"Investeringer fra {years[0]['år']} til {years[-1]['år']}: {number(sums.total())}. Av dette lån: {loans}."
    yield row(f"{told} Alle beløp er i tusen kroner.")
    yield row(f"Drift i {years[-1]['år']} sammenlignet med i dag: {number(int(years[-1]['drift']))}.")
    yield row(f"Plan: {_plan(occasion, top)}.")
    yield row(f"Periode: {top.text('periode')}.")
    yield from ((one["hva"], one["verdi"], one["kilde"]) for one in top.fields["forutsetninger"])
    yield from ((area, number(amount)) for area, amount in sums.items())
    yield total("Sum", number(sums.total()))


def _framework(occasion: Occasion) -> Iterator[Row]:
    top = _newest(occasion, "u4ssc")
    found = _inside(occasion, top, "elementer")
    said = Counter(node.text("vurdering") for node in found)
    assert len(found) > LONG
    judged, done = len(found) - said[""], said["på plass"] + said["virker og forbedres"]
    yield row("### Rammeverket U4SSC")
    told = f"U4SSC-elementer: {len(found)} av {6 * 5}. Vurdert: {judged}."
    yield row(f"{told} På plass, eller virker og forbedres: {done}.")
    yield row("Navnene på fasene er fra figuren i S0. Elementene heter det som står i kommunens egen fil.")
    yield "Vurdering", "U4SSC-elementer"
    yield from ((capital(step), str(said[step])) for step in STEPS if said[step])
    figures = sorted(_inside(occasion, top, "nøkkeltall"), key=lambda node: DIMENSIONS.index(node.text("dimensjon")))
    fields = ("dimensjon", "kode", "indikator", "kilde")
    words = (
        (occasion.word(node, "dimensjon"), *(occasion.said(node, field) for field in fields[1:])) for node in figures
    )
    yield from filled((titled(node), *cells) for node, cells in zip(figures, words, strict=True))
