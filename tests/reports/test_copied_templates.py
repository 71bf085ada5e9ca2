"""Copies that a municipality made of templates while most chapters were written in them: they still give the same report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment
from rendered import tertial_view
from town import WAITS, edited, looking_back, tables, town, view

from planctl.i18n import Language, T
from planctl.model.chapter import Chapter, Column, Table
from planctl.reports.figures.choice import draw_tertial
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_annual
from planctl.reports.views.money import NOTHING, Economy
from planctl.reports.views.status_counts import Tallies, Tally
from planctl.reports.views.tertial import TertialReport
from planctl.resources import locales_dir
from support import EXAMPLE

COPIES = Path(__file__).parent / "templates_before_all_chapters"
NAMES = sorted(path.relative_to(COPIES).as_posix() for path in COPIES.rglob("*.j2"))
OF_REPORTS = [name for name in NAMES if not name.startswith("dokumenter/") and not name.startswith("måned")]
BEFORE_GOALS = Path(__file__).parent / "templates_before_goal_chapter"
"""Templates as they were when all chapters were values but the body of the one on goals, and what changed since."""
LATER = sorted(path.relative_to(BEFORE_GOALS).as_posix() for path in BEFORE_GOALS.rglob("*.j2"))
MADE_UP = Chapter(T("{Vedtak_pl}"), (T("Nothing is past its deadline."),), (Table((Column(T("Kind")),), (("a",),)),))


class Copies:
    """The templates of a repository: copies of some."""

    def __init__(self, names: Iterable[str], folder: Path = COPIES) -> None:
        self.names = {f"templates/{name}": folder / name for name in names}

    def read(self, path: str) -> bytes:
        """Return a copy; FileNotFoundError where the repository has none of it."""
        if path not in self.names:
            raise FileNotFoundError(path)
        return self.names[path].read_bytes()


@cache
def report(template: str, *, discipline: bool) -> dict[str, Any]:
    """Make what a template of the small municipality's report is given, with or without a chapter of a discipline."""
    if template.startswith("tertial"):
        made = looking_back(view())
    else:
        here = town()
        built = build_annual(here, 2021)
        assert built is not None
        made = looking_back(built)
    made = replace(made, chapters=(MADE_UP,)) if discipline else made
    made = replace(made, written=None)
    here = town()
    return {"report": made, "figures": draw_tertial(here, made, None, "rapport", Language("nb"))}


def _as_before(shown: str) -> str:
    """Call the periods of what has changed da and nå, as the copies do, and tell of no delmål that goes better than said."""
    shown = re.sub(r" For \d+ delmål melder enhetene «ikke på vei», [^.]+\.", "", shown)
    shown = shown.replace(" Vurderingen omfatter alle mål.", "")
    shown = re.sub(r"\| \*\*(På vei|Nådd)\*\* \|", r"| \1 |", shown)
    shown = re.sub(r"\| [123]\. tertial 2021 \| (2\. tertial )?2021 \|", "| Da | Nå |", shown)
    return _summary_as_before(re.sub(r"Tabellene viser månedsregnskapet for [^\n]+\n\n", "", shown))


def _summary_as_before(shown: str) -> str:
    """Leave out what the summary says of the economy, in other words than the copies do, and the order of its points."""
    before, heading, rest = shown.partition("## 1. Sammendrag\n\n")
    points, gap, rest = rest.partition("\n\n")
    money = ("- Prognosen for året ", "- Regnskapet for året ", "- Etter månedsregnskapet")
    kept = sorted(point for point in points.splitlines() if not point.startswith(money))
    return before + heading + "\n".join(kept) + gap + rest


@pytest.mark.parametrize("discipline", [False, True])
@pytest.mark.parametrize("template", ["tertialrapport.md.j2", "årsrapport.md.j2"])
@pytest.mark.parametrize("copied", [*([name] for name in OF_REPORTS), NAMES], ids=[*OF_REPORTS, "all"])
def test_a_copy_gives_the_same_report(copied: list[str], template: str, *, discipline: bool) -> None:
    """One template copied, or all: nothing is lost, told twice, numbered otherwise or in another language."""
    values = report(template, discipline=discipline)
    shown = render(template, Language("nb"), values, Copies(copied))
    assert _as_before(shown) == _as_before(render(template, Language("nb"), values))


@pytest.mark.parametrize("template", ["tertialrapport.md.j2", "årsrapport.md.j2"])
@pytest.mark.parametrize("copied", [*([name] for name in LATER), LATER], ids=[*LATER, "all"])
def test_a_copy_from_before_the_chapter_on_goals(copied: list[str], template: str) -> None:
    """It gives the same report; one of `kapittel` has no columns of figures in the tables of that chapter."""
    values = report(template, discipline=True)
    if copied == ["kapittel.md.j2"]:
        values = {"report": values["report"]}
    copies = Copies(copied, BEFORE_GOALS)
    shown = render(template, Language("nb"), values, copies)
    assert _as_before(shown) == _as_before(render(template, Language("nb"), values))


