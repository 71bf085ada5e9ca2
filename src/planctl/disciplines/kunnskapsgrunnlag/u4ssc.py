"""The framework U4SSC as S0 shows it: six processes in five phases, thirty elements, and key figures of a baseline.

The names of the phases are those in S0's figure. What each element is called stands in the municipality's own file.
"""

from __future__ import annotations

from collections.abc import Sequence

from planctl.disciplines.details import facts, whole_table
from planctl.disciplines.kunnskapsgrunnlag.current import current_for
from planctl.disciplines.records import marked
from planctl.disciplines.register import Field, cell, value_text
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Column, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.picture import Board, Look, Square
from planctl.model.record import Record
from planctl.world import World

OVERVIEW, ELEMENT, FIGURE, JUDGED = "u4ssc", "u4ssc-element", "nøkkeltall", "vurdering"
PROCESSES = (
    "involvere innbyggerne", "endre organisasjonen", "etablere innovasjonspartnerskap", "utforme politikk",
    "standardisere", "skape prosjekter",
)  # fmt: skip
PHASES: tuple[Text, ...] = (T("Engage"), T("Design"), T("Activate"), T("Accelerate"), T("Support"))
ALL = len(PROCESSES) * len(PHASES)
LOOKS: dict[str, Look] = {
    "ikke begynt": "ikke startet", "begynt": "risiko", "på plass": "i rute", "virker og forbedres": "fullført",
}  # fmt: skip
"""How each judgement is drawn, the least first."""
_DIMENSIONS = ("økonomisk", "miljømessig", "sosial")


def elements(overview: Record, world: World) -> list[Record]:
    """Give the elements of an overview, process by process and phase by phase."""
    return sorted((one for one in world.plans.of_kind(ELEMENT) if one.parent is overview), key=_place)


def figures(overview: Record, world: World) -> list[Record]:
    """Give the key figures of an overview, dimension by dimension."""
    mine = [one for one in world.plans.of_kind(FIGURE) if one.parent is overview]
    order = [*_DIMENSIONS, None]
    return sorted(mine, key=lambda one: order.index(one.get("dimensjon")) if one.get("dimensjon") in order else 3)


def chapter(world: World, occasion: Occasion, title: Text) -> Chapter | None:
    """Tell the newest overview; None without any."""
    overview = next(iter(current_for(world, occasion, OVERVIEW)), None)
    if overview is None:
        return None
    rows, told = elements(overview, world), figures(overview, world)
    if not rows and not told:
        return None
    return Chapter(
        title,
        (
            *facts(world, overview),
            _sentence(rows),
            T("The names of the phases and elements are as in the municipality's own sources (S0)."),
        ),
        (*_counts(world, rows), *_table(world, rows), *_figures(world, told)),
        shares([overview, *rows, *told]),
        pictures=(_board(world, rows),) if rows else (),
    )


def _sentence(rows: Sequence[Record]) -> Text:
    judged = [one.get(JUDGED) for one in rows]
    return T(
        "{U4ssc-element_pl}: {count} of {all}. Judged: {judged}. In place, or working and improved: {done}.",
        count=len(rows), all=ALL, judged=sum(bool(one) for one in judged),
        done=sum(one in ("på plass", "virker og forbedres") for one in judged),
    )  # fmt: skip


def _board(world: World, rows: Sequence[Record]) -> Board:
    found = {(one.get("prosess"), one.get("fase")): one for one in reversed(rows)}
    cells = tuple(
        tuple(_square(found.get((process, phase))) for phase in range(1, len(PHASES) + 1)) for process in PROCESSES
    )
    return Board(
        "u4ssc",
        T("The elements of U4SSC"),
        T("Each row is a process and each column a phase. An empty ground means that the element is not judged."),
        tuple(value_text(world, process) for process in PROCESSES),
        tuple(_phase(number) for number in range(1, len(PHASES) + 1)),
        cells,
        tuple((look, value_text(world, word)) for word, look in LOOKS.items()),
        T("Process"),
    )


def _square(element: Record | None) -> Square:
    if element is None:
        return Square()
    judged = element.get(JUDGED)
    return Square(marked(element), LOOKS.get(judged) if isinstance(judged, str) else None)


def _phase(number: int) -> Text:
    return T("{number} {name}", number=number, name=PHASES[number - 1])


def _counts(world: World, rows: Sequence[Record]) -> tuple[Table, ...]:
    words = [one.get(JUDGED) for one in rows]
    counts = [(value_text(world, word), words.count(word)) for word in LOOKS if word in words]
    if not counts:
        return ()
    columns = Column(T("Judgement"), width=28), Column(T("{U4ssc-element_pl}"), "number")
    return (Table(columns, tuple(counts), T("By judgement")),)


def _table(world: World, rows: Sequence[Record]) -> tuple[Table, ...]:
    fields = ("tittel", Field("prosess", 30), Field("fase", 8), Field(JUDGED, 20))
    more = (Field("kilde", 40, "workbook"), Field("ansvarlig", 28, "workbook"), Field("gjelder", 40, "workbook"))
    tables = whole_table(world, rows, (*fields, *more), T("{U4ssc-element_pl}"), ("dato",))
    return tuple(_dated(world, table, rows) for table in tables)


def _dated(world: World, table: Table, rows: Sequence[Record]) -> Table:
    """Add the day of each judgement: the element's own, else the overview's."""
    days = [cell(world, one, "dato") or cell(world, one.plan, "dato") if one.get(JUDGED) else None for one in rows]
    columns = (*table.columns, Column(T("Judged on"), "date"))
    return Table(columns, tuple((*row, day) for row, day in zip(table.rows, days, strict=True)), table.title)


def _figures(world: World, rows: Sequence[Record]) -> tuple[Table, ...]:
    fields = ("tittel", Field("dimensjon", 16), Field("kode", 14), Field("indikator", 46), Field("kilde", 30))
    return whole_table(world, rows, fields, T("{Nøkkeltall_pl} by dimension"))


def _place(one: Record) -> tuple[int, int]:
    process, phase = one.get("prosess"), one.get("fase")
    first = PROCESSES.index(process) if process in PROCESSES else len(PROCESSES)
    return first, phase if isinstance(phase, int) else 0
