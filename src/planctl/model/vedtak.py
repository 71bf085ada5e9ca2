"""The vedtak that are written on a plan, as plain data; and whether its status lets it hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from planctl.model.period import When, known_time

NOT_YET = frozenset({"idé", "utkast", "på høring"})
"""The statuses of a plan that is not adopted yet."""
_ON_THE_WAY = (
    r"(?:vedtak om |sak om )?(?:å )?(?:(?:formannskapets|kommunedirektørens|rådmannens) )?"
    r"(?:mandat|bestilling|bestill\w* |igangset\w*|oppstart|start\b|vars(?:el|ling)|melding|planprogram"
    r"|fastsett\w* (?:av )?planprogram|utlegging|utlagt|legge?s? ut|send(?:t|es?|ing|ast)? |førstegangs|første gangs"
    r"|1\. ?gangs|høy?ring|offentli?e?g ettersyn|innstilling|tilråding|forslag|framlegg|utkast|orientering|drøfting)"
)
"""What a vedtak `gjelder` when it is a step on the way to a plan, and decides nothing of what the plan says."""


def written_decisions(value: Any) -> list[tuple[tuple[int, ...], dict[str, Any]]]:
    """Give the vedtak of a field: where each stands in it, and what it says.

    One that is written as an id of the register of vedtak says only that id, as its case (`domain/adoption.stamped`
    gives what the register says). A row with an id is an entry of the register itself, and no vedtak of its file.
    """
    if isinstance(value, (dict, str)):
        return [((), _row(value))]
    rows = enumerate(value) if isinstance(value, list) else ()
    return [((index,), _row(row)) for index, row in rows if isinstance(row, str) or _is_written(row)]


def _is_written(row: Any) -> bool:
    return isinstance(row, dict) and "id" not in row


def _row(value: dict[str, Any] | str) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"sak": value}


def prepares(row: Mapping[str, Any]) -> bool:
    """Tell whether a vedtak says that it is a step on the way to a plan, as an order, a start or a hearing."""
    words = row.get("gjelder")
    return isinstance(words, str) and bool(re.match(_ON_THE_WAY, words.strip(), re.IGNORECASE))


def has_begun(plan: Mapping[str, Any]) -> bool:
    """Tell whether a plan has come further than a draft: reports judge by it in its period."""
    return plan.get("status") not in NOT_YET


def new_decisions(value: Any, former: Any, elsewhere: Any = None, *, today: date) -> list[dict[str, Any]]:
    """Give the vedtak of a field that its plan has got since it said `former`.

    A new vedtak is a row that is added: one that is edited, as to correct its case, is the same vedtak. It has a date,
    or without one a case, that no former row has, is not older than the latest of them and not in the future.
    `elsewhere` are the vedtak of the plan that something was carried from, which are no new ones either. A step on the
    way, as a hearing, is none.
    """
    old = [row for _, row in written_decisions(former)]
    known = [*old, *(row for _, row in written_decisions(elsewhere))]
    times = {when for row in known if (when := _when(row)) is not None}
    latest = max((when.first for when in times), default=None)
    cases = {_case(row) for row in known}

    def counts(row: dict[str, Any]) -> bool:
        if prepares(row):
            return False
        when = _when(row)
        if when is None:
            return _case(row) is not None and _case(row) not in cases
        return when not in times and (latest is None or latest <= when.last) and when.first <= today

    return [row for row in _added([row for _, row in written_decisions(value)], old) if counts(row)]


def _added(rows: list[dict[str, Any]], former: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the rows that are left when each former one is found again: by its date, its case, or else its place."""
    for key in (_when, _case):
        rows, former = _unpaired(rows, former, key)
    return rows[len(former) :]


def _unpaired(
    rows: Sequence[dict[str, Any]], former: Sequence[dict[str, Any]], key: Callable[[Mapping[str, Any]], Any]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    left, lost = list(rows), []
    for old in former:
        found = next((row for row in left if key(row) is not None and key(row) == key(old)), None)
        if found is None:
            lost.append(old)
        else:
            left = [row for row in left if row is not found]
    return left, lost


def _when(row: Mapping[str, Any]) -> When | None:
    return known_time(row.get("dato"))


def _case(row: Mapping[str, Any]) -> str | None:
    return str(row.get("sak") or "").strip() or None