def test_a_copy_of_a_chapter_without_small_figures() -> None:
    """The charts stand where they stood, and every table is whole."""
    values = report("tertialrapport.md.j2", discipline=True)
    shown = render("tertialrapport.md.j2", Language("nb"), values, Copies(["kapittel.md.j2"], BEFORE_GOALS))
    ours = render("tertialrapport.md.j2", Language("nb"), values)
    assert [line for line in shown.splitlines() if line.startswith("![")] == [
        line for line in ours.splitlines() if line.startswith("![")
    ]
    assert "Over tid" in ours.partition("## 3.")[0]
    assert "Over tid" not in shown.partition("## 3.")[0]
    assert all(len({len(row) for row in table}) == 1 for table in tables(shown))


@pytest.mark.parametrize("number", [2, 0])
def test_copies_give_the_report_of_a_whole_municipality(number: int) -> None:
    template = "tertialrapport.md.j2" if number else "årsrapport.md.j2"
    view = replace(tertial_view(number), written=None)
    copied = render(template, Language("nb"), {"report": view}, Copies(NAMES))
    # What nobody owed a report on had no heading of its own before, what is outside all areas an empty cell,
    # and no comment stood after a cause.
    copied = copied.replace("Tiltak som mangler i en levert rapport", "Tiltak uten status")
    copied = re.sub(r"^(\| (?!\*\*).*)\|  \|", r"\1| – |", copied, flags=re.MULTILINE)
    ours = re.sub(r" \*Kommentar:\* [^|]*(?= \|)", "", render(template, Language("nb"), {"report": view}))
    assert _as_before(copied) == _as_before(ours)


def test_a_copy_from_before_work_could_be_on_hold() -> None:
    """Its table has no column for what is on hold; every other number stands under its own heading, and the sum is all."""
    values = {"report": view(edited("veg-2021-T2.yaml", WAITS))}
    copied = ["tertial/deler.md.j2", "tertial/sammendrag.md.j2"]
    ours, own = (
        tables(render("tertialrapport.md.j2", Language("nb"), values, tree))[0] for tree in (None, Copies(copied))
    )
    assert ours[0].index("Satt på vent") == 5
    assert [[cell for at, cell in enumerate(row) if at != 5] for row in ours] == own
    assert own[-1] == ["Sum", *"01013028", "75\u00a0%"]


def test_a_copy_of_the_annual_report_of_goals_alone() -> None:
    """A year without work to follow up has no chapters on it, and its numbers run on."""
    values = {"report": goals_alone()}
    shown = render("årsrapport.md.j2", Language("nb"), values)
    copied = render("årsrapport.md.j2", Language("nb"), values, Copies(NAMES))
    assert _as_before(copied) == _as_before(shown)
    assert [line[3:6] for line in shown.splitlines() if line.startswith("## ")] == ["1. ", "2. ", "3. ", "4. ", "Sli"]


def goals_alone() -> TertialReport:
    """Build the example's year as it would be without any work, with its decisions and a discipline's chapter."""
    made = tertial_view(0)
    assert made.annual is not None
    none = {
        "tiltak": Tallies((), Tally("")),
        "oppdrag": Tallies((), Tally("")),
        "economy": Economy((), NOTHING, 0, 0, ()),
    }
    annual = replace(made.annual, projects=(), control=())
    missing = replace(made.missing, expected=0, units=(), late=(), tiltak=())
    return replace(
        made,
        work=(),
        overdue=(),
        changes=None,
        missing=missing,
        annual=annual,
        ledger=None,
        chapters=(MADE_UP,),
        written=None,
        **none,
    )


def test_the_example_of_the_guide() -> None:
    """The template of a chapter in docs/maler.md changes its first words, and nothing else."""

    class Own:
        def read(self, path: str) -> bytes:
            if path != "templates/tertial/økonomi.md.j2":
                raise FileNotFoundError(path)
            text = (EXAMPLE.parents[1] / "docs" / "maler.md").read_text(encoding="utf-8")
            return re.findall(r"```jinja\n(.*?)```", text, re.DOTALL)[0].encode()

    values = report("tertialrapport.md.j2", discipline=True)
    ours, own = (render("tertialrapport.md.j2", Language("nb"), values, tree).splitlines() for tree in (None, Own()))
    changed = [(one, other) for one, other in zip(ours, own, strict=True) if one != other]
    assert [other for _, other in changed] == ["Tallene er i hele tusen kroner."]
    assert changed[0][0].startswith("Beløp i 1000 kr")


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_what_copies_say_is_translated(code: str) -> None:
    """A text that only a copy says is still in the catalogues."""
    with (locales_dir() / code / "LC_MESSAGES" / "planctl.po").open("rb") as file:
        known = {message.id for message in read_po(file, locale=code) if message.string}
    source = Environment(extensions=["jinja2.ext.i18n"])
    texts = {
        text if isinstance(text, str) else str(text[0])
        for path in (*(COPIES / name for name in NAMES), *(BEFORE_GOALS / name for name in LATER))
        for _, _, text in source.extract_translations(path.read_text(encoding="utf-8"), ("lang",))
    }
    assert len(texts) > 100
    said = {text for text in texts if re.search(r"[^\W\d_]", re.sub(r"\{.*?\}", "", text))}
    assert said - known == set()
