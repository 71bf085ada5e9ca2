"""A step that is not on the municipality's scale of risk.

Sannsynlighet and konsekvens go from 1 to the number in `skala` under `ros` in planctl.yaml, which is 5 when nothing
stands there. The cells in `tiltak_i` and `følges_opp_i` are on the same scale, and the lists of names have one name
for each step.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.ros.examples import ANALYSIS, PATH
from planctl.disciplines.ros.risks import steps
from planctl.disciplines.ros.scale import GROUP, Scale, scale_of, written_cells
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T, Text
from planctl.load.files.tree import CONFIG_NAME
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.source import Place
from planctl.world import World

_CODE = "821"
_SIDES = ("sannsynlighet", "konsekvens")


def _whole(world: World) -> Iterator[Finding]:
    scale = scale_of(world.config)
    yield from _settings(world, scale)
    for record in world.plans.of_kind("risiko"):
        for at, step in _written(record):
            if step > scale.size:
                message = T("{step} is not on the scale, which goes from 1 to {last}", step=step, last=scale.size)
                hint = T("Write a number from 1 to {last}. The scale is «skala» under «ros» in planctl.yaml.",
                         last=scale.size)  # fmt: skip
                yield finding(_CODE, record, message, *at, help=hint)


def _written(record: Record) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield every step of a risk with where it stands, those of its restrisiko too."""
    left = record.get("restrisiko")
    for way, fields in (((), record.fields), (("restrisiko",), left if isinstance(left, dict) else {})):
        for side in _SIDES:
            for inner, step in steps(fields.get(side)):
                yield (*way, side, *inner), step


def _settings(world: World, scale: Scale) -> Iterator[Finding]:
    for field, index, cell in written_cells(world.config):
        if not all(map(scale.holds, cell)):
            message = T("The cell {cell} is not on the scale, which goes from 1 to {last}",
                        cell=f"{cell[0]}x{cell[1]}", last=scale.size)  # fmt: skip
            yield _in_settings(message, field, index)
    for side in _SIDES:
        names = world.config.groups.get(GROUP, {}).get(side)
        if isinstance(names, list) and len(names) != scale.size:
            message = T("«{field}» has {count} names, but the scale has {steps} steps",
                        field=side, count=len(names), steps=scale.size)  # fmt: skip
            yield _in_settings(message, side)


def _in_settings(message: Text, *at: str | int) -> Finding:
    hint = T("The number of steps is «skala»; it is 5 when nothing stands there.")
    return Finding(_CODE, Place(CONFIG_NAME, (GROUP, *at)), message, hint, field=str(at[0]))


RULE = Rule(
    code=_CODE,
    slug="verdi-utenfor-skalaen",
    severity=Severity.ERROR,
    title="A step outside the scale of {risiko}",
    source="S4 «ROS-tiltak inn i AskerDialogen»: gradering 1–5",
    example=Example(PATH, ANALYSIS.replace("konsekvens: 4", "konsekvens: 6"), ANALYSIS),
    whole=_whole,
    explanation=__doc__,
)
