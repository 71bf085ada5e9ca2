"""When and by whom a plan is adopted, as its `vedtak` tells.

A day may be known only as a month, a season or a year. What the law asks is judged by the reading that lets the most
be right, and no day is made up.
"""

from __future__ import annotations

import re
from typing import Any

from planctl.model.period import When, known_time
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.vedtak import has_begun, prepares, written_decisions
from planctl.values import dataclass

_COUNCIL = re.compile(r"kommunestyre|bystyre|heradsstyre|herredsstyre", re.IGNORECASE)
_BY_LAW = (
    "planstrategi",
    "kommuneplan",
    "kommunedelplan",
    "handlingsprogram",
    "arealdel",
    "eierskapsmelding",
    "delegeringsreglement",
    "plan for forvaltningsrevisjon",
    "plan for eierskapskontroll",
    "finansielle måltall",
)
_CHANGE = re.compile(r"(?:vedtak om |sak om )?(?:endring|mindre endring|justering|tillegg|opphev)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One vedtak of a record: its fields, and where it stands (`vedtak`, or `vedtak` and a number)."""

    fields: dict[str, Any]
    at: tuple[str | int, ...]

    @property
    def when(self) -> When | None:
        """When it was made, as exactly as that is known."""
        return known_time(self.fields.get("dato"))

    @property
    def public(self) -> When | None:
        """When the proposal became public, as exactly as that is known."""
        return known_time(self.fields.get("offentliggjort"))


@dataclass(frozen=True, slots=True)
class Hearing:
    """When a plan was or is out for comment: from some day and to some day, each as exactly as it is known."""

    first: When | None
    last: When | None


def hearing(record: Record) -> Hearing:
    """Give the høring of a plan, as far as it is told."""
    group = record.get("høring")
    fields = group if isinstance(group, dict) else {}
    return Hearing(known_time(fields.get("fra")), known_time(fields.get("til")))


def plan_kind(record: Record) -> str:
    """Give the kind of a plan: an entry of the planregister has it in its `slag`."""
    return str(record.get("slag")) if record.kind == "registerplan" else record.kind


def stamped(record: Record, plans: PlanSet) -> Any:
    """Return a record's `vedtak`, each id of the register of vedtak replaced by what the register says of it."""
    value = record.get("vedtak")
    if isinstance(value, str):
        return _entry(value, plans)
    if isinstance(value, list) and any(isinstance(row, str) for row in value):
        return [_entry(row, plans) if isinstance(row, str) else row for row in value]
    return value


def _entry(id_: str, plans: PlanSet) -> dict[str, Any] | str:
    """Give an entry of the register as a vedtak is written on a plan; the id itself where there is no such entry."""
    entry = plans.get(id_)
    if entry is None or entry.kind != "vedtak":
        return id_
    found = {name: entry.get(name) for name in ("sak", "dato", "offentliggjort", "tittel", "illustrativ")}
    found["organ"] = entry.get("organ") or entry.plan.get("organ")
    return {name: value for name, value in found.items() if value is not None}


def decisions(record: Record, plans: PlanSet) -> list[Decision]:
    """Give a record's vedtak: as they are written, or as the register of vedtak has them."""
    return [Decision(row, ("vedtak", *at)) for at, row in written_decisions(stamped(record, plans))]


def adopting(record: Record, plans: PlanSet) -> list[Decision]:
    """Give the vedtak that adopt a plan, those left out that say they are a step on the way or a change."""
    programme = plan_kind(record) == "planprogram"
    return [item for item in decisions(record, plans) if programme or not _is_step(item)]


def adopted_by(record: Record, plans: PlanSet) -> list[Decision]:
    """Give the vedtak that have adopted a plan, and again after a revision: none has adopted a draft."""
    return adopting(record, plans) if has_begun(record.fields) else []


def adoption(record: Record, plans: PlanSet) -> Decision | None:
    """Give the vedtak that has adopted a plan: the council's before others', then the first dated one.

    None has adopted a plan whose status says that it is an idea, a draft or on hearing.
    """
    return to_adopt(record, plans) if has_begun(record.fields) else None


def to_adopt(record: Record, plans: PlanSet) -> Decision | None:
    """Give the vedtak that adopts a plan, or is to do so when the proposal has been treated."""
    found = adopting(record, plans)
    pool = [item for item in found if is_council(item.fields.get("organ"), plans)] or found
    dated = [(item.when.first, item) for item in pool if item.when is not None]
    return min(dated, key=lambda row: row[0])[1] if dated else next(iter(pool), None)


def adopted_when(record: Record, plans: PlanSet) -> When | None:
    """Give when a plan is adopted, as exactly as that is known."""
    found = adoption(record, plans)
    return found.when if found is not None else None


def is_council(organ: Any, plans: PlanSet) -> bool:
    """Tell whether an id names the council, by the id or the body's title."""
    record = plans.get(organ) if isinstance(organ, str) else None
    return isinstance(organ, str) and bool(_COUNCIL.search(f"{organ} {record.title if record else ''}"))


def is_wrong_body(record: Record, plans: PlanSet) -> bool:
    """Tell whether a plan that the council itself is to adopt is adopted by another body, where the council is known.

    The council adopts what the law says (`_BY_LAW`), and by the plan system temaplaner too (S0 "Plansystemet").
    """
    kind, found = plan_kind(record), adoption(record, plans)
    if found is None or not (kind in _BY_LAW or (kind == "temaplan" and plans.config.profile != "fri")):
        return False
    organ = found.fields.get("organ")
    body = plans.get(organ) if isinstance(organ, str) else None
    if body is None or body.kind != "organ" or is_council(organ, plans):
        return False
    return any(is_council(item.id, plans) for item in plans.of_kind("organ"))


def _is_step(decision: Decision) -> bool:
    """Tell whether a vedtak does not adopt its plan: it is a step on the way, or a change afterwards."""
    words = decision.fields.get("gjelder")
    return prepares(decision.fields) or (isinstance(words, str) and bool(_CHANGE.match(words.strip())))
