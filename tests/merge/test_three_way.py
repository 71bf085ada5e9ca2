"""The merge by record and field: clean where fields differ, markers where they do not, text kept to the byte."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planctl.load.reading import parse
from planctl.merge.conflict import Markers
from planctl.merge.three_way import merge
from support import EXAMPLE, base_files, sample

BASE = """\
# Virksomhetsplan for veg
type: virksomhetsplan
id: vp
arver: [klima.d1]

# Tiltakene, i rekkefølge
tiltak:
  - id: vp.t1  # det første
    tittel: Bygge sykkelparkering
    # avtalt med stasjonen
    frist: 2021-10-01
    ansvarlig: veg
  # det andre tiltaket
  - id: vp.t2
    tittel: Skilte
    omtale: >-
      Første linje.

      # ingen kommentar
      Siste linje.
    frist: 2021-11-01
    bånd:
      ønsket: "1"
      akseptert: "2"

indikatorer: []
"""


def merged(ours: str, theirs: str, base: str = BASE) -> str:
    """Merge cleanly."""
    found = merge("vp.yaml", base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert found.conflicts == 0, found.data.decode()
    return found.data.decode()


def conflict(ours: str, theirs: str, base: str = BASE) -> str:
    """Merge to one conflict."""
    found = merge("vp.yaml", base.encode(), ours.encode(), theirs.encode())
    assert found is not None
    assert found.conflicts == 1
    return found.data.decode()


def swap(*pairs: tuple[str, str]) -> str:
    """Replace texts that stand once in BASE."""
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


FRIST = ("frist: 2021-10-01", "frist: 2021-12-01  # utsatt")
OWNER = ("ansvarlig: veg", "ansvarlig: park")
TITLE = ("tittel: Bygge sykkelparkering", "tittel: Bygge sykkelhotell")
NEW_1 = ("  # det andre tiltaket\n", "  - id: vp.t3\n    tittel: Tredje\n  # det andre tiltaket\n")
NEW_2 = ("  # det andre tiltaket\n", "  # nytt\n  - id: vp.t4\n    tittel: Fjerde\n  # det andre tiltaket\n")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FRIST, OWNER),
        (FRIST, TITLE),
        (TITLE, ("# avtalt med stasjonen", "# avtalt med Bane NOR")),
        (
            ("# avtalt med stasjonen\n    frist", "# avtalt med Bane NOR\n    frist"),
            ("frist: 2021-10-01", "frist: 2021-12-01"),
        ),
        (("    # avtalt med stasjonen\n", ""), OWNER),
        (("    ansvarlig: veg\n", "    ansvarlig: veg\n    status: i rute\n"), FRIST),
        (('ønsket: "1"', 'ønsket: "0"'), ('akseptert: "2"', 'akseptert: "3"')),
        (("Siste linje.", "Aller siste linje."), ("frist: 2021-11-01", "frist: 2021-11-02")),
        (("arver: [klima.d1]", "arver: [klima.d2]"), ("# Tiltakene, i rekkefølge", "# Tiltakene")),
        (("id: vp.t1  # det første", "id: vp.t1  # nummer én"), FRIST),
        (NEW_1, FRIST),
        (("indikatorer: []\n", "indikatorer: []\nmerknad: Hei\n"), FRIST),
    ],
)
def test_different_fields_merge_cleanly(left: tuple[str, str], right: tuple[str, str]) -> None:
    both = swap(left, right)
    assert merged(swap(left), swap(right)) == both
    assert merged(swap(right), swap(left)) == both


def test_two_new_records_at_one_spot() -> None:
    text = merged(swap(NEW_1), swap(NEW_2))
    assert (
        text.index("vp.t1")
        < text.index("vp.t3")
        < text.index("# nytt\n  - id: vp.t4")
        < text.index("# det andre tiltaket\n  - id: vp.t2")
    )


def test_two_new_records_at_the_end() -> None:
    base = "type: virksomhetsplan\ntiltak:\n  - id: a\n    frist: 2021"
    text = merged(base + "\n  - id: b\n    frist: 2022\n", base + "\n  - id: c\n    frist: 2023", base)
    assert (
        text
        == "type: virksomhetsplan\ntiltak:\n  - id: a\n    frist: 2021\n  - id: b\n    frist: 2022\n  - id: c\n    frist: 2023\n"
    )


def test_a_deleted_record_and_a_changed_neighbour() -> None:
    first = BASE[BASE.index("  - id: vp.t1") : BASE.index("  # det andre")]
    text = merged(swap((first, "")), swap(("frist: 2021-11-01", "frist: 2022-01-01")))
    assert text == swap((first, ""), ("frist: 2021-11-01", "frist: 2022-01-01"))


def test_a_moved_record_keeps_the_other_sides_edit() -> None:
    first = BASE[BASE.index("  - id: vp.t1") : BASE.index("  # det andre")]
    moved = swap((first, ""), ("\nindikatorer: []", first + "\nindikatorer: []"))
    assert merged(moved, swap(FRIST)) == moved.replace(*FRIST)
    assert merged(swap(FRIST), moved) == moved.replace(*FRIST)


def test_the_same_field_gives_ordinary_markers() -> None:
    text = conflict(swap(FRIST), swap(("frist: 2021-10-01", "frist: 2022-01-01"), OWNER))
    assert text == swap(
        (
            "    frist: 2021-10-01\n",
            "<<<<<<< ours\n    frist: 2021-12-01  # utsatt\n=======\n    frist: 2022-01-01\n>>>>>>> theirs\n",
        ),
        OWNER,
    )


def test_two_edits_of_one_prose_are_a_conflict() -> None:
    text = conflict(swap(("Første linje.", "Ny første.")), swap(("Siste linje.", "Ny siste.")))
    assert text.count("<<<<<<<") == 1
    assert "Ny første." in text
    assert "Ny siste." in text


def test_deleted_and_changed_is_a_conflict() -> None:
    first = BASE[BASE.index("  - id: vp.t1") : BASE.index("  # det andre")]
    text = conflict(swap((first, "")), swap(FRIST))
    assert "<<<<<<< ours\n=======\n  - id: vp.t1" in text


def test_the_first_field_of_an_item_in_conflict() -> None:
    base = "tiltak:\n  - tittel: A\n    id: a\n"
    text = conflict(base.replace("A", "B"), base.replace("A", "C"), base)
    assert text == "tiltak:\n<<<<<<< ours\n  - tittel: B\n=======\n  - tittel: C\n>>>>>>> theirs\n    id: a\n"


def test_the_base_is_shown_when_git_is_set_so() -> None:
    found = merge(
        "vp.yaml", BASE.encode(), swap(FRIST).encode(), swap(("2021-10-01", "2022")).encode(), Markers(9, base=True)
    )
    assert found is not None
    assert (
        "||||||||| base\n    # avtalt" in found.data.decode()
        or "||||||||| base\n    frist: 2021-10-01\n=========\n" in found.data.decode()
    )


@pytest.mark.parametrize("bad", ["tiltak: [", "a: 1\na: 2\n", "tiltak: &x\n", "\ufefftype: a\n", "a: 1\rb: 2\n"])
def test_what_is_not_understood_is_left_to_git(bad: str) -> None:
    assert merge("vp.yaml", BASE.encode(), (BASE + "x: 1\n").encode(), bad.encode()) is None


def test_a_record_moved_to_two_places_is_left_to_git() -> None:
    base = "a:\n  - id: x\n    t: 1\nb:\n  - id: y\nc:\n  - id: z\n"
    ours = "a: []\nb:\n  - id: y\n  - id: x\n    t: 1\nc:\n  - id: z\n"
    theirs = "a: []\nb:\n  - id: y\nc:\n  - id: z\n  - id: x\n    t: 1\n"
    assert merge("p.yaml", base.encode(), ours.encode(), theirs.encode()) is None


def test_windows_line_ends() -> None:
    dos = [text.replace("\n", "\r\n") for text in (swap(FRIST), swap(OWNER), BASE)]
    assert merged(dos[0], dos[1], dos[2]) == swap(FRIST, OWNER).replace("\n", "\r\n")


FILES = list(base_files().values())
FILES += [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))[::4]]


def damaged(text: str, picks: list[tuple[int, str]]) -> str:
    """Change, delete or double some lines."""
    lines = text.splitlines(keepends=True)
    for place, what in picks:
        index = place % max(len(lines), 1)
        match what:
            case "delete":
                del lines[index : index + 1]
            case "comment":
                lines.insert(index, "# planlagt\n")
            case "double":
                lines[index:index] = lines[index : index + 1]
            case _:
                lines[index : index + 1] = [line.rstrip("\n") + " x\n" for line in lines[index : index + 1]]
    return "".join(lines)


EDITS = st.lists(
    st.tuples(st.integers(0, 5000), st.sampled_from(["delete", "comment", "double", "change"])), max_size=4
)


@settings(max_examples=sample(150, 1000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), EDITS)
def test_an_unchanged_side_gives_the_other_sides_bytes(text: str, edits: list[tuple[int, str]]) -> None:
    other = damaged(text, edits)
    for ours, theirs in ((text, other), (other, text)):
        found = merge("p.yaml", text.encode(), ours.encode(), theirs.encode())
        assert found is not None
        assert (found.data, found.conflicts) == (other.encode(), 0)


@settings(max_examples=sample(250, 1000), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), EDITS, EDITS)
def test_a_clean_merge_reads_and_holds_every_line_a_side_added(
    text: str, left: list[tuple[int, str]], right: list[tuple[int, str]]
) -> None:
    """Nothing lost, nothing invented: every line of the result stands in a side, every new line in the result."""
    ours, theirs = damaged(text, left), damaged(text, right)
    found = merge("p.yaml", text.encode(), ours.encode(), theirs.encode())
    if found is None or found.conflicts:
        return
    lines, old = found.data.decode().splitlines(), set(text.splitlines())
    for side in (ours, theirs):
        assert {line for line in side.splitlines() if line not in old} <= set(lines)
    assert set(lines) <= {*ours.splitlines(), *theirs.splitlines()}
    if found.data not in (ours.encode(), theirs.encode()):
        assert parse("p.yaml", found.data)[1] == []
    again = merge("p.yaml", text.encode(), theirs.encode(), ours.encode())
    assert again is not None
    assert again.conflicts == 0


MEETINGS = """\
type: møteplan
møter:
  - organ: kommunestyret
    dato: 2021-01-26
    sted: Salen
  - organ: formannskapet
    dato: 2021-01-26
  - organ: kommunestyret
    dato: 2021-03-09
