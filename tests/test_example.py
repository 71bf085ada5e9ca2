"""The example is whole, and every single-line damage to it is found, at the right place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

import pytest

from planctl.check.pipeline import Choice, check
from planctl.domain.person_names import UNKNOWN_OWNER
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.load.files.tree import WorkTree
from planctl.load.loader import Memo
from planctl.model.record import Record
from planctl.world import World, open_world
from support import EXAMPLE, TODAY, MemoryTree, book, places

_MEMO: Memo = {}
T = TypeVar("T")


@cache
def files() -> dict[str, bytes]:
    """Every file of the example that planctl reads."""
    tree = WorkTree(EXAMPLE)
    found = {entry.path: tree.read(entry.path) for entry in tree.walk().files}
    return found | {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*.csv")}


def opened(changed: dict[str, bytes | None]) -> World:
    """Load the example with some files changed; unchanged files are loaded once for all tests."""
    mixed: dict[str, str | bytes | None] = {**files(), **changed}
    return open_world(MemoryTree(mixed), None, lambda: TODAY, book(), _MEMO)


@cache
def whole() -> World:
    """Load the example as it is."""
    return opened({})


@cache
def standing() -> Counter[tuple[str, str, str]]:
    """What is found in the example as it is."""
    return _count(check(whole()))


def _count(found: list[Diagnostic]) -> Counter[tuple[str, str, str]]:
    return Counter((item.code, item.record or item.location.path, str(item.message.params)) for item in found)


def new_errors(changed: dict[str, bytes | None]) -> list[Diagnostic]:
    """Return the errors of the changed example that the whole one does not have."""
    return [item for item in check(opened(changed)) if item.severity is Severity.ERROR]


def _lines(path: str) -> list[str]:
    return files()[path].decode().splitlines(keepends=True)


def _line_of(record: Record, *field: str) -> int:
    return whole().locator.locate(record.place(*field)).span.line


def _without(path: str, line: int) -> dict[str, bytes | None]:
    rows = _lines(path)
    del rows[line - 1]
    return {path: "".join(rows).encode()}


def measures() -> list[Record]:
    """Every tiltak of the example that is more than an idea."""
    return [item for item in whole().plans.of_kind("tiltak") if item.get("status") != "idé"]


def test_it_has_no_errors_and_a_handful_of_honest_warnings() -> None:
    found = check(whole())
    levels = Counter(item.severity for item in found)
    assert levels[Severity.ERROR] == 0, places(found)
    assert 3 <= levels[Severity.WARNING] <= 40


def test_it_holds_a_whole_municipality() -> None:
    kinds, plans = whole().plans.kinds, whole().plans
    assert kinds["tjenesteområde"] == 7
    assert 30 <= kinds["virksomhet"] <= 40
    assert kinds["satsingsområde"] == 8
    assert kinds["delmål"] >= 60
    assert sum(item.plan.kind == "kommuneplan" for item in plans.of_kind("strategi")) >= 120
    assert kinds["temaplan"] == 6
    assert kinds["oppdrag"] >= 100
    assert sum(item.get("bånd") is not None for item in plans.of_kind("indikator")) >= 60
    assert kinds["virksomhetsplan"] >= 30
    assert kinds["tiltak"] >= 300
    assert kinds["aktivitet"] >= 26
    assert plans.config.priority_goals == ("3", "4", "9", "11", "13", "17")
    climate = next(item for item in plans.of_kind("temaplan") if item.id == "tp-klima")
    assert len(climate.get("innsatsområder")) == 6


def test_no_two_tiltak_are_alike() -> None:
    titles = Counter(re.sub(r"\W+", " ", item.title).casefold() for item in whole().plans.of_kind("tiltak"))
    assert [title for title, count in titles.items() if count > 1] == []


def batches(rows: Iterable[T], path_of: Callable[[T], str]) -> list[list[T]]:
    """Deal rows into batches with at most one of each file, so that one check tries many damages."""
    dealt: list[list[T]] = []
    turn: Counter[str] = Counter()
    for row in rows:
        number = turn[path_of(row)]
        turn[path_of(row)] += 1
        if number == len(dealt):
            dealt.append([])
        dealt[number].append(row)
    return dealt


@pytest.mark.parametrize(("field", "code"), [("frist", "301"), ("ansvarlig", "302")])
def test_a_deleted_line_gives_one_new_error_at_the_tiltak(field: str, code: str) -> None:
    """Every tiltak is damaged once, one in each virksomhetsplan at a time."""
    tried = 0
    for batch in batches(measures(), lambda record: record.path):
        damage: dict[str, bytes | None] = {}
        for record in batch:
            line = _line_of(record, field)
            assert _lines(record.path)[line - 1].strip().startswith(f"{field}:"), record
            damage.update(_without(record.path, line))
        found = [(item.code, item.record, item.location.path, item.location.span.line) for item in new_errors(damage)]
        assert sorted(found) == sorted((code, record.id, record.path, _line_of(record)) for record in batch)
        tried += len(batch)
    assert tried == len(measures()) >= 300


def _scalar_refs() -> Iterator[tuple[Record, str, int, int, str, str]]:
    """Yield a spread of references in the plans: record, field, line, column, id as written, code where it is unknown.

    What a plan says of its vedtak is left out: the register says it too (816).
    """
    for number, ref in enumerate(whole().plans.refs):
        if (
            number % 37 == 0
            and not ref.place.key
            and ref.place.path.endswith(".yaml")
            and isinstance(ref.place.at, tuple)
            and ref.field != "organ"
        ):
            span = whole().locator.locate(ref.place).span
            code = "303" if ref.reference.unknown_rule == UNKNOWN_OWNER else "201"
            yield ref.source, ref.field, span.line, span.column, ref.target, code


def _with(path: str, line: int, column: int, old: str, new: str) -> dict[str, bytes | None]:
    rows = _lines(path)
    row = rows[line - 1]
    start = row.index(old, column - 1)
    rows[line - 1] = row[:start] + new + row[start + len(old) :]
    return {path: "".join(rows).encode()}


def test_a_reference_to_nothing_is_found_where_it_stands() -> None:
    tried = 0
    for batch in batches(_scalar_refs(), lambda row: row[0].path):
        damage: dict[str, bytes | None] = {}
        expected = []
        for record, _, line, column, target, code in batch:
            damage.update(_with(record.path, line, column, target, "finnes.ikke.her"))
            expected.append((code, record.path, line))
        found = [(item.code, item.location.path, item.location.span.line) for item in new_errors(damage)]
        assert sorted(found) == sorted(expected)
        tried += len(batch)
    assert tried > 60


def test_a_reference_to_the_wrong_kind_is_found_where_it_stands() -> None:
    wrong = {
        "løser": "klima.d1",
        "følger_opp": "veg-og-trafikk",
        "bidrar_til": "hp2021.o1",
        "måler": "hp2021.o1",
        "til": "klima.d1",
    }
    rows = [row for row in _scalar_refs() if row[1] in wrong]
    for batch in batches(rows, lambda row: row[0].path):
        damage: dict[str, bytes | None] = {}
        for record, field, line, column, target, _ in batch:
            damage.update(_with(record.path, line, column, target, wrong[field]))
        found = [(item.code, item.location.path, item.location.span.line) for item in new_errors(damage)]
        assert sorted(found) == sorted(("202", record.path, line) for record, _, line, *_ in batch)
    assert len(rows) > 20


def _block(record: Record) -> dict[str, bytes | None]:
    """Take a record's whole block out of its file."""
    rows = _lines(record.path)
    first = _line_of(record) - 1
    indent = len(rows[first]) - len(rows[first].lstrip())
    last = first + 1
    while last < len(rows) and (not rows[last].strip() or len(rows[last]) - len(rows[last].lstrip()) > indent):
        last += 1
    return {record.path: "".join(rows[:first] + rows[last:]).encode()}


