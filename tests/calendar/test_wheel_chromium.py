"""A real browser measures the picture: nothing overlaps, nothing is cut off, text is legible."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from planctl.calendar.build import build_wheel
from planctl.calendar.svg import render_svg
from planctl.calendar.view import YearWheel
from planctl.i18n import Language
from planctl.load.files.tree import WorkTree
from planctl.svg.metrics import measure
from planctl.world import open_world
from support import EXAMPLE, book

_BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
pytestmark = pytest.mark.skipif(_BROWSER is None, reason="no Chromium or Chrome on PATH")
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--dump-dom",
]
_PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<div id="at" style="width:830px">%s</div><pre id="out"></pre><script>
const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
const all = s => [...document.querySelectorAll(s)];
document.getElementById("out").textContent = JSON.stringify({
  canvas: box(document.querySelector("svg")),
  texts: all("svg text").map(e => ({
    text: e.textContent, kind: e.getAttribute("class") || e.parentNode.getAttribute("class"),
    box: box(e), size: parseFloat(getComputedStyle(e).fontSize) * 830 / 1100,
    units: parseFloat(getComputedStyle(e).fontSize), long: e.getComputedTextLength(),
    held: e.hasAttribute("textLength") })),
  badges: all(".badge > :first-child").map(e => ({text: e.nextSibling.textContent, box: box(e)})),
  leaders: all(".leader").map(e => { const n = e.getTotalLength(), m = e.getScreenCTM();
    return Array.from({length: 101}, (_, i) => { const p = e.getPointAtLength(n * i / 100)
      .matrixTransform(m); return [p.x, p.y] }) }),
  em: (() => { const c = document.createElement("canvas").getContext("2d");
    c.font = "100px " + getComputedStyle(document.querySelector("svg")).fontFamily;
    return c.measureText("mmmmmmmmmmiiiiiiiiii").width })(),
});
</script>"""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class _Text:
    text: str
    kind: str | None
    box: Box
    size: float
    units: float
    long: float
    held: bool


@dataclass(frozen=True)
class _Seen:
    canvas: Box
    texts: list[_Text]
    badges: list[tuple[str, Box]]
    leaders: list[list[tuple[float, float]]]
    em: float


def _look(wheel: YearWheel, folder: Path) -> _Seen:
    page = folder / "wheel.html"
    page.write_text(_PAGE % render_svg(wheel, Language("nb")), encoding="utf-8")
    command = [str(_BROWSER), *_FLAGS, f"--user-data-dir={folder / 'profile'}", page.as_uri()]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, done.stderr.decode()
    seen = json.loads(html.unescape(found[1]))
    return _Seen(
        tuple(seen["canvas"]),
        [_Text(**{**text, "box": tuple(text["box"])}) for text in seen["texts"]],
        [(badge["text"], tuple(badge["box"])) for badge in seen["badges"]],
        seen["leaders"],
        seen["em"],
    )


def _meet(one: Box, other: Box, slack: float) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > slack and min(one[3], other[3]) - max(one[1], other[1]) > slack
    )


@pytest.fixture(params=["example", "layers", "asker", 1, 40, 60, "january"])
def seen(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    asker: YearWheel,
    crowd: Callable[..., YearWheel],
) -> _Seen:
    """Show a wheel at 830 px in the browser and measure it."""
    if request.param == "example":
        here = open_world(WorkTree(EXAMPLE), None, date.today, book())
        wheel = build_wheel(here, 2021)
        assert wheel is not None
        assert len(wheel.activities) == 27
        return _look(wheel, tmp_path)
    if request.param == "layers":
        here = open_world(WorkTree(EXAMPLE), None, date.today, book())
        wheel = build_wheel(here, 2021, ["årshjul", "frister", "høringer"])
        assert wheel is not None
        assert len(wheel.activities) > 300
        return _look(wheel, tmp_path)
    if request.param == "asker":
        return _look(asker, tmp_path)
    if request.param == "january":
        return _look(crowd(27, spacing=3), tmp_path)
    return _look(crowd(request.param), tmp_path)


def test_the_wheel_in_a_browser(seen: _Seen) -> None:
    # A turned month's box is wider than its letters, so months are left out here.
    still = [text for text in seen.texts if text.kind != "month"]
    clash = [(a.text, b.text) for a, b in combinations(still, 2) if _meet(a.box, b.box, 1.0)]
    assert clash == []

    round_clash = [(a, b) for (a, one), (b, two) in combinations(seen.badges, 2) if _touch(one, two)]
    assert round_clash == []

    left, top, right, bottom = seen.canvas
    outside = [
        text.text
        for text in seen.texts
        if text.box[0] < left or text.box[1] < top or text.box[2] > right or text.box[3] > bottom
    ]
    assert outside == []

    words = [text for text in still if text.kind != "badge"]
    assert min(text.size for text in words) >= 11
    crossed = [
        text.text
        for text in words
        for leader in seen.leaders
        if any(_meet(text.box, (x, y, x + 0.1, y + 0.1), 0.05) for x, y in leader)
    ]
    assert crossed == []


def _touch(one: Box, other: Box) -> bool:
    """Tell whether two badges touch, each taken as the circle in its box."""
    across = (
        (one[0] + one[2] - other[0] - other[2]) / 2,
        (one[1] + one[3] - other[1] - other[3]) / 2,
    )
    reach = (one[3] - one[1] + other[3] - other[1]) / 2
    return across[0] ** 2 + across[1] ** 2 < reach**2 * 0.98


def test_the_width_table_is_the_fonts(asker: YearWheel, tmp_path: Path) -> None:
    seen = _look(asker, tmp_path)
    if abs(seen.em - 1055) > 3:
        pytest.skip("no font with Arial's widths here (such as Liberation Sans)")
    labels = [text for text in seen.texts if text.kind == "label" and not text.held]
    assert len(labels) > 40
    for text in labels:
        assert text.long == pytest.approx(measure(text.text, text.units), rel=0.01, abs=2), text.text
