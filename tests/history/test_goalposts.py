"""Limits that were moved after an indicator was first measured, over commits, files, plans and gaps."""

from __future__ import annotations

from datetime import date

import pytest

from planctl.domain.judgement.goalposts import Goalposts, verdicts
from planctl.domain.judgement.limit_words import edits
from support import Files, base_files, world

HP = "handlingsprogram.yaml"
VALUES = {"m.yaml": "type: målinger\nmålinger:\n  - {indikator: klima.i1, periode: 2020, verdi: 12}\n"}
BASE = base_files()[HP]
INDICATOR = BASE[BASE.index("indikatorer:\n") :]
WITHOUT = BASE.replace(INDICATOR, "")
NEXT = """\
type: handlingsprogram
id: hp2022
tittel: Handlingsprogram 2022–2025
periode: 2022-2025
status: vedtatt
vedtak: {organ: kommunestyret, sak: 9/21, dato: 2021-01-02}
arver: [kp2020]
avløser: hp2021
"""

OLD_VEDTAK = "vedtak:\n  organ: kommunestyret\n  dato: 2020-12-15\n"
NEW_VEDTAK = OLD_VEDTAK.replace("  o", "  - o").replace("  d", "    d") + "  - organ: kommunestyret\n    dato: {}\n"


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """Replace texts, each standing exactly once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def soft(text: str = BASE) -> str:
    """Make the wished-for band begin at 12 and not at 15."""
    return changed(text, ("≥ 15", "≥ 12"), ("10–14", "10–11"))


def steps(*versions: Files, now: Files | None = None, name: str = "klima.i1", day: date | None = None) -> list[str]:
    """Tell the moves over some commits: the step's day, what changed, the verdicts then, and the vedtak's days."""
    past = [({**VALUES, **files}, "") for files in versions]
    here = world({**VALUES, **(versions[-1] if now is None else now)}, day or date(2021, 6, 15), past=past)
    posts = Goalposts(here)
    record = here.plans.get(name)
    assert record is not None
    found = []
    for move in posts.of(record):
        told = "; ".join(f"{edit.name} {edit.old} > {edit.new}" for edit in edits(move.old, move.new, move.fields))
        rows = verdicts(move.old, move.new, posts.series(record), move.day)
        judged = ", ".join(f"{row.old.verdict} > {row.new.verdict}" for row in rows if row.moved)
        when = str(move.day.day) if move.commit is not None else "now"
        decided = " ".join(str(row["dato"]) for row in move.vedtak)
        found.append(" | ".join([when, told, judged, decided]))
    return found


SOFTENED = "bånd/ønsket ≥ 15 > ≥ 12; bånd/akseptert 10–14 > 10–11"
MOVED = f"{SOFTENED} | akseptert > ønsket"


def test_a_move_with_its_verdict_and_no_vedtak() -> None:
    assert steps({}, {HP: soft()}) == [f"2 | {MOVED} | "]


def test_work_that_is_not_committed() -> None:
    assert steps({}, now={HP: soft()}) == [f"now | {MOVED} | "]


def test_nothing_of_what_is_written_otherwise_or_does_not_judge() -> None:
    other = changed(
        BASE, ('"≥ 15"', '">= 15,0"'), ("Andel reiser på", "Andelen reiser på"), ("periode: 2019", "periode: 2019-12")
    )
    assert steps({}, {HP: other}) == []


def test_moved_and_moved_back_are_two_moves() -> None:
    back = "bånd/ønsket ≥ 12 > ≥ 15; bånd/akseptert 10–11 > 10–14 | ønsket > akseptert"
    assert steps({}, {HP: soft()}, {}) == [f"2 | {MOVED} | ", f"3 | {back} | "]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("retning: opp", "retning: ned"), "retning opp > ned | "),
        (("desimaler: 0", "desimaler: 1"), "desimaler 0 > 1 | "),
        (("enhet: prosent", "enhet: antall"), "enhet prosent > antall | "),
        (("    kilde: R", "    hyppighet: hvert 4. år\n    kilde: R"), "hyppighet  > hvert 4. år | "),
        (("verdi: 9", "verdi: 11"), "nullpunkt 2019: 9 > 2019: 11 | "),
        (("    kilde: R", "    måltall:\n      - {periode: 2024, verdi: 12}\n    kilde: R"), "måltall  > 2024: 12 | akseptert > akseptert"),
    ],
)  # fmt: skip
def test_every_field_that_decides(edit: tuple[str, str], told: str) -> None:
    assert steps({}, {HP: changed(BASE, edit)}) == [f"2 | {told} | "]


def test_before_the_first_measurement_nothing_is_moved() -> None:
    late = {"m.yaml": VALUES["m.yaml"].replace("2020", "2021-01-03")}
    hard = changed(soft(), ("≥ 12", "≥ 13"), ("10–11", "10–12"))
    found = steps(late, {HP: soft(), **late}, {HP: hard, **late})
    assert found == ["3 | bånd/ønsket ≥ 12 > ≥ 13; bånd/akseptert 10–11 > 10–12 | ønsket > akseptert | "]
    assert steps({}, {HP: soft()}, now={HP: soft(), "m.yaml": "type: målinger\nmålinger: []\n"}) == []


def test_the_vedtak_of_the_same_step() -> None:
    decided = changed(soft(), (OLD_VEDTAK, NEW_VEDTAK.format("2021-01-02")))
    assert steps({}, {HP: decided}) == [f"2 | {MOVED} | 2021-01-02"]
    later = changed(decided, ("≥ 12", "≥ 11"), ("10–11", "10"))
    assert steps({}, {HP: decided}, {HP: later})[1].endswith("| ")


def test_a_vedtak_that_is_corrected_or_older_did_not_move_it() -> None:
    for vedtak in (OLD_VEDTAK.replace("12-15", "12-16"), NEW_VEDTAK.format("2020-01-02"), OLD_VEDTAK + "  sak: 1/20\n"):
        assert steps({}, {HP: changed(soft(), (OLD_VEDTAK, vedtak))}) == [f"2 | {MOVED} | "]


def test_a_plan_under_revision_gets_its_vedtak_when_it_is_adopted_again() -> None:
    revised = changed(BASE, ("status: vedtatt", "status: under revisjon"))
    again = changed(soft(), (OLD_VEDTAK, NEW_VEDTAK.format("2021-01-04")))
    assert steps({}, {HP: revised}, {HP: soft(revised)}) == [f"3 | {MOVED} | "]
    assert steps({}, {HP: revised}, {HP: soft(revised)}, {HP: again}) == [f"3 | {MOVED} | 2021-01-04"]


def test_a_draft_moves_nothing_before_it_is_adopted() -> None:
    draft = changed(BASE, ("status: vedtatt", "status: utkast"))
    assert steps({HP: draft}, {HP: soft(draft)}, {HP: soft()}) == []
    assert steps({}, {HP: draft}, {HP: soft(draft)}) == []
    assert steps({}, {HP: draft}, {HP: soft(draft)}, {HP: soft()}) == [f"4 | {MOVED} | "]


def test_carried_into_the_next_handlingsprogram_with_the_same_id() -> None:
    carried = {HP: WITHOUT, "hp2022.yaml": NEXT + soft(INDICATOR)}
    assert steps({}, carried) == [f"2 | {MOVED} | 2021-01-02"]
    assert steps({}, {HP: WITHOUT, "hp2022.yaml": NEXT + INDICATOR}) == []


def test_carried_with_a_new_id_that_names_the_former_one() -> None:
    new = changed(INDICATOR, ("  - id: klima.i1\n", "  - id: hp2022.i1\n    tidligere_id: [klima.i1]\n"))
    values = {"m.yaml": VALUES["m.yaml"].replace("klima.i1", "hp2022.i1")}
    assert steps({}, {HP: WITHOUT, "hp2022.yaml": NEXT + soft(new), **values}, name="hp2022.i1") == [
        f"2 | {MOVED} | 2021-01-02"
    ]


def test_a_draft_beside_the_plan_in_force_takes_over_when_it_is_adopted() -> None:
    new = changed(soft(INDICATOR), ("  - id: klima.i1\n", "  - id: hp2022.i1\n"))
    draft = changed(
        NEXT, ("status: vedtatt\nvedtak: {organ: kommunestyret, sak: 9/21, dato: 2021-01-02}\n", "status: utkast\n")
    )
    heir = changed(new, ("  - id: hp2022.i1\n", "  - id: hp2022.i1\n    tidligere_id: [klima.i1]\n"))
    values = {"m.yaml": VALUES["m.yaml"].replace("klima.i1", "hp2022.i1")}
    first, second = {"hp2022.yaml": draft + new}, {HP: WITHOUT, "hp2022.yaml": NEXT + heir, **values}
    assert steps({}, first, second, name="hp2022.i1") == [f"3 | {MOVED} | 2021-01-02"]


def test_taken_out_and_put_in_again() -> None:
    assert steps({}, {HP: WITHOUT}, {HP: soft()}) == [f"3 | {MOVED} | "]
    assert steps({}, {HP: None}, {HP: soft()}) == [f"3 | {MOVED} | "]
    assert steps({}, {HP: WITHOUT}, {HP: BASE}) == []


def test_a_version_that_cannot_be_read_hides_nothing() -> None:
    assert steps({}, {HP: BASE.replace("retning: opp", "retning: [opp")}, {HP: soft()}) == [f"3 | {MOVED} | "]


def test_a_file_that_is_moved_and_not_committed() -> None:
    assert steps({}, now={HP: None, "hp/2021.yaml": soft()}) == []
    assert steps({}, now={HP: None, "hp2021.yaml": soft()}) == [f"now | {MOVED} | "]


def test_unit_by_unit() -> None:
    rows = "".join(
        f"  - {{indikator: klima.i1, periode: 2020, verdi: {value}, gjelder: {unit}}}\n"
        for unit, value in (("veg", 12), ("samfunn", 3))
    )
    past = [({"m.yaml": f"type: målinger\nmålinger:\n{rows}", HP: text}, "") for text in (BASE, soft())]
    here = world(past[-1][0], date(2021, 6, 15), past=past)
    posts, record = Goalposts(here), here.plans.by_id["klima.i1"]
    (move,) = posts.of(record)
    found = verdicts(move.old, move.new, posts.series(record), here.today)
    assert [(row.unit, row.moved, row.new.verdict) for row in found] == [
        ("veg", True, "ønsket"),
        ("samfunn", False, "ikke_godkjent"),
    ]


NESTED = """\
type: temaplan
id: tp
tittel: Plan for sykkel
periode: 2021-2033
status: vedtatt
vedtak: {organ: kommunestyret, sak: 9/21, dato: 2021-01-02}
innsatsområder:
  - id: tp.o
    tittel: Sykkel
    mål:
      - id: tp.m
        tittel: Flere sykler
        indikatorer:
          - id: tp.i
            tittel: Sykkelturer
            retning: opp
            nullpunkt: {periode: 2019, verdi: 100}
            måltall:
              - periode: 2025
                endring: +20 %
