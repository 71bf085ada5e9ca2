"""Exact screens of the small municipality, 80 columns wide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cli_support import BASE, Run

LANGUAGES = ["nb", "nn", "en"]
SCREENS = {
    "trace-delmål": ["trace", "klima.d1"],
    "trace-enhet": ["trace", "veg"],
    "trace-fn": ["trace", "13"],
    "trace-mermaid": ["trace", "klima.d1", "--format", "mermaid"],
    "show-tiltak": ["show", "vp2021-veg.t1"],
    "show-indikator": ["show", "klima.i1"],
    "list-due": ["list", "--due", "5m", "--owner", "samfunn"],
    "list-csv": ["list", "tiltak", "--format", "csv"],
    "status": ["status"],
    "calendar": ["calendar"],
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_screen(planctl: Run, golden: Callable[[str, str], None], name: str, lang: str) -> None:
    code, out, err = planctl("-C", str(BASE), "--lang", lang, *SCREENS[name])
    assert (code, err) == (0, "")
    golden(f"cli/{name}.{lang}.txt", out)
