"""What is said of avvik in sentences: how many came, were settled, are open and late, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.avvik.deviations import WRONG, is_grave, is_likely_again, is_untouched
from planctl.disciplines.avvik.repeats import marked_repeats
from planctl.disciplines.avvik.told import Told, days_to_close
from planctl.disciplines.matters import Matters, first_due
from planctl.disciplines.register import Field
from planctl.i18n import T, Text
from planctl.model.chapter import Table


def paragraphs(told: Told) -> Iterator[Text]:
    """Tell the whole in a few sentences."""
    yield T(
        "Reported in the period: {count}. Settled in the period: {settled}. Open on {day}: {open}. Overdue: {late}.",
        count=len(told.now), settled=len(told.settled), day=told.occasion.day, open=len(told.open), late=len(told.late),
    )  # fmt: skip
    if told.compares:
        yield T(
            "In the same days of the year before {count} were reported and {settled} settled.",
            count=len(told.before), settled=len(told.settled_before),
        )  # fmt: skip
    days, earlier = days_to_close(told.settled), days_to_close(told.settled_before)
    if days is not None and earlier is not None:
        yield T("Half of what was settled, was so within {days} days; the year before within {earlier} days.",
                days=days, earlier=earlier)  # fmt: skip
    elif days is not None:
        yield T("Half of what was settled, was so within {days} days.", days=days)


def weighed(told: Told) -> Text:
    """Tell what asks for attention: the grave, those without a cause, the repeats, and those that nobody deals with."""
    wrong = [one for one in told.now if one.slag in WRONG]
    return T(
        "Of what went wrong in the period, {grave} had or could have had a grave consequence, {causeless} are settled "
        "without a root cause, {again} are said to be the same as an earlier one, and {likely} are likely to happen "
        "again. {untouched} are open, and nobody deals with them yet.",
        grave=sum(is_grave(one.record) for one in wrong),
        causeless=sum(
            not one.matter.is_open and not (one.record.get("rotårsak") or one.record.get("årsaksgruppe"))
            for one in wrong
        ),
        again=marked_repeats(told),
        likely=sum(is_likely_again(one.record) for one in wrong),
        untouched=sum(is_untouched(one.record) for one in told.open),
    )  # fmt: skip


def followed(told: Told) -> tuple[Table, ...]:
    """Tell those that have tiltak or a title and were grave: what is done about them, and whether it worked.

    Of rows from a system of the trade, without a title, only numbers are told.
    """
    matters = Matters(told.world, told.occasion, tuple(one.matter for one in told.known))
    now = {one.record for one in (*told.now, *told.settled, *told.open)}
    shown = [item for item in matters.known if item.record in now and item.record.get("tittel")]
    kept = first_due(item for item in shown if item.record.get("tiltak") or is_grave(item.record))
    fields = ("kategori", "evaluering.resultat", Field("beslektede", 40))
    return matters.table(kept, T("{Avvik_pl} with {tiltak_pl}"), fields)
