"""A record that has lost its `id`: which record it is, and where it is referred to, told in one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from planctl.findings.diagnostic import Finding
from planctl.i18n import T, Text
from planctl.load.schema.annotations import Ref
from planctl.source import Place
from planctl.world import World

_SHOWN = 3
_LOSING = frozenset({"001", "003"})
"""The findings of a file in which the beginning of a record may be lost with its id."""


def with_lost_ids(world: World) -> Iterator[Finding]:
    """Yield the findings of loading; one on a lost id says what it is most likely, and who refers to it."""
    by_id: dict[str, list[Ref]] = {}
    told = False
    for ref in world.plans.refs if world.graph.unnamed else ():
        if ref.target in world.graph.unnamed:
            by_id.setdefault(ref.target, []).append(ref)
    for finding in world.loaded.findings:
        if not by_id:
            yield finding
        elif finding.code == "103" and finding.field == "id":
            yield _missing(world, finding, by_id)
        elif finding.code in _LOSING and len(by_id) == 1 and not told:
            told = True
            ((id_, refs),) = by_id.items()
            hint = T("{hint} The id «{id}» may be lost here; references to it: {count}.",
                     hint=finding.help or "", id=id_, count=len(refs))  # fmt: skip
            yield replace(finding, help=hint, related=(*finding.related, *_places(refs)))
        else:
            yield finding


def _missing(world: World, finding: Finding, by_id: dict[str, list[Ref]]) -> Finding:
    record = next(
        (one for one in world.plans.records if one.path == finding.place.path and one.pointer == finding.place.at), None
    )
    if record is None:
        return finding
    fitting = {id_: refs for id_, refs in by_id.items() if any(record.kind in ref.reference.kinds for ref in refs)}
    if not fitting:
        return finding
    message = T("«{title}» has no id", title=record.title or record.kind)
    related = _places(ref for refs in fitting.values() for ref in refs)
    if len(fitting) > 1:
        ids = ", ".join(sorted(fitting)[:_SHOWN])
        hint = T("Write the one of these ids that is its own: {ids}. No record has them, and they are referred to.",
                 ids=ids)  # fmt: skip
        return replace(finding, message=message, help=hint, related=related)
    ((id_, refs),) = fitting.items()
    hint = T("Write «id: {id}»: no record has it, and the references to it are {count}.", id=id_, count=len(refs))
    return replace(finding, message=message, help=hint, related=related)


def _places(refs: Iterable[Ref]) -> tuple[tuple[Place, Text], ...]:
    return tuple((ref.place, T("it is referred to here")) for ref in list(refs)[:_SHOWN])
