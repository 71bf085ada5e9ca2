"""The economy of a tertial or a year written again from the monthly accounts, or else the units' reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from recount.accounts import months
from recount.node import Fields, Node
from recount.page import Row, row
from recount.scope import Scope
from recount.sums import Sums
from recount.words import MONTHS, counted, kroner, listing, long, number, share

NAMES = ("årsbudsjett_regulert", "budsjett_hittil", "regnskap_hittil", "prognose")


class Economy:
    """The units' last figures for the period's last day, or (`annual`) what the year came to."""

    def __init__(self, scope: Scope, *, annual: bool = False) -> None:
        self.scope, self.annual = scope, annual

    @cached_property
    def told(self) -> dict[Node, tuple[Sums, Fields]]:
        """The sums of each unit with what it said of them: those of the accounts where these hold all that was said."""
        if not self.of_accounts:
            return self.said
        line = self.scope.source.line
        found = {unit: (sums, self.said.get(unit, (sums, {}))[1]) for unit, sums in self.kept.items()}
        for unit, (sums, fields) in self.said.items():
            if not sums.whole and not any(above in self.kept for above in line(unit)):
                found[unit] = sums, fields
        return found

    @cached_property
    def kept(self) -> dict[Node, Sums]:
        """What the monthly accounts have of each unit, when they reach the month that ended last."""
        accounts = months(self.scope.source, self.scope.end.year)
        if not accounts.lines([self.scope.end.month]):
            return {}
        lines = accounts.lines(range(1, self.scope.end.month + 1))
        found = {unit: Sums(line.revised, line.budget, line.actual, line.forecast) for unit, line in lines.items()}
        return {unit: sums.closed if self.annual else sums for unit, sums in found.items()}

    @cached_property
    def of_accounts(self) -> bool:
        """Whether the accounts have whole sums, of all months, for every unit that reported whole sums."""
        line = self.scope.source.line
        whole = [unit for unit, sums in self.kept.items() if sums.whole]
        full = [unit for unit in whole if not self.missing(unit)]
        said = [unit for unit, (sums, _) in self.said.items() if sums.whole]
        return bool(whole) and all(any(above in full for above in line(unit)) for unit in said)

    def missing(self, unit: Node) -> list[str]:
        """Name the months that a unit has no accounts for, nothing of one that the accounts do not know."""
        every = range(1, self.scope.end.month + 1)
        rows = months(self.scope.source, self.scope.end.year).of(unit, every)
        told = [row["måned"] for row in rows if row["regnskap"] is not None]
        return [MONTHS[month - 1] for month in every if rows and month not in told]

    def covered(self, units: Collection[Node]) -> int:
        """Count the units that owe figures which some units' figures hold."""
        line = self.scope.source.line
        return sum(any(above in units for above in line(unit)) for unit in self.scope.expected)

    @cached_property
    def said(self) -> dict[Node, tuple[Sums, Fields]]:
        """What each unit reported, in the order of the units."""
        found = {}
        for unit in self.scope.source.units:
            for report in self.scope.reports.get(unit, []):
                fields = report.fields.get("økonomi") or {}
                sums = Sums(*(_whole(fields.get(name)) for name in NAMES))
                if sums.revised is None:
                    sums = Sums(_whole(fields.get("årsbudsjett_opprinnelig")), sums.budget, sums.actual, sums.forecast)
                if sums != Sums():
                    found[unit] = sums.closed if self.annual else sums, fields
                    break
        return found

    def part(self, unit: Node) -> bool:
        """Tell whether a unit above has whole figures that hold the unit's own."""
        return any(above in self.told and self.told[above][0].whole for above in self.scope.source.line(unit)[1:])

    def added(self, units: Iterable[Node]) -> Sums:
        """Add the units with whole figures, parts left out."""
        rows = [self.told[unit][0] for unit in units if self.told[unit][0].whole and not self.part(unit)]
        if not rows:
            return Sums()
        return Sums(*(sum(getattr(row, name) for row in rows) for name in ("revised", "budget", "actual", "forecast")))

    def of(self, area: str) -> list[Node]:
        """List the units of a tjenesteområde that have figures."""
        return [unit for unit in self.scope.from_the_top(self.told) if self.scope.source.area(unit) == area]

    @property
    def names(self) -> list[str]:
        """The tjenesteområder with figures."""
        return [area for area in [*self.scope.source.areas, ""] if self.of(area)]

    def summary(self) -> str:
        """Say the result of all units in one sentence."""
        sums = self.added(self.told)
        covered = self.covered([unit for unit in self.told if self.told[unit][0].whole])
        tail = f"Tallene dekker {covered} av {counted(len(self.scope.expected), 'enhet')}."
        if sums.deviation is None or sums.forecast is None or sums.revised is None:
            return "- Ingen enheter har gitt fullstendige tall for økonomien."
        what = "Regnskapet" if self.annual else "Prognosen"
        if not sums.deviation:
            return f"- {what} for året er lik det regulerte budsjettet på {kroner(sums.revised)}. {tail}"
        word = "merforbruk" if sums.deviation < 0 else "mindreforbruk"
        if not sums.revised:
            return f"- Det regulerte budsjettet er 0 kroner, og {word}et er {kroner(abs(sums.deviation))}. {tail}"
        over = f"et {word} på {kroner(abs(sums.deviation))}, eller {share(abs(sums.deviation), sums.revised, 1)}"
        return f"- {what} for året viser {over} av det regulerte budsjettet på {kroner(sums.revised)}. {tail}"

    @cached_property
    def ledger(self) -> tuple[Sums, str] | None:
        """The sum of the monthly accounts and whom it covers, when it is another than the reports' own."""
        if self.of_accounts:
            return None
        accounts = months(self.scope.source, self.scope.end.year)
        lines = accounts.lines(range(1, self.scope.end.month + 1))
        months_, told = accounts.total(lines), self.added(self.told)
        sums = Sums(months_.revised, months_.budget, months_.actual, months_.forecast)
        sums = sums.closed if self.annual else sums
        if sums == told or not sums.whole or not self.kept:
            return None
        covered = self.covered([unit for unit, line in lines.items() if line.whole])
        return sums, f"{covered} av {counted(len(self.scope.expected), 'enhet')}"

    def rows(self) -> Iterator[Row]:
        """Write the chapter."""
        if self.told:
            yield row(self._intro())
            for name in self.names:
                yield name or "Utenfor tjenesteområdene", *self._cells(self.added(self.of(name)))
            yield "**Sum**", *self._cells(self.added(self.told))
            units = [unit for name in self.names for unit in self.of(name)]
            for unit in units:
                mark = "" if self.told[unit][0].whole else "*"
                yield ("herav " if self.part(unit) else "") + unit.title + mark, *self._cells(self.told[unit][0])
            if not all(self.told[unit][0].whole for unit in units):
                yield row("* Ufullstendige tall: ikke regnet med i summene.")
            yield from self._explanations(units)
        else:
            yield row("Ingen enheter har gitt tall for perioden.")
        yield from self._without()
        if self.of_accounts:
            yield row(" ".join(self._origin()))
        if self.ledger:
            sums, covered = self.ledger
            spent = (
                f"et regnskap på {number(sums.actual)}" if self.annual else f"en prognose på {number(sums.forecast)}"
            )
            told = f"et regulert budsjett på {number(sums.revised)}, {spent}"
            yield row(
                "Tabellene viser det enhetene selv har rapportert. Månedsregnskapet har tall for "
                f"{covered}: {told} og et avvik på {number(sums.deviation)}. Det er summene i månedsrapporten for "
                f"{MONTHS[self.scope.end.month - 1]}."
            )

    def _intro(self) -> str:
        if self.annual:
            told = "Avviket er regulert årsbudsjett minus regnskap, så merforbruk er negativt."
            return f"Beløp i 1000 kr for {self.scope.end.year}. {told}"
        told = "Avvik i året er regulert årsbudsjett minus prognose, så merforbruk er negativt."
        return f"Beløp i 1000 kr, til og med {long(self.scope.end)}. {told}"

    def _cells(self, sums: Sums) -> list[str]:
        return sums.result if self.annual else sums.cells

    def _explanations(self, units: list[Node]) -> Iterator[Row]:
        rows = [(unit.title, self._apart(unit), self.told[unit]) for unit in units]
        rows = [line for unit, line in zip(units, rows, strict=True) if self.deviates(unit)]
        for title, sum_, (_, fields) in rows:
            if (fields.get("forklaring") or "").strip():
                yield row(f"- **{title}** ({sum_}): {fields['forklaring'].strip()}")
        unsaid = [
            f"{title} ({sum_})" for title, sum_, (_, fields) in rows if not (fields.get("forklaring") or "").strip()
        ]
        if not rows:
            known = all(self.told[unit][0].deviation is not None for unit in units)
            who = "Ingen enheter" if known and not self._silent else "Ingen enheter som har gitt fullstendige tall,"
            yield row(f"{who} har avvik." if self.annual else f"{who} venter avvik i året.")
        if unsaid:
            yield row(f"- *Forklaring mangler for* {', '.join(unsaid)}.")

    def deviates(self, unit: Node) -> bool:
        """Tell whether a unit's sums, or what it told of, have a deviation."""
        return bool(self.told[unit][0].deviation or self._other(unit))

    def _origin(self) -> Iterator[str]:
        yield f"Tabellene viser månedsregnskapet for {MONTHS[self.scope.end.month - 1]}."
        if months(self.scope.source, self.scope.end.year).made_up:
            yield "Det er laget som eksempel."
        gaps = [
            f"{unit.title} ({', '.join(self.missing(unit))})"
            for name in self.names
            for unit in self.of(name)
            if self.missing(unit)
        ]
        if gaps:
            yield f"Regnskap mangler for {listing(gaps)}."
        if any(
            self.deviates(unit) and (fields.get("forklaring") or "").strip() for unit, (_, fields) in self.told.items()
        ):
            yield "Forklaringene er fra enhetenes egne rapporter."
        if any(self._other(unit) is not None for unit in self.told):
            yield "Der en enhet har meldt et annet avvik enn det som står i regnskapet, er begge vist."

    def _other(self, unit: Node) -> int | None:
        """Return the deviation that a unit has told of, where the accounts have another."""
        said = self.said[unit][0].deviation if self.of_accounts and unit in self.said else None
        return None if said == self.told[unit][0].deviation else said

    def _apart(self, unit: Node) -> str:
        other = self._other(unit)
        now = number(self.told[unit][0].deviation)
        return now if other is None else f"{now}, meldt {number(other)}"

    @property
    def _silent(self) -> list[Node]:
        line = self.scope.source.line
        return [unit for unit in self.scope.expected if not any(above in self.told for above in line(unit))]

    def _without(self) -> Iterator[Row]:
        silent = self._silent
        if silent:
            what = "uten tall i månedsregnskapet" if self.of_accounts else "som ikke har rapportert tall"
            yield row(f"Enheter {what}: {len(silent)}")
        for name in [*self.scope.source.areas, ""]:
            mine = [unit.title for unit in silent if self.scope.source.area(unit) == name]
            if mine:
                yield row(f"- {name or 'Utenfor tjenesteområdene'}: {listing(mine)}")


def _whole(text: object) -> int | None:
    return int(str(text)) if str(text or "").lstrip("-").isdigit() else None
