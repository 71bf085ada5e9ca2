"""The line on innovation in `planctl status`: how many are being tried, and how many are in use."""

from __future__ import annotations

from planctl.disciplines.utvikling.steps import step_at, stopped
from planctl.i18n import T
from planctl.model.status_line import StatusLine
from planctl.world import World

_USED = ("nyttiggjort", "erfaringslæring")


def status_line(world: World) -> StatusLine | None:
    """Count the innovations that go on today; None where none is."""
    living = [one for one in world.plans.of_kind("innovasjon") if not stopped(one, world.today)]
    if not living:
        return None
    steps = [step_at(record, world.today) for record in living]
    used = sum(step in _USED for step in steps)
    ideas = sum(step in (None, "idé") for step in steps)
    return StatusLine(
        T("{Innovasjon_pl}"),
        T(
            "Ideas: {ideas}. Being tried: {tried}. In use: {used}.",
            ideas=ideas,
            tried=len(living) - used - ideas,
            used=used,
        ),
    )
