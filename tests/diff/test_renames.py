"""What only follows a record to its new id is no change of the plan, and is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import Run
from git_support import Repo
from planctl.diff.change import Change, Kind
from planctl.diff.renames import following, with_renames
from planctl.findings.diagnostic import Severity
from support import base_files

NOW = {"a.d1": "a.mat", "a.d2": "a.d1"}


def change(field: str, old: object, new: object, kind: Kind = Kind.THREAD_CUT) -> Change:
    return Change(kind, "hp", "handlingsprogram", field, old, new, Severity.WARNING)


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        (["a.d1", "b"], ["a.mat", "b"], ("a.mat",)),
        ("a.d1", "a.mat", ("a.mat",)),
        (["a.d1", "a.d2"], ["a.mat", "a.d1"], ("a.mat", "a.d1")),
        ([{"x": "a.d1"}], [{"x": "a.mat"}], ("a.mat",)),
    ],
)
def test_a_reference_that_follows(old: object, new: object, ids: tuple[str, ...]) -> None:
    assert following([change("måler", old, new)], NOW) == {0: ids}
    assert with_renames([change("måler", old, new)], NOW) == [
        Change(Kind.CHANGED, "hp", "handlingsprogram", "måler", old, new, Severity.INFO)
    ]


@pytest.mark.parametrize(
    ("old", "new"), [(["a.d1"], ["a.mat", "b"]), (["a.d1"], ["b"]), (["b"], ["c"]), (["a.d1"], None), (None, ["a.mat"])]
)
def test_a_reference_that_means_something_else(old: object, new: object) -> None:
    rows = [change("måler", old, new)]
    assert following(rows, NOW) == {}
    assert with_renames(rows, NOW) == rows


def test_a_key_that_follows_and_one_with_another_value() -> None:
    rows = [change("målfordeling/a.d1", ["x"], None), change("målfordeling/a.mat", None, ["x"])]
    assert following(rows, NOW) == {0: ("a.mat",), 1: ()}
    rows = [change("målfordeling/a.d1", ["x"], None), change("målfordeling/a.mat", None, ["y"])]
    assert following(rows, NOW) == {}


def test_an_order_is_no_reference() -> None:
    rows = [change("tiltak", ["a.d1", "a.mat"], ["a.mat", "a.mat"], Kind.REORDERED)]
    assert following(rows, NOW) == {}


def test_a_new_id_is_told_in_one_line(planctl: Run, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "planer")
    repo.edit("handlingsprogram.yaml", "  - id: hp2021.o1\n", "  - id: sykkelnett\n    tidligere_id: [hp2021.o1]\n")
    repo.edit("virksomhetsplaner/veg.yaml", "løser: [hp2021.o1]", "løser: [sykkelnett]")
    done = planctl("-C", str(repo.folder), "--lang", "en", "diff")
    assert done.out.splitlines()[1:] == [
        "1 change", "", "Other changes",
        "  Assignment «Bygge ut sykkelvegnettet» (sykkelnett): has a new id, «sykkelnett»; it was «hp2021.o1»",
        "    → 1 reference follows the new id",
    ]  # fmt: skip
    alone = planctl("-C", str(repo.folder), "--lang", "en", "diff", "--plan", "vp2021-veg")
    assert alone.out.splitlines()[-1] == (
        "  Measure «Bygge sykkelparkering ved stasjonen» (vp2021-veg.t1): Løser changed from "
        "Bygge ut sykkelvegnettet (hp2021.o1) to Bygge ut sykkelvegnettet (sykkelnett)"
    )


def test_what_is_named_by_a_renamed_record_follows_it() -> None:
    report = Change(
        Kind.RENAMED, "rapportering drift 2021-T1", "rapportering", None, "rapportering veg 2021-T1",
        "rapportering drift 2021-T1", Severity.INFO,
    )  # fmt: skip
    own = Change(Kind.RENAMED, "drift", "virksomhet", None, "veg", "drift", Severity.INFO)
    assert following([own, report], {"veg": "drift"}) == {1: ()}
    assert with_renames([own, report], {"veg": "drift"}) == [own, report]


def test_a_renamed_unit_is_one_line(planctl: Run, tmp_path: Path) -> None:
    """Reports and monthly figures have no id of their own: they are named by the unit's."""
    figures = (
        "type: økonomi\nperiode: 2021\nmåneder:\n  - enhet: veg\n    måned: 1\n    budsjett: 10\n    regnskap: 10\n"
    )
    report = "type: rapportering\nperiode: 2021-T1\nvirksomhet: veg\nlevert: 2021-05-20\nsammendrag: Det går bra.\n"
    start = {**base_files(), "økonomi.yaml": figures, "rapport.yaml": report}
    repo = Repo(tmp_path / "planer", start)

    def followed(text: str) -> str:
        new = text.replace(": veg\n", ": drift\n").replace("[veg]", "[drift]")
        return new.replace("  - id: drift\n", "  - id: drift\n    tidligere_id: [veg]\n")

    repo.write({path: followed(text) for path, text in start.items()})
    shown = planctl("-C", str(repo.folder), "--lang", "en", "diff").out.splitlines()
    assert shown[1:] == [
        "1 change", "", "Other changes",
        "  Unit «Veg og trafikk» (drift): has a new id, «drift»; it was «veg»",
        "    → 7 references follow the new id",
    ]  # fmt: skip
