"""The årsrapport, the documents, one unit, a revision, changes, snapshots and a repository's own templates."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from recount.source import of_folder
from town import edited, files, looking_back, markdown, tables, town, view

from planctl.cli.report import report
from planctl.cli.report_documents import names
from planctl.cli.session import ExitError, Session
from planctl.cli.template import check_templates, copy
from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.reports.chapters.collected import chapter_documents
from planctl.reports.rendering.sandbox import Budget
from planctl.reports.rendering.templates import TemplateError, render
from planctl.reports.snapshot import differences, snapshot
from planctl.reports.tertial import build_annual, build_tertial
from planctl.world import World, open_world
from support import EXAMPLE

NONE_HERE = ("målekart", "temaplan", "høringsdokument", *chapter_documents())
"""The documents that there is nothing to make of in the small municipality."""
HOSTILE = '"| x | <script>alert(1)</script> =CMD() [/bold] **fet** \\e[31m ' + "å" * 4000 + '"'


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session in a folder that holds the small municipality."""
    for name, text in files().items():
        (tmp_path / name).write_bytes(text.encode())
    return Session(folder=tmp_path, lang_code="en", environ={})


@cache
def _example() -> World:
    return open_world(WorkTree(EXAMPLE), date(2022, 2, 28), lambda: date(2022, 2, 28))


def _said(error: pytest.ExceptionInfo[ExitError]) -> str:
    return Language("en")(error.value.message or "")


def test_annual_accounts_are_the_month_reports() -> None:
    """The year's accounts in the årsrapport are those of December's monthly report."""
    import csv

    spent: Counter[str] = Counter()
    for path in EXAMPLE.glob("økonomi/*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                spent[row["enhet"]] += round(10 * float(row["regnskap"].replace(",", ".") or 0))
    for path in EXAMPLE.glob("rapportering/2021/*.yaml"):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "virksomhet" not in data:  # words of a tjenesteområde, or of the municipality
            assert "økonomi" not in data
            continue
        assert abs(data["økonomi"]["regnskap_hittil"] * 10 - spent[data["virksomhet"]]) <= 5, path.name


def test_a_report_of_the_year_does_not_leak() -> None:
    """The tertial reports are the same with and without the year's reports."""
    year = files()["veg-2021-T2.yaml"].replace("2021-T2", "2021").replace("i rute", "fullført")
    year = year.replace("levert: 2021-10-02", "levert: 2022-01-30")
    assert view() == view({"veg-2021.yaml.år.yaml": year})
    here = town({"år.yaml": year})
    annual = build_annual(here, 2021)
    assert annual is not None
    assert annual.tiltak.total["fullført"] > view().tiltak.total["fullført"]


def test_one_unit_is_a_part_of_the_whole() -> None:
    """The tjenesteområder's tiltak add up to the municipality's; no other unit's tiltak is shown."""
    here = _example()
    whole = build_tertial(here, 2021, 2)
    areas = [build_tertial(here, 2021, 2, area) for area in here.plans.of_kind("tjenesteområde")]
    assert whole is not None
    outside = sum(not item.area for item in whole.work if item.kind == "tiltak")
    assert sum(area.tiltak.total.total for area in areas if area) == whole.tiltak.total.total - outside
    for area in areas:
        assert area is not None
        assert {item.area for item in area.work if item.kind == "tiltak"} == {area.unit}
        assert sum(row.total for row in area.oppdrag.rows) == area.oppdrag.total.total
        assert {row.name for row in area.economy.areas} == {area.unit}


def test_at_a_revision(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """The report of a revision is that of the files as they stood there."""
    git = ["git", "-C", str(session.folder), "-c", "user.name=x", "-c", "user.email=x@example.invalid"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "Først"]):
        subprocess.run([*git, *words], check=True)
    assert report(session, 2, 2021, None) == 0
    before = capsys.readouterr().out
    path = session.folder / "veg-2021-T2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: forsinket", "status: fullført"), encoding="utf-8")
    assert report(session, 2, 2021, None, at="HEAD") == 0
    assert capsys.readouterr().out == before
    assert report(session, 2, 2021, None) == 0
    assert capsys.readouterr().out != before
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, None, at="--help")
    assert "no revision" in _said(error)


