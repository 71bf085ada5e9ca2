"""Somebody names who took over, and the days do not fit.

Who names an `etterfølger` has a last day (`til`), and the one who took over is there on the day after. Otherwise
nobody answers in between, or both do.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.domain.organisation import closed
from planctl.domain.successors import FIELD, takes_over
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_GOOD = """\
type: organisasjon
virksomheter:
  - id: vegvesenet
    tittel: Vegvesenet i den gamle kommunen
    til: 2019-12-31
    etterfølger: [nye-veger]
  - id: nye-veger
    tittel: Nye veger
    fra: 2020-01-01
"""


def _each(record: Record, world: World) -> Iterator[Finding]:
    heirs = world.graph.targets(record, FIELD)
    last = closed(record)
    if heirs and last is None:
        message = T("«{title}» has somebody who took over, and no last day", title=record.title)
        yield finding("888", record, message, FIELD, help=T("Write the last day as «til»."))
    for index, heir in enumerate(heirs):
        if last is not None and not takes_over(heir, last):
            message = T("«{heir}» is not there on the day after «{title}» ended ({day})",
                        heir=heir.title, title=record.title, day=last)  # fmt: skip
            hint = T("Correct «til» here, or «fra» and «til» of the one who took over.")
            related = [(heir.place("fra"), T("it stands here"))]
            yield finding("888", record, message, FIELD, index, help=hint, related=related)


RULE = Rule(
    code="888",
    slug="etterfølger-henger-ikke-sammen",
    severity=Severity.WARNING,
    title="Who took over does not fit",
    source="S1 «Å bygge en ny kommune»",
    example=Example("gammel.yaml", _GOOD.replace("fra: 2020-01-01", "fra: 2020-03-01"), _GOOD),
    visits=("eiere",),
    each=_each,
    explanation=__doc__,
)
