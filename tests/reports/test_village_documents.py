"""Documents of a municipality with the profile `fri`: no column, table or word for what it does not have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from town import markdown, tables
from village import files, view, village

from planctl.cli.report import report
from planctl.cli.report_documents import OF_WHOLE
from planctl.cli.session import ExitError, Session
from planctl.i18n import Language
from planctl.reports.documents import Basis, theme_document
from planctl.reports.documents.plan import plan_document
from planctl.reports.figures.choice import draw_plan
from planctl.reports.snapshot import plain


def document(folder: Path, capsys: pytest.CaptureFixture[str], name: str, code: str = "nb", **options: object) -> str:
    """Write the municipality's files, and a document of them."""
    for path, text in files().items():
        (folder / path).write_text(text, encoding="utf-8")
    assert report(Session(folder=folder, lang_code=code, environ={}), None, 2021, None, document=name, **options) == 0  # type: ignore[arg-type]
    return capsys.readouterr().out


def test_what_a_tiltak_solves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The innsatsområde it stands in is named only where it solves nothing else."""
    found = tables(document(tmp_path, capsys, "temaplan"))
    assert {row[0]: row[1] for table in found for row in table[1:]} == {
        "Bygge gangveg langs Storgata": "Kommunen skal skille gående fra biler",
        "Merke sykkelfelt": "Gang- og sykkelveger",
        "Lage hjertesone ved skolen": "Alle kommer trygt til skolen",
    }


@pytest.mark.parametrize(("code", "word"), [("nb", "nsvarlig"), ("nn", "nsvarleg")])
def test_who_answers_for_a_part_of_a_temaplan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, word: str
) -> None:
    """The document says it of an innsatsområde and of a strategi; frozen figures have no more than they had."""
    text = document(tmp_path, capsys, "temaplan", code)
    assert f"## Gang- og sykkelveger\n\nA{word}: Samfunn.\n" in text
    assert f"- Kommunen skal skille gående fra biler – *Alle kommer trygt til skolen* (a{word}: Skole)\n" in text
    assert f"## Trygg skoleveg\n\nA{word}" not in text
    here = village()
    made = theme_document(Basis(here, 2021, date(2021, 9, 15)), here.plans.by_id["tp"])
    assert made.areas[0].owner == "Samfunn"
    assert "owner" not in plain(made.areas[0])


@pytest.mark.parametrize("name", OF_WHOLE)
def test_documents_that_are_of_no_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """--unit is refused, and what to do is told."""
    with pytest.raises(ExitError) as told:
        document(tmp_path, capsys, name, unit="skole")
    assert Language("nb")(told.value.message) == (
        f"Dokumentet «{name}» gjelder en hel plan eller alle planene, ikke én enhet. Ta bort --unit."
    )
    assert told.value.code == 2


def test_a_figure_of_nothing_is_not_drawn() -> None:
    """Where nobody in any tjenesteområde works for any satsingsområde, there is no map of it."""
    areas = "tjenesteområder:\n  - {id: oppvekst, tittel: Oppvekst}\n"
    changes = {"organisasjon.yaml": files()["organisasjon.yaml"] + areas}
    for made, drawn in ((changes, False), ({**changes, "temaplan.yaml": _given(files()["temaplan.yaml"])}, True)):
        here = village(made)
        basis, plan = Basis(here, 2021, date(2021, 9, 15)), here.plans.by_id["kp"]
        figures = draw_plan(basis, plan, plan_document(basis, plan), "kp", Language("nb"))
        assert (figures.coverage is not None) == drawn


def _given(plan: str) -> str:
    """Give the work of a school to the tjenesteområde."""
    return plan.replace("ansvarlig: skole\n        frist", "ansvarlig: oppvekst\n        frist")


@pytest.mark.parametrize(("code", "none"), [("nb", "Enheten har ingen"), ("nn", "Eininga har ingen")])
@pytest.mark.parametrize("name", ["lederavtale", "virksomhetsplan"])
def test_a_unit_without_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str, none: str
) -> None:
    """A sentence says so, and no table stands with its heading alone."""
    (tmp_path / "vp.yaml").write_text(
        "type: virksomhetsplan\nid: vp\ntittel: Skolens plan\nperiode: 2021\nvirksomhet: skole\nstatus: vedtatt\n"
    )
    text = document(tmp_path, capsys, name, code, unit="skole")
    assert f"\n\n{none} oppdrag.\n" in text
    assert [table for table in tables(text) if len(table) == 1 and name != "lederavtale"] == []
    (tmp_path / "vp.yaml").unlink()
    changed = files()["temaplan.yaml"].replace("ansvarlig: skole\n        frist", "ansvarlig: samfunn\n        frist")
    for path, words in {**files(), "temaplan.yaml": changed}.items():
        (tmp_path / path).write_text(words, encoding="utf-8")
    session = Session(folder=tmp_path, lang_code=code, environ={})
    assert report(session, None, 2021, None, document="lederavtale", unit="skole") == 0
    assert f"\n\n{none} tiltak.\n" in capsys.readouterr().out


def test_changes_without_oppdrag() -> None:
    """Where there were no oppdrag, and are none, no table counts them."""
    report_view = view()
    assert report_view.changes is not None
    head = ["1. tertial 2021", "2. tertial 2021", "Endring"]
    found = [table[0][0] for table in tables(markdown(report_view, "nb")) if table[0][1:] == head]
    assert found == ["Tiltak"]
