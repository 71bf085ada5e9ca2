"""The dates of contracts that must be worked out: the last day with the options that are taken, and options' deadlines.

The follow-up stands there by the schema (`x-årshjul`).
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kontrakt.contracts import contracts
from planctl.domain.dated import Dated
from planctl.model.period import when
from planctl.world import World

LAYERS = ("kontrakter",)


def dates(world: World) -> Iterator[Dated]:
    """Yield the end of each contract that is not over, and the deadline of each option that nobody has decided."""
    for contract in contracts(world):
        if contract.is_over:
            continue
        days = [(contract.end, "utløp")]
        days += [(contract.due(option), "opsjonsfrist") for option in contract.options if option.decided is None]
        for day, word in days:
            time = when(day.isoformat()) if day is not None else None
            if time is not None:
                yield Dated(contract.record, time, "kontrakter", "administrativ", word)
