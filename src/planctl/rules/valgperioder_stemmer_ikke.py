"""The valgperioder in planctl.yaml switch off the deadlines of the law.

The law counts the deadlines of the planstrategi, the eierskapsmelding, the reglement for delegering and
the plans of the kontrollutvalg from the day the council was constituted. Where planctl.yaml has no
valgperiode that runs, or one without `konstituering`, these deadlines are judged by nobody. The
constituting meeting is held after the election, by the end of October: another day is a slip of the pen,
and moves every deadline. Only the valgperiode that runs, or the last, is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.config import Council
from planctl.findings.diagnostic import Finding, Severity
from planctl.i18n import T, Text
from planctl.load.files.tree import CONFIG_NAME
from planctl.rules.rule import Example, Rule
from planctl.source import Place
from planctl.world import World

_BAD = """\
format: 1
kommune:
  navn: Prøve
  nummer: "3025"
  orgnr: "920125298"
dato: 2021-06-15
valgperioder:
  - fra: 2019
    til: 2023
prioriterte_bærekraftsmål: ["13"]
"""
_PLANS = ("planstrategi", "registerplan", "kommuneplan", "handlingsprogram")


def _whole(world: World) -> Iterator[Finding]:
    config, today = world.config, world.today
    if not config.municipality or not any(True for _ in world.plans.of_kind(*_PLANS)):
        return
    if not config.councils and config.tells_councils:
        return  # what stands there cannot be read: 103 and 106 have spoken
    if not config.councils:
        message = T(
            "planctl.yaml has no valgperioder, so the deadlines that count from the konstituering are not judged"
        )
        hint = T("Write «valgperioder:» with fra, til and konstituering, the day the council was constituted.")
        yield _finding(("valgperioder",), message, hint)
        return
    council = max((item for item in config.councils if _sits(item, today)), key=lambda item: item.last, default=None)
    if council is None:
        return
    at = ("valgperioder", council.index)
    if today > _end(council):
        message = T("The valgperioder in planctl.yaml ended in {year}", year=council.last)
        hint = T("Add the valgperiode that runs, with the day the council was constituted.")
        yield _finding((*at, "til"), message, hint)
    elif council.constituted is None and not council.unread:
        message = T("The valgperiode {first}–{last} has no konstituering", first=council.first, last=council.last)
        hint = T(
            "Write «konstituering:» with the day the council was constituted, by the end of October {year}.",
            year=council.first,
        )
        yield _finding((*at, "konstituering"), message, hint)
    elif council.constituted is not None and not date(council.first, 9, 1) <= council.constituted <= date(
        council.first, 10, 31
    ):
        message = T(
            "The council that begins in {year} cannot have been constituted {day}",
            year=council.first,
            day=council.constituted,
        )
        hint = T("The meeting is held after the election in September, by the end of October. Law: kommuneloven § 7-1.")
        yield _finding((*at, "konstituering"), message, hint)


def _sits(council: Council, today: date) -> bool:
    """Tell whether a council has been constituted, or should have been."""
    return today > date(council.first, 10, 31) or (council.constituted is not None and council.constituted <= today)


def _end(council: Council) -> date:
    """Give the last day a council can sit: the next is constituted by the end of October."""
    return date(council.last, 10, 31)


def _finding(at: tuple[str | int, ...], message: Text, hint: Text) -> Finding:
    return Finding("904", Place(CONFIG_NAME, at), message, hint, None, "valgperioder")


RULE = Rule(
    code="904",
    slug="valgperioder-stemmer-ikke",
    severity=Severity.WARNING,
    title="Valgperioder that do not fit the law",
    source="kommuneloven § 7-1, fra 2019-10-03; plan- og bygningsloven § 10-1",
    example=Example("planctl.yaml", _BAD, _BAD.replace("til: 2023\n", "til: 2023\n    konstituering: 2019-10-15\n")),
    whole=_whole,
    explanation=__doc__,
)
