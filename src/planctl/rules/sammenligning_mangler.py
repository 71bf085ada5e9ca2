"""Nothing that measures this goal is compared with others.

A number becomes knowledge when it stands beside another: the national average, a KOSTRA group, the
neighbours. Asker prefers national indicators that can be compared with other municipalities. One
compared indicator for each goal, or for each challenge in the scorecard, is enough: not every local
survey has something to stand beside. Say under `sammenlignet_med` what the number is compared with.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from planctl.domain.indicators import living
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.examples.samples import PROGRAM
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = PROGRAM.replace("    sammenlignet_med: Landsgjennomsnittet\n", "")


def _whole(world: World) -> Iterator[Finding]:
    indicators = list(living(world))
    covered = {key for record in indicators if record.get("sammenlignet_med") for key in _measured(record, world)}
    for record in indicators:
        keys = _measured(record, world)
        if record.get("sammenlignet_med") or covered.intersection(keys):
            continue
        covered.update(keys)
        message = T("{Indikator} «{id}» is compared with no one", id=record.name)
        hint = T("Say under «sammenlignet_med» what the number stands beside, as landsgjennomsnittet.")
        yield finding("609", record, message, "sammenlignet_med", help=hint)


def _measured(record: Record, world: World) -> list[Hashable]:
    """Tell what an indicator measures: its goals, else its place in the scorecard, else itself."""
    goals = [target.name for target in world.graph.measured(record)]
    row = record.get("fokusområde"), record.get("utfordring")
    return [*goals] or [tuple(str(field) for field in row) if all(row) else (record.name,)]


RULE = Rule(
    code="609",
    slug="sammenligning-mangler",
    severity=Severity.INFO,
    title="{Indikator} without comparison",
    source="S0 «Mål- og resultatstyring»: nasjonale indikatorer",
    example=Example("handlingsprogram.yaml", _BAD, PROGRAM),
    whole=_whole,
    severity_fri=Severity.OFF,
    habit=True,
    explanation=__doc__,
)
