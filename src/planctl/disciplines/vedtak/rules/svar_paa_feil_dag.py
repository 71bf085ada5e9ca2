"""An answer is dated before the vedtak it answers, or after today.

One of the two days is written wrong. An answer that is planned is a `frist`, and not a `svar`.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.period import parse_date
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = REGISTER.replace("under arbeid", "besvart") + "    svar:\n      dato: 2021-01-25\n      form: sak\n"


def _each(record: Record, world: World) -> Iterator[Finding]:
    vedtak = record.parent if record.kind == "vedtakspunkt" and record.parent is not None else record
    decided = parse_date(vedtak.get("dato"))
    value = record.get("svar")
    for at, row in enumerate(value) if isinstance(value, list) else [(None, value)]:
        day = parse_date(row.get("dato")) if isinstance(row, dict) else None
        if day is None:
            continue
        place = ("svar", "dato") if at is None else ("svar", at, "dato")
        hint = T("Correct the day. An answer that is planned is a «frist».")
        if day > world.today:
            yield finding("815", record, T("The answer is dated {date}, which is to come", date=day), *place, help=hint)
        elif decided is not None and day < decided:
            message = T("The answer is dated {date}, before the {vedtak} of {decided}", date=day, decided=decided)
            yield finding("815", record, message, *place, help=hint)


RULE = Rule(
    code="815",
    slug="svar-på-feil-dag",
    severity=Severity.ERROR,
    title="Answer on an impossible day",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(PATH, _BAD, _BAD.replace("2021-01-25", "2021-05-25")),
    visits=("vedtak", "vedtakspunkt"),
    each=_each,
    explanation=__doc__,
)
