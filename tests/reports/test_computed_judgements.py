"""The reasons of the computed judgements; `test_tertial_recount` judges the example again."""

from __future__ import annotations

from rendered import tertial_view
from town import by_title, markdown, view

from planctl.domain.judgement.course import Course, Line
from planctl.i18n import Language


def test_reason_of_a_passed_deadline() -> None:
    """A status that a passed deadline contradicts is told with the day."""
    late = [item for item in view().differing if item.kind == "tiltak"]
    assert late
    assert all(item.computed and item.computed.word == "forsinket" for item in late)
    said = Language("en")(late[0].computed.reason) if late[0].computed and late[0].computed.reason else ""
    assert said.startswith("reported on track, but the deadline ran out on ")
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
