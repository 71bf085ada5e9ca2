"""What reports tell of companies: how many there are of each form, the survey, the purposes and the strategies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planctl.disciplines.details import part_table, whole_table
from planctl.disciplines.eierskap.companies import KIND, companies, owned_at, share_of
from planctl.disciplines.records import records_for
from planctl.disciplines.register import Field, field_table, value_text
from planctl.domain.renewals import is_out_of_date
from planctl.i18n import T, Text
from planctl.model.chapter import Column, Occasion, Table
from planctl.model.record import Record
from planctl.world import World

FORMS = ("KF", "AS", "IKS", "oppgavefellesskap", "stiftelse", "annen interesse")
"""The forms, in the order reports tell them."""
_NAME = T("{Selskap}")
_COUNTED = (Column(T("Form"), width=26), Column(T("Number"), "number", 10), Column(T("Owned alone"), "number", 14))


def held(world: World, occasion: Occasion) -> list[Record]:
    """Give the companies that a report is about and that are owned on its day: by form, the largest share first."""
    mine = (record for record in records_for(world, occasion, KIND) if owned_at(record, occasion.day))
    return sorted(mine, key=_weight)


def by_form(records: Sequence[Record]) -> list[tuple[str, list[Record]]]:
    """Give the companies of each form that has any; the form is empty where none is told."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(str(record.get("form") or ""), []).append(record)
    return list(found.items())


def counts(world: World, records: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Count the companies of each form, and those that the municipality owns alone."""
    found = [(form, len(some), sum(share_of(record) == _ALL for record in some)) for form, some in by_form(records)]
    if not found:
        return ()
    rows = tuple((_form(world, form), number, alone) for form, number, alone in found)
    total = (T("Sum"), sum(number for _, number, _ in found), sum(alone for _, _, alone in found))
    return (Table(_COUNTED, rows, title, total),)


def survey(world: World, records: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell each company with its form, the share, and who follows it up."""
    fields = (Field("tittel", 44, title=_NAME), Field("form", 18), Field("eierandel", kind="percent"),
              Field("ansvarlig", 30), Field("representant", 24, "workbook"), Field("fra", where="workbook"),
              Field("orgnr", where="workbook"))  # fmt: skip
    told = ("formål", "tjener", "eierstrategi", "eierstrategi_vedtatt", "neste")
    return (
        *whole_table(world, records, fields, title, told),
        *part_table(world, records, "andre_eiere", T("Other owners")),
    )


def purposes(world: World, records: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell what the municipality wants with each company, and which goals that serves."""
    return field_table(
        world, records, (Field("tittel", 40, title=_NAME), Field("formål", 70), Field("tjener", 50)), title
    )


def strategies(world: World, records: Sequence[Record], title: Text | None = None) -> tuple[Table, ...]:
    """Tell the ownership strategies, and when each is to be gone through."""
    mine = [record for record in records if record.get("eierstrategi")]
    fields = (Field("tittel", 40, title=_NAME), Field("eierstrategi", 70), "eierstrategi_vedtatt", "neste")
    return field_table(world, mine, fields, title)


def due_strategies(world: World, day: date, limit: date) -> int:
    """Count the companies owned on a day whose strategy was to be gone through before another, the limit."""
    return sum(is_out_of_date(world, record, day, limit) for record in companies(world, day))


_ALL = 100


def _weight(record: Record) -> tuple[int, float, str]:
    form = record.get("form")
    return (FORMS.index(form) if form in FORMS else len(FORMS), -(share_of(record) or 0), record.title)


def _form(world: World, form: str) -> Text:
    return value_text(world, form) if form else T("Not told")
