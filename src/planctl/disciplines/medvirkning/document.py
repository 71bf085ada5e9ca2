"""The survey of meetings and leaders' dialogues: what was discussed, by process, and what became of what was agreed.

The hearings stand in a document of their own, with the answers to what was said in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.cards import card, registers
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.medvirkning.dialogue_chapters import dialogue_chapters
from planctl.disciplines.medvirkning.dialogues import KIND
from planctl.disciplines.medvirkning.meetings import MEETING, agreed, told, until
from planctl.disciplines.records import marked, text
from planctl.disciplines.register import Field, field_table
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.world import World

_HELD = (
    "dato", "tittel", Field("slag", 16), Field("forum", 30, "workbook"), Field("organ", 30, "workbook"),
    Field("enhet", 28), Field("gjelder", 50, "workbook"), Field("parter", 50, "workbook"), Field("resultat", 14),
    Field("kom_fram", 60, "workbook"), Field("omtale", 60, "workbook"),
)  # fmt: skip


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    meetings, dialogues = (_of_place(world, occasion, kind) for kind in (MEETING, KIND))
    return (
        *(_meetings(world, meetings) if meetings else ()),
        *(dialogue_chapters(world, dialogues, agreed(world, occasion), meetings) if dialogues else ()),
    )


def _of_place(world: World, occasion: Occasion, kind: str) -> list[Record]:
    """Give those held in a unit, or about it: what is of the whole municipality is not of who keeps the list."""
    return [record for record in until(world, occasion, kind) if occasion.covers(text(record, "enhet"))]


def _meetings(world: World, meetings: Sequence[Record]) -> Iterator[Chapter]:
    yield Chapter(
        T("{Medvirkningsmøte_pl}"),
        (*registers(world, meetings), told(meetings)),
        field_table(world, meetings, _HELD),
        shares(meetings),
    )
    groups = _by_process(world, meetings)
    others = T("Other {medvirkningsmøte_pl}") if len(groups) > 1 else T("{Medvirkningsmøte_pl}, one by one")
    for process, mine in groups.items():
        title = others if process is None else T("{Medvirkningsmøte_pl}: {title}", title=marked(process))
        yield Chapter(title, parts=tuple(_meeting(world, record) for record in mine))


def _by_process(world: World, meetings: Sequence[Record]) -> dict[Record | None, list[Record]]:
    """Group meetings by the process, the plan or the hearing that they are about; those about none come last."""
    found: dict[Record | None, list[Record]] = {}
    for record in meetings:
        subject = next(iter(world.graph.targets(record, "gjelder")), None)
        found.setdefault(_process(subject) if subject is not None else None, []).append(record)
    rest = found.pop(None, None)
    return {**found, None: rest} if rest else found


def _process(subject: Record) -> Record:
    """Give what a meeting is part of: an entry of the planregister stands for itself."""
    return subject if subject.kind == "registerplan" else subject.plan


def _meeting(world: World, record: Record) -> Chapter:
    head = ("dato", "slag", "forum", "organ", "enhet", "resultat")
    return card(world, record, (head, ("gjelder",), ("parter",), ("kom_fram",)))


DOCUMENT = ChapterDocument("medvirkningsoversikt", T("Survey of participation"), _chapters)
