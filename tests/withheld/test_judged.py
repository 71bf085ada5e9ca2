"""What is exempt is judged, mended, merged and counted as all else, and is written to no file as a mask."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import WORD, files

from git_support import Repo
from planctl.check.pipeline import Choice
from planctl.cli.run import run
from planctl.diff.findings import marked
from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.merge.three_way import Markers, merge
from planctl.world import World, open_world
from support import HERE, TODAY, MemoryTree, base_files, book

REGISTER = """\
type: vedtak
id: vr2021
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: v1
    tittel: Kjøp av tomten til Zorvik
    dato: 2021-02-09
    frist: 01.05.2021
    ansvarlig: veg
    status: under arbeid
    unntatt: {hjemmel: offl § 23}
  - id: v2
    tittel: Trygg skoleveg
    dato: 2021-02-09
    ansvarlig: veg
    frist: 2021-05-01
    overført_til: v1
"""


def opened(register: str = REGISTER, *, intern: bool = False) -> World:
    tree = MemoryTree({**base_files(), "vedtak.yaml": register})
    return open_world(tree, TODAY, lambda: TODAY, book(), intern=intern)


def test_nothing_is_made_anew_where_nothing_is_exempt() -> None:
    world = opened(REGISTER.replace("    unntatt: {hjemmel: offl § 23}\n", ""))
    assert world.withheld is None
    assert world.judged is world


def test_the_same_is_found_with_the_same_fingerprints() -> None:
    """What is exempt is judged by its own texts: a check, a baseline and --since do not hang on who asks."""
    shown, whole = (
        open_world(MemoryTree(dict(files())), TODAY, lambda: TODAY, book(), intern=intern) for intern in (False, True)
    )
    one, other = (marked(world, Choice()) for world in (shown, whole))
    assert [(item.code, item.location, item.severity, item.record, mark) for item, mark in one] == [
        (item.code, item.location, item.severity, item.record, mark) for item, mark in other
    ]
    assert len(one) > 15


def test_a_message_keeps_its_words_where_they_tell_nothing() -> None:
    rows = marked(opened(REGISTER.replace("01.05.2021", "2021-05-01")), Choice(select=("812",)))
    lang = Language("nb")
    assert [lang(item.message) for item, _ in rows] == [
        "«unntatt, offl. § 23 (v1)» skulle vært fulgt opp innen 1. mai 2021",
        "«Trygg skoleveg» skulle vært fulgt opp innen 1. mai 2021",
    ]


def test_a_message_that_quotes_a_text_is_told_by_its_rule() -> None:
    rows = marked(opened(REGISTER.replace("under arbeid", "venter på Zorvik")), Choice(select=("104",)))
    lang = Language("nb")
    assert [(lang(item.message), item.help and lang(item.help)) for item, _ in rows] == [
        (
            "En verdi som ikke kan stå her: unntatt, offl. § 23 (v1)",
            "Det som er unntatt offentlighet, er utelatt her. Legg til --intern for å se det.",
        )
    ]


def test_a_fix_writes_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The date is mended in the record that is exempt, no other sign of it is changed, and --diff shows no line of it."""
    repo = Repo(tmp_path / "plan", {**base_files(), "vedtak.yaml": REGISTER})
    monkeypatch.chdir(repo.folder)
    run(["validate", "--diff"])
    assert [line for line in capsys.readouterr().out.splitlines() if line[:1] in "+-"] == [
        "--- a/vedtak.yaml", "+++ b/vedtak.yaml", "-    # unntatt, offl. § 23", "+    # unntatt, offl. § 23",
    ]  # fmt: skip
    run(["validate", "--fix"])
    assert repo.read("vedtak.yaml") == REGISTER.replace("01.05.2021", "2021-05-01")


def test_a_merge_writes_the_texts() -> None:
    ours, theirs = REGISTER.replace("til Zorvik", "av Zorvik"), REGISTER.replace("01.05.2021", "2021-06-01")
    merged = merge("vedtak.yaml", REGISTER.encode(), ours.encode(), theirs.encode(), Markers())
    assert merged is not None
    assert merged.data.decode() == ours.replace("01.05.2021", "2021-06-01")


def test_a_tiltak_that_solves_a_later_exempt_vedtak_was_exempt_before() -> None:
    now = open_world(MemoryTree(dict(files())), TODAY, lambda: TODAY, book())
    assert now.withheld is not None
    then = open_world(MemoryTree(dict(files(None))), TODAY, lambda: TODAY, book(), also=now.withheld.ids)
    for name in now.withheld.ids:
        record = then.plans.get(name)
        assert record is not None
        assert record.withheld.startswith("unntatt, offl. § ")
        assert WORD not in str(record.fields)
        assert WORD in str(record.whole.fields)


def test_a_record_that_stands_twice_is_exempt_both_times() -> None:
    again = "  - id: v1\n    tittel: Kjøp av tomten til Zorvik\n    dato: 2021-02-09\n"
    plans = opened(REGISTER + again).plans
    assert [record.withheld for record in plans.records if record.id == "v1"] == ["unntatt, offl. § 23"] * 2


def test_a_file_that_cannot_be_read_whole_is_exempt_as_a_whole() -> None:
    """Nobody knows what was marked; what solves a record of it is exempt too."""
    plan = base_files()["virksomhetsplaner/veg.yaml"].replace("[hp2021.o1]", "[v9]")
    lost = REGISTER.replace("  - id: v2\n", "  - id: v9\n").replace("    overført_til: v1\n", "    dato: 2021-02-10\n")
    broken = REGISTER.replace("v1\n", "v7\n") + '  - id: v9\n    tittel: "Åpen\n'
    for register in (lost, broken):
        tree = MemoryTree({**base_files(), "vedtak.yaml": register, "virksomhetsplaner/veg.yaml": plan})
        plans = open_world(tree, TODAY, lambda: TODAY, book()).plans
        assert {record.withheld for record in plans.records if record.path == "vedtak.yaml"} <= {
            "unntatt",
            "unntatt, offl. § 23",
        }
        tiltak = plans.get("vp2021-veg.t1")
        assert tiltak is not None
        assert str(tiltak.title) == "unntatt (vp2021-veg.t1)"


def test_what_holds_the_record_is_of_one_piece_with_it() -> None:
    plans = opened().plans
    register, vedtak = plans.get("vr2021"), plans.get("v1")
    assert register is not None and vedtak is not None  # noqa: PT018
    assert register.get("vedtak")[0] is vedtak.fields
    assert vedtak.parent is register
    assert (register.withheld, vedtak.withheld) == ("", "unntatt, offl. § 23")


def test_few_are_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, laid in (("few", {**base_files(), "vedtak.yaml": REGISTER}), ("many", files())):
        monkeypatch.chdir(Repo(tmp_path / name, laid).folder)
        run(["status"])
        said = " ".join(capsys.readouterr().out.split())
        assert ("under 5 unntatt offentlighet" in said) == (name == "few")
        assert ("42 unntatt offentlighet" in said) == (name == "many")


def test_no_job_shows_it() -> None:
    """What runs on a build server never gives --intern."""
    root = HERE.parent
    jobs = [
        root / "action.yml",
        *(path for folder in (root / "ci", root / "templates/init") for path in folder.rglob("*")),
    ]
    assert [path.name for path in jobs if path.is_file() and "--intern" in path.read_text(encoding="utf-8")] == []


def test_the_example_has_one() -> None:
    world = open_world(WorkTree(HERE.parent / "examples/asker-2020"), None, lambda: TODAY, book())
    assert world.withheld is not None
    assert set(world.withheld.ids) == {"v2021.reservevann"}
