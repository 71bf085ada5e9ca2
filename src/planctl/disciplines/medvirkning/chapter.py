"""The chapter on medvirkning: the meetings of the period, and how many leaders' dialogues were held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.medvirkning.dialogues import KIND
from planctl.disciplines.medvirkning.meetings import MEETING, agreed, held, table, told
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None where no meeting and no dialogue was held in the period."""
    meetings, dialogues = held(world, occasion, MEETING), held(world, occasion, KIND)
    if not meetings and not dialogues:
        return None
    return Chapter(
        T("Participation and co-determination"),
        tuple(_paragraphs(world, occasion, meetings, dialogues)),
        table(world, meetings),
        shares([*meetings, *dialogues]),
    )


def _paragraphs(
    world: World, occasion: Occasion, meetings: Sequence[Record], dialogues: Sequence[Record]
) -> Iterator[Text]:
    if meetings:
        yield told(meetings)
    if dialogues:
        points = agreed(world, occasion)
        yield T(
            "{Lederdialog_pl} held: {count}. {Avtale_pl} that are open: {open}, of them overdue: {late}.",
            count=len(dialogues), open=len(points.open), late=len(points.late),
        )  # fmt: skip
