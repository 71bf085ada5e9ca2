"""The picture of contracts: how long each runs, how long its options can make it last, and when those are decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from planctl.disciplines.kontrakt.contracts import Contract
from planctl.disciplines.records import marked
from planctl.i18n import T
from planctl.model.picture import Lane, Milestone, Stretch, Timeline

_RUNS, _OPTION = T("Time agreed"), T("Options not decided")


def picture(contracts: Sequence[Contract], day: date) -> tuple[Timeline, ...]:
    """Draw contracts in the order given; nothing without any that has a last day."""
    known = [one for one in contracts if one.end is not None]
    if not known:
        return ()
    open_ = sum(option.decided is None for one in known for option in one.options)
    told = T("{Kontrakt_pl} with a last day: {count}. Options not decided: {open}.", count=len(known), open=open_)
    rows = tuple(Lane(marked(one.record), _stretches(one), _days(one)) for one in known)
    return (
        Timeline(
            "kontrakter",
            T("How long the {kontrakt_pl} run"),
            told,
            rows,
            day,
            ((1, _RUNS), (2, _OPTION)),
            T("option deadline"),
        ),
    )


def _stretches(contract: Contract) -> tuple[Stretch, ...]:
    found, end = [Stretch(_RUNS, contract.start, contract.end, 1)], contract.end
    for option in contract.options:
        if option.decided is None and option.until is not None and end is not None and option.until > end:
            found.append(Stretch(_OPTION, end + timedelta(days=1), option.until, 2))
            end = option.until
    return tuple(found)


def _days(contract: Contract) -> tuple[Milestone, ...]:
    days = ((option.due, option.decided is not None) for option in contract.options)
    return tuple(Milestone(T("option"), due, done) for due, done in days if due is not None)
