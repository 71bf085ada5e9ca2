"""What levels, sorts of analysis and risks are called in reports, and the columns that tables of risks share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from planctl.disciplines.details import with_details
from planctl.disciplines.records import marked, titled
from planctl.disciplines.register import cell
from planctl.disciplines.ros.risks import Risk, unit_of
from planctl.disciplines.ros.scale import Cell, Level
from planctl.domain.organisation import OWNERS
from planctl.i18n import T, Text
from planctl.model.chapter import Cell as Written
from planctl.model.chapter import Column, Table
from planctl.status_labels import record_status_text
from planctl.world import World

LEVEL_WORDS: Mapping[Level, Text] = {"høy": T("■ high"), "middels": T("▲ medium"), "lav": T("● low")}
PLACES: Mapping[str, Text] = {
    "kommune": T("The municipality"),
    "tjenesteområde": T("{Tjenesteområde}"),
    "virksomhet": T("{Virksomhet}"),
    "prosjekt": T("Project"),
}
"""The levels of an analysis, the widest first."""
HANDLED: Mapping[str, Text] = {
    "unngå": T("avoid"),
    "redusere": T("reduce"),
    "dele": T("share"),
    "akseptere": T("accept"),
}
RESULTS: Mapping[str, Text] = {
    "virket": T("worked"),
    "delvis": T("worked in part"),
    "virket ikke": T("did not work"),
}

_TOLD = frozenset({
    *OWNERS, "sannsynlighet", "konsekvens", "restrisiko", "håndtering", "status", "frist", "lovbrudd", "usikkerhet",
    "kontroller", "tiltak",
})  # fmt: skip
COLUMNS = (
    Column(T("No."), "number", 8),
    Column(T("{Risiko}"), width=46),
    Column(T("{Risiko} before"), width=20),
    Column(T("Probability"), "number", 12, where="workbook"),
    Column(T("Consequence"), "number", 12, where="workbook"),
    Column(T("Size"), "number", 10, where="workbook"),
    Column(T("Uncertainty"), width=12, where="workbook"),
    Column(T("What holds it back today"), width=40),
    Column(T("{Risiko} after"), width=20),
    Column(T("Handling"), width=14),
    Column(T("Status"), width=16),
    Column(T("Deadline"), "date"),
    Column(T("Responsible"), width=30),
    Column(T("{Ros-analyse}"), width=40, where="workbook"),
)
"""What a row tells of a risk."""


def table(world: World, risks: Sequence[Risk], day: date, title: Text | None = None) -> Table:
    """Tell risks in the order given, numbered from 1."""
    rows = tuple(_row(world, risk, number, day) for number, risk in enumerate(risks, 1))
    return with_details(world, Table(COLUMNS, rows, title), [risk.record for risk in risks], _TOLD).without_empty


def _row(world: World, risk: Risk, number: int, day: date) -> tuple[Written, ...]:
    held, record = risk.cell or (None, None), risk.record
    return (
        number,
        marked(record),
        judged(risk, risk.cell, breaks_law=risk.breaks_law),
        *held,
        risk.size or None,
        cell(world, record, "usikkerhet"),
        cell(world, record, "kontroller"),
        judged(risk, risk.left) if risk.left is not None else None,
        HANDLED.get(str(record.get("håndtering"))),
        status(risk, day),
        risk.deadline,
        owner(world, risk),
        marked(risk.analysis),
    )


def judged(risk: Risk, cell: Cell | None, *, breaks_law: bool = False) -> Text | None:
    """Say a level with its product, and whether a law is broken: «■ høy, 3 × 5 = 15, lovbrudd»."""
    if cell is None:
        return None
    level, product = (
        LEVEL_WORDS[risk.scale.level(cell)],
        f"{cell[0]}\u00a0×\u00a0{cell[1]}\u00a0=\u00a0{cell[0] * cell[1]}",
    )
    if breaks_law:
        return T("{level}, {product}, breach of law", level=level, product=product)
    return T("{level}, {product}", level=level, product=product)


def status(risk: Risk, day: date) -> Text:
    """Say the status of a day: only «open» where it was settled later."""
    settled_later = not risk.is_open and risk.open_at(day)
    return record_status_text("åpen" if settled_later else risk.status)


def owner(world: World, risk: Risk) -> str | None:
    """Name who answers for a risk."""
    return titled(world, unit_of(world, risk))
