"""The plan files read again: YAML by ruamel.yaml in plain Python, every scalar as text, and CSV by the standard library."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path, PurePosixPath

from ruamel.yaml import YAML

from recount.matters import OVER
from recount.node import Fields, Node

KINDS = {
    "tjenesteområder": "tjenesteområde", "virksomheter": "virksomhet", "avdelinger": "avdeling",
    "foretak": "foretak", "roller": "rolle", "organer": "organ", "satsingsområder": "satsingsområde",
    "hovedmål": "hovedmål", "delmål": "delmål", "mål": "mål", "strategier": "strategi",
    "innsatsområder": "innsatsområde", "oppdrag": "oppdrag", "tiltak": "tiltak", "indikatorer": "indikator",
    "handlingsregler": "handlingsregel", "risikoer": "risiko", "planregister": "registerplan", "eksterne": "ekstern",
    "avtaler": "avtale", "avvik": "avvik", "beslutninger": "lederbeslutning", "forenklinger": "forenkling",
    "fullmakter": "fullmakt", "funn": "funn", "gevinster": "gevinst", "innovasjoner": "innovasjon",
    "innspill": "innspill", "internkontroller": "internkontroll", "kontrakter": "kontrakt",
    "lederdialoger": "lederdialog", "lovgjennomganger": "lovgjennomgang", "mislighold": "mislighold",
    "modenhet": "modenhet", "plasser": "observatorieplass", "revisjoner": "revisjon", "rutiner": "rutine",
    "samskapinger": "samskaping", "selskaper": "selskap", "undersøkelser": "undersøkelse", "øvelser": "øvelse",
}  # fmt: skip
ROWS = {"avvik": "avvik", "eierskap": "selskap", "høring": "innspill", "kontrakter": "kontrakt", "rutiner": "rutine"}
"""The registers that can have their records in a CSV file, and what those are."""
TOPS = {"avvik": "avviksregister", "fullmakt": "fullmaktsregister", "samskaping": "samskapingsregister"}
"""What the records of files are that are called as those that stand in them."""
UNITS = ("avdeling", "foretak", "tjenesteområde", "virksomhet")
THREAD = ("løser", "følger_opp", "bidrar_til")


class Source:
    """The records of some files, in the order of their paths."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self.nodes: list[Node] = []
        for path in sorted(texts):
            if path.endswith(".yaml"):
                data = _read(texts[path])
                if path == "planctl.yaml":
                    self.config = data
                else:
                    self._add(top := Node(TOPS.get(data["type"], data["type"]), data, path))
                    self._add_rows(top)
        self.by_id: dict[str, Node] = {}
        self.by_kind: dict[str, list[Node]] = {}
        for node in self.nodes:
            self.by_kind.setdefault(node.kind, []).append(node)
            if node.id:
                self.by_id.setdefault(node.id, node)
        self._tie()

    def _add(self, node: Node) -> None:
        self.nodes.append(node)
        for name, value in node.fields.items():
            inner = [("rolle", value)] if name == "leder" else []
            if name in KINDS and isinstance(value, list):
                inner = [(KINDS[name], row) for row in value]
            for kind, row in inner:
                if isinstance(row, dict):
                    self._add(Node(kind, row, node.path, node))

    def _add_rows(self, top: Node) -> None:
        """Add the records that stand as rows of a register's CSV file."""
        names = {column.casefold(): field for column, field in (top.fields.get("kolonner") or {}).items()}
        kind = ROWS.get(top.text("type"), "")
        for row in self.csv(top) if kind else ():
            cells = {names.get(column.casefold(), column.casefold()): cell for column, cell in row.items()}
            fields = {field: _written(field, cell) for field, cell in cells.items() if cell}
            self._add(Node(kind, fields, top.path, top))

    def _tie(self) -> None:
        for node in self.nodes:
            upper = node.parent
            nested = node.goal and upper and (upper.goal or upper.kind == "satsingsområde")
            solves = node.kind == "tiltak" and upper and upper.kind in OVER
            if upper and (nested or solves or (node.kind == "strategi" and upper.goal)):
                _join(node, upper)
        for node in self.nodes:
            for name in THREAD:
                for target in self.all(node.texts(name)):
                    _join(node, target)

    def all(self, ids: list[str]) -> list[Node]:
        """Find the records with some ids; those that are unknown are left out."""
        return [self.by_id[id_] for id_ in ids if id_ in self.by_id]

    def get(self, id_: str) -> Node | None:
        """Find the record with an id."""
        return self.by_id.get(id_)

    def title(self, id_: str) -> str:
        """Return the title of the record with an id."""
        return self.by_id[id_].title if id_ in self.by_id else id_

    def of(self, *kinds: str) -> list[Node]:
        """List the records of kinds, kind by kind."""
        return [node for kind in kinds for node in self.by_kind.get(kind, [])]

    def csv(self, node: Node) -> Iterator[Fields]:
        """Yield the rows of the CSV file that a record names."""
        if node.text("fil"):
            path = (PurePosixPath(node.path).parent / node.text("fil")).as_posix()
            yield from csv.DictReader(io.StringIO(self.texts[path].removeprefix("\ufeff"), newline=""), delimiter=";")

    @cached_property
    def units(self) -> list[Node]:
        """The organisation's units."""
        return self.of(*UNITS)

    def line(self, unit: Node | None) -> list[Node]:
        """Return a unit and the units above it."""
        found = []
        while unit is not None and unit.kind in UNITS:
            found.append(unit)
            unit = self.get(unit.text("overordnet"))
        return found

    def area(self, unit: Node | None) -> str:
        """Return the title of the tjenesteområde a unit belongs to; empty when it belongs to none."""
        return next((above.title for above in self.line(unit) if above.kind == "tjenesteområde"), "")

    @cached_property
    def areas(self) -> list[str]:
        """The titles of the tjenesteområder."""
        return [node.title for node in self.of("tjenesteområde")]


def _written(field: str, cell: str) -> str:
    """Write a cell as YAML has it: days as 2021-08-31, and words small."""
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", cell):
        return "-".join(reversed(cell.split(".")))
    return cell.casefold() if field in {"slag", "kilde", "status"} else cell


def _join(lower: Node, upper: Node) -> None:
    if upper not in lower.up:
        lower.up.append(upper)
        upper.down.append(lower)


@lru_cache(maxsize=256)
def _read(text: str) -> Fields:
    return dict(YAML(typ="base", pure=True).load(text))


@cache
def of_folder(folder: Path) -> Source:
    """Read a folder of plan files, once in a session."""
    files = [path for path in folder.rglob("*") if path.suffix in {".yaml", ".csv"}]
    return Source({path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files})
