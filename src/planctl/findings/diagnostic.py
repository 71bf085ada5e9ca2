"""Findings and diagnostics: everything that can be wrong with a plan is a value of these types."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from planctl.i18n import Text
from planctl.source import Edit, Fix, Location, Place
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.model.record import Record


class Severity(StrEnum):
    """How grave a diagnostic is; `OFF` means that the rule does not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Order by gravity: 3 for error, 0 for off."""
        return ("off", "info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule or the loader found, before its place is made exact and its severity set.

    `more` is 0, but for the one that stands for the many further findings of its rule in its file: their number.
    """

    code: str
    place: Place
    message: Text
    help: Text | None = None
    record: str | None = None
    field: str | None = None
    related: tuple[tuple[Place, Text], ...] = ()
    fix: Fix | None = None
    more: int = 0


def finding(
    code: str,
    record: Record,
    message: Text,
    *at: str | int,
    help: Text | None = None,  # noqa: A002
    related: Iterable[tuple[Place, Text]] = (),
    fix: Fix | None = None,
) -> Finding:
    """Make a finding at a field of a record; at the record's `id` key when the field is absent."""
    name = str(at[0]) if at else None
    return Finding(code, record.place(*at), message, help, record.id, name, tuple(related), fix)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a diagnostic."""

    location: Location
    message: Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with exact place, severity and source, ready to be shown; `more` as of a finding.

    `habit` tells that its rule is one that a single choice may break in many records, `private` that what stands
    at the place is personal and is not shown again.
    """

    code: str
    slug: str
    severity: Severity
    message: Text
    location: Location
    help: Text | None
    source: str
    record: str | None = None
    field: str | None = None
    related: tuple[Related, ...] = ()
    edit: Edit | None = None
    more: int = 0
    habit: bool = False
    private: bool = False
