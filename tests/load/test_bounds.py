"""Small hostile files in a process of its own: an exit code that says something, bounded time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from planctl.findings.capped import MOST, MOST_OF_FORM
from support import base_files, book, found

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="no measure of a process's memory here")

SECONDS, MEGABYTES = 12, 260
"""Bounds of processor time and memory: far from a normal run (1 s, 45 MB), and farther from what they were."""
HEAD = "type: kommuneplan\nid: x\ntittel: X\nperiode: 2020-2032\n"
MANY = 40_000
VALUES = "type: målinger\nid: m\nfil: m.csv\n"
HEADER = "indikator;periode;verdi;gjelder\n"
UNIT = (
    "type: virksomhetsplan\nid: vp.x\ntittel: X\nvirksomhet: veg\nperiode: 2021\ntiltak:\n- id: vp.x.t1\n  tittel: T\n"
)
SETTINGS = base_files()["planctl.yaml"]


def rows(form: str, count: int = MANY) -> str:
    """Write a line many times, each with its number."""
    return "".join(form.format(n=n) for n in range(count))


CASES: list[tuple[str, dict[str, str], int, str]] = [
    ("unknown fields", {"h.yaml": HEAD + rows("felt{n}: a\n")}, 1, "… og 39\u00a0950 til i denne fila"),
    ("items of a list", {"h.yaml": HEAD + "satsingsområder:\n" + "- a\n" * 125_000}, 1, "mer enn 1\u00a0000 feil"),
    ("ids where records belong", {"h.yaml": HEAD + "mål:\n" + "  - hp2021.o1\n" * MANY}, 1, "mer enn 1\u00a0000 feil"),
    ("fields twice", {"h.yaml": HEAD + "status: utkast\n" * MANY}, 1, "… og 39\u00a0949 til i denne fila"),
    ("records without a title", {"h.yaml": HEAD + "satsingsområder:\n" + rows("- id: x.s{n}\n")}, 1, "006"),
    ("records with one id", {"h.yaml": HEAD + "satsingsområder:\n" + "- {id: x.s, tittel: S}\n" * MANY}, 1, "til i denne fila"),
    ("unknown references", {"h.yaml": UNIT + "  løser: [" + rows("o{n},") + "]\n"}, 1, "… og 39\u00a0500 til i denne fila"),
    ("unknown goals that resemble one", {"h.yaml": UNIT + "  løser: [" + rows("veg{n},") + "]\n"}, 1, "… og 39\u00a0500 til i denne fila"),
    ("anchors", {"h.yaml": HEAD + rows("a{n}: &a{n} x\n")}, 1, "… og 39\u00a0950 til i denne fila"),
    ("cut texts", {"h.yaml": HEAD + "verdier:\n" + "- Lys i hall #1\n" * MANY}, 0, "til i denne fila"),
    ("braces in a line", {"h.yaml": HEAD + "omtale: {" + "a: {b: c}, " * MANY + "}\n"}, 1, "h.yaml:5"),
    ("a long key", {"h.yaml": HEAD + "? " + "x" * 400_000 + "\n: a\n"}, 1, "xxx…"),
    ("space in a line with an error", {"h.yaml": HEAD + "omtale: a: " + " " * 400_000 + "b\n"}, 1, "001"),
    ("hyphens and no colon", {"h.yaml": HEAD + "- " * 40 + "a" * 400_000 + "\nb: c\n"}, 1, "h.yaml:5"),
    ("loose accents", {"h.yaml": HEAD + "omtale: a" + "\u0301\u0323" * 100_000 + "\n"}, 0, "Alt i orden"),
    ("exemptions", {"h.yaml": HEAD + "# planctl: unntak 306\n" * MANY}, 0, "… og 39\u00a0950 til i denne fila"),
    ("codes of an exemption", {"h.yaml": HEAD + "# planctl: unntak " + ",".join(f"a{n}" for n in range(MANY)) + "\n"}, 0, "903"),
    ("rows of values", {"h.yaml": VALUES, "m.csv": HEADER + "x;y;z;w\n" * 99_000}, 1, "… og 98\u00a0950 til i denne fila"),
    ("lines of values", {"h.yaml": VALUES, "m.csv": HEADER + "x;\n" * 200_000}, 1, "mer enn 100\u00a0000 linjer"),
    ("cells of a line", {"h.yaml": VALUES, "m.csv": HEADER + ";" * 400_000 + "a\n"}, 1, "111"),
    ("patterns", {"planctl.yaml": SETTINGS + "utelat:\n" + rows("- a{n}/**\n")}, 2, "3\u00a0000 feltnavn og verdier"),
    ("a pattern of stars", {"planctl.yaml": SETTINGS + "utelat:\n- '" + "*a" * 40 + "b'\n", "a" * 60 + "/h.yaml": HEAD}, 1, "104"),
    ("severities", {"planctl.yaml": SETTINGS + "regler:\n  alvorlighet:\n" + rows("    a{n}: av\n")}, 2, "902"),
    ("brackets in settings", {"planctl.yaml": SETTINGS + "utelat: " + "[" * 100_000}, 2, "902"),
    ("brackets in a baseline", {"planctl-baseline.json": "[" * 100_000}, 2, "planctl-baseline.json"),
    ("lines to ignore", {".gitignore": rows("a{n}/*\n")}, 0, "Alt i orden"),
    ("stars to ignore", {".gitignore": "*a" * 40 + "b\n", "a" * 60 + ".yaml": HEAD}, 0, "Alt i orden"),
]  # fmt: skip


MEASURE = """
import json, os, subprocess, sys
with open(sys.argv[1], "wb") as file:
    process = subprocess.Popen(sys.argv[2:], stdout=file, stderr=subprocess.STDOUT)
    _, status, used = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
