"""The form of a samskaping says another thing than who does what in it.

Ulrich's four forms differ in who leads each step. Styrt: the municipality defines the problem, sets goals, designs and
carries out. Ansvarliggjørende: it defines the problem and sets goals, and others take part in designing and carrying
out. Likeverdig: they do it together. Fasiliterende: others define the problem, set goals and design, and the
municipality makes it possible, and may take part in carrying it out. Correct `form`, or the step.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.samskaping.examples import PATH, REGISTER
from planctl.disciplines.samskaping.forms import STEPS, allowed
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    form = record.get("form")
    for step in STEPS:
        who, right = record.get(step), allowed(form, step)
        if who and right and who not in right:
            message = T("The form is «{form}», but «{field}» is «{who}»", form=str(form), field=step, who=str(who))
            hint = T("Correct «form», or write {right} in «{field}».", right=" / ".join(right), field=step)
            yield finding("877", record, message, step, help=hint)


RULE = Rule(
    code="877",
    slug="form-strider-mot-rollene",
    severity=Severity.INFO,
    title="The form of a {samskaping} is not who does what",
    source="S0 «Samstyring»: Ulrichs fire former",
    example=Example(PATH, REGISTER.replace("setter_mål: sammen", "setter_mål: kommunen"), REGISTER),
    visits=("samskaping",),
    each=_each,
    explanation=__doc__,
)
