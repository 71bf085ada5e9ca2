"""The chapter on leaders' dialogues in the documents of one unit: what was agreed, what came of it, its meetings."""

from __future__ import annotations

from planctl.disciplines.medvirkning.dialogues import KIND
from planctl.disciplines.medvirkning.meetings import MEETING, agreed, held, table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where nothing was agreed and no meeting held in the period, and nothing is open."""
    points = agreed(world, occasion)
    meetings = [record for record in held(world, occasion, MEETING) if occasion.covers(record.get("enhet"))]
    still = points.open
    done = [item for item in points.known if item not in still and _in_period(item.record, occasion)]
    if not still and not done and not meetings:
        return None
    dialogues = [record for record in held(world, occasion, KIND) if occasion.covers(record.get("enhet"))]
    return Chapter(
        T("{Lederdialog} and co-determination"),
        (
            T("{Lederdialog_pl} held: {count}. {Avtale_pl} that are open: {open}, of them overdue: {late}.",
              count=len(dialogues), open=len(still), late=len(points.late)),
        ),
        (
            *points.table(still, T("Agreed and open"), ("gjelder",)),
            *points.table(done, T("Agreed and settled"), ("begrunnelse",)),
            *table(world, meetings, T("{Medvirkningsmøte_pl}")),
        ),
        shares([*dialogues, *meetings]),
    )  # fmt: skip


def _in_period(record: Record, occasion: Occasion) -> bool:
    """Tell whether something was agreed in the period."""
    day = parse_date(record.inherited("dato")[0])
    return day is not None and day in occasion.period
