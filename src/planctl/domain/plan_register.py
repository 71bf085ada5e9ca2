"""The planregister: what law wants adopted or reported, beside the plans themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planctl.domain.adoption import adopted_when
from planctl.domain.councils import council_at
from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.law.deadlines import end_of_year_after
from planctl.law.versions import Version, Versions, version_at
from planctl.model.period import parse_period
from planctl.model.record import Record
from planctl.model.vedtak import NOT_YET
from planctl.source import Place

if TYPE_CHECKING:
    from planctl.world import World

KINDS = (
    "internkontrollrapport",
    "eierskapsmelding",
    "delegeringsreglement",
    "plan for forvaltningsrevisjon",
    "plan for eierskapskontroll",
    "folkehelseoversikt",
    "beredskapsplan",
    "finansielle måltall",
)


class Register:
    """The entries of these kinds that are more than drafts, and when each of them was adopted.

    `in_use` is false where there is none of any kind, or a file could not be read: then nothing is
    known, and the rules are silent.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._entries: dict[str, list[Record]] = {}
        found: list[Record] = []
        for record in world.plans.of_kind("registerplan"):
            kind = record.get("slag")
            if kind in KINDS:
                found.append(record)
                if record.get("status") not in NOT_YET:
                    self._entries.setdefault(kind, []).append(record)
        home = found[0].plan if found else None
        self._id = home.id if home is not None else None
        self._place = Place(home.path if home is not None else "", ("planregister",), key=True)
        self.in_use = bool(found) and not world.plans.incomplete

    def entries(self, kind: str) -> list[Record]:
        """Give the entries of a kind."""
        return self._entries.get(kind, [])

    def day(self, record: Record) -> date:
        """Give the day an entry was adopted by its vedtak, or the last day it can have been.

        Where only a month, a season or a year is known, that is the last day of it. Without a date it is the end of
        the year its period begins in (for a report the year after the one it is about), and without a period today:
        what is not known is not blamed.
        """
        period = parse_period(record.get("periode"))
        late = 1 if record.get("slag") == "internkontrollrapport" else 0
        guess = date(period.start.year + late, 12, 31) if period is not None else self._world.today
        adopted = adopted_when(record, self._world.plans)
        return adopted.last if adopted is not None else guess

    def newest(self, kind: str) -> tuple[date, Record] | None:
        """Give the newest entry of a kind by the day judged at, and its day."""
        rows = [(self.day(record), record) for record in self.entries(kind)]
        return max(rows, key=lambda row: row[0], default=None)

    def finding(self, code: str, message: Text, kind: str, version: Version) -> Finding:
        """Make a finding at the newest entry of a kind; where there is none, at the planregister."""
        hint = T(
            "Enter it in the planregister with «slag: {kind}» and «vedtak». Law: {law}.", kind=kind, law=version.cited
        )
        newest = self.newest(kind)
        if newest is not None:
            return Finding(code, newest[1].place(), message, hint, newest[1].id)
        return Finding(code, self._place, message, hint, self._id, "planregister")


def due_after_first_year(
    register: Register, world: World, kind: str, versions: Versions
) -> tuple[date, Version] | None:
    """Give the date something was due at the end of the year after the council was constituted.

    None when that day has not passed, when the council has adopted it, or when nothing is known.
    """
    here = council_at(world.config, world.today)
    if here is None or not register.in_use:
        return None
    _, start, tenure = here
    version, limit = version_at(versions, start), end_of_year_after(start)
    if version is None or world.today <= limit or any(register.day(item) in tenure for item in register.entries(kind)):
        return None
    return limit, version
