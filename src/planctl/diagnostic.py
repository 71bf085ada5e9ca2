"""Findings and diagnostics: everything that can be wrong with a plan is a value of these types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planctl.i18n import Text
from planctl.source import Edit, Fix, Location, Place


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
