"""Risks that demand tiltak and have none: what 820, the chapters and `planctl status` ask."""

from __future__ import annotations

from datetime import date

from planctl.disciplines.ros.risks import Risk
from planctl.domain.unsolved import has_tiltak
from planctl.world import World


def lacks_tiltak(world: World, risk: Risk, day: date) -> bool:
    """Tell whether a risk demands tiltak, is not accepted, and has none that does something."""
    if not risk.demands_tiltak or risk.is_accepted:
        return False
    return not has_tiltak(world, risk.record, day)
