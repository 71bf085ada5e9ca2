"""A repository's own templates run in a process of their own: what passes a bound ends that, with a clear line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planctl.i18n import Language, T, Text
from planctl.load.files.tree import WorkTree
from planctl.reports.rendering import child_process as child
from planctl.reports.rendering import own_templates as process
from planctl.reports.rendering.own_templates import Reports
from planctl.reports.rendering.templates import OwnTemplateError, TemplateError
from planctl.resources import templates_dir
from support import HERE

NAME = "tertialrapport.md.j2"
TWENTY = "'aaaaaaaaaaaaaaaaaaaa'"
HOSTILE = {
    "six nested loops": (f"{{% for a in {TWENTY} %}}" * 7 + "{% set b = 1 %}" + "{% endfor %}" * 7, "10 seconds"),
    "big integers": (
        "{% set n = namespace(x=9) %}" + "{% for a in 'a'.ljust(60) %}{% set n.x = n.x * n.x %}{% endfor %}", "10 seconds"
    ),
    "a slice made while it is read": ("{{ 'a' | slice(1000000000) | list | length }}", "10 seconds"),
}  # fmt: skip
LARGE = {
    "padded": "{{ 'a'.ljust(2000000000) | length }}",
    "filled": "{{ '1'.zfill(2000000000) | length }}",
    "formatted": "{{ '{:2000000000}'.format('a') | length }}",
    "a batch": "{{ 'a' | batch(1000000000, 'x') | list | length }}",
}
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    (tmp_path / "templates").mkdir()
    return tmp_path


def rendered(town: Path, source: str, values: object = None, lang: str = "en") -> str:
    (town / "templates" / NAME).write_text(source, encoding="utf-8")
    with Reports(Language(lang), WorkTree(town)) as reports:
        return reports.rendered(NAME, {"report": values})


def refused(town: Path, source: str) -> tuple[str, str, int]:
    with pytest.raises(TemplateError) as caught:
        rendered(town, source)
    return Language("en")(caught.value.message), caught.value.path, caught.value.line


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parent end the child after a second: the child's own fence is then passed, as by a single long call."""
    monkeypatch.setattr(process, "SECONDS", 1)
    monkeypatch.setattr(process, "GRACE", 0)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.usefixtures("quick")
def test_time_is_bounded(name: str, town: Path) -> None:
    source, words = HOSTILE[name]
    begun = time.monotonic()
    assert refused(town, source) == (f"The template takes more than {words.replace('10', '1')}", f"templates/{NAME}", 1)
    assert time.monotonic() - begun < 60


@linux
@pytest.mark.parametrize("name", LARGE)
def test_memory_is_bounded(name: str, town: Path) -> None:
    assert refused(town, LARGE[name]) == ("The template takes more than 512 MB of memory", f"templates/{NAME}", 1)


