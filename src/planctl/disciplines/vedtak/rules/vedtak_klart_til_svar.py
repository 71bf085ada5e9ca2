"""Every tiltak of a vedtak or punkt is done, and it still stands as open.

Then the body can be told what came of it: write `status: gjennomført`, or `besvart` with the answer under `svar`. If
more is to be done, write it as a tiltak. One that is past its deadline is told of by 812 alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.domain.solving import solving
from planctl.domain.status_reports import DONE
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_TILTAK = """\
    tiltak:
      - id: vr2021.sykkel.t1
        tittel: Bygge fortau langs fjorden
        frist: 2021-11-01
        ansvarlig: veg
        status: fullført
"""
_BAD = REGISTER + _TILTAK


def _whole(world: World) -> Iterator[Finding]:
    for item in world.bonds.follow_ups.items:
        if not item.is_open or item.is_late(world.today):
            continue
        statuses = [status for _, status in solving(world, item.record, world.today)]
        if "fullført" in statuses and DONE.issuperset(statuses):
            message = T("Every {tiltak} of «{title}» is done, and it still stands as open", title=item.record.title)
            hint = T("Write «status: gjennomført», or «besvart» with «svar:»; or the {tiltak} that remains.")
            if item.record.is_row:
                hint = T(
                    "Write gjennomført in the column «status», or besvart with the day in «svar_dato»; "
                    "or the {tiltak} that remains, in the plan of the unit."
                )
            yield finding("818", item.record, message, "status", help=hint)


RULE = Rule(
    code="818",
    slug="vedtak-klart-til-svar",
    severity=Severity.INFO,
    title="{Vedtak} ready to be answered",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(PATH, _BAD, _BAD.replace("under arbeid", "gjennomført")),
    whole=_whole,
    explanation=__doc__,
)