"""


def test_in_a_temaplan_under_a_goal() -> None:
    """The vedtak is the plan's, however deep the indicator stands; a moved nullpunkt moves the change from it too."""
    values = {"n.yaml": "type: målinger\nmålinger:\n  - {indikator: tp.i, periode: 2020, verdi: 102}\n"}
    old = {**values, "tp.yaml": NESTED}
    lower = changed(NESTED, ("+20 %", "+6 %"))
    again = "vedtak:\n  - organ: x\n    dato: 2021-01-02\n  - organ: x\n    dato: 2021-02-01"
    decided = changed(lower, ("vedtak: {organ: kommunestyret, sak: 9/21, dato: 2021-01-02}", again))
    moved, judged = "måltall 2025: +20 % > 2025: +6 %", "uten bånd > uten bånd"
    assert steps(old, {**values, "tp.yaml": lower}, name="tp.i") == [f"2 | {moved} | {judged} | "]
    assert steps(old, {**values, "tp.yaml": decided}, name="tp.i") == [f"2 | {moved} | {judged} | 2021-02-01"]
    base = changed(NESTED, ("verdi: 100", "verdi: 90"))
    assert steps(old, {**values, "tp.yaml": base}, name="tp.i") == [f"2 | nullpunkt 2019: 100 > 2019: 90 | {judged} | "]
