"""What phases and colours are called in reports: each colour has a mark, so that it is never alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planctl.disciplines.prosjekt.projects import LIGHTS, Project, told
from planctl.disciplines.register import value_text, value_word
from planctl.i18n import T, Text
from planctl.model.picture import Tone
from planctl.world import World

MARKS: Mapping[str, str] = {"rød": "■", "gul": "▲", "grønn": "●"}
"""The colours, the gravest first."""
TONES: Mapping[str, Tone] = {"rød": "high", "gul": "middle", "grønn": "low"}


def light_text(world: World, value: object) -> Text | None:
    """Say a colour with its mark: «■ rød»; None where none is told."""
    if not isinstance(value, str) or value not in MARKS:
        return None
    return T("{mark} {colour}", mark=MARKS[value], colour=value_word(world.book, value))


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
