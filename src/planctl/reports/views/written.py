"""What was written for a report, beside its figures: the municipality's own words, and what each unit tells."""

from __future__ import annotations

from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """A text of a report: whose it is, in which field it stands, and its paragraphs.

    `unit` is the name of the municipality in a report for all; `period` is given where it is another than the report's.
    `above` tells that it is a tjenesteområde's own, or the municipality's.
    """

    unit: str
    area: str
    above: bool
    whole: bool
    period: str | None
    field: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What a unit said of a tiltak, an oppdrag or a mål, where no other table of the report has it."""

    kind: str
    number: str
    title: str
    unit: str
    area: str
    whole: bool
    status: str | None
    progress: int | None
    comment: str | None
    cause: str | None
    corrective: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """All of it: `proposals` and `introduction` are the municipality's, `leader` the role that speaks in them."""

    municipality: str
    proposals: tuple[str, ...]
    introduction: tuple[str, ...]
    leader: str
    voices: tuple[Voice, ...]
    comments: tuple[Comment, ...]
    areas: tuple[str, ...]

    @property
    def has_areas(self) -> bool:
        """Whether the municipality has tjenesteområder."""
        return bool(self.areas)
