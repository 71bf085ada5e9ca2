"""What is written in reports: the opening, and the chapter on what the tjenesteområder and the units tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from recount.economy import Economy
from recount.judged import Count
from recount.node import Node
from recount.page import Row, headed, row
from recount.said import Entry, entries
from recount.scope import Scope
from recount.words import last_day, period, span

HEAD = ("Hva", "Enhet", "Status", "Framdrift", "Kommentar")
Told = set[tuple[str, str]]


def reports(scope: Scope) -> list[Node]:
    """List the reports on periods that ended in the scope's own: the whole's, then unit by unit."""
    found = []
    for report in scope.source.of("rapportering"):
        end, unit = last_day(report.text("periode")), _unit(scope, report)
        mine = unit is not None and scope.covers(unit)
        mine = mine or (scope.unit is None and report.text("gjelder") == "kommunen")
        if mine and end and scope.since <= end <= scope.end:
            place = scope.source.units.index(unit) if unit else -1
            found.append((place, end, last_day(report.text("levert")) or end, report.path, report))
    return [one[-1] for one in sorted(found, key=lambda one: one[:4])]


def opening(count: Count) -> Iterator[tuple[str, Iterator[Row]]]:
    """Write what is proposed, and the introduction."""
    scope = count.scope
    yield from opening_of(scope, [one for one in reports(scope) if last_day(one.text("periode")) == scope.end])


def opening_of(scope: Scope, found: list[Node]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Write the opening of some reports, by the titles of its chapters."""
    points = [point for one in found for point in one.texts("forslag_til_vedtak")]
    if points:
        yield "Forslag til vedtak", (row(f"{number}. {point}") for number, point in enumerate(points, 1))
    parts = [part for one in found for part in _parts(one.text("innledning"))]
    if parts:
        leaders = [node.title for node in scope.source.of("rolle") if _leads(node, scope.end)]
        yield "Innledning", map(row, [*parts, *(f"*{name}*" for name in leaders[:1])])


def chapter(count: Count, economy: Economy) -> Iterator[tuple[str, Iterator[Row]]]:
    """Write the chapter, where there is anything to tell."""
    scope = count.scope
    found = list(_rows(scope, reports(scope), _told(count, economy), _explained(economy)))
    if found:
        yield "Tjenesteområdene", iter(found)


def rows(scope: Scope, found: list[Node]) -> Iterator[Row]:
    """Write the chapter of a month's report: explanations stand among its deviations."""
    explained = {
        (unit.id if (unit := _unit(scope, one)) else "", (one.fields.get("økonomi") or {}).get("forklaring") or "")
        for one in found
    }
    yield from _rows(scope, found, set(), explained)


def _told(count: Count, economy: Economy) -> Told:
    """Give what other chapters tell of single records."""
    found = {(one.node.id, said) for one in count.deviations for said in (one.cause, one.corrective, one.comment)}
    for goal in (node for _, goals in count.areas for node in goals):
        found |= {(goal.id, entry.text("kommentar")) for entry in count.scope.judgements(goal).values()}
    return found


def _explained(economy: Economy) -> Told:
    return {
        (unit.id, fields.get("forklaring") or "")
        for unit, (_, fields) in economy.told.items()
        if economy.deviates(unit)
    }


def _rows(scope: Scope, found: list[Node], told: Told, explained: Told) -> Iterator[Row]:
    comments = _comments(scope, found, told)
    areas: list[str | None] = [None, *scope.source.areas, ""]
    for area in areas:
        here = [one for one in found if _place(scope, _unit(scope, one)) == area]
        above = [one for one in here if _above(scope, one)]
        rest = [one for one in here if one not in above]
        said = list(_all_said(scope, [*above, *rest], explained))
        table = list(headed(HEAD, (line for place, line in comments if place == area)))
        if said or table:
            name = "Hele kommunen" if area is None else area or "Utenfor tjenesteområdene"
            yield row(f"### {name}")
            yield from said
            yield from table


def _all_said(scope: Scope, found: list[Node], explained: Told) -> Iterator[Row]:
    """Write what reports say, each begun with whose it is where that is another than before."""
    before = ""
    for one in found:
        begun, parts = _said(scope, one, explained)
        for number, part in enumerate(parts):
            yield row(part if number or begun == before else begun + part)
        before = begun if parts else before


def _said(scope: Scope, report: Node, explained: Told) -> tuple[str, list[str]]:
    unit, end = _unit(scope, report), last_day(report.text("periode"))
    name = unit.title if unit else scope.source.config["kommune"]["navn"]
    late = "" if end == scope.end else f" ({period(report.text('periode'))})"
    begun = "" if _above(scope, report) and not late else f"**{name}{late}.** "
    why = (report.fields.get("økonomi") or {}).get("forklaring") or ""
    parts = [*_parts(report.text("sammendrag")), *_parts(report.text("omtale"))]
    if (unit.id if unit else "", why) not in explained:
        first, *rest = _parts(why) or [""]
        parts += [f"*Økonomi:* {first}", *rest] if first else []
    return begun, parts


def _comments(scope: Scope, found: list[Node], told: Told) -> list[tuple[str | None, Row]]:
    """List what is said of single records, with the place of each: a unit's last word on a record."""
    last: dict[tuple[str, Node | None], tuple[int, Entry, tuple[str, ...]]] = {}
    places = {one.path: number for number, one in enumerate(found)}
    ids = dict.fromkeys(
        id_
        for one in scope.source.of("rapportering")
        for kind in ("tiltak", "oppdrag", "mål")
        for id_ in one.fields.get(kind) or {}
    )
    for id_ in ids:
        for entry in entries(scope.source).get(id_, []):
            words = tuple(entry.text(name) for name in ("kommentar", "årsak", "korrigerende"))
            kept = tuple("" if (id_, said) in told else said for said in words)
            if entry.order[2] in places and any(kept):
                last[id_, entry.unit] = places[entry.order[2]], entry, kept
    rows = sorted(last.items(), key=lambda item: item[1][0])
    return [(_place(scope, entry.unit), _comment(scope, id_, entry, kept)) for (id_, _), (_, entry, kept) in rows]


def _comment(scope: Scope, id_: str, entry: Entry, kept: tuple[str, ...]) -> Row:
    node = scope.source.by_id[id_]
    said = [kept[0], f"*Årsak:* {kept[1]}" if kept[1] else "", f"*Korrigerende tiltak:* {kept[2]}" if kept[2] else ""]
    done = entry.said.get("framdrift")
    return (
        node.label + (" (oppdrag)" if node.kind == "oppdrag" else ""),
        entry.unit.title if entry.unit else scope.source.config["kommune"]["navn"],
        (entry.text("status") or entry.text("måloppnåelse")).capitalize() or "–",
        f"{done} %" if done is not None else "–",
        " ".join(filter(None, said)),
    )


def _unit(scope: Scope, report: Node) -> Node | None:
    return scope.source.get(report.text("virksomhet") or report.text("gjelder"))


def _place(scope: Scope, unit: Node | None) -> str | None:
    """Name the tjenesteområde of a unit; None of the whole municipality."""
    return None if unit is None else scope.source.area(unit)


def _above(scope: Scope, report: Node) -> bool:
    unit = _unit(scope, report)
    return unit is None or unit.kind == "tjenesteområde"


def _parts(text: str) -> list[str]:
    return [" ".join(part.split("\n")).strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _leads(role: Node, day: dt.date) -> bool:
    first, last = span(role.text("fra")), span(role.text("til"))
    there = (first is None or first[0] <= day) and (last is None or last[1] >= day)
    return str(role.fields.get("ledernivå")) == "1" and there