def test_what_is_sent_is_bounded(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_MOST_BYTES", 1000)
    assert refused(town, "a" * 2000)[0] == "The template writes more than 20 million characters"


def test_a_fault_is_told_with_its_line(town: Path) -> None:
    message, path, line = refused(town, "one\n{{ report.nothing }}\n")
    assert message.startswith("The template uses a name that is not there: ")
    assert (path, line) == (f"templates/{NAME}", 2)
    assert refused(town, "{% include 'other.md.j2' %}") == (
        "There is no template «other.md.j2»",
        f"templates/{NAME}",
        1,
    )
    assert refused(town, "one\ntwo {% for %}")[1:] == (f"templates/{NAME}", 2)


def test_a_template_that_fails_does_not_stop_the_next_one(town: Path) -> None:
    (town / "templates" / NAME).write_text(
        "{{ 'a'.ljust(2000000000) | length if report else 'bra' }}", encoding="utf-8"
    )
    with Reports(Language("nb"), WorkTree(town)) as reports:
        with pytest.raises(TemplateError):
            reports.rendered(NAME, {"report": True})
        assert reports.rendered(NAME, {"report": False}) == "bra\n"


def test_the_same_template_gives_the_same_report(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of report, by planctl's own template here and by the repository's copies of all in the child."""
    kinds = [["--tertial", "2"], ["--annual"]]
    kinds += [["--document", name] for name in ("handlingsprogram", "kommuneplan", "planregister")]

    def reports() -> list[tuple[int, str]]:
        found = []
        for words in kinds:
            code = main_of(town, *words)
            found.append((code, capsys.readouterr().out))
        return found

    (town / "templates").rmdir()
    ours = reports()
    shutil.copytree(templates_dir(), town / "templates", ignore=shutil.ignore_patterns("typst", "html", "init"))
    assert reports() == ours
    assert [code for code, _ in ours] == [0] * len(kinds)


def main_of(town: Path, *words: str) -> int:
    from planctl.cli.run import run

    return run(["-C", str(town), "--today", "2021-09-15", "report", "--year", "2021", *words])


def test_shipped_templates_begin_no_process(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process.subprocess, "Popen", _never)
    assert main_of(town, "--tertial", "2") == 0
    (town / "templates" / "other.md.j2").write_text("x", encoding="utf-8")
    assert main_of(town, "--tertial", "2") == 0
    (town / "templates" / NAME).write_text("x", encoding="utf-8")
    assert main_of(town, "--tertial", "2") == 3


def _never(*_: object, **__: object) -> None:
    message = "no process was to begin"
    raise AssertionError(message)


def test_the_process_is_gone_afterwards(town: Path) -> None:
    (town / "templates" / NAME).write_text("hei", encoding="utf-8")
    with Reports(Language("nb"), WorkTree(town)) as reports:
        assert reports.rendered(NAME, {}) == "hei\n"
        assert reports._child is not None
        number = reports._child._process.pid
        os.kill(number, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@linux
def test_the_process_ends_with_a_parent_that_is_killed(town: Path) -> None:
    (town / "templates" / NAME).write_text(f"{{% for a in {TWENTY} %}}" * 9 + "{% endfor %}" * 9, encoding="utf-8")
    code = (
        "import sys\nfrom pathlib import Path\nfrom planctl.i18n import Language\nfrom planctl.load.files.tree import WorkTree\n"
        "from planctl.reports.rendering.own_templates import Reports, _Child\n"
        f"made = _Child(Language('nb'), WorkTree(Path({str(town)!r})))\nprint(made._process.pid, flush=True)\n"
        f"made.ask({NAME!r}, {{}})\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        number = int(parent.stdout.readline())
        parent.kill()
    end = time.monotonic() + 60
    while time.monotonic() < end and Path(f"/proc/{number}").exists():
        time.sleep(0.2)
    assert not Path(f"/proc/{number}").exists()


def test_the_process_reads_nothing_but_templates(town: Path) -> None:
    with Reports(Language("nb"), WorkTree(town)) as reports:
        reports._child = process._Child(Language("nb"), WorkTree(town))
        assert isinstance(reports._child._source("planctl.yaml"), FileNotFoundError)
    assert refused(town, "{% include '../planctl.yaml' %}")[0] == "There is no template «../planctl.yaml»"


def test_messages_survive_the_road() -> None:
    message = T("{path}:{line}: {problem}", path="å", line=3, problem=T("There is no template «{name}»", name="x"))
    sent = child.plain(message)
    assert process._text(sent) == Text(message.msgid, dict(message.params))
    assert Language("en")(process._text(sent)) == "å:3: There is no template «x»"


def test_templates_are_checked_in_the_process_too(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from planctl.cli.run import run

    (town / "templates" / NAME).write_text("one\n{% for %}", encoding="utf-8")
    (town / "templates" / "annen.md.j2").write_text("{{ report.x }}", encoding="utf-8")
    assert run(["-C", str(town), "--lang", "en", "template", "check"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"templates/{NAME}:2: The template cannot be read: ")
    assert told.out == "2 templates, 1 with errors\n"


def test_none_of_its_own_ends_at_the_first(town: Path) -> None:
    from planctl.reports.rendering.templates import NoneOfItsOwn

    (town / "templates" / NAME).write_text("x", encoding="utf-8")
    with pytest.raises(OwnTemplateError):
        NoneOfItsOwn(WorkTree(town)).read(f"templates/{NAME}")


@pytest.mark.parametrize("line", ["# x\n" * 1000, "|" * 10_000, "a" * 200_000], ids=["lines", "cells", "characters"])
def test_more_than_a_report_holds_is_refused(line: str, town: Path) -> None:
    source = "{% for a in '" + "a" * 60 + "' %}" + line + "{% endfor %}"
    assert refused(town, source) == (
        "The template writes more than a report can hold: 4,000,000 characters, 50,000 lines or 200,000 cells of tables",
        f"templates/{NAME}",
        1,
    )


def test_a_template_nested_too_deeply_is_told(town: Path) -> None:
    source = "{% if 1 %}" * 20_000 + "x" + "{% endif %}" * 20_000
    assert refused(town, source)[0] == "The template is nested too deeply, or goes in a circle"
