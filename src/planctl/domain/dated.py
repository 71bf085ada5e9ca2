"""Something with a date that a layer of the calendar shows: a deadline, a hearing, a meeting, a step of a process."""

from __future__ import annotations

from planctl.model.period import When
from planctl.model.record import Record
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Dated:
    """A record at a time, in a layer.

    `layer` is the layer's name as the schemas write it (bokmål, plural: `frister`), `ring` the ring it is drawn in
    (`politisk`, `administrativ`, or nothing), `word` what the date is to the record, in bokmål (`frist`); nothing for
    an activity, whose title says it.
    """

    record: Record
    when: When
    layer: str
    ring: str = ""
    word: str = ""
