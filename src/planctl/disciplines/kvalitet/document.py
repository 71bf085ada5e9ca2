"""The programme of audits: what is audited in the year, by whom, what was found, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.disciplines.details import about, whole_table
from planctl.disciplines.document import ChapterDocument
from planctl.disciplines.kvalitet.chapter import audits_of
from planctl.disciplines.kvalitet.followed import funn, with_counts
from planctl.disciplines.matters import Matters
from planctl.disciplines.records import marked, text
from planctl.disciplines.register import Field, cell, field_title
from planctl.i18n import T, Text
from planctl.model.chapter import Chapter, Occasion, Table
from planctl.model.illustrative import shares
from planctl.model.period import parse_date, parse_period
from planctl.model.record import Record
from planctl.world import World

_FIELDS = (
    "tittel",
    Field("slag", 12),
    Field("standarder", 18),
    Field("område", 24, "workbook"),
    Field("enhet", 26),
    "dato",
    Field("team", 40, "workbook"),
    Field("rutiner", 40, "workbook"),
)


def _chapters(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    year = parse_period(occasion.day.year)
    audits = audits_of(world, occasion, year) if year is not None else []
    return tuple(_made(world, occasion, audits)) if audits else ()


def _made(world: World, occasion: Occasion, audits: Sequence[Record]) -> Iterator[Chapter]:
    matters = funn(world, occasion).under(*world.plans.of_kind("revisjon"))
    yield Chapter(
        T("The programme"),
        (*about(world, occasion, "revisjonsprogram", "periode"), _summary(audits, occasion), matters.told_of_funn),
        tuple(with_counts(table, audits) for table in whole_table(world, audits, _FIELDS, told=("konklusjon",))),
        shares([*audits, *(one.record for one in matters.known)]),
    )
    earlier = [one for one in matters.open if one.record.parent not in audits]
    if earlier:
        yield Chapter(T("Open {funn_pl} from earlier years"), (), matters.table(earlier, None, ("slag",)))
    for audit in audits:
        if audit.get("konklusjon") or audit.get("funn"):
            yield _audit(world, audit, matters.under(audit))


def _summary(audits: Sequence[Record], occasion: Occasion) -> Text:
    days = [parse_date(audit.get("dato")) for audit in audits]
    done = sum(day is not None and day <= occasion.day for day in days)
    return T(
        "{Revisjon_pl} in {year}: {count}. Internal: {internal}. External: {external}. Done by {day}: {done}.",
        year=str(occasion.day.year), count=len(audits), internal=_of(audits, "intern"),
        external=_of(audits, "ekstern"), day=occasion.day, done=done,
    )  # fmt: skip


def _of(audits: Sequence[Record], sort: str) -> int:
    return sum(audit.get("slag") == sort for audit in audits)


def _audit(world: World, audit: Record, found: Matters) -> Chapter:
    return Chapter(T("{title}", title=marked(audit)), tuple(_facts(world, audit)), tuple(_tables(found)))


def _facts(world: World, audit: Record) -> Iterator[Text]:
    for field in ("enhet", "dato", "team", "rutiner"):
        value = cell(world, audit, field)
        if value is not None:
            yield T("{field}: {value}.", field=field_title(world, audit, field), value=value)
    said = text(audit, "konklusjon")
    if said is not None:
        yield T("{text}", text=said)


def _tables(found: Matters) -> Iterator[Table]:
    yield from found.table(found.known, None, ("slag", Field("grunnlag", where="workbook"), "rotårsak"))


DOCUMENT = ChapterDocument("revisjonsprogram", T("Programme of {revisjon_pl}"), _chapters)
