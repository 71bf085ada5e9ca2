"""A grade that the observatory's scale does not have.

Grades go from 1 to the number in `skala` of the observatory, which is 5 when it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kvalitet.examples import OBSERVATORY, OBSERVATORY_PATH
from planctl.disciplines.kvalitet.observatory import ambition, assessments, scale_of
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    last = scale_of(record.plan)
    grades: list[tuple[int | None, tuple[str | int, ...]]] = [(ambition(record), ("ambisjon",))]
    grades += [(row.grade, ("vurderinger", row.index, "karakter")) for row in assessments(record)]
    for grade, place in grades:
        if grade is not None and grade > last:
            message = T("The grade of «{title}» is {grade}, but the scale ends at {last}",
                        title=record.title, grade=grade, last=last)  # fmt: skip
            hint = T("Write a grade from 1 to {last}, or another «skala».", last=last)
            yield finding("856", record, message, *place, help=hint)


RULE = Rule(
    code="856",
    slug="karakter-utenfor-skalaen",
    severity=Severity.ERROR,
    title="A grade outside the scale",
    source="S0 «Styring»: innbyggerobservatorium",
    example=Example(OBSERVATORY_PATH, OBSERVATORY.replace("skala: 5", "skala: 2"), OBSERVATORY),
    visits=("observatorieplass",),
    each=_each,
    explanation=__doc__,
)
