"""The projects written again: how each goes on the day, by what was decided and reported until then."""

from __future__ import annotations

from collections.abc import Iterator

from recount.gevinster import benefits, sentences
from recount.node import Fields, Node
from recount.occasion import Occasion, titled
from recount.page import Row, filled, headed, row
from recount.words import capital, last_day, listing, long, number, short

PHASES = ("behov", "konsept", "planlegge", "gjennomføre", "avslutte", "realisere")
MARKS = {"rød": "■ rød", "gul": "▲ gul", "grønn": "● grønn"}
LIGHTS = ("tid", "kost", "kvalitet")


def projects(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter; a year's counts the benefits too, and tells those that are soon due."""
    found = [Project(occasion, node) for node in ordered(occasion)]
    if found:
        kept = [one for one in found if not one.stopped]
        phases = [f"{phase} {count}" for phase in PHASES if (count := [one.phase for one in kept].count(phase))]
        told = f"Prosjekter og programmer {long(occasion.day)}: {len(found)}. I hver fase: {listing(phases)}."
        yield row(told)
        going = [one for one in kept if one.phase != "realisere"]
        worst = [one.worst for one in going]
        over = sum(one.forecast > one.frame > 0 for one in going)
        told = f"I gang: {len(going)}. Røde: {worst.count('rød')}. Gule: {worst.count('gul')}."
        yield row(f"{told} Prognose over rammen: {over}. Stoppet: {len(found) - len(kept)}.")
    yield from sentences(occasion)
    yield from listed(found)
    if occasion.annual:
        yield from handed_over(occasion, found)
        yield from benefits(occasion)


def handed_over(occasion: Occasion, found: list[Project]) -> Iterator[Row]:
    """Write those that the line had taken over by the day, with who did and what is said of it."""
    kept = [
        one.node for one in found if one.node.fields.get("overført", {}).get("dato", "") <= occasion.day.isoformat()
    ]
    told = [node for node in kept if "overført" in node.fields]
    yield from filled((titled(node), *_handed(occasion, node)) for node in told)


def _handed(occasion: Occasion, node: Node) -> Row:
    row = node.fields["overført"]
    return occasion.source.title(row["til"]), short(last_day(row.get("dato"))), row.get("kommentar") or "–"


def listed(found: list[Project]) -> Iterator[Row]:
    """Write a row for each, and then what the last report of each says."""
    head = ("Prosjekt", "Eier", "Fase", "Status", "Ramme (1000 kr)", "Prognose (1000 kr)", "Neste beslutning")
    yield from headed(head, (one.cells for one in found))
    yield from (one.said for one in found if one.comment)


def ordered(occasion: Occasion) -> list[Node]:
    """List the projects as the portfolios name them, each programme before its projects, and then the others."""
    source = occasion.source
    every = source.of("prosjekt", "program")
    first: list[Node] = []
    for portfolio in source.of("portefølje"):
        for node in source.all(portfolio.texts("prosjekter")):
            first += [node, *(one for one in every if one.text("program") == node.id)]
    mine = occasion.of("prosjekt", "program")
    return [node for node in dict.fromkeys([*first, *every]) if node in mine]


class Project:
    """A project as it stood on a day."""

    def __init__(self, occasion: Occasion, node: Node) -> None:
        self.node, self._occasion, self._day = node, occasion, occasion.day.isoformat()
        self._decisions: list[Fields] = node.fields.get("beslutningspunkter", [])
        rows = [one for one in node.fields.get("statusrapporter", []) if one["dato"] <= self._day]
        self._reports: list[Fields] = sorted(rows, key=lambda one: one["dato"], reverse=True)

    @property
    def phase(self) -> str:
        """The phase it was in: the one written, unless a later decision has led to it."""
        made = [one for one in self._decisions if one.get("beslutning", "").startswith("godkjent")]
        if not any(one["dato"] > self._day for one in made):
            return self.node.text("fase")
        past = [one for one in made if one["dato"] <= self._day]
        return str(max(past, key=lambda one: one["dato"])["til_fase"]) if past else "behov"

    @property
    def stopped(self) -> bool:
        """Whether the last decision stopped it."""
        past = [one for one in self._decisions if one["dato"] <= self._day and one.get("beslutning")]
        return bool(past) and max(past, key=lambda one: one["dato"])["beslutning"] == "stoppet"

    @property
    def lights(self) -> list[str]:
        """The colours of the last report."""
        last = self._reports[0] if self._reports else {}
        return [last.get(light, "") for light in LIGHTS]

    @property
    def worst(self) -> str:
        """The gravest of them."""
        return next((colour for colour in MARKS if colour in self.lights), "")

    @property
    def frame(self) -> int:
        """The money it may cost, in 1000 kr; 0 where none is told."""
        money = self.node.fields.get("økonomi") or {}
        return int(money.get("justert_ramme") or money.get("vedtatt_ramme") or 0)

    @property
    def forecast(self) -> int:
        """What it is thought to cost, by the last report that tells; 0 where none does."""
        return int(next((one["prognose"] for one in self._reports if "prognose" in one), 0))

    @property
    def cells(self) -> Row:
        """The row of the project."""
        coming = sorted(one["dato"] for one in self._decisions if one["dato"] > self._day)
        return (
            titled(self.node),
            self._occasion.whose(self.node),
            "Stoppet" if self.stopped else capital(self.phase),
            self.colours,
            number(self.frame or None),
            number(self.forecast or None),
            short(last_day(coming[0])) if coming else "–",
        )

    @property
    def comment(self) -> str:
        """What the last report says."""
        return str(self._reports[0].get("kommentar", "")) if self._reports else ""

    @property
    def said(self) -> Row:
        """The row of the comment."""
        return titled(self.node), self.colours, self.comment

    @property
    def colours(self) -> str:
        """What is red and what is yellow, or that it is green."""
        bad = [
            f"{MARKS[colour]}: {', '.join(light for light, own in zip(LIGHTS, self.lights, strict=False) if own == colour)}"
            for colour in ("rød", "gul")
            if colour in self.lights
        ]
        return ", ".join(bad) or ("● grønn" if "grønn" in self.lights else "–")
