"""The line on leaders' dialogues in `planctl status`: how much of what was agreed is open."""

from __future__ import annotations

from planctl.disciplines.matters import matters_line
from planctl.disciplines.medvirkning.dialogues import AGREED
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World


def status_line(world: World) -> StatusLine | None:
    """Count what is agreed and open today; None where nothing is."""
    return matters_line(world, T("{Avtale_pl}"), AGREED)
