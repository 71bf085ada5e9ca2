"""What phases and colours are called in reports: each colour has a mark, so that it is never alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planctl.disciplines.prosjekt.projects import LIGHTS, Project, told
from planctl.disciplines.register import Several, value_text, value_word
from planctl.i18n import T, Text
from planctl.model.picture import Tone
from planctl.world import World

MARKS: Mapping[str, str] = {"rød": "■", "gul": "▲", "grønn": "●"}
"""The colours, the gravest first."""
GREEN = "grønn"
TONES: Mapping[str, Tone] = {"rød": "high", "gul": "middle", "grønn": "low"}


def light_text(world: World, value: object) -> Text | None:
    """Say a colour with its mark: «■ rød»; None where none is told."""
    if not isinstance(value, str) or value not in MARKS:
        return None
    return T("{mark} {colour}", mark=MARKS[value], colour=value_word(world.book, value))


def lights_text(world: World, fields: Mapping[str, Any]) -> Text | None:
    """Say what is red and what is yellow: «■ rød: tid, ▲ gul: kost»; where nothing is, only that it is green."""
    told = {colour: [light for light in LIGHTS if fields.get(light) == colour] for colour in MARKS}
    grave = tuple(
        T(
            "{mark} {colour}: {what}",
            mark=MARKS[colour], colour=value_word(world.book, colour),
            what=Several(tuple(value_word(world.book, light) for light in lights)),
        )
        for colour, lights in told.items()
        if lights and colour != GREEN
    )  # fmt: skip
    if grave:
        return T("{items}", items=Several(grave))
    return light_text(world, GREEN) if told[GREEN] else None


def phase_text(world: World, project: Project, day: date) -> Text | None:
    """Say the phase of a day, or that the project has been stopped."""
    if project.stopped_at(day):
        return value_text(world, "stoppet")
    phase = project.phase_at(day)
    return value_text(world, phase) if phase else None


def gravest(project: Project, day: date) -> str:
    """Give the gravest colour of the newest report of a day; nothing where none is told."""
    report = project.report_at(day)
    found = [told(report.fields, light) for light in LIGHTS] if report is not None else []
    return next((colour for colour in MARKS if colour in found), "")