SPREAD = {"oppdrag": 40, "strategi": 60, "indikator": 30, "rolle": 4, "avdeling": 4, "organ": 4}


@pytest.mark.parametrize("kind", sorted(SPREAD))
def test_a_removed_record_is_missed_at_every_place_that_names_it(kind: str) -> None:
    tried = 0
    for number, record in enumerate(whole().plans.of_kind(kind)):
        gone = [record, *(item for item in whole().plans.records if item.parent is record)]
        rows = [row for item in gone for row in whole().graph.refs_to(item)]
        if number % SPREAD[kind] or not rows or record.field == "leder":
            continue
        outside = sorted(
            (ref.place.path, whole().locator.locate(ref.place).span.line)
            for ref, source in rows
            if source not in gone and ref.place.path != record.path
        )
        found = new_errors(_block(record))
        missed = sorted(
            (item.location.path, item.location.span.line)
            for item in found
            if item.code in {"201", "303"} and item.location.path != record.path
        )
        assert missed == outside, record
        tried += 1
    assert tried


def test_a_goal_in_a_temaplan_is_refused_in_profile_asker() -> None:
    path = "temaplaner/klima.yaml"
    goal = "delmål:\n  - id: tp-klima.d1\n    tittel: Asker er uten utslipp\n"
    found = new_errors({path: files()[path] + goal.encode()})
    assert ("510", "tp-klima.d1") in [(item.code, item.record) for item in found]
    assert {item.code for item in found} == {"510"}
    settings = files()["planctl.yaml"].replace(b"profil: asker", b"profil: fri")
    free = check(opened({path: files()[path] + goal.encode(), "planctl.yaml": settings}), Choice(select=["510"]))
    assert free == [] or {item.severity for item in free} == {Severity.WARNING}
