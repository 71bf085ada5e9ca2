"""Which records are exempt from public access.

Exempt is a record with `unntatt`, what stands in it, and the tiltak that solve it; of a report, what is said of such a
record. A file that marks something so, and cannot be read whole, is exempt as a whole: nobody knows what was marked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.law.openness import EXEMPT
from planctl.model.exempt import Hiding, label_of, says_exempt
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.source import Place
from planctl.values import dataclass

FEW = 5
"""A count of nothing but what is exempt is told from this number on: a smaller one could point at someone."""
_NONE: Mapping[str, str] = {}
_UNKNOWN_FIELD = "101"
_LIKE = ("unt", "unnt", "una", "unna", "skjerm", "grader", "fortrolig", "hemmeli", "exempt", "withheld")
"""How a name that is meant as the mark may begin."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is left out of a plan set, with what is said in its stead: by its `places`, and by the `ids` of records.

    `files` are left out whole.
    """

    places: Mapping[Place, str]
    ids: Mapping[str, str]
    files: frozenset[str] = frozenset()


def withheld(
    plans: PlanSet, hiding: Hiding, told: Iterable[Finding] = (), also: Mapping[str, str] = _NONE
) -> Withheld | None:
    """Find what is to be left out of a plan set; None where nothing is.

    `told` is what is wrong with its files, `also` are ids of records that are exempt, with what is said of them.
    """
    found = dict(_marked(plans, hiding, set(_slips(told)), also))
    if not found and not hiding.files:
        return None
    ids = {record.id: label for record, label in found.items() if record.id is not None}
    ids |= dict.fromkeys(hiding.ids - ids.keys(), EXEMPT)
    _follow(plans, found, ids)
    places = {Place(record.path, record.pointer): label for record, label in found.items()}
    for ref in plans.refs:
        if ref.place.key and isinstance(ref.place.at, tuple) and ref.target in ids:
            places.setdefault(Place(ref.place.path, ref.place.at), ids[ref.target])
    names = {name: label for record, label in found.items() for name in record.texts("tidligere_id")}
    names |= {record.id: label for record, label in found.items() if record.id is not None}
    return Withheld(places, names, hiding.files)


def _slips(told: Iterable[Finding]) -> Iterator[Place]:
    """Give the records with a field that no record has, and that looks like the mark."""
    for item in told:
        at = item.place.at
        if item.code == _UNKNOWN_FIELD and isinstance(at, tuple) and at and str(at[-1]).casefold().startswith(_LIKE):
            yield Place(item.place.path, at[:-1])


def _marked(
    plans: PlanSet, hiding: Hiding, slips: Collection[Place], also: Mapping[str, str]
) -> Iterator[tuple[Record, str]]:
    for record in plans.records:
        if says_exempt(record.fields):
            yield record, label_of(record.fields)
            continue
        names = (record.id, *record.texts("tidligere_id")) if also else ()
        label = next((also[name] for name in names if name is not None and name in also), None)
        slip = bool(slips) and Place(record.path, record.pointer) in slips
        if label is not None or slip or record.path in hiding.files:
            yield record, label or EXEMPT


def _follow(plans: PlanSet, found: dict[Record, str], ids: dict[str, str]) -> None:
    """Add what stands in the records found and what follows them up, as far as it goes."""
    steps = [ref for ref in plans.refs if ref.thread]
    size = -1
    while size != len(found):
        size = len(found)
        for ref in steps:
            if ref.target in ids:
                found.setdefault(ref.source, ids[ref.target])
        named = {record.id: label for record, label in found.items() if record.id is not None}
        for record in plans.records:  # what holds others comes before them
            if record.parent in found:
                found.setdefault(record, found[record.parent])
            elif record.id in named:  # written twice
                found.setdefault(record, named[record.id])
        ids |= {record.id: label for record, label in found.items() if record.id is not None}


def few(count: int) -> Text | int:
    """Say how many of something there are of which all is exempt: «under 5» for a few."""
    return T("under {n}", n=FEW) if count < FEW else count
