"""`calendar`: a screen without options, otherwise as the file's name ends or --format says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_support import Run, columns


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("hjul.svg", [], "<svg "),
        ("hjul.SVG", [], "<svg "),
        ("hjul.md", [], "## Årshjul 2021 – Prøve\n"),
        ("hjul.txt", [], "Årshjul 2021 – Prøve\n"),
        ("hjul.svg", ["--format", "md"], "## Årshjul 2021 – Prøve\n"),
        ("hjul.md", ["--format", "text", "--color"], "Årshjul 2021 – Prøve\n"),
    ],
)
def test_a_file_is_written_as_its_name_ends(
    base: Run, tmp_path: Path, name: str, options: list[str], start: str
) -> None:
    path = tmp_path / name
    assert base("calendar", "--out", str(path), *options) == (0, f"{path}\n", "")
    assert path.read_text(encoding="utf-8").startswith(start)


def test_the_screen_is_plain_when_piped_and_coloured_when_asked(base: Run) -> None:
    plain = base("calendar").out
    assert columns(plain) <= 80
    assert "\x1b" not in plain
    assert base("calendar", "--color").out.startswith("\x1b[1mÅrshjul 2021 – Prøve\x1b[0m\n")


@pytest.mark.parametrize(("form", "start"), [("md", "## "), ("svg", "<svg "), ("text", "Årshjul")])
def test_formats_on_standard_output(base: Run, form: str, start: str) -> None:
    assert base("calendar", "--format", form).out.startswith(start)


def test_a_year_without_a_wheel(base: Run) -> None:
    code, out, err = base("calendar", "--year", "2030")
    assert (code, out) == (2, "")
    assert err == "planctl: There is no year wheel for 2030. There is one for: 2021.\n"


@pytest.mark.parametrize("word", ["deadlines", "Deadline", "frister", "fristar", "frist"])
def test_a_layer_is_named_in_any_language(base: Run, word: str) -> None:
    code, out, _ = base("calendar", "--layer", word)
    assert (code, out.splitlines()[0]) == (0, "Deadlines 2021 – Prøve")
    assert "Deadline: Bygge sykkelparkering ved stasjonen" in out


def test_layers_stand_beside_the_wheel_or_in_its_place(base: Run) -> None:
    beside = base("calendar", "--layer", "årshjul,frister").out
    assert beside.startswith("Årshjul 2021 – Prøve\n")
    assert "Deadline: Bygge sykkelparkering" in beside
    assert "1. tertialrapport" in beside
    assert "1. tertialrapport" not in base("calendar", "--layer", "frister").out
    assert "Deadline" not in base("calendar").out
    assert columns(beside) <= 80


def test_an_unknown_layer_lists_the_known(base: Run) -> None:
    code, out, err = base("calendar", "--layer", "fristene")
    assert (code, out) == (2, "")
    told = " ".join(err.split())
    assert told.startswith(
        "planctl: «fristene» is no layer. Did you mean «frister»? The layers are year wheels, processes, "
    )
    assert {"deadlines", "hearings", "meetings", "plans"} <= set(told.partition(" are ")[2].rstrip(".").split(", "))
