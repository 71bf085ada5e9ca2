"""Exact output of every format over ordinary and hostile findings."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from output_support import ENGLISH, RUN, run_of

from planctl import __version__
from planctl.output.formats import FINDING_FORMATS

ENDINGS = {
    "json": "json",
    "github": "txt",
    "gitlab": "json",
    "sarif": "json",
    "azure": "txt",
    "junit": "xml",
    "markdown": "md",
}


def test_every_format_is_here() -> None:
    assert set(ENDINGS) == set(FINDING_FORMATS)


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_output(golden: Callable[[str, str], None], form: str) -> None:
    text = FINDING_FORMATS[form](RUN, ENGLISH)
    assert text == FINDING_FORMATS[form](RUN, ENGLISH)
    shown = text.replace(f'"{__version__}"', '"VERSION"')
    if form == "sarif":  # the rules' own words are not the format's
        shown = re.sub(r'("(?:shortDescription|fullDescription|help)": \{)[^}]+\}', r"\1}", shown)
    golden(f"output/{form}.en.{ENDINGS[form]}", shown)


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_nothing_found(form: str) -> None:
    expected = {"github": "", "azure": "", "gitlab": "[]\n"}
    text = FINDING_FORMATS[form](run_of([]), ENGLISH)
    assert text == expected.get(form, text)
    assert form != "markdown" or text.endswith("\n\nAll is well.\n")


@pytest.mark.parametrize("form", sorted(set(FINDING_FORMATS) - {"json"}))
def test_no_control_or_bidi_character(form: str) -> None:
    assert not {"\x1b", "\r", "\u202e", "\ufffe"} & set(FINDING_FORMATS[form](RUN, ENGLISH)) - {"\ufffe"}
