"""A loaded repository: its plan set, graph, thread, status reports and date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

from planctl.config import Config
from planctl.domain.status_reports import StatusReports
from planctl.domain.thread import Thread
from planctl.domain.withheld import Withheld, withheld
from planctl.domain.work import Bonds
from planctl.fn import GoalBook, load_goals
from planctl.graph import Graph
from planctl.load.files.repository import Gap, no_gap
from planctl.load.files.tree import Tree
from planctl.load.loader import Loaded, Memo, load
from planctl.load.schema.schema_book import SchemaBook
from planctl.load.yaml.positions import Locator
from planctl.model.planset import PlanSet
from planctl.resources import Disciplines
from planctl.values import dataclass

if TYPE_CHECKING:
    from planctl.history import History


def no_history() -> History | None:
    """Know nothing of the past, as outside git."""
    return None


@dataclass(frozen=True, slots=True)
class World:
    """A loaded repository: its plan set, graph and date; what every command works on, and what rules may look at.

    `history` opens what git knows of the plans, None outside git; `gap` tells why git does not know all.
    `before` is the repository as it was at the revision it is held against, where there is one.
    `thread`, `status_reports` and `bonds` (what binds whom today) are read once, and shared by all who ask.

    Where something is exempt from public access, `withheld` tells what, and the texts of it are left out of `plans`;
    `whole` is then the same repository with all its texts, which only the rules see.
    """

    plans: PlanSet
    graph: Graph
    today: date
    locator: Locator
    loaded: Loaded
    history: Callable[[], History | None] = no_history
    gap: Callable[[], Gap | None] = no_gap
    before: World | None = None
    withheld: Withheld | None = None
    whole: World | None = None
    thread: Thread = field(init=False)
    status_reports: StatusReports = field(init=False)
    bonds: Bonds = field(init=False)

    def __post_init__(self) -> None:
        """Share one reading of all reports, and of the thread; both read when they are first asked."""
        object.__setattr__(self, "thread", Thread(self.plans, self.graph, self.today))
        object.__setattr__(self, "status_reports", StatusReports(self.plans, self.graph))
        object.__setattr__(self, "bonds", Bonds(self.plans, self.graph, self.today))

    @property
    def judged(self) -> World:
        """The world that rules look at: with all texts, and with the findings and exemptions that this one has."""
        if self.whole is None:
            return self
        mine, other = self.loaded, self.whole.loaded
        if mine.findings is other.findings and mine.exemptions is other.exemptions:
            return self.whole
        return replace(self.whole, loaded=replace(mine, plans=self.whole.plans))

    @property
    def book(self) -> SchemaBook:
        """The schemas the repository was read by."""
        return self.loaded.book

    @property
    def disciplines(self) -> Disciplines:
        """Where rules, chapters, documents and dates of disciplines are found: beside the schemas."""
        return self.loaded.book.disciplines

    @property
    def config(self) -> Config:
        """The repository's settings."""
        return self.plans.config


def open_world(  # noqa: PLR0913  (what a run is told from outside)
    tree: Tree,
    today: date | None,
    clock: Callable[[], date],
    book: SchemaBook | None = None,
    memo: Memo | None = None,
    history: Callable[[], History | None] = no_history,
    gap: Callable[[], Gap | None] = no_gap,
    *,
    intern: bool = False,
    also: Mapping[str, str] | None = None,
) -> World:
    """Load a tree; judge at `today`, else at the date planctl.yaml pins, else at the clock's.

    `history` opens what git knows of the tree, when a rule asks for it; `gap` tells why it does not know all.
    What is exempt from public access is left out unless the one who asks works for the municipality (`intern`); `also`
    are ids that are exempt in a later version of the plans, with what is said of them.
    """
    loaded = load(tree, book or SchemaBook(), memo)
    goals = load_goals()
    day = today or loaded.plans.config.pinned or clock()
    whole = World(loaded.plans, Graph(loaded.plans, goals), day, loaded.locator, loaded, history, gap)
    hidden = None if intern else withheld(loaded.plans, loaded.hiding, loaded.findings, also or {})
    return whole if hidden is None else _shown(whole, hidden, goals)


def _shown(whole: World, hidden: Withheld, goals: GoalBook) -> World:
    """Give a world without the texts of what is exempt from public access."""
    from planctl.domain.masked_plans import without

    plans = without(whole.plans, hidden, whole.book, goals)
    loaded = replace(whole.loaded, plans=plans)
    return replace(whole, plans=plans, graph=Graph(plans, goals), loaded=loaded, withheld=hidden, whole=whole)
