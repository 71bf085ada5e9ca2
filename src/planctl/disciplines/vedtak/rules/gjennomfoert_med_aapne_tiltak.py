"""A vedtak or punkt is said to be carried out, and what carries it out is not done.

A tiltak that is written under the vedtak, or names it in `løser`, is still to be done, or a punkt of it is still open.
One of the two statuses is wrong. The newest report on a tiltak goes before the plan, an idea is no promise, and a
tiltak whose plan is over counts no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.vedtak.examples import PATH, REGISTER
from planctl.domain.follow_up import DONE, FollowUp
from planctl.domain.open_work import is_promised
from planctl.domain.solving import solving
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.record import Record
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = (
    REGISTER.replace("under arbeid", DONE)
    + """\
    tiltak:
      - id: vr2021.sykkel.t1
        tittel: Bygge fortau langs fjorden
        frist: 2021-11-01
        ansvarlig: veg
        status: i rute
"""
)


def _whole(world: World) -> Iterator[Finding]:
    left: dict[Record, list[Record]] = {}
    for item in world.bonds.follow_ups.items:
        if item.status == DONE:
            holder = item.record if item.record.get("status") else item.vedtak
            left.setdefault(holder, []).extend(_not_done(world, item.record))
        if item.record is not item.vedtak and item.vedtak.get("status") == DONE:
            left.setdefault(item.vedtak, []).extend(_beside(world, item))
    for holder, found in left.items():
        others = list(dict.fromkeys(found))
        if others:
            message = T("«{title}» is said to be carried out, but «{other}» is not",
                        title=holder.title, other=others[0].title)  # fmt: skip
            if len(others) > 1:
                message = T("«{title}» is said to be carried out, but {count} things under it are not",
                            title=holder.title, count=len(others))  # fmt: skip
            hint = T("Correct the status here, or that of what is done or given up.")
            related = [(other.place("status"), T("not done: «{id}»", id=other.name)) for other in others]
            yield finding("817", holder, message, "status", help=hint, related=related)


def _not_done(world: World, record: Record) -> Iterator[Record]:
    """Yield the tiltak of a record that are still to be done: its own, and those elsewhere that bind."""
    for tiltak, status in solving(world, record, world.today):
        if is_promised(status) and (tiltak.parent is record or world.bonds.binds(tiltak)):
            yield tiltak


def _beside(world: World, item: FollowUp) -> Iterator[Record]:
    """Yield what is not done of a whole vedtak: a punkt that is open, and the tiltak of the vedtak itself."""
    if item.is_open:
        yield item.record
    yield from _not_done(world, item.vedtak)


RULE = Rule(
    code="817",
    slug="gjennomført-med-åpne-tiltak",
    severity=Severity.WARNING,
    title="{Vedtak} carried out, with open {tiltak_pl}",
    source="S2 «Gjennomføring av politiske vedtak»",
    example=Example(PATH, _BAD, _BAD.replace("i rute", "fullført")),
    whole=_whole,
    explanation=__doc__,
)
