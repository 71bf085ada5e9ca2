"""What follows from changes in the graph: who loses the rød tråd, and who still refers to what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from planctl.diff.change import Change, Consequence, Kind
from planctl.diff.compare import Pairs
from planctl.diff.follow_up import with_follow_up
from planctl.diff.renames import with_renames
from planctl.findings.diagnostic import Severity
from planctl.graph import Graph
from planctl.i18n import T, Term, Text, Tn
from planctl.model.record import Record
from planctl.world import World

_CUTS = (Kind.REMOVED, Kind.MOVED, Kind.THREAD_CUT)
_SHOWN = 5


def with_consequences(changes: Iterable[Change], pairs: Pairs, base: World, head: World) -> list[Change]:
    """Give every change what follows from it; one that cuts a thread or leaves others in the air is grave."""
    found = with_follow_up(with_renames(list(changes), pairs.now), base, head)
    if not any(change.kind in (*_CUTS, Kind.RENAMED) for change in found):
        return found
    lost = _lost(pairs, base, head)
    former = {new: old for old, new in pairs.now.items()}
    causes: dict[str, list[Record]] = {}
    for old, record in lost:
        causes.setdefault(old.name, []).append(record)
        for above in base.graph.ancestors(old):
            causes.setdefault(above.name, []).append(record)
    broken: dict[str, set[Record]] = {}
    for item in head.graph.broken:
        broken.setdefault(item.ref.target, set()).add(item.ref.source)

    def judged(change: Change) -> Change:
        return _one(change, causes.get(former.get(change.record, change.record), []), broken, base, head)

    return [judged(change) for change in found]


def _one(change: Change, cut: list[Record], broken: dict[str, set[Record]], base: World, head: World) -> Change:
    consequences = []
    if change.kind in _CUTS and cut:
        consequences.append(Consequence(_cut_words(cut, head), tuple(record.name for record in cut)))
    gone = change.record if change.kind is Kind.REMOVED else change.old if change.kind is Kind.RENAMED else None
    if isinstance(gone, str):
        left = _still(gone, base.graph, head, broken)
        if left:
            message = Tn(
                "{records} still refers to «{id}»", "{records} still refer to «{id}»",
                len(left), records=_counted(left, head), id=gone,
            )  # fmt: skip
            consequences.append(Consequence(message, tuple(record.name for record in left), gone))
    if not consequences:
        return change
    return replace(change, consequences=(*change.consequences, *consequences), weight=Severity.ERROR)


def together(change: Change, inside: Iterable[Change], head: World) -> list[Text]:
    """Say what follows from a record that is removed with those inside it, each consequence once."""
    rows = [item for one in inside for item in one.consequences]
    if not rows:
        return [item.message for item in change.consequences]
    rows += change.consequences
    cut = _named((name for item in rows if item.gone is None for name in item.records), head)
    left = _named((name for item in rows if item.gone is not None for name in item.records), head)
    said = [_cut_words(cut, head)] if cut else []
    if left:
        message = Tn(
            "{records} still refers to what is removed", "{records} still refer to what is removed",
            len(left), records=_counted(left, head),
        )  # fmt: skip
        said.append(message)
    return [*(item.message for item in change.consequences if not item.records), *said]


def _named(names: Iterable[str], head: World) -> list[Record]:
    return [record for name in dict.fromkeys(names) if (record := head.plans.get(name)) is not None]


def _lost(pairs: Pairs, base: World, head: World) -> list[tuple[Record, Record]]:
    """Give the records, as they were and are, that reached a goal in base and reach none in head."""
    held, holds = _anchored(base), _anchored(head)
    found = []
    for kind in base.plans.thread.downwards:
        for old in base.plans.of_kind(kind):
            if old not in held or old.id is None:
                continue
            new = head.plans.get(pairs.now.get(old.id, old.id))
            if new is not None and new.kind == kind and new not in holds:
                found.append((old, new))
    return found


def _anchored(world: World) -> set[Record]:
    """Give the identities of the records from which the thread leads up to a goal."""
    seen = set(world.plans.of_kind("mål"))
    queue = list(world.plans.of_kind("mål"))
    for here in queue:
        for below in world.graph.children(here):
            if below not in seen:
                seen.add(below)
                queue.append(below)
    return seen


def _still(gone: str, graph: Graph, head: World, broken: dict[str, set[Record]]) -> list[Record]:
    """Give the records of head that refer to an id that is no more, as they did in base."""
    old = graph.plans.get(gone)
    if old is None or gone in head.plans.by_id or gone not in broken:
        return []
    found = (head.plans.get(source.id) for _, source in graph.refs_to(old))
    return list({record: record for record in found if record is not None and record in broken[gone]}.values())


def _cut_words(hit: list[Record], head: World) -> Text:
    units = _owners(hit, head)
    if not units:
        return Tn("{records} loses the rød tråd", "{records} lose the rød tråd", len(hit), records=_counted(hit, head))
    shown: list[str | Text] = list(units[:_SHOWN])
    if len(units) > _SHOWN:
        shown.append(T("{n} more", n=len(units) - _SHOWN))
    return Tn(
        "{records} loses the rød tråd; this affects {units}", "{records} lose the rød tråd; this affects {units}",
        len(hit), records=_counted(hit, head), units=shown,
    )  # fmt: skip


def _owners(hit: list[Record], head: World) -> list[str]:
    """Give the titles of the units and roles that answer for records, or are given them."""
    found: dict[str, None] = {}
    for record in hit:
        for name in (*record.texts("ansvarlig"), *record.texts("til")):
            owner = head.plans.get(name)
            found[owner.title if owner is not None else name] = None
    return list(found)


def _counted(records: Iterable[Record], head: World) -> list[Text]:
    """Count records by kind, as «4 strategier, 9 oppdrag og 31 tiltak»."""
    counts = Counter(record.kind for record in records)
    known = head.plans.thread.downwards
    order = sorted(counts, key=lambda kind: known.index(kind) if kind in known else len(known))
    return [T("{n} {kind}", n=counts[kind], kind=Term(kind, plural=counts[kind] != 1)) for kind in order]