"""


def test_meetings_without_ids_are_known_by_body_and_day() -> None:
    ours = MEETINGS.replace("Salen", "Scenen")
    theirs = MEETINGS.replace("  - organ: formannskapet\n    dato: 2021-01-26\n", "") + "    sted: Salen\n"
    found = merged(ours, theirs, MEETINGS)
    assert found == theirs.replace("sted: Salen\n  - organ", "sted: Scenen\n  - organ")


def test_two_meetings_of_a_body_on_a_day_are_one_conflict() -> None:
    base = MEETINGS.replace("formannskapet", "kommunestyret")
    assert "<<<<<<<" in conflict(base.replace("Salen", "Scenen"), base.replace("2021-03-09", "2021-03-10"), base)


def test_a_meeting_that_both_sides_move_is_a_conflict() -> None:
    text = conflict(MEETINGS.replace("03-09", "03-16"), MEETINGS.replace("03-09", "03-23"), MEETINGS)
    assert "<<<<<<< ours\n    dato: 2021-03-16\n=======\n    dato: 2021-03-23\n>>>>>>> theirs\n" in text


def test_a_record_that_both_sides_give_a_new_id_is_a_conflict() -> None:
    assert "<<<<<<<" in conflict(swap(("id: vp.t2", "id: vp.t3")), swap(("id: vp.t2", "id: vp.t4")))
    assert merged(swap(("id: vp.t2", "id: vp.t3")), swap(("id: vp.t2", "id: vp.t3"), ("2021-10-01", "2021-10-02")))
