"""The rows of the list of vedtak: what was decided, what is done, what remains, when and by whom.

On a page a vedtak is gathered in a few columns of words; a workbook has a column for each thing that can be sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce

from planctl.disciplines.vedtak.chapter import age, days_late
from planctl.disciplines.vedtak.labels import SLAG, body, owner, text
from planctl.domain.answers import answer_words
from planctl.domain.follow_up import ANSWERED, FollowUp, kind_of
from planctl.domain.open_work import is_promised
from planctl.domain.organisation import OWNERS
from planctl.domain.solving import solving
from planctl.i18n import T, Text, Tn, running
from planctl.model.chapter import Cell, Column, Occasion
from planctl.model.illustrative import is_illustrative
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.status_labels import STATUS_WORDS
from planctl.world import World

COLUMNS = (
    Column(T("No."), width=8),
    Column(T("{Vedtak}"), where="page"),
    Column(T("{Vedtak}"), width=44, where="workbook"),
    Column(T("Item"), width=36, where="workbook"),
    Column(T("Kind"), width=22, where="workbook"),
    Column(T("Case"), width=10, where="workbook"),
    Column(T("Body"), width=24, where="workbook"),
    Column(T("Decided"), "date", where="workbook"),
    Column(T("Age in days"), "number", 10, where="workbook"),
    Column(T("Status"), "status", 20, where="workbook"),
    Column(T("Done so far"), width=44),
    Column(T("Answered"), "date", where="workbook"),
    Column(T("Never answered"), width=12, where="workbook"),
    Column(T("What remains"), width=44),
    Column(T("Deadline"), "date"),
    Column(T("Days late"), "number", 10, where="workbook"),
    Column(T("Responsible"), width=28),
)
"""What a row of the list holds."""


TOLD = frozenset({
    *OWNERS, "slag", "sak", "organ", "dato", "status", "frist", "svar.dato", "omtale", "begrunnelse", "tiltak",
    "lukket",
})  # fmt: skip
"""The fields that those columns tell."""


def records_of(items: Sequence[FollowUp]) -> list[Record]:
    """Give what each of the rows of one vedtak is about."""
    found = [item.record for item in items]
    return found if items[0].record is items[0].vedtak else [items[0].vedtak, *found]


def rows(world: World, occasion: Occasion, items: Sequence[FollowUp], number: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one vedtak: itself, and below it its punkter, numbered as 3.1, 3.2."""
    first = items[0]
    if first.record is first.vedtak:
        yield _row(world, occasion, first, f"{number}")
        return
    waiting = next((item for item in items if item.open_at(occasion.day)), first)
    facts = (_marked(first.vedtak), None, *_facts(world, waiting, occasion.day)[2:])
    yield (f"{number}", _named(world, waiting, occasion.day), *facts, *[None] * (len(COLUMNS) - 2 - len(facts)))
    for index, item in enumerate(items, 1):
        yield _row(world, occasion, item, f"{number}.{index}")


def _row(world: World, occasion: Occasion, item: FollowUp, number: str) -> tuple[Cell, ...]:
    day = occasion.day
    answers = [parse_date(row.get("dato")) for row in item.answers_at(day)]
    whole = item.record is item.vedtak
    return (
        number,
        _named(world, item, day) if whole else T("– {title}", title=_marked(item.record)),
        *_facts(world, item, day),
        item.status if item.is_open or not item.open_at(day) else T("open"),
        _done(item, day),
        max((given for given in answers if given is not None), default=None),
        T("yes") if item.never_answered_at(day) else None,
        _remains(world, item, day),
        item.deadline,
        days_late(item, day) if item.late_at(day, ended=occasion.ended) else None,
        owner(world.plans, item),
    )


def _facts(world: World, item: FollowUp, day: date) -> tuple[Cell, ...]:
    return (
        _marked(item.vedtak),
        None if item.record is item.vedtak else _marked(item.record),
        SLAG.get(kind_of(item.vedtak)),
        text(item.vedtak, "sak"),
        body(world.plans, item.vedtak) or None,
        item.decided,
        age(item, day),
    )


def _marked(record: Record) -> str:
    return f"{record.title} *" if is_illustrative(record) else record.title


def _named(world: World, item: FollowUp, day: date) -> Text:
    """Name a vedtak with its case, body, day and age, as far as they are known."""
    case, organ, days = text(item.vedtak, "sak"), body(world.plans, item.vedtak), age(item, day)
    facts = [T("case {number}", number=case)] if case else []
    facts += [T("{body}", body=running(organ))] if organ else []
    facts += [T("{day}", day=item.decided)] if item.decided is not None else []
    if days is not None and item.open_at(day):
        facts.append(Tn("{n} day old", "{n} days old", days))
    elif days is not None:
        facts.append(Tn("settled after {n} day", "settled after {n} days", days))
    name = T("{title}", title=_marked(item.vedtak))
    return T("{title} ({facts})", title=name, facts=_joined(facts, "{first}, {second}")) if facts else name


def _joined(parts: Sequence[Text], by: str) -> Text:
    return reduce(lambda first, second: Text(by, {"first": first, "second": second}), parts)


def _sentences(parts: Sequence[Text]) -> Text | None:
    return _joined(parts, "{first} {second}") if parts else None


def _done(item: FollowUp, day: date) -> Text | None:
    """Tell what was done: the status, what the register says of it, and each answer; and the tiltak that are done."""
    settled_later = not item.is_open and item.open_at(day)
    answers = [T("{Answer}.", answer=answer_words(row)) for row in item.answers_at(day)]
    told = item.status == ANSWERED and answers
    parts = [] if settled_later or told else [T("{Status}.", status=STATUS_WORDS.get(item.status, item.status))]
    parts += answers
    for field in ("omtale", "begrunnelse"):
        said = text(item.record, field)
        parts += [T("{text}", text=said)] if said else []
    if item.heir is not None and not settled_later:
        parts.append(T("The case goes on as «{title}».", title=item.heir.title))
    return _sentences(parts)


def _remains(world: World, item: FollowUp, day: date) -> Text | None:
    """Tell what remains: an answer that the body has not had, the tiltak that are not done, or the vedtak itself."""
    parts = []
    if item.never_answered_at(day):
        organ = body(world.plans, item.vedtak)
        parts.append(
            T("Never answered: {body} is to have an answer.", body=running(organ)) if organ else T("Never answered.")
        )
    if item.open_at(day):
        left = [tiltak for tiltak, status in solving(world, item.record, day) if is_promised(status)]
        parts += [T("{Tiltak}: {title}.", title=record.title) for record in left]
        parts = parts or [T("To be carried out.")]
    return _sentences(parts)
