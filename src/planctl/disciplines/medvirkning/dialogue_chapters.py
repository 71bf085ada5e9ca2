"""The chapters on leaders' dialogues in the survey: why they were held, what was agreed, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.cards import EVALUATION, card, points, registers
from planctl.disciplines.matters import Matters, first_due
from planctl.disciplines.register import Field, Several, field_table, field_title, widened
from planctl.disciplines.remedies import remedies_table
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Column, Table
from planctl.model.illustrative import shares
from planctl.model.record import Record
from planctl.status_labels import record_status_text
from planctl.world import World

_DIALOGUES = (
    "dato", "tittel", Field("enhet", 28), Field("parter", 50, "workbook"), Field("grunn", 12),
    Field("gjennomgått", 60, "workbook"), "neste", Field("omtale", 60, "workbook"),
)  # fmt: skip
_AGREED = (
    "tittel", Field("gjelder", 50), Field("begrunnelse", 50, "workbook"),
    *EVALUATION, Field("omtale", 40, "workbook"),
)  # fmt: skip


def dialogue_chapters(
    world: World, dialogues: Sequence[Record], matters: Matters, meetings: Sequence[Record]
) -> Iterator[Chapter]:
    """Make the chapters; `meetings` are those told of before them."""
    yield Chapter(
        T("{Lederdialog_pl}"),
        (*registers(world, dialogues, meetings), *_reasons(dialogues)),
        _overview(world, dialogues, matters),
        shares(dialogues),
    )
    if matters.known:
        whole = remedies_table(matters, matters.known, _AGREED, T("All {avtale_pl}"))
        yield Chapter(
            T("{Avtale_pl}"),
            (_became(matters),),
            (
                *(
                    table.on_page
                    for table in remedies_table(
                        matters, first_due(matters.open), _AGREED, T("Agreed and open"), place="page"
                    )
                ),
                *(table.in_workbook for table in whole),
            ),
            shares(item.record for item in matters.known),
        )
    parts = tuple(_dialogue(world, record, matters) for record in dialogues)
    yield Chapter(T("{Lederdialog_pl}, one by one"), parts=parts)


def _reasons(dialogues: Sequence[Record]) -> Iterator[Text]:
    """Say why dialogues were held, where that is told of any."""
    reasons = [record.get("grunn") for record in dialogues]
    if any(reasons):
        yield T(
            "Held: {count}. At fixed times: {fixed}. Because of deviations or the danger of them: {deviations}.",
            count=len(dialogues), fixed=reasons.count("fast"), deviations=reasons.count("avvik"),
        )  # fmt: skip


def _became(matters: Matters) -> Text:
    """Say what became of what was agreed."""
    said = [item.record.get("status") for item in matters.known if item not in matters.open]
    done, carried_on, lapsed = (said.count(status) for status in ("gjennomført", "videreført", "falt bort"))
    return T(
        "Agreed: {count}. Carried out: {done}. Carried on: {carried_on}. Lapsed: {lapsed}. "
        "Open: {open}, of them overdue: {late}.",
        count=len(matters.known), done=done, carried_on=carried_on, lapsed=lapsed, open=len(matters.open),
        late=len(matters.late),
    )  # fmt: skip


def _overview(world: World, dialogues: Sequence[Record], matters: Matters) -> tuple[Table, ...]:
    """Tell the dialogues, each with how much was agreed, and how much of that is open."""
    table = field_table(world, dialogues, _DIALOGUES)
    if not matters.known:
        return table
    inside = [matters.under(record) for record in dialogues]
    more = (Column(T("{Avtale_pl}"), "number", 10), Column(T("Open"), "number", 10))
    return widened(table, more, ((len(one.known), len(one.open)) for one in inside))


def _dialogue(world: World, record: Record, matters: Matters) -> Chapter:
    mine = matters.under(record)
    known = [item.record for item in mine.known]
    reviewed = (field_title(world, record, "gjennomgått"), _reviewed(world, record))
    return card(
        world,
        record,
        (("dato", "enhet", "grunn", "neste"), ("parter",), (reviewed,)),
        remedies_table(mine, mine.known, _AGREED),
        points(world, known, ("begrunnelse",)),
    )


def _reviewed(world: World, record: Record) -> Text | None:
    """Name what was taken up again, each with what became of it."""
    told: list[Text] = []
    for point in world.graph.targets(record, "gjennomgått"):
        status = point.get("status")
        said = record_status_text(status) if isinstance(status, str) else None
        told.append(
            T("{title} ({status})", title=point.title, status=said) if said else T("{title}", title=point.title)
        )
    return T("{items}", items=Several(tuple(told), "; ")) if told else None
