"""The line-deletion property: a line that is lost takes no more than itself, or there is an error where it stood.

Each line of a file is deleted alone, and only that file is loaded again. Where the data differ by more than
the line's own field, item or line of text, an error stands at the line or next to it: from the loader, or
else from the rules. The suite tries one file of each type; the thorough run every line of the example, and every fifth of its longest file.
"""

from __future__ import annotations

from functools import cache

import pytest
from deletion import Whole, same, whole

from planctl.check.pipeline import Choice, check
from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.load.file import FileLoad, load_file
from planctl.load.files.tree import CONFIG_NAME, WorkTree
from planctl.load.loader import Memo
from planctl.load.reading import parse
from planctl.load.schema.annotations import Layouts
from planctl.load.yaml.positions import Locator
from planctl.world import open_world
from support import BY_CODE, EXAMPLE, TODAY, MemoryTree, book, is_thorough

ONE_OF_EACH = {
    "organisasjon.yaml": 40, "kommuneplan/samfunnsdel-2020-2032.yaml": 30, "temaplaner/næring.yaml": 500,
    "planstrategi/2020-2024.yaml": 60, "handlingsprogram/2021-2024.yaml": 12, "årshjul/2021.yaml": 500,
    "møteplan/2021.yaml": 60, "virksomhetsplaner/2021/veg-og-trafikk.yaml": 500,
    "rapportering/2021-T2/veg-og-trafikk.yaml": 500, "målinger/klima.yaml": 60, "målinger/tjenester.yaml": 500,
    "økonomi/2021-januar-august.yaml": 500,
}  # fmt: skip
"""One file of each type, and how many of its lines are tried in the suite; the files' lines are spread evenly."""

CANNOT_BE_TOLD = {
    ("organisasjon.yaml", "avdelinger:"), ("organisasjon.yaml", "foretak:"), ("organisasjon.yaml", "eksterne:"),
    ("organisasjon.yaml", "    rettigheter:"), ("planprogram/samfunnsdelen.yaml", "alternativer:"),
    *((f"{path}.yaml", "    målinger:") for path in (
        "programmer/heltid-og-nærvær", "programmer/ny-kommune", "programmer/lederutvikling",
        "programmer/omstilling-2016-2019", "prosjekter/digital-byggesak", "prosjekter/felles-økonomisystem",
        "prosjekter/hovednett-for-sykkel", "prosjekter/felles-ledelsessystem", "prosjekter/innbyggertorg",
        "prosjekter/selvbetjente-bibliotek",
    )),
}  # fmt: skip
"""Lists with the same fields as the one above them: one that has lost its name is read on as part of that.

Of the lists of units only virksomheter can be told (202): they stand below a tjenesteområde, and no tjenesteområde
does. Two lists of words are alike, and so are the målinger of a gevinst and its måltall.
"""

TOLD_FURTHER_UP = {
    ("handlingsprogram/2021-2024.yaml", "oppdrag:"), ("handlingsprogram/2021-2024.yaml", "handlingsregler:"),
}  # fmt: skip
"""A list that has lost its name below a group of ids: the parser's error stands at the head of the group above."""

NEXT_TO = 4
"""How many lines away an error may stand: a record's `id`, or the record that the line began."""
BEYOND = 30
"""How far below the parser may find that a group has lost its name: where the next one begins."""

THOROUGH = is_thorough()
LONG, FIFTH = 2000, 5
"""Of a file of more lines than this the thorough run takes every fifth: each costs as much as the file is long."""


@cache
def _tree() -> MemoryTree:
    files = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*") if path.is_file()}
    return MemoryTree(dict(files))


@cache
def _layouts() -> Layouts:
    return Layouts(book())


def _files() -> list[str]:
    return [entry.path for entry in WorkTree(EXAMPLE).walk().files if entry.path != CONFIG_NAME]