"""Runs a command and tells what it used. A process of its own, for a child's most memory counts that of its parent."""


def measured(folder: Path) -> tuple[int, str, float, float]:
    """Validate a folder; give the exit code, what is said, processor seconds and the most megabytes."""
    told = folder / "told.txt"
    command = [sys.executable, "-m", "planctl", "-C", str(folder), "--lang", "nb", "validate"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(told), *command],
        capture_output=True, text=True, check=True, timeout=SECONDS * 10,
    )  # fmt: skip
    code, seconds, most = json.loads(done.stdout)
    return code, told.read_text(encoding="utf-8"), seconds, most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


@pytest.mark.parametrize(("files", "code", "words"), [pytest.param(*row[1:], id=row[0]) for row in CASES])
def test_a_small_hostile_file_takes_little_time_and_memory(
    files: dict[str, str], code: int, words: str, tmp_path: Path
) -> None:
    for path, text in {**base_files(), **files}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    got, told, seconds, megabytes = measured(tmp_path)
    assert got == code, told[-500:]
    assert words in " ".join(told.split(" ")), told[-500:]
    assert len(told) < 2_000_000
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_the_first_are_told_and_the_rest_counted_where_the_first_of_them_stands() -> None:
    data = HEAD + rows("felt{n}: a\n", MOST_OF_FORM + 10)
    told = found({"h.yaml": data}, "101")
    assert [item.location.span.line for item in told] == [*range(5, 5 + MOST_OF_FORM + 1)]
    assert [item.more for item in told] == [0] * MOST_OF_FORM + [10]
    assert told[-1].record is None
    assert len(found({"h.yaml": HEAD + rows("felt{n}: a\n", MOST_OF_FORM + 1)}, "101")) == MOST_OF_FORM + 1


def test_what_rules_judge_is_told_of_far_longer() -> None:
    told = found({"h.yaml": UNIT + "  løser: [" + rows("o{n}, ", MOST + 3) + "]\n"}, "201")
    assert [item.more for item in told] == [0] * MOST + [3]


def test_the_other_files_are_judged() -> None:
    other = base_files()["virksomhetsplaner/veg.yaml"].replace("    ansvarlig: veg", "    asvarlig: veg")
    told = found({"h.yaml": HEAD + rows("felt{n}: a\n"), "virksomhetsplaner/veg.yaml": other}, "101")
    assert [item.location.path for item in told][-1] == "virksomhetsplaner/veg.yaml"


def test_one_more_of_many_is_a_new_finding() -> None:
    """The baseline holds how many there were, so that another one is not hidden by them."""
    from planctl.check.fingerprint import fingerprints

    few, more = (found({"h.yaml": HEAD + rows("felt{n}: a\n", count)}, "101") for count in (70, 71))
    marks = [{mark for _, mark in fingerprints(rows_, lambda item: str(item.location.span))} for rows_ in (few, more)]
    assert len(marks[1] - marks[0]) == 1


def test_a_limit_of_spaces_is_read_at_once() -> None:
    from time import process_time

    from planctl.model.bands import ParseError, parse_interval

    begun, text = process_time(), "≥" + " " * 400_000 + "x"
    assert parse_interval(text) == ParseError(text)
    assert process_time() - begun < 1


def test_ids_where_records_belong_are_not_judged_as_ids_past_the_bound_either() -> None:
    told = found({"h.yaml": HEAD + "mål:\n" + "  - hp2021.o1\n" * 1_100}, "006", "203")
    assert [(item.code, item.location.span.line) for item in told] == [("006", 1_006)]


def test_a_schema_is_followed_and_compiled_once() -> None:
    """Thousands of wrong values are held against the same few schemas."""
    reference = {"$ref": "felles.schema.json#/$defs/id"}
    assert book().resolve(reference) is book().resolve(reference)
