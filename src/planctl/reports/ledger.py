"""Økonomi of a tertial or a year: the accounts as they are kept, explained by what the units have reported.

Where the monthly figures have all months of every unit that has told of whole sums, they are the chapter's. Else, and
where the municipality has reported other sums as a whole, what was reported is, and the sum of the accounts beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planctl.model.record import Record
from planctl.reports.economy import Given, collected, joint, reported
from planctl.reports.month import accounts
from planctl.reports.scope import Scope
from planctl.reports.views.money import Economy, Ledger


def economy(scope: Scope, expected: list[Record], *, closed: bool = False) -> tuple[Economy, Ledger | None]:
    """Collect the figures at the period's end, or of a year that is `closed`; `expected` units owe them.

    Beside them the sum of the monthly accounts, where these are not what is shown and have another sum.
    """
    told = reported(scope, closed=closed)
    own = collected(scope, told, expected) if told else joint(scope, expected, closed=closed)
    kept = accounts(scope, closed=closed)
    if not kept:
        return own, None
    found = collected(scope, [*_explained(kept, told), *_beside(scope, kept, told)], expected)
    if _holds(scope, kept, told) and (told or not own.areas or found.total.agrees(own.total)):
        return replace(found, of_accounts=True, illustrative=any(row.illustrative for row in kept)), None
    ledger = Ledger(found.total, found.covered)
    return own, None if ledger.total.agrees(own.total) else ledger


def _holds(scope: Scope, kept: Sequence[Given], told: Sequence[Given]) -> bool:
    """Tell whether the accounts have, of every month so far, each unit that has reported whole sums."""
    known = {row.unit for row in kept if row.money.complete and not row.missing}
    return all(row.unit in known or scope.inside(row.unit, known) for row in told if row.money.complete)


def _beside(scope: Scope, kept: Sequence[Given], told: Sequence[Given]) -> list[Given]:
    """List what units outside of the accounts have told of some of their sums: it is shown, and in no sum."""
    known = {row.unit for row in kept}
    return [
        row for row in told if not row.money.complete and row.unit not in known and not scope.inside(row.unit, known)
    ]


def _explained(kept: Sequence[Given], told: Sequence[Given]) -> list[Given]:
    """Add to each unit's accounts how it explains them, and the deviation it told of where that is another."""
    said = {row.unit: row for row in told}
    return [_told(row, said[row.unit]) if row.unit in said else row for row in kept]


def _told(row: Given, said: Given) -> Given:
    same = said.money.deviation == row.money.deviation
    return replace(row, words=said.words, reported=None if same else said.money.deviation)