def _lines(path: str) -> list[int]:
    count = len(_tree().files[path].splitlines())
    most = -(-count // (FIFTH if count > LONG else 1)) if THOROUGH else min(count, ONE_OF_EACH[path])
    return sorted({1 + index * count // most for index in range(most)})


@pytest.mark.sampled
@pytest.mark.parametrize("path", _files() if THOROUGH else ONE_OF_EACH)
def test_a_deleted_line_takes_no_more_than_itself_or_is_told(path: str) -> None:
    before = whole(path, _tree().files[path])
    text = before.source.decode().splitlines()
    silent = [(line, text[line - 1]) for line in _lines(path) if not _is_told(before, line)]
    assert [row for row in silent if (path, row[1]) not in CANNOT_BE_TOLD | TOLD_FURTHER_UP] == []


@pytest.mark.parametrize(("path", "text"), sorted(CANNOT_BE_TOLD))
def test_what_cannot_be_told_is_still_so(path: str, text: str) -> None:
    """An exception that is told after all comes off the list."""
    before = whole(path, _tree().files[path])
    lines = [number for number, row in enumerate(before.source.decode().splitlines(), 1) if row == text]
    assert not all(_is_told(before, line) for line in lines)


@pytest.mark.parametrize(("path", "text"), sorted(TOLD_FURTHER_UP))
def test_what_is_told_further_up_is_an_error_of_the_file(path: str, text: str) -> None:
    before = whole(path, _tree().files[path])
    _, problems = parse(path, before.without(before.source.decode().splitlines().index(text) + 1))
    assert [item.code for item in problems] == ["001"]


def _is_told(before: Whole, line: int) -> bool:
    """Tell whether nothing but the line itself is lost with it, or an error stands at it or next to it."""
    wanted, source = before.expected(line), before.without(line)
    data, problems = parse(before.path, source)
    if not problems and same(wanted, data):
        return True
    locator = Locator(_tree())
    load = load_file(_tree(), book(), _layouts(), locator, before.path, source)
    lines = [locator.locate(item.place).span.line for item in load.findings if _is_error(item.code)]
    parsed = [locator.locate(item.place).span.line for item in load.findings if item.code == "001"]
    beyond = any(0 <= here - line <= BEYOND for here in parsed)
    return beyond or any(abs(here - line) <= NEXT_TO for here in lines) or _rules_tell(before.path, source, line)


def _is_error(code: str) -> bool:
    return BY_CODE[code].severity is Severity.ERROR


_MEMO: Memo = {}


def _rules_tell(path: str, source: bytes, line: int) -> bool:
    known = {(item.code, item.record, str(item.message.params)) for item in _checked(path)}
    new = [item for item in _found(path, source) if (item.code, item.record, str(item.message.params)) not in known]
    return any(item.severity is Severity.ERROR and abs(item.location.span.line - line) <= NEXT_TO for item in new)


@cache
def _checked(path: str) -> list[Diagnostic]:
    return _found(path, _tree().files[path])


def _found(path: str, source: bytes) -> list[Diagnostic]:
    tree = MemoryTree({**_tree().files, path: source})
    opened = open_world(tree, None, lambda: TODAY, book(), memo=_MEMO)
    return [item for item in check(opened, Choice()) if item.location.path == path]


@pytest.mark.sampled
@pytest.mark.parametrize("kind", ["målinger", "økonomi"])
def test_a_deleted_line_of_a_csv_takes_its_row_alone_or_is_told(kind: str) -> None:
    """Without the header the file is refused; without a row the others are read."""
    path = {"målinger": "målinger/tjenester.yaml", "økonomi": "økonomi/2021-januar-august.yaml"}[kind]
    (table,) = (name for name in _tree().files if name.endswith(".csv") and name in _named(path))
    rows = _tree().files[table].splitlines(keepends=True)
    every = _rows(path, table, b"".join(rows))
    for line in [1, *range(2, len(rows) + 1, 1 if THOROUGH else 1 + len(rows) // 20)]:
        load = _with_table(path, table, b"".join([*rows[: line - 1], *rows[line:]]))
        if line == 1:
            assert {item.code for item in load.findings} == {"111"}
        else:
            assert load.findings == []
            assert _values(load) == every[: line - 2] + every[line - 1 :]


def _named(path: str) -> set[str]:
    data, _ = parse(path, _tree().files[path])
    return {f"{path.rpartition('/')[0]}/{data['fil']}"}


def _with_table(path: str, table: str, source: bytes) -> FileLoad:
    tree = MemoryTree({path: _tree().files[path], table: source})
    return load_file(tree, book(), _layouts(), Locator(tree), path, tree.files[path])


def _rows(path: str, table: str, source: bytes) -> list[object]:
    return _values(_with_table(path, table, source))


def _values(load: FileLoad) -> list[object]:
    measured: list[object] = [(row.indicator, row.period, row.value, row.unit) for row in load.measurements]
    return measured + [(row.unit, row.month, row.budget, row.actual, row.forecast) for row in load.figures]
