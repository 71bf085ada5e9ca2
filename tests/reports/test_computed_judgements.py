"""The reasons of the computed judgements; `test_tertial_recount` judges the example again."""

from __future__ import annotations

import pytest
from rendered import tertial, tertial_view
from town import by_title, markdown, view

from planctl.domain.judgement.course import Course, Line
from planctl.domain.judgement.verdict import Verdict
from planctl.i18n import Language
from planctl.reports.chapters.attainment import judged_told
from planctl.reports.rendering.markdown import MarkdownLanguage


def test_reason_of_a_passed_deadline() -> None:
    """A status that a passed deadline contradicts is told with the day."""
    late = [item for item in view().differing if item.kind == "tiltak"]
    assert late
    assert all(item.computed and item.computed.word == "forsinket" for item in late)
    said = Language("en")(late[0].computed.reason) if late[0].computed and late[0].computed.reason else ""
    assert said.startswith("reported «on track», but the deadline ran out on ")
    assert said in markdown(view()).replace("Reported", "reported")


def test_reason_of_a_result_that_is_not_approved() -> None:
    """An indicator outside what is accepted is not said to be behind its line when it is on it."""
    on_it = [item for item in tertial_view(2).indicators if item.verdict == "ikke_godkjent" and item.line is Line.PÅ]
    item = on_it[0]
    goals = [goal for area in tertial_view(2).focus_areas for goal in area.goals if goal.number == item.goal]
    assert (item.verdict, item.line, item.course) == ("ikke_godkjent", Line.PÅ, Course.RISIKO)
    assert [goal.computed and goal.computed.reason and Language("en")(goal.computed.reason) for goal in goals] == [
        "1 of 2 indicators not approved"
    ]


def test_cancelled_work_is_not_judged() -> None:
    """What is cancelled has no computed status."""
    assert all((item.computed is None) == (item.status == "utgår") for item in by_title(view()).values())


def test_reasons_use_the_words_of_the_column_beside() -> None:
    """What is computed of the work below is said as the column of computed statuses says it, in both languages."""
    (item,) = [item for item in tertial_view(2).differing if item.title.startswith("Bygge de åtte leddene")]
    assert item.computed is not None
    told = [Language(code).show(item.computed.reason) for code in ("nb", "nn")]
    assert told == [
        "meldt «i rute», men 1 av 2 tiltak er beregnet «forsinket»",
        "meldt «i rute», men 1 av 2 tiltak er berekna «forseinka»",
    ]


@pytest.mark.parametrize(
    ("said", "course", "worse", "better"),
    [
        (Course.I_RUTE, Course.FORSINKET, True, False),
        (Course.FULLFØRT, Course.I_RUTE, True, False),
        (Course.I_RUTE, Course.RISIKO, False, False),
        (Course.FORSINKET, Course.I_RUTE, False, True),
        (Course.FORSINKET, Course.FULLFØRT, False, True),
        (Course.FORSINKET, Course.RISIKO, False, False),
        (Course.FORSINKET, Course.UKJENT, False, False),
        (Course.RISIKO, Course.I_RUTE, False, False),
        (None, Course.I_RUTE, False, False),
    ],
)
def test_emphasis_goes_both_ways(said: Course | None, course: Course, *, worse: bool, better: bool) -> None:
    """A judgement stands out where the units say the opposite, whichever of the two is the better."""
    verdict = Verdict(course, said)
    assert (verdict.contradicts, verdict.understates) == (worse, better)
    shown = MarkdownLanguage("nb").write(judged_told(verdict))
    assert shown.startswith("**") == (worse or better)


def test_the_summary_counts_both_ways() -> None:
    report = tertial_view(2)
    assert [goal.number for goal in report.understated] == ["2.7", "4.3", "5.2", "7.2"]
    told = "For 4 delmål melder enhetene «ikke på vei», mens tallene viser «på vei» eller «nådd»."
    assert f"mens tallene viser noe annet. {told}\n" in tertial(2)
    assert report.contradicted
