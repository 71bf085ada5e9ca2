"""Which kinds of record the rød tråd goes through, as the schemas say it: what leads up from each, and their order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

Names = frozenset[str]

_NOTHING: Mapping[str, Any] = MappingProxyType({})

SERVES, CONCERNS, MEASURES, THREATENS, INHERITS = "tjener", "gjelder", "måler", "truer", "arver"
"""The senses of a reference on the thread: to follow up what it names, to concern, measure or threaten it, to build
on it.

Others (`fordeler`, `fn`) say only that a change of the field is one of the thread.
"""

SHOWN_BELOW = frozenset({CONCERNS, THREATENS})
"""The senses of what is shown below what it names, though it follows nothing up."""

BESIDE = frozenset({*SHOWN_BELOW, MEASURES})
"""The senses of what stands beside the thread: it is shown there, and follows nothing up."""


class Inside(NamedTuple):
    """What standing inside a record means, by kind: what a kind so follows up, shows below it, and measures."""

    nesting: Mapping[str, Names] = _NOTHING
    shown: Mapping[str, Names] = _NOTHING
    measuring: Mapping[str, Names] = _NOTHING


_NOT_INSIDE = Inside()


class ThreadKinds:
    """The kinds of the thread; those of one family, as the levels of mål, are one kind in `fields` and the next two.

    `fields` gives by kind the fields that lead up, each with what it may name; `nesting` what a kind follows up by
    standing inside it; `shown` what is shown below a kind it stands in without following that up; `measuring` what a
    kind measures by standing inside it. `senses` gives the sense of each kind's fields; `political` the kinds that are
    adopted with their plan; `reported` those that units report on; `solvable` those that a tiltak may be for without
    leading to a goal, as a vedtak.
    """

    def __init__(
        self,
        fields: Mapping[str, Mapping[str, Names]] = _NOTHING,
        inside: Inside = _NOT_INSIDE,
        senses: Mapping[str, Mapping[str, str]] = _NOTHING,
        *,
        political: Names = frozenset(),
        reported: Names = frozenset(),
        solvable: Names = frozenset(),
        family: Mapping[str, str] = _NOTHING,
    ) -> None:
        self.fields = fields
        self.nesting, self.shown, self.measuring = inside.nesting, inside.shown, inside.measuring
        self.senses = senses
        self.political = political
        self.reported = reported
        self.solvable = solvable
        self.family = family

    def name(self, kind: str) -> str:
        """Give the name a kind has on the thread: its family's, else its own."""
        return self.family.get(kind, kind)

    def nests(self, kind: str, parent: str) -> bool:
        """Tell whether a record of a kind follows up what it stands in."""
        return self.name(parent) in self.nesting.get(self.name(kind), ())

    def shows(self, parent: str, kind: str) -> bool:
        """Tell whether a record of a kind is shown below what it stands in, without following it up."""
        return self.name(kind) in self.shown.get(self.name(parent), ())

    def measures(self, kind: str, parent: str) -> bool:
        """Tell whether a record of a kind measures what it stands in."""
        return self.name(parent) in self.measuring.get(self.name(kind), ())

    def has(self, kind: str) -> bool:
        """Tell whether a kind has a thread: it leads up or down, or stands beside what does."""
        return self.name(kind) in self._levels or self.stands_beside(kind)

    def stands_beside(self, kind: str) -> bool:
        """Tell whether a kind concerns, measures or threatens others without following them up."""
        return not BESIDE.isdisjoint(self.senses.get(kind, {}).values())

    def binds(self, kind: str, field: str) -> bool:
        """Tell whether a change of a field joins or cuts a thread."""
        return self.senses.get(kind, {}).get(field, CONCERNS) not in SHOWN_BELOW

    def is_first(self, kind: str) -> bool:
        """Tell whether a kind follows nothing up."""
        return self._levels.get(self.name(kind)) == 0

    def is_last(self, kind: str) -> bool:
        """Tell whether nothing can follow up a kind."""
        return self.name(kind) not in self._upper

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The kinds from the top of the thread and down: satsingsområde, innsatsområde, mål, strategi, and on."""
        return tuple(sorted(self._levels, key=self._levels.__getitem__))

    @cached_property
    def downwards(self) -> tuple[str, ...]:
        """The kinds that lead up by a field, from the top and down: strategi, oppdrag, tiltak."""
        return tuple(kind for kind in self.order if kind in self.fields)

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The kinds that tell how large a planverk is: those of the thread but for matters, and what measures them."""
        own = (kind for kind in self.order if kind not in self.solvable)
        measuring = (kind for kind, senses in self.senses.items() if MEASURES in senses.values())
        return (*own, *sorted(measuring))

    @cached_property
    def adopted(self) -> tuple[str, ...]:
        """The kinds of the thread that are adopted with their plan, from the top and down."""
        political = {self.name(kind) for kind in self.political}
        return tuple(kind for kind in self.order if kind in political)

    @cached_property
    def adopted_beside(self) -> tuple[str, ...]:
        """The kinds beside the thread that are adopted with their plan: handlingsregel, indikator."""
        return tuple(sorted(kind for kind in self.political if self.name(kind) not in self._levels))

    @cached_property
    def work(self) -> tuple[str, ...]:
        """The kinds of work, which lead up and are reported on: oppdrag, tiltak."""
        return tuple(kind for kind in self.downwards if kind in self.reported)

    @cached_property
    def heirs(self) -> tuple[str, ...]:
        """The kinds of plan that inherit goals."""
        return tuple(kind for kind, senses in self.senses.items() if INHERITS in senses.values())

    @cached_property
    def _uppers(self) -> dict[str, Names]:
        kinds = [*self.nesting, *self.fields]
        every = {kind: [*self.fields.get(kind, {}).values(), self.nesting.get(kind, frozenset())] for kind in kinds}
        return {kind: frozenset().union(*names) - {kind} for kind, names in every.items()}

    @cached_property
    def _upper(self) -> Names:
        return frozenset().union(*self._uppers.values())

    @cached_property
    def _levels(self) -> dict[str, int]:
        """How far down each kind is: the length of the longest way up from it."""
        levels: dict[str, int] = {}

        def level(kind: str) -> int:
            if kind not in levels:
                levels[kind] = 0  # a circle among kinds ends here
                levels[kind] = max((level(upper) + 1 for upper in self._uppers.get(kind, ())), default=0)
            return levels[kind]

        for kind in sorted([*self._upper, *self._uppers], key=lambda kind: (kind in self.shown, kind)):
            level(kind)
        return levels
