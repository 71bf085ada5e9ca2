"""What a change of an indicator's limits does to its verdict, in words."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.diff.change import Change
from planctl.domain.judgement.limit_words import standing_words
from planctl.i18n import T, Text, Tn
from planctl.output.changes.values import Names

_SHOWN = 5


def goalpost_words(change: Change, names: Names) -> Iterator[Text]:
    """Say which verdicts the new limits of a measured indicator move, or that they move none."""
    moved = [row for row in change.goalpost if row.moved]
    for row in moved[:_SHOWN]:
        said = {"old": standing_words(row.old), "new": standing_words(row.new), "period": row.last.period}
        if row.unit is None:
            yield T("the verdict of the value for {period} moves from «{old}» to «{new}»", **said)
        else:
            yield T("{unit}: the verdict of the value for {period} moves from «{old}» to «{new}»",
                    unit=names.title(row.unit), **said)  # fmt: skip
    if len(moved) > _SHOWN:
        yield Tn("and {n} other verdict moves", "and {n} other verdicts move", len(moved) - _SHOWN)
    if change.goalpost and not moved:
        yield T("the {indikator} is measured already; its verdict is as before")
