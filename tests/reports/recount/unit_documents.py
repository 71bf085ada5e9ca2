"""The documents of one unit written again: oppdragsbrev, virksomhetsplan, lederavtale and lederdialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from recount import unit_follow_up, unit_holdings
from recount.made_up import banner
from recount.node import Node
from recount.occasion import Occasion
from recount.page import Row, row
from recount.risks import Risks
from recount.unit import Unit
from recount.vedtak import Followed
from recount.words import counted, folded, listing, long, number, share, short
from recount.work import parts, state

CHAPTERS = (
    unit_follow_up.deviations, unit_follow_up.controls, unit_holdings.routines, unit_follow_up.quality,
    unit_holdings.development, unit_holdings.projects, unit_holdings.contracts, unit_holdings.companies,
    unit_holdings.together, unit_follow_up.agreed, unit_holdings.authority,
)  # fmt: skip


class UnitDocument(Unit):
    """What the documents of a unit hold, as things stand on a day."""

    def rows(self, kind: str) -> Iterator[Row]:
        """Write every row of a document that holds something from the plans."""
        written: dict[str, Callable[[], Iterator[Row]]] = {
            "oppdragsbrev": self._letter,
            "virksomhetsplan": self._plan,
            "lederavtale": self._agreement,
            "lederdialog": self._dialogue,
        }
        heading = self.plan.title if kind == "virksomhetsplan" and self.plan else self._heading(kind)
        yield row(f"# {heading}")
        measured = dict.fromkeys(one.node for one in self.series)
        nodes = [*self.goals, *self.scope.unit_plans, *self.scope.oppdrag, *self.scope.tiltak, *measured]
        made, _ = self._others
        yield from banner([*nodes, *self.followed.nodes, *self.risks.nodes, *made])
        yield from written[kind]()

    @cached_property
    def followed(self) -> Followed:
        """The vedtak that the unit follows up."""
        return Followed(self.source, self.unit, self.day)

    @cached_property
    def risks(self) -> Risks:
        """The risks that the unit answers for."""
        return Risks(self.source, self.unit, self.scope)

    def _disciplines(self) -> Iterator[Row]:
        yield from self.followed.rows()
        yield from self.risks.rows()
        yield from self._others[1]

    @cached_property
    def _others(self) -> tuple[list[Node], list[Row]]:
        """The records and the rows of the chapters of the other disciplines."""
        occasion, made = Occasion(self.scope, ended=False), list[Node]()
        return made, [one for chapter in CHAPTERS for one in chapter(occasion, made)]

    def _heading(self, kind: str) -> str:
        year = "" if kind == "lederdialog" else f" {self.day.year}"
        return f"{kind.capitalize()}{year} – {self.unit.title}"

    def _letter(self) -> Iterator[Row]:
        programme = next(iter(self.scope.programmes), None)
        yield "Til", self.leader or self.unit.title
        yield "Fra", self.superior or "–"
        yield "Tjenesteområde", self.source.area(self.unit) or "–"
        yield "Grunnlag", programme.title if programme else "–"
        yield from self._frames()
        yield from self._goals()
        yield from self._oppdrag(none="Enheten har ingen oppdrag i handlingsprogrammet.")
        for node in self.scope.oppdrag:
            if node.text("omtale"):
                yield row(f"- **{node.label}:** {folded(node.text('omtale'))}")
        for rule in self.source.of("handlingsregel"):
            if rule.top in self.scope.programmes:
                yield row(f"- Handlingsregel: {rule.title}")
        yield from self._indicators()
        yield from self._disciplines()

    def _plan(self) -> Iterator[Row]:
        area = self.source.area(self.unit)
        named = self.unit.title + (f", {area}" if area else "") + (f". Leder: {self.leader}" if self.leader else "")
        yield row(f"{named}. Slik planen står {long(self.day)}.")
        if self.plan and self.plan.text("omtale"):
            yield row(folded(self.plan.text("omtale")))
        yield from self._goals()
        yield from self._tiltak()
        for node in self.scope.tiltak:
            if node.text("omtale"):
                yield row(f"- **{node.label}:** {folded(node.text('omtale'))}")
        yield from self._oppdrag()
        yield from self._frames()
        yield from self._indicators()
        yield from self._disciplines()

    def _agreement(self) -> Iterator[Row]:
        yield row(f"Mellom {self.both}. Avtalen fornyes hvert år og gjennomgås midtveis.")
        counts = [counted(len(self.goals), "mål"), counted(len(self.scope.oppdrag), "oppdrag")]
        yield row(f"{', '.join(counts)} og {counted(len(self.scope.tiltak), 'tiltak')} i {self.day.year}.")
        yield from self._goals()
        yield from self._oppdrag()
        yield from self._tiltak()
        yield from self._frames()
        yield from self._indicators()
        yield from self._disciplines()
        yield self.superior or "Overordnet leder", self.leader or "Leder"

    def _dialogue(self) -> Iterator[Row]:
        yield row(f"Grunnlag for samtalen mellom {self.both}, slik det står {long(self.day)}.")
        if self.count.items:
            yield row(f"- Tiltak: {parts(self.count.of('tiltak'))}")
            yield row(f"- Oppdrag: {parts(self.count.of('oppdrag'))}")
        revised, forecast = self.money("årsbudsjett_regulert"), self.money("prognose")
        if revised is None or forecast is None:
            yield row("- Prognosen er ikke kjent.")
        else:
            told = f"{number(forecast)} mot et budsjett på {number(revised)} (1000 kr)"
            off = f"{number(revised - forecast)}, eller {share(revised - forecast, revised, 1)}"
            yield row(f"- Prognosen er {told}: et avvik på {off}.")
        yield from self._indicators(judged=True)
        differing = [one for one in self.count.ordered if one.said is not None and one.grade != one.said]
        if not self.count.deviations and not differing:
            yield row("Det er ikke meldt avvik, og ingen frister er passert.")
        elif self.count.deviations:
            yield "Tiltak eller oppdrag", "Status", "Årsak", "Korrigerende tiltak", "Frist"
        for one in self.count.deviations:
            yield one.node.label, one.told, one.cause or "–", one.corrective or "–", one.frist
        for one in differing:
            if not one.deviates:
                yield row(f"- {one.node.label}: {one.reason}")
        yield from self._disciplines()

    def _frames(self) -> Iterator[Row]:
        original, revised = self.money("årsbudsjett_opprinnelig"), self.money("årsbudsjett_regulert")
        rows = [("Enhetens opprinnelige budsjett", original)]
        if revised != original:
            rows.append((f"Enhetens regulerte budsjett, {long(self.day)}", revised))
        rows.append((f"Rammen til {self.source.area(self.unit)} i handlingsprogrammet", self.frame()))
        known = [(name, number(sum_)) for name, sum_ in rows if sum_ is not None]
        if original is None and self.frame() is None:
            yield row(f"Enheten har ikke fått oppgitt rammer for {self.day.year}.")
        else:
            yield f"Rammer {self.day.year}, 1000 kr", ""
            yield from known

    def _goals(self) -> Iterator[Row]:
        for node in self.goals:
            above = "; ".join(upper.label for upper in node.up)
            yield row(f"- {node.label}" + (f" ({above})" if above else ""))
        if not self.goals:
            yield row("Enheten har ikke fått noen mål.")

    def _line(self, node: Node) -> tuple[str, str, str, str, str]:
        status, deadline = state(self.scope, node)
        owner = self.source.get(node.text("ansvarlig"))
        above = "; ".join(upper.label for upper in node.up) or "–"
        return node.label, above, owner.title if owner else "–", short(deadline), status or "–"

    def _oppdrag(self, none: str = "Enheten har ingen oppdrag.") -> Iterator[Row]:
        if not self.scope.oppdrag:
            yield row(none)
        for node in self.scope.oppdrag:
            yield *self._line(node)[:4], node.text("styringsmodell") or "–"

    def _tiltak(self) -> Iterator[Row]:
        if not self.scope.tiltak:
            yield row("Enheten har ingen tiltak.")
        for node in self.scope.tiltak:
            label, above, owner, deadline, status = self._line(node)
            others = [other.title for other in self.source.all(node.texts("medansvarlige"))]
            shared = f" (sammen med {listing(others)})" if others else ""
            yield label, above, owner + shared, deadline, status.capitalize()

    def _indicators(self, *, judged: bool = False) -> Iterator[Row]:
        for one in self.series:
            if judged and not one.band:
                continue
            measure = one.node.text("enhet")
            named = one.node.label + (f", {measure}" if measure not in {"", "prosent", "%"} else "")
            yield named, one.point(one.last), one.verdict, one.trend, one.point(one.target)