def test_changes_since_the_period_before() -> None:
    """The counts then are those of the period before; new and ended deviations are told."""
    now, before = view(), view(number=1)
    assert before.changes is None
    assert now.changes is not None
    assert now.changes.tiltak == before.tiltak.total
    then = {item.id for item in before.deviations}
    assert {item.id for item in now.changes.new} == {item.id for item in now.deviations} - then
    assert {item.id for item in now.changes.gone} == then - {item.id for item in now.deviations}


def test_snapshots(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """The same plans give the same bytes, and a later change is told with its place."""
    for name in ("en.json", "to.json"):
        assert report(session, 2, 2021, Path("ut"), freeze=Path(name)) == 0
    one, two = ((session.folder / name).read_bytes() for name in ("en.json", "to.json"))
    assert one == two
    assert report(session, 2, 2021, None, verify=Path("en.json")) == 0
    capsys.readouterr()
    path = session.folder / "veg-2021-T2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("12900", "12950"), encoding="utf-8")
    assert report(session, 2, 2021, None, verify=Path("en.json")) == 1
    assert "economy.total.forecast: was 12900, is 12950" in capsys.readouterr().out
    (session.folder / "feil.json").write_text("{}")
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, None, verify=Path("feil.json"))
    assert "no file of frozen figures" in _said(error)


def test_differences_follow_names() -> None:
    """A row that is new does not make all that follow it differ."""
    old = snapshot([("r", view())])
    assert list(differences(old, json.loads(json.dumps(old)))) == []
    assert list(differences({"a": [{"id": "x", "n": 1}]}, {"a": [{"id": "y"}, {"id": "x", "n": 2}]})) == [
        ("a[x].n", 1, 2),
        ("a[y]", None, {"id": "y"}),
    ]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_documents_of_the_example(name: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each document is written in each language: whole tables, no gaps."""
    here = Session(folder=EXAMPLE, lang_code=code, environ={})
    unit = "barnevern" if name in ("oppdragsbrev", "virksomhetsplan", "lederavtale", "lederdialog") else None
    plan = {"temaplan": "tp-fysisk", "høringsdokument": "tp-vann"}.get(name)
    assert report(here, None, None, tmp_path, document=name, unit=unit, plan=plan) == 0
    (path,) = tmp_path.glob("*.md")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert "\n\n\n" not in text
    assert all(len({len(row) for row in table}) == 1 for table in tables(text))
    assert "None" not in text
    assert "{" not in text


def test_one_document_for_each_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each virksomhetsplan is written to a file named after its unit."""
    assert report(Session(folder=EXAMPLE, environ={}), None, None, tmp_path, document="virksomhetsplan") == 0
    units = [plan.text("virksomhet") for plan in of_folder(EXAMPLE).of("virksomhetsplan")]
    assert sorted(path.stem for path in tmp_path.glob("*.md")) == sorted(f"virksomhetsplan-2021-{id_}" for id_ in units)


def test_documents_are_harmless(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """Plan text full of markup stays text in every document."""
    changed = edited("veg-2021.yaml", ("tittel: Merke sykkelfelt", f"tittel: {HOSTILE}"))
    changed |= edited("kommuneplan.yaml", ("tittel: Innbyggerne reiser miljøvennlig", f"tittel: {HOSTILE}"))
    for name, text in changed.items():
        (session.folder / name).write_text(text, encoding="utf-8")
    for name in names():
        unit = "veg" if name in ("oppdragsbrev", "virksomhetsplan", "lederavtale", "lederdialog") else None
        try:
            assert report(session, None, 2021, None, document=name, unit=unit) == 0
        except ExitError as error:
            assert name in NONE_HERE, Language("en")(error.message or "")  # noqa: PT017
        out = capsys.readouterr().out
        assert "<script" not in out
        assert "\x1b" not in out
        assert all(len({len(row) for row in table}) == 1 for table in tables(out))


def test_what_is_refused(session: Session) -> None:
    """No choice or two, an unknown document or unit, and several documents without a folder."""
    for kwargs, words in (
        ({}, "Choose one of"),
        ({"annual": True, "month": 1}, "Choose one of"),
        ({"document": "roman"}, "Choose from: oppdragsbrev"),
        ({"document": "oppdragsbrev"}, "name a folder with --out"),
        ({"month": 13}, "from 1 to 12"),
        ({"month": 8}, "no file of type «økonomi»"),
        ({"annual": True, "year": 2023}, "begins after"),
        ({"annual": True, "unit": "t1"}, "is no unit"),
        ({"annual": True, "plan": "kp"}, "--plan chooses the plan of a --document"),
        ({"document": "temaplan", "plan": "kp"}, "«kp» is a municipal plan: it has no document «temaplan»."),
        ({"document": "høringsdokument", "plan": "t1"}, "it has no document «høringsdokument»."),
    ):
        with pytest.raises(ExitError) as error:
            report(session, None, kwargs.pop("year", None), None, **kwargs)  # type: ignore[arg-type]
        assert words in _said(error)


def _own(session: Session, text: str) -> Path:
    path = session.folder / "templates" / "tertialrapport.md.j2"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_own_templates(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository's own template stands in for the one that is shipped; a copy of it gives the same report."""
    copy(session, "tertialrapport")
    with pytest.raises(ExitError):
        copy(session, "tertialrapport")
    capsys.readouterr()
    assert report(session, 2, 2021, None) == 0
    assert capsys.readouterr().out == markdown(looking_back(view()))
    _own(session, "# {{ report.municipality }}, {{ report.period.end }}\n")
    assert report(session, 2, 2021, None) == 0
    assert capsys.readouterr().out == f"# {view().municipality}, 31 August 2021\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\n{{ report.finnes_ikke }}", 3, "a name that is not there"),
        ("a\n{% if %}", 2, "cannot be read"),
        ("{{ 1|finnes_ikke }}", 1, "cannot be read"),
        ("\n{{ ''.__class__ }}", 2, "may not do this"),
        ("{{ report.work.append(1) }}", 1, "a name that is not there"),
        ("{{ 'a' * 1000000000 }}", 1, "may not use «*»"),
        ("{{ 9 ** 999999 }}", 1, "may not use «**»"),
        ("{{ 'a' ~ 'b' }}", 1, "cannot be read"),
        ("{% for x in range(9) %}{% endfor %}", 1, "a name that is not there"),
        ("{% include 'tertialrapport.md.j2' %}", 1, "goes in a circle"),
        ("{% include '../planctl.yaml' %}", 1, "There is no template"),
        (
            "{% set x %}{{ report.work }}{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60,
            1,
            "writes more than",
        ),
    ],
)
def test_broken_templates_tell_where(session: Session, text: str, line: int, words: str) -> None:
    """What is wrong with a template is told with its file and line, and nothing takes all time or memory."""
    _own(session, text)
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, None)
    assert _said(error).startswith(f"templates/tertialrapport.md.j2:{line}: ")
    assert words in _said(error)


