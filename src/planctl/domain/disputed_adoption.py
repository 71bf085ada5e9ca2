"""Plans whose own `vedtak` and the register of vedtak tell of the same adoption, and do not agree.

An entry of the register adopts a plan when it is an ordinary vedtak, its `gjelder` names the plan, and it is the plan's
own case: it has the same case number, or its title says no more than that the plan is adopted. What is a step on the
way, a change or a report concerns the plan too, and adopts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from planctl.domain.adoption import Decision, adopting, is_council, is_wrong_body
from planctl.domain.follow_up import ORDINARY, kind_of
from planctl.model.period import Period, known_time, parse_date, parse_period
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.vedtak import prepares
from planctl.values import dataclass

_FIELDS = ("dato", "organ", "sak")
_WORD = re.compile(r"[^\W\d_]{4,}")
_YEAR = re.compile(r"\d{4}")
_SAID = (
    r"(?:egen)?godkjenning|vedtak(?:ing|else)?|vedtas|vedtatt|slutt(?:behandling|handsaming)|endelig|kommun(?:al|en|ens|es)"
    r"|plan|temaplan|kommunedelplan|planstrategi|handlingsprogram|kommuneplan(?:ens)?|samfunnsdel|økonomiplan|(?:års)?budsjett"
)
"""Words of a title that say what sort of plan it is, or that it is adopted, and nothing of another matter."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A vedtak as it is written on a plan, the entry of the register that says otherwise, and in which fields."""

    plan: Record
    own: Decision
    entry: Record
    fields: tuple[str, ...]

    @property
    def other_day(self) -> date | None:
        """The day that the register tells."""
        return parse_date(self.entry.get("dato"))


def disputes(plans: PlanSet) -> Iterator[Dispute]:
    """Yield each plan whose adoption the register tells otherwise of; one adopted by a wrong body is left to 517."""
    about: dict[str, list[Record]] = {}
    for entry in plans.of_kind("vedtak"):
        for name in entry.texts("gjelder"):
            about.setdefault(name, []).append(entry)
    for plan in plans.of_kind("plan", "registerplan"):
        found = dispute(plan, plans, about.get(plan.id or "", ()))
        if found is not None and plans.get(plan.id) is plan and not is_wrong_body(plan, plans):
            yield found


def dispute(plan: Record, plans: PlanSet, entries: Iterable[Record]) -> Dispute | None:
    """Tell what entries that concern a plan say otherwise of its adoption; None where one agrees, or none adopts it."""
    value = plan.get("vedtak")
    rows = value if isinstance(value, list) else [value]
    own = [item for item in adopting(plan, plans) if isinstance(rows[int(item.at[1]) if len(item.at) > 1 else 0], dict)]
    if not own or plan.id is None:
        return None
    entries = [entry for entry in entries if _decides(entry)]
    if any(entry.id in rows for entry in entries):
        return None
    found = [held for entry in entries if (held := _held(plan, own, entry, plans)) is not None]
    if any(not held.fields for held in found):
        return None
    return next(iter(found), None)


def other_day(plan: Record, plans: PlanSet) -> date | None:
    """Give the day the register tells of a plan's adoption, where it is another than the plan's own."""
    found = dispute(plan, plans, (entry for entry in plans.of_kind("vedtak") if plan.id in entry.texts("gjelder")))
    return found.other_day if found is not None and "dato" in found.fields else None


def _held(plan: Record, own: list[Decision], entry: Record, plans: PlanSet) -> Dispute | None:
    """Hold an entry against the vedtak on its plan that it is most like; None where it is about something else."""
    made = [Dispute(plan, item, entry, tuple(_differing(item, entry))) for item in own]
    best = min(made, key=lambda held: (not _same(held.own.fields.get("sak"), entry.get("sak")), len(held.fields)))
    if _same(best.own.fields.get("sak"), entry.get("sak")) and len(best.fields) <= 1:
        return best
    advice = is_council(best.own.fields.get("organ"), plans) and not is_council(_organ(entry), plans)
    if not _names(entry, plan, best.own) or (advice and best.fields):
        return None
    return best


def _decides(entry: Record) -> bool:
    return entry.id is not None and kind_of(entry) == ORDINARY and not prepares({"gjelder": entry.title})


def _names(entry: Record, plan: Record, own: Decision) -> bool:
    """Tell whether an entry's title says no more than that its plan is adopted."""
    period, years = parse_period(plan.get("periode")), set(_YEAR.findall(entry.title))
    if period is not None and years and (str(period.start.year) not in years or len(years) > len(_ends(period))):
        return False
    known = _words(plan.title) | _words(own.fields.get("gjelder"))
    return all(word in known or re.fullmatch(_SAID, word, re.IGNORECASE) for word in _words(entry.get("tittel")))


def _ends(period: Period) -> set[int]:
    return {period.start.year, period.end.year}


def _words(value: Any) -> set[str]:
    return {word.casefold() for word in _WORD.findall(value)} if isinstance(value, str) else set()


def _organ(entry: Record) -> Any:
    return entry.inherited("organ")[0]


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, str) and one.strip() != "" and one == other


def _differing(own: Decision, entry: Record) -> Iterator[str]:
    """Yield the fields that both tell, and tell otherwise; an archive's number is not held against a meeting's."""
    for name in _FIELDS:
        here, there = own.fields.get(name), _organ(entry) if name == "organ" else entry.get(name)
        if name == "dato":
            if _apart(here, there):
                yield name
            continue
        day = own.when.first if own.when is not None else None
        if name == "sak" and not (_of_meeting(here, day) and _of_meeting(there, parse_date(entry.get("dato")))):
            continue
        if isinstance(here, str) and isinstance(there, str) and here != there:
            yield name


def _apart(one: Any, other: Any) -> bool:
    """Tell whether two dates, perhaps known only as months, seasons or years, cannot be the same day."""
    first, second = known_time(one), known_time(other)
    return first is not None and second is not None and not first.period.overlaps(second.period)


def _of_meeting(case: Any, day: date | None) -> bool:
    """Tell whether a case number is that of a meeting, which ends with the year, as 36/19."""
    end = case.rpartition("/")[2].strip() if isinstance(case, str) else ""
    return day is not None and end in (f"{day.year}", f"{day.year % 100:02}")
