"""A computed judgement beside the reported one, with its reason in words."""

from __future__ import annotations

from planctl.domain.judgement.course import Course
from planctl.i18n import Text
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is computed of a record, what was reported of it (None: nothing), and why it is not good."""

    course: Course
    said: Course | None = None
    reason: Text | None = None

    @property
    def word(self) -> str:
        """The computed status, in the words of oppdrag and tiltak."""
        return self.course.word

    @property
    def goal_word(self) -> str:
        """The computed judgement, in the words of mål."""
        return self.course.goal_word

    @property
    def differs(self) -> bool:
        """Whether something else was reported."""
        return self.said is not None and self.said is not self.course

    @property
    def contradicts(self) -> bool:
        """Whether what was reported is good, and what is computed is not."""
        if self.said is None or self.said < Course.I_RUTE:
            return False
        return self.course is Course.FORSINKET or self.course < self.said is Course.FULLFØRT

    @property
    def understates(self) -> bool:
        """Whether what was reported is bad, and what is computed is good."""
        return self.said is Course.FORSINKET and self.course >= Course.I_RUTE