def test_a_template_is_bounded_in_time(session: Session) -> None:
    """A template that takes too long is stopped."""
    loops = "{% for a in report.work %}" * 9 + "{% endfor %}" * 9
    _own(session, loops)
    with pytest.raises(TemplateError) as error:
        render(
            "tertialrapport.md.j2", Language("en"), {"report": view()}, WorkTree(session.folder), Budget(seconds=0.3)
        )
    assert "takes more than" in error.value.message.msgid


def test_template_check(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """The check names each broken template of the repository."""
    _own(session, "{{ report.year }}")
    assert check_templates(session) == 0
    _own(session, "a\n{% endfor %}")
    assert check_templates(session) == 1
    assert capsys.readouterr().err.startswith("templates/tertialrapport.md.j2:2: ")


def test_own_templates_of_a_revision(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--at` the templates are those of the revision, as the plans are."""
    git = ["git", "-C", str(session.folder), "-c", "user.name=x", "-c", "user.email=x@example.invalid"]
    subprocess.run([*git, "init", "-q"], check=True)
    path = _own(session, "# {{ report.municipality }} da\n")
    for words in (["add", "."], ["commit", "-qm", "Først"]):
        subprocess.run([*git, *words], check=True)
    path.write_text("# {{ report.finnes_ikke }}\n", encoding="utf-8")
    assert report(session, 2, 2021, None, at="HEAD") == 0
    assert capsys.readouterr().out == f"# {view().municipality} da\n"


def test_a_template_that_leads_away(session: Session, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link out of the repository is not read, neither by a report nor by the check."""
    outside = tmp_path_factory.mktemp("ute") / "hemmelig.md.j2"
    outside.write_text("hemmelig", encoding="utf-8")
    path = session.folder / "templates" / "tertialrapport.md.j2"
    path.parent.mkdir()
    path.symlink_to(outside)
    with pytest.raises(ExitError) as error:
        report(session, 2, 2021, None)
    assert _said(error).startswith("templates/tertialrapport.md.j2:1: This cannot be read: ")
    assert check_templates(session) == 1
