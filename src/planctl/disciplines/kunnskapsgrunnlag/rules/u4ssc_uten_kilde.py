"""An element of U4SSC is judged, but nothing tells what that builds on, or when.

A judgement without a source and a day cannot be compared with the next one. Write `kilde` and `dato` at the top of the
file when they are the same for all, else on each element. Two elements of the same process and phase are found here
too: then only one of them is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag.examples import U4SSC, U4SSC_PATH
from planctl.disciplines.kunnskapsgrunnlag.u4ssc import JUDGED, elements
from planctl.disciplines.records import text
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _each(record: Record, world: World) -> Iterator[Finding]:
    taken: dict[tuple[object, object], Record] = {}
    for element in elements(record, world):
        place = element.get("prosess"), element.get("fase")
        first = taken.setdefault(place, element)
        if first is not element:
            message = T("«{title}» has the same place as «{other}»", title=element.title, other=first.title)
            yield finding("893", element, message, "fase", help=T("Correct «prosess» or «fase» of one of them."))
        lacking = [name for name in ("kilde", "dato") if text(element, name) is None and text(record, name) is None]
        if element.get(JUDGED) and lacking:
            message = T("«{title}» is judged without {fields}",
                        title=element.title, fields=", ".join(f"«{name}»" for name in lacking))  # fmt: skip
            hint = T("Write what the judgement builds on and when it was made, here or at the top of the file.")
            yield finding("893", element, message, JUDGED, help=hint)


RULE = Rule(
    code="893",
    slug="u4ssc-uten-kilde",
    severity=Severity.WARNING,
    title="U4SSC judged without a source",
    source="S0 «Internasjonalt rammeverk» og «Kunnskapsgrunnlag»",
    example=Example(U4SSC_PATH, U4SSC.replace("kilde: Egen gjennomgang i ledergruppen\n", ""), U4SSC),
    visits=("u4ssc",),
    each=_each,
    explanation=__doc__,
)
