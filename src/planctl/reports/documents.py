"""The documents of the steering chain: one per unit or plan, made from the same records as the reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planctl.graph import Graph
from planctl.model.bands import rounded
from planctl.model.period import Period, deadline, parse_date, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reports.attainment import Indicator, Point
from planctl.reports.indicators import indicators
from planctl.reports.money import Money
from planctl.reports.scope import Scope, text
from planctl.reports.tertial import build_status
from planctl.reports.view import Decision, TertialReport


@dataclass(frozen=True, slots=True)
class Line:
    """A mål, oppdrag or tiltak as a document lists it; `above` names what it serves, one step up."""

    kind: str
    number: str
    title: str
    words: str = ""
    above: tuple[str, ...] = ()
    deadline: date | None = None
    owner: str = ""
    shared: tuple[str, ...] = ()
    status: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class UnitDocument:
    """What an oppdragsbrev, a virksomhetsplan, a lederavtale and a lederdialog are made of.

    `superior` is the role above the leader. `money` holds the year's budgets as far as they are known,
    `frame` the tjenesteområde's ramme of the year. `status` is how things stand on the day.
    """

    municipality: str
    year: int
    day: date
    id: str
    unit: str
    area: str
    leader: str
    superior: str
    plan: str
    words: str
    programme: str
    goals: tuple[Line, ...]
    oppdrag: tuple[Line, ...]
    tiltak: tuple[Line, ...]
    indicators: tuple[Indicator, ...]
    rules: tuple[str, ...]
    money: Money
    frame: int | None
    status: TertialReport | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a plan: a satsingsområde, mål, strategi or oppdrag with what is nested in it or follows it up."""

    kind: str
    level: int
    number: str
    title: str
    words: str
    fn: tuple[str, ...]
    units: tuple[str, ...]
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rammer of a tjenesteområde, year by year, in 1000 kr."""

    unit: str
    sums: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A kommuneplan or handlingsprogram as a document."""

    municipality: str
    id: str
    title: str
    period: str
    status: str
    words: str
    vision: str
    values: tuple[str, ...]
    decisions: tuple[Decision, ...]
    nodes: tuple[Node, ...]
    years: tuple[int, ...]
    frames: tuple[Frame, ...]
    total: tuple[int, ...]
    rules: tuple[tuple[str, str], ...]
    indicators: tuple[ChartRow, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a målekart: the indicator, its bands as they are written, and a result for each period."""

    focus: str
    challenge: str
    number: str
    title: str
    measure: str
    bands: tuple[str, str, str]
    results: tuple[Point, ...]
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class Chart:
    """A målekart, its rows by fokusområde."""

    municipality: str
    unit: str
    title: str
    day: date
    areas: tuple[tuple[str, tuple[ChartRow, ...]], ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the planregister."""

    kind: str
    title: str
    period: str
    status: str
    adopted: date | None
    body: str
    case: str
    owner: str
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Every plan, and what the planstrategi lists beside them."""

    municipality: str
    day: date
    entries: tuple[Entry, ...]


class Documents:
    """Builds the documents of a plan set, as it stands on a day, for a year."""

    def __init__(self, plans: PlanSet, graph: Graph, year: int, day: date) -> None:
        end = min(day, date(year, 12, 31))
        self.plans = plans
        self.graph = graph
        self.year = year
        self.day = max(end, date(year, 1, 1))
        self.scope = Scope(plans, graph, Period(date(year, 1, 1), self.day))

    def units(self) -> list[Record]:
        """List the virksomheter of the day."""
        return self.scope.active_units

    def plans_of(self, kind: str) -> list[Record]:
        """List the plans of a kind that are in force."""
        return self.scope.in_force(self.plans.of_kind(kind))

    def of_unit(self, unit: Record) -> UnitDocument:
        """Build what the documents of one unit share."""
        scope = Scope(self.plans, self.graph, self.scope.period, unit=unit)
        area = self.scope.area_of(unit)
        plan = next(iter(scope.unit_plans), None)
        programme = next(iter(self.scope.programmes), None)
        return UnitDocument(
            municipality=self.plans.config.municipality,
            year=self.year,
            day=self.day,
            id=unit.name,
            unit=unit.title,
            area=area.title if area is not None else "",
            leader=scope.leader_of(unit),
            superior=self._superior(unit),
            plan=plan.title if plan is not None else "",
            words=text(plan, "omtale") if plan is not None else "",
            programme=programme.title if programme is not None else "",
            goals=tuple(self._goals(unit, plan)),
            oppdrag=tuple(self._line(record) for record in scope.oppdrag),
            tiltak=tuple(self._line(record) for record in scope.tiltak),
            indicators=tuple(item for items in indicators(scope).values() for item in items if item.unit),
            rules=tuple(record.title for record in self._rules()),
            money=self._money(scope),
            frame=self._frame(area),
            status=build_status(scope),
            illustrative=any(_made_up(record) for record in [*scope.unit_plans, *scope.oppdrag]),
        )

    def _superior(self, unit: Record) -> str:
        above = next(iter(self.graph.targets(unit, "overordnet")), None)
        if above is None:
            return ""
        return self.scope.leader_of(above) if self.plans.is_a(above, "enhet") else above.title

    def _goals(self, unit: Record, plan: Record | None) -> Iterable[Line]:
        """List the mål distributed to a unit or its tjenesteområde, and those its plan inherits, innermost."""
        found: dict[int, Record] = {}
        line = {above.id for above in self.scope.line(unit)}
        for programme in self.scope.programmes:
            shares = programme.get("målfordeling")
            for key, units in shares.items() if isinstance(shares, dict) else ():
                goal = self.plans.get(key)
                if goal is not None and isinstance(units, list) and line & set(map(str, units)):
                    found.setdefault(id(goal), goal)
        own = self.graph.targets(plan, "arver") if plan is not None else []
        chosen = own or list(found.values())
        for goal in chosen:
            leaves = [goal, *self.graph.below(goal)] if goal.kind == "satsingsområde" else [goal]
            for leaf in leaves:
                if self.plans.is_a(leaf, "mål"):
                    yield Line(leaf.kind, text(leaf, "nummer"), leaf.title, text(leaf, "omtale"), self._above(leaf))

    def _above(self, record: Record) -> tuple[str, ...]:
        return tuple(_label(above) for above in self.graph.up(record))

    def _line(self, record: Record) -> Line:
        state = self.scope.reporting.at(record, self.day)
        owner = self.plans.get(text(record, "ansvarlig") or None)
        return Line(
            kind=record.kind,
            number=text(record, "nummer"),
            title=record.title,
            words=text(record, "omtale"),
            above=self._above(record),
            deadline=state.deadline or deadline(record.get("frist")),
            owner=owner.title if owner is not None else "",
            shared=tuple(other.title for other in self.graph.targets(record, "medansvarlige")),
            status=state.status or "",
            model=text(record, "styringsmodell"),
        )

    def _rules(self) -> list[Record]:
        return [record for record in self.plans.of_kind("handlingsregel") if record.plan in self.scope.programmes]

    def _money(self, scope: Scope) -> Money:
        """Add the unit's budgets and forecast, the last known in the year's monthly figures."""
        last: dict[str, dict[str, Decimal]] = {}
        for row in sorted(self.plans.figures, key=lambda row: row.month):
            ended = row.year == self.year and row.month <= self.day.month
            if ended and scope.covers(self.plans.get(row.unit)):
                known = {"original": row.original, "revised": row.revised, "forecast": row.forecast}
                last.setdefault(row.unit, {}).update({name: sum_ for name, sum_ in known.items() if sum_ is not None})

        def added(name: str) -> int | None:
            sums = [values[name] for values in last.values() if name in values]
            return int(rounded(sum(sums), 0) or 0) if sums else None

        return Money(added("revised"), None, None, added("forecast"), added("original"))

    def _frame(self, area: Record | None) -> int | None:
        for programme in self.scope.programmes:
            period = parse_period(programme.get("periode"))
            frames = programme.get("rammer")
            sums = frames.get(area.id) if isinstance(frames, dict) and area is not None else None
            if period is not None and isinstance(sums, list):
                index = self.year - period.start.year
                if 0 <= index < len(sums) and isinstance(sums[index], int):
                    return int(sums[index])
        return None

    def of_plan(self, plan: Record) -> PlanDocument:
        """Build a kommuneplan or handlingsprogram."""
        programme = plan.kind == "handlingsprogram"
        own = [plan] if not programme else list(dict.fromkeys(top.plan for top in self.graph.targets(plan, "arver")))
        roots = [record for record in self.plans.of_kind("satsingsområde") if record.plan in own]
        outside = [
            record for record in self.plans.of_kind("mål")
            if record.plan in own and not self.graph.up(record) and record not in roots
        ]  # fmt: skip
        period = parse_period(plan.get("periode"))
        frames = plan.get("rammer")
        rows = [
            Frame(unit.title if unit is not None else key, tuple(item for item in sums if isinstance(item, int)))
            for key, sums in (frames.items() if isinstance(frames, dict) else ())
            if isinstance(sums, list) and (unit := self.plans.get(key), True)[1]
        ]
        years = tuple(period.years) if period is not None and programme else ()
        whole = [row for row in rows if len(row.sums) == len(years)]
        return PlanDocument(
            municipality=self.plans.config.municipality,
            id=plan.name,
            title=plan.title,
            period=text(plan, "periode"),
            status=text(plan, "status"),
            words=text(plan, "omtale"),
            vision=text(plan, "visjon"),
            values=tuple(plan.texts("verdier")),
            decisions=tuple(decisions(self.plans, plan)),
            nodes=tuple(self._node(record, 0, plan) for record in [*roots, *outside]),
            years=years,
            frames=tuple(whole),
            total=tuple(sum(column) for column in zip(*(row.sums for row in whole), strict=True)),
            rules=tuple((rule.title, text(rule, "grense")) for rule in self._rules_of(plan)),
            indicators=tuple(self._chart_rows(self.scope, [plan])) if programme else (),
            illustrative=_made_up(plan) or any(_made_up(item) for item in self.plans.records if item.plan is plan),
        )

    def _rules_of(self, plan: Record) -> list[Record]:
        return [record for record in self.plans.of_kind("handlingsregel") if record.plan is plan]

    def _node(self, record: Record, level: int, plan: Record, seen: frozenset[int] = frozenset()) -> Node:
        """Follow the thread down: mål and strategier, and in a handlingsprogram the oppdrag that follow them up."""
        kinds = {"strategi"} | ({"oppdrag"} if plan.kind == "handlingsprogram" else set())
        below = [
            other
            for other in self.graph.down(record)
            if id(other) not in seen
            and (other.plan in {record.plan, plan} or plan.kind == "handlingsprogram")
            and (self.plans.is_a(other, "mål") or other.kind in kinds)
            and (other.kind != "oppdrag" or other.plan is plan)
        ]
        shares = plan.get("målfordeling")
        given = shares.get(record.id) if isinstance(shares, dict) else None
        names = record.texts("til") if record.kind == "oppdrag" else [str(name) for name in given or ()]
        units = [unit.title for name in names if (unit := self.plans.get(name)) is not None]
        nested = tuple(self._node(other, level + 1, plan, seen | {id(record)}) for other in below)
        children = (
            nested
            if plan.kind != "handlingsprogram"
            else tuple(n for n in nested if n.kind != "strategi" or n.children)
        )
        return Node(
            record.kind, level, text(record, "nummer"), record.title, text(record, "omtale"),
            tuple(self.graph.own_fn_goals(record)), tuple(units), children,
        )  # fmt: skip

    def chart(self, unit: Record | None = None) -> Chart | None:
        """Build the målekart: the indicators with a fokusområde, or those of one unit."""
        scope = Scope(self.plans, self.graph, self.scope.period, unit=unit)
        rows = list(self._chart_rows(scope, self.scope.programmes))
        rows = [row for row in rows if row.indicator.unit] if unit is not None else [row for row in rows if row.focus]
        if not rows:
            return None
        names = dict.fromkeys(row.focus for row in rows)
        programme = next(iter(self.scope.programmes), None)
        return Chart(
            self.plans.config.municipality,
            unit.title if unit is not None else "",
            programme.title if programme is not None else "",
            self.day,
            tuple((name, tuple(row for row in rows if row.focus == name)) for name in names),
            any(item.illustrative for item in self.plans.measurements),
        )

    def _chart_rows(self, scope: Scope, plans: list[Record]) -> Iterable[ChartRow]:
        measured = indicators(scope)
        for record in self.plans.of_kind("indikator"):
            if record.plan not in plans:
                continue
            bands = record.get("bånd")
            written = bands if isinstance(bands, dict) else {}
            texts = tuple(_band(written.get(name)) for name in ("ønsket", "akseptert", "ikke_godkjent"))
            for item in measured.get(id(record), ()):
                if item.by_unit and scope.unit is None:
                    continue
                results = tuple(point for point in (item.previous, item.last_value) if point is not None)
                if item.latest is not None and item.latest.value is None:
                    results = (*results, item.latest)[-2:]
                yield ChartRow(
                    item.focus, text(record, "utfordring"), item.number, item.title, item.measure,
                    (texts[0], texts[1], texts[2]), results, item,
                )  # fmt: skip

    def register(self) -> Register:
        """Build the planregister: every plan file that is a plan, and the entries of the planstrategi."""
        rows = [record for record in self.plans.of_kind("plan") if record.kind != "virksomhetsplan"]
        rows += list(self.plans.of_kind("registerplan"))
        return Register(self.plans.config.municipality, self.day, tuple(self._entry(record) for record in rows))

    def _entry(self, record: Record) -> Entry:
        last = max(decisions(self.plans, record), key=lambda item: item.day or date.min, default=None)
        owner = self.plans.get(text(record, "ansvarlig") or None)
        return Entry(
            kind=text(record, "slag") or record.kind,
            title=record.title,
            period=text(record, "periode"),
            status=text(record, "status"),
            adopted=last.day if last else None,
            body=last.body if last else "",
            case=last.case if last else "",
            owner=owner.title if owner is not None else "",
            replaces=tuple(other.title for other in self.graph.targets(record, "avløser")),
        )


def decisions(plans: PlanSet, record: Record) -> Iterable[Decision]:
    """List the decisions written on a plan or register entry."""
    rows = record.get("vedtak")
    for row in rows if isinstance(rows, list) else [rows]:
        if isinstance(row, dict):
            organ = plans.get(str(row.get("organ")))
            body = organ.title if organ is not None else str(row.get("organ") or "")
            title = str(row.get("tittel") or row.get("gjelder") or record.title)
            yield Decision(title, body, str(row.get("sak") or ""), parse_date(row.get("dato")), text(record, "status"))


def _band(value: object) -> str:
    rows = value if isinstance(value, list) else [value]
    return " / ".join(str(row) for row in rows if row is not None)


def _label(record: Record) -> str:
    return f"{text(record, 'nummer')} {record.title}".strip()


def _made_up(record: Record) -> bool:
    return record.inherited("illustrativ")[0] is True
