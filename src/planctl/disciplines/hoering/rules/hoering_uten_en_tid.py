"""Nobody can tell when a hearing was: it is told in two places, or in none.

The days stand in one place. A plan with a `høring` of its own, or an activity of a process, tells them, and a hearing
that names it in `gjelder` says no more. Only a hearing of what tells no days has `fra` and `til` itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.hoering.examples import HEARD, HEARING, PATH
from planctl.disciplines.hoering.hearings import KIND, own_time, time_of, told_elsewhere
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = HEARING.replace("innspill:\n", "fra: 2020-09-01\ntil: 2020-11-01\ninnspill:\n")


def _whole(world: World) -> Iterator[Finding]:
    for record in world.plans.of_kind(KIND):
        own = own_time(record)
        other = next(told_elsewhere(world, record), None)
        if (own.first is not None or own.last is not None) and other is not None:
            subject, _ = other
            message = T("«{title}» tells when it was, and so does «{other}»", title=record.title, other=subject.title)
            hint = T("Take «fra» and «til» away here.")
            field = "fra" if own.first is not None else "til"
            related = [(subject.place(*_where(subject.fields)), T("it stands here"))]
            yield finding("882", record, message, field, help=hint, related=related)
        elif time_of(world, record).last is None:
            message = T("Nothing tells until when «{title}» is", title=record.title)
            hint = T("Write «fra:» and «til:», here or in «høring» of the plan.")
            yield finding("882", record, message, help=hint)


def _where(fields: dict[str, object]) -> tuple[str, ...]:
    """Give the field that tells when something was."""
    return tuple(name for name in ("høring", "fra", "dato", "måned") if name in fields)[:1]


RULE = Rule(
    code="882",
    slug="høring-uten-én-tid",
    severity=Severity.WARNING,
    title="The days of a {høring} stand in two places, or in none",
    source="planctl",
    example=Example(PATH, _BAD, HEARING, HEARD),
    whole=_whole,
    explanation=__doc__,
)
