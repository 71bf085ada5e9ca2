"""`planctl diff` and `validate --since` on a real git repository: revisions, formats, filters, exit codes, safety."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from diff_support import carried_rows, held, laid, told
from test_diff_words import HP, KP, VEG, git

from cli_support import Run
from git_support import copy_base
from planctl.i18n import Language
from planctl.resources import schemas_dir
from support import base_files

STRATEGY = (
    "            strategier:\n              - id: klima.d1.s1\n"
    "                tittel: Kommunen skal gjøre det enklere å gå og sykle\n"
)
GOAL = "        delmål:\n          - id: klima.d1\n            tittel: Innbyggerne reiser miljøvennlig\n" + STRATEGY
HOSTILE = "@alle <img src=x> ::error::x ##vso[task] [a](http://x.y) \u202e\x1b[31m #1"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    root = copy_base(tmp_path / "planer")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "start")
    return root


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", words)


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), "utf-8")


def test_nothing_given_compares_the_last_commit_with_the_files(planctl: Run, repo: Path) -> None:
    assert "Nothing is changed in the plans." in planctl("-C", str(repo), "--lang", "en", "diff").out
    edit(repo, VEG, "2021-10-01", "2021-10-02")
    assert "postponed 1 day," in planctl("-C", str(repo), "--lang", "en", "diff").out


def test_three_dots_begin_where_the_branches_parted_and_two_at_the_tip(planctl: Run, repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "gren")
    edit(repo, VEG, "2021-10-01", "2021-11-01")
    commit(repo, "frist")
    git(repo, "checkout", "-q", "main")
    edit(repo, KP, "reiser miljøvennlig", "reiser grønt")
    commit(repo, "mål")
    three = planctl("-C", str(repo), "--lang", "en", "diff", "main...gren").out
    two = planctl("-C", str(repo), "--lang", "en", "diff", "main..gren").out
    assert "postponed 1 month" in three
    assert "changed: «" not in three
    assert "postponed 1 month" in two
    assert "changed: «Innbyggerne reiser [-grønt-]{+miljøvennlig+}»" in two


@pytest.mark.parametrize("words", ["nei", "--output=x", "-h", "main...nei", "nei..main", "HEAD:planer/planctl.yaml"])
def test_what_is_no_revision_is_told(planctl: Run, repo: Path, words: str) -> None:
    done = planctl("-C", str(repo), "--lang", "en", "diff", "--", words)
    assert done.code == 2
    assert "There is no revision" in done.err
    assert list(repo.glob("x")) == []


def test_a_folder_outside_git_is_told(planctl: Run, tmp_path: Path) -> None:
    done = planctl("-C", str(copy_base(tmp_path / "x")), "--lang", "en", "diff")
    assert (done.code, done.out) == (2, "")
    assert "is not in a git repository" in done.err


def test_a_shallow_clone_says_to_fetch_more(planctl: Run, repo: Path, tmp_path: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    edit(repo, VEG, "2021-10-01", "2021-11-01")
    commit(repo, "frist")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", "grunn")
    done = planctl("-C", str(tmp_path / "grunn" / "planer"), "--lang", "en", "diff", first)
    assert done.code == 2
    assert "fetch more" in done.err


def test_exit_code_only_when_asked_and_grave(planctl: Run, repo: Path) -> None:
    edit(repo, VEG, "2021-10-01", "2021-11-01")
    assert planctl("-C", str(repo), "diff", "--exit-code").code == 0
    edit(repo, KP, STRATEGY, "")
    assert planctl("-C", str(repo), "diff").code == 0
    assert planctl("-C", str(repo), "diff", "--exit-code").code == 1


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_hostile_titles_do_nothing(planctl: Run, repo: Path, form: str) -> None:
    edit(repo, VEG, "tittel: Bygge sykkelparkering ved stasjonen", f"tittel: {json.dumps(HOSTILE)}")
    out = planctl("-C", str(repo), "--lang", "en", "diff", "--format", form).out
    assert "\x1b" not in out
    assert form == "json" or "\u202e" not in out
    assert "##vso[" not in out
    if form in {"markdown", "html"}:
        assert "<img" not in out
    if form == "markdown":
        assert not re.search(r"@alle|http://|(?<!\\)\[a\]|::error", out)


def test_the_json_fits_its_schema_and_carries_over(planctl: Run, repo: Path) -> None:
    edit(repo, VEG, "2021-10-01", "2021-11-01")
    edit(repo, KP, GOAL, "")
    (repo / "ny.yaml").write_text(
        "type: målinger\nmålinger:\n  - {indikator: klima.i1, periode: 2021, verdi: 12}\n", "utf-8"
    )
    found = json.loads(planctl("-C", str(repo), "diff", "--format", "json").out)
    schema = json.loads((schemas_dir() / "utdata" / "diff.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(found, schema, cls=jsonschema.Draft202012Validator)
    assert list(found) == ["schema_version", "base", "head", "changes", "findings", "exemptions"]
    assert found["head"] is None
    assert found["base"] == git(repo, "rev-parse", "HEAD")
    carried_rows(repo, found["changes"])


def test_only_one_owner_or_plan(planctl: Run, repo: Path) -> None:
    edit(repo, VEG, "2021-10-01", "2021-11-01")
    edit(repo, HP, "kilde: Reisevaneundersøkelsen", "kilde: SSB")
    both = planctl("-C", str(repo), "--lang", "en", "diff").out
    mine = planctl("-C", str(repo), "--lang", "en", "diff", "--owner", "veg").out
    plan = planctl("-C", str(repo), "--lang", "en", "diff", "--plan", "hp2021").out
    assert "postponed" in both
    assert "SSB" in both
    assert "postponed" in mine
    assert "SSB" not in mine
    assert "postponed" not in plan
    assert "SSB" in plan


def test_what_loses_its_thread_is_counted() -> None:
    text = base_files()[KP]
    diff = held(laid({}), laid({KP: text.replace(GOAL, "")}))
    change = next(change for change in diff.changes if change.record == "klima.d1")
    words = [Language("en")(item.message) for item in change.consequences]
    assert words[0] == "1 assignment and 1 measure lose the rød tråd; this affects Veg og trafikk"
    assert change.weight == "error"
    assert "Sub-goal «Innbyggerne reiser miljøvennlig» (klima.d1): removed, with 1 strategy" in told(diff)


def test_what_keeps_another_thread_loses_nothing() -> None:
    programme = base_files()[HP].replace("[klima.d1.s1]", "[klima.d1.s1, klima.d1]")
    old = laid({HP: programme})
    new = laid(
        {HP: programme.replace("[klima.d1.s1, klima.d1]", "[klima.d1]"), KP: base_files()[KP].replace(STRATEGY, "")}
    )
    diff = held(old, new)
    assert [item for change in diff.changes for item in change.consequences] == []


def test_moved_in_the_plan_and_to_another_file() -> None:
    moved = base_files()[KP].replace("        delmål:\n", "        mål:\n")
    assert "moved from delmål to mål" in told(held(laid({}), laid({KP: moved})))[0]
    diff = held(laid({}), laid({VEG: None, "annet.yaml": base_files()[VEG]}))
    assert told(diff) == [
        "Unit plan «Virksomhetsplan 2021 for veg» (vp2021-veg): moved from virksomhetsplaner/veg.yaml to annet.yaml"
    ]


def test_since_shows_only_what_is_new_also_when_lines_have_moved(planctl: Run, repo: Path) -> None:
    edit(repo, VEG, "    ansvarlig: veg\n    status: i rute", "    status: i rute")
    commit(repo, "uten ansvarlig")
    edit(repo, VEG, "type: virksomhetsplan", "# en linje\n# to linjer\ntype: virksomhetsplan")
    done = planctl("validate", str(repo), "--since", "HEAD")
    assert done.code == 0
    assert "302" not in done.out
    edit(repo, VEG, "    frist: 2021-10-01\n", "")
    done = planctl("validate", str(repo), "--since", "HEAD")
    assert done.code == 1
    assert "301" in done.out
    assert "302" not in done.out
    assert "302" in planctl("validate", str(repo)).out


def test_since_protects_what_is_adopted(planctl: Run, repo: Path) -> None:
    edit(repo, KP, "reiser miljøvennlig", "lar bilen stå")
    done = planctl("validate", str(repo), "--since", "HEAD", "--select", "528")
    assert done.code == 1
    assert "528" in done.out
    assert planctl("validate", str(repo), "--select", "528").code == 0
    assert planctl("validate", str(repo), "--since", "nei").code == 2


def test_a_suspect_link_is_new_once(planctl: Run, repo: Path) -> None:
    edit(repo, KP, "reiser miljøvennlig", "lar bilen stå")
    assert "221" in planctl("validate", str(repo), "--since", "HEAD", "--select", "221").out
    commit(repo, "mål")
    assert "221" not in planctl("validate", str(repo), "--since", "HEAD", "--select", "221").out
    assert "221" in planctl("validate", str(repo), "--since", "HEAD~1", "--select", "221").out


def test_many_changes_are_folded_and_told(planctl: Run, repo: Path) -> None:
    rows = "".join(
        f"  - id: m{n}\n    tittel: Tiltak nummer {n} {'x' * 900}\n    løser: [hp2021.o1]\n    frist: 2021-11-01\n    ansvarlig: veg\n"
        for n in range(400)
    )
    with (repo / VEG).open("a", encoding="utf-8") as file:
        file.write(rows)
    out = planctl("-C", str(repo), "--lang", "en", "diff").out
    assert "… and 370 more" in out
    comment = planctl("-C", str(repo), "--lang", "en", "diff", "--format", "markdown").out
    assert len(comment.encode("utf-16-le")) // 2 < 65_536
    assert "left out here" in comment
