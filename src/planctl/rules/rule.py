"""What a rule is: its code, its words, its source, and how it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from planctl.config import Config
from planctl.diagnostic import Finding, Severity
from planctl.graph import Graph
from planctl.i18n import Text
from planctl.load.repository import Gap, no_gap
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.reporting import Reporting
from planctl.rules.thread import Thread
from planctl.source import Fix, Place
from planctl.world import no_history

if TYPE_CHECKING:
    from planctl.history import History


@dataclass(frozen=True, slots=True)
class Context:
    """What rules may look at: the plan set, its graph, the settings, the date judged at, the reports.

    `before` is the plan set as it was at the revision it is held against, where there is one;
    `history` opens what git knows of the plans, None outside git; `before_history` what it knew at that revision.
    `gap` tells why git does not know all.
    """

    plans: PlanSet
    graph: Graph
    config: Config
    today: date
    before: PlanSet | None = None
    history: Callable[[], History | None] = no_history
    before_history: Callable[[], History | None] = no_history
    gap: Callable[[], Gap | None] = no_gap
    reporting: Reporting = field(init=False)
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        """Share one reading of all reports, and of the thread, between the rules."""
        object.__setattr__(self, "reporting", Reporting(self.plans, self.graph))
        object.__setattr__(self, "thread", Thread(self.plans, self.graph, self.today))


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a rule finds fault with, and the same file mended.

    Both are laid over the small municipality in the tests; `also` holds other files needed,
    `renamed` is the mended file's path where the fault is in the name. `needs` are the codes of
    other rules that must run for this one to judge. `before` is the file as it was, for a rule that
    judges a change.
    """

    path: str
    bad: str | bytes
    good: str | bytes
    also: dict[str, str] = field(default_factory=dict)
    renamed: str = ""
    needs: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `each` judges one record of the kinds in `visits`, `whole` the plan set.

    Rules with neither are raised where files are loaded. `fri` is the severity in the profile
    `fri` where it differs. `source` names the seed's section or the paragraph of law. `private` tells that what it
    finds is personal, so that no output shows it again. `habit` tells that
    one choice, made once for a whole plan, gives a finding in every record: the text for people then
    tells them together.
    """

    code: str
    slug: str
    severity: Severity
    title: str
    source: str
    example: Example
    visits: tuple[str, ...] = ()
    each: Callable[[Record, Context], Iterable[Finding]] | None = None
    whole: Callable[[Context], Iterable[Finding]] | None = None
    fri: Severity | None = None
    habit: bool = False
    private: bool = False
    explanation: str = ""


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
