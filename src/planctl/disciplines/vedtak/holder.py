"""One mistake, one finding: what is wrong with several punkter, because of what their vedtak says, is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planctl.domain.follow_up import FollowUp
from planctl.i18n import T, Text
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """The record that is to be corrected, and what of it is followed up and concerned, in the order of the file."""

    record: Record
    items: tuple[FollowUp, ...]

    def related(self, field: str) -> list[tuple[Place, Text]]:
        """Point at the punkter that a vedtak's own field speaks for."""
        return [
            (item.record.place(field), T("concerns «{title}»", title=item.record.title))
            for item in self.items
            if item.record is not self.record
        ]


def by_holder(items: Iterable[FollowUp], field: str) -> Iterator[Holder]:
    """Yield where a field stands that some items have: at the punkt itself, else at its vedtak."""
    found: dict[Record, list[FollowUp]] = {}
    for item in items:
        own = item.record.get(field) is not None or item.vedtak.get(field) is None
        found.setdefault(item.record if own else item.vedtak, []).append(item)
    return (Holder(record, tuple(held)) for record, held in found.items())


def lacking(items: Iterable[FollowUp], field: str) -> Iterator[Holder]:
    """Yield where a field is missing that is to be written: the vedtak, when none of its open punkter has it."""
    found: dict[Record, list[FollowUp]] = {}
    for item in items:
        found.setdefault(item.vedtak, []).append(item)
    for vedtak, open_ones in found.items():
        without = [item for item in open_ones if not item.get(field)]
        if len(without) > 1 and len(without) == len(open_ones):
            yield Holder(vedtak, tuple(without))
        else:
            yield from (Holder(item.record, (item,)) for item in without)
