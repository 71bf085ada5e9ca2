"""The computed judgements: their reasons, and every one in the example judged again by other code."""

from __future__ import annotations

import datetime as dt
from functools import cache, cached_property

import pytest
from recount import DONE, Fields, Recount, last_day
from test_tertial_recount import _report
from town import by_title, markdown, view

from planctl.i18n import Language
from support import EXAMPLE

LATE, RISK, UNKNOWN, WELL, DONE_ = range(5)
GRADE = {
    "forsinket": LATE,
    "risiko": RISK,
    "ikke rapportert": UNKNOWN,
    "i rute": WELL,
    "ikke startet": WELL,
    "fullført": DONE_,
}


def _together(grades: list[int]) -> int | None:
    if not grades:
        return None
    found = next(grade for grade in range(5) if sum(other <= grade for other in grades) * 2 >= len(grades))
    if LATE in grades:
        found = min(found, RISK)
    return found if set(grades) == {DONE_} else min(found, WELL)


class Again(Recount):
    """The judgements of one tertial by other means."""

    def work(self, kind: str, id_: str) -> int | None:
        """Judge one tiltak or oppdrag."""
        rows = self.tiltak if kind == "tiltak" else self.oppdrag
        status = self.said[kind][id_]
        if status == "utgår":
            return None
        late = rows[id_][1]["tittel"] in self.late
        own = LATE if late and status not in DONE else GRADE[status]
        below = [
            grade
            for other, (_, item) in self.tiltak.items()
            if kind == "oppdrag" and id_ in item.get("løser", ()) and (grade := self.known[other]) is not None
        ]
        if not below:
            return own
        return min(WELL if own == UNKNOWN else own, _together(below) or 0)

    @cached_property
    def said(self) -> dict[str, dict[str, str]]:
        """What each tiltak and oppdrag counts as."""
        return {kind: self.statuses(kind) for kind in ("tiltak", "oppdrag")}

    @cached_property
    def late(self) -> dict[str, int]:
        """The titles past their deadline."""
        return self.overdue()

    @cached_property
    def known(self) -> dict[str, int | None]:
        """The grade of each tiltak."""
        return {id_: self.work("tiltak", id_) for id_ in self.tiltak}

    @cached_property
    def graded(self) -> dict[str, int | None]:
        """The grade of each oppdrag."""
        return {id_: self.work("oppdrag", id_) for id_ in self.oppdrag}

    def indicator(self, item: Fields) -> list[int]:
        """Judge each series of an indicator."""
        rows = {unit: found for (id_, unit), found in self.values.items() if id_ == item["id"]}
        if "" in rows:
            rows = {"": rows[""]}
        return [self._series(item, found) for found in rows.values()] or [UNKNOWN]

    def _series(self, item: Fields, found: dict[dt.date, str]) -> int:
        measured = {day: value for day, value in found.items() if value != "ikke målt"}
        if not measured:
            return UNKNOWN
        day = max(measured)
        places = int(item.get("desimaler", 0))
        value = round(float(measured[day]) + 1e-9, places)
        band = next(name for name, text in item["bånd"].items() if self._in(text, value))
        points = [(last_day(row["periode"]), float(row["verdi"])) for row in item.get("måltall", ())]
        sign = {"opp": 1, "ned": -1}.get(item.get("retning", ""), 0)
        line = "none"
        if points and sign:
            start = (last_day(item["nullpunkt"]["periode"]), float(item["nullpunkt"]["verdi"]))
            goal = max(points)[1]
            end, stop = min((row for row in sorted(points) if row[0] >= day), default=max(points))
            start = max([row for row in points if row[0] < day and row[0] < end], default=start)
            if value * sign >= goal * sign:
                line = "reached"
            elif day > start[0]:
                wanted = start[1] + (stop - start[1]) * min(1.0, (day - start[0]).days / (end - start[0]).days)
                half = 0.5 * 10**-places
                line = "on" if value * sign >= wanted * sign - half - 1e-9 else "behind"
        grade = {
            "ikke_godkjent": {"behind": LATE, "none": LATE, "on": RISK, "reached": RISK},
            "akseptert": {"behind": RISK, "none": WELL, "on": WELL, "reached": DONE_},
            "ønsket": {"behind": WELL, "none": WELL, "on": WELL, "reached": DONE_},
        }[band][line]
        months = {"månedlig": 1, "tertialvis": 4, "halvårlig": 6, "årlig": 12, "hvert 2. år": 24, "hvert 4. år": 48}
        step = months[item["hyppighet"]]
        wait = step + min(6, (step + 1) // 2)
        count = day.year * 12 + day.month + wait
        due = dt.date(count // 12, count % 12 + 1, 1) - dt.timedelta(days=1)
        return min(UNKNOWN, grade) if due < self.end else grade

    @staticmethod
    def _in(text: object, value: float) -> bool:
        for part in text if isinstance(text, list) else [text]:
            words = str(part).replace(",", ".").replace("−", "-").strip()
            for sign, fits in (("≥", value.__ge__), ("≤", value.__le__), (">", value.__gt__), ("<", value.__lt__)):
                if words.startswith(sign):
                    if fits(float(words[1:])):
                        return True
                    break
            else:
                middle = words.index("…") if "…" in words else words.rindex("–") if "–" in words else -1
                low, high = (words[:middle], words[middle + 1 :]) if middle > 0 else (words, words)
                if float(low) <= value <= float(high):
                    return True
        return False

    def goal(self, id_: str) -> int:
        """Judge a delmål."""
        values = [
            grade
            for item in self.programme["indikatorer"]
            if id_ in item.get("måler", ())
            for grade in self.indicator(item)
        ]
        below: dict[str, list[int]] = {}
        direct = []
        for oppdrag, (_, item) in self.oppdrag.items():
            grade = self.graded[oppdrag]
            for up in item["følger_opp"]:
                if grade is not None and up == id_:
                    direct.append(grade)
                elif grade is not None and id_ in self.goals_of[up] and up != id_:
                    below.setdefault(up, []).append(grade)
        steps = [min(WELL, _together(grades) or 0) for grades in below.values()] + direct
        work, measured = _together(steps), _together(values)
        if measured is None:
            return UNKNOWN if work is None else min(WELL, work)
        return measured if work is None else min(measured, (RISK, WELL, WELL, DONE_, DONE_)[work])


@cache
def _again(number: int) -> Again:
    return Again(EXAMPLE, number)


@pytest.mark.parametrize("number", [1, 2])
def test_work_of_the_example(number: int) -> None:
    """Every tiltak and oppdrag has the course that other code computes."""
    again = _again(number)
    titles = {
        (kind, item["tittel"], again.unit_title[unit]): again.work(kind, id_)
        for kind, rows in (("tiltak", again.tiltak), ("oppdrag", again.oppdrag))
        for id_, (unit, item) in rows.items()
    }
    found = {
        (item.kind, item.title, item.unit): int(item.computed.course) if item.computed else None
        for item in _report(number).work
    }
    assert found == titles


@pytest.mark.parametrize("number", [1, 2])
def test_goals_of_the_example(number: int) -> None:
    """Every delmål has the course that other code computes, and the counts add up."""
    report, again = _report(number), _again(number)
    goals = [goal for area in report.focus_areas for goal in area.goals if goal.leaf]
    assert {goal.id: int(goal.computed.course) for goal in goals if goal.computed} == {
        goal.id: again.goal(goal.id) for goal in goals
    }
    assert sum(report.courses) == len(goals)


def test_reason_of_a_passed_deadline() -> None:
    """A status that a passed deadline contradicts is told with the day."""
    late = [item for item in view().differing if item.kind == "tiltak"]
    assert late
    assert all(item.computed and item.computed.word == "forsinket" for item in late)
    said = Language("en")(late[0].computed.reason) if late[0].computed and late[0].computed.reason else ""
    assert said.startswith("reported on track, but the deadline ran out on ")
    assert said in markdown(view()).replace("Reported", "reported")


def test_cancelled_work_is_not_judged() -> None:
    """What is cancelled has no computed status."""
    assert all((item.computed is None) == (item.status == "utgår") for item in by_title(view()).values())
