"""What plans must answer: guidelines from outside, and the local conditions of the triangle model (S1).

A guideline or condition is answered by what its `besvares_av` names: a goal, a strategi, an oppdrag, an area or a plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planctl.disciplines.details import about, whole_table
from planctl.disciplines.kunnskapsgrunnlag.current import known_at
from planctl.disciplines.records import records_for, text
from planctl.disciplines.register import Field
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import deadline
from planctl.model.record import Record
from planctl.world import World

GUIDELINE, CONDITION = "føring", "lokalt-forhold"
ANSWERS, REASON = "besvares_av", "begrunnelse"
SORTS: dict[str, Text] = {
    "forutsetning": T("Conditions"),
    "mulighet": T("Possibilities"),
    "utfordring": T("Challenges"),
}
"""The sorts of local condition, in the order they are told."""
MERE = "forutsetning"
"""The sort that nobody need answer."""

_ABOUT = (Field("kilde", 40), Field("bærekraftsmål", 16), Field(ANSWERS, 44), Field(REASON, 40, "workbook"))


def holds(record: Record, day: date) -> bool:
    """Tell whether a guideline or a condition holds on a day."""
    ends = deadline(record.get("gjelder_til"))
    root = record.parent
    return known_at(record, day) and (ends is None or ends >= day) and (root is None or known_at(root, day))


def waits(record: Record) -> bool:
    """Tell whether nothing answers a record that something should answer, and nothing tells why."""
    return not record.get(ANSWERS) and text(record, REASON) is None and record.get("slag") != MERE


def guidelines(world: World, occasion: Occasion) -> Chapter | None:
    """Tell the guidelines that hold; None without any."""
    rows = [one for one in records_for(world, occasion, GUIDELINE) if holds(one, occasion.day)]
    if not rows:
        return None
    table = whole_table(world, rows, ("tittel", Field("slag", 22), Field("virkning", 40, "workbook"), *_ABOUT))
    said = (*about(world, occasion, "kunnskapsgrunnlag", "plan", "dato"), _told(rows))
    return Chapter(T("Guidelines from outside"), said, table, shares(rows))


def conditions(world: World, occasion: Occasion) -> Chapter | None:
    """Tell the local conditions, sort by sort; None without any."""
    rows = [one for one in records_for(world, occasion, CONDITION) if holds(one, occasion.day)]
    if not rows:
        return None
    said = T(
        "They stand between FN's goals and the municipality's own: what it is, what it can use, and what it must solve."
    )
    answered = [one for one in rows if one.get("slag") != MERE]
    return Chapter(
        T("Local conditions, possibilities and challenges"),
        (said, *([_told(answered)] if answered else [])),
        tuple(_by_sort(world, rows)),
        shares(rows),
    )


def _by_sort(world: World, rows: Sequence[Record]) -> Iterator[Table]:
    for sort, title in SORTS.items():
        mine = [one for one in rows if one.get("slag") == sort]
        yield from whole_table(world, mine, ("tittel", Field("dimensjon", 14), *_ABOUT), title, ("slag",))


def _told(rows: Sequence[Record]) -> Text:
    answered = sum(bool(one.get(ANSWERS)) for one in rows)
    return T(
        "Count: {count}. Answered by goals or plans: {answered}. Neither answered nor explained: {open}.",
        count=len(rows), answered=answered, open=sum(waits(one) for one in rows),
    )  # fmt: skip
