"""axe-core in Chromium: no violation on a light or a dark screen, wide or narrow.

Install axe-core with `npm ci` in this folder; without it or without Chromium the tests are skipped.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

import pytest
from sources import drawn_source, hostile_source, small_source, town_source

from planctl.reports.formats import make

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--virtual-time-budget=60000",
    "--dump-dom",
]
RUN = """
// axe leaves to people: letters drawn over a figure's shapes (the figures' own tests measure them), single letters.
const known = (rule, node) => rule.id === "color-contrast"
  && (node.html.startsWith("<text") || node.any.some(check => check.message.includes("too short")));
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const out = document.createElement("pre");
  out.id = "axe-result";
  out.textContent = JSON.stringify({
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    passes: found.passes.length,
    violations: found.violations.map(v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]),
    unsure: found.incomplete.flatMap(v => v.nodes.filter(n => !known(v, n)).map(n => [v.id, n.html.slice(0, 200)])),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  });
  document.body.append(out);
});
"""
SOURCES = {
    "town": partial(town_source, "nb"),
    "hostile": hostile_source,
    "drawn": partial(drawn_source, "nb"),
    "small": small_source,
}
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on PATH"),
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in tests/reports/formats"),
]


@pytest.mark.parametrize(
    ("kind", "dark", "width"),
    [
        ("town", False, 1280),
        ("town", True, 1280),
        ("town", True, 420),
        ("hostile", False, 420),
        ("hostile", True, 1280),
        ("drawn", False, 1280),
        ("drawn", True, 420),
        ("small", True, 1280),
    ],
    ids=[
        "light",
        "dark",
        "dark-narrow",
        "hostile-light-narrow",
        "hostile-dark",
        "drawn-light",
        "drawn-dark-narrow",
        "small-dark",
    ],
)
def test_no_violation(kind: str, dark: bool, width: int, tmp_path: Path) -> None:
    """Every rule of axe-core that decides is kept, and the page never scrolls sideways."""
    text = make("html", SOURCES[kind]()).decode()
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script>"
    page = tmp_path / "report.html"
    page.write_text(text.replace("</body>", f"{script}</body>"), encoding="utf-8")
    command = [
        str(BROWSER),
        *FLAGS,
        f"--blink-settings=preferredColorScheme={0 if dark else 1}",
        f"--window-size={width},900",
        f"--user-data-dir={tmp_path / 'profile'}",
        page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, timeout=180, check=True)
    found = re.search(r'<pre id="axe-result">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found, done.stderr.decode()[-2000:]
    seen = json.loads(html.unescape(found[1]))
    assert seen["dark"] is dark
    assert seen["violations"] == []
    if width > 1000:  # on a narrow screen cells are scrolled out of sight, and axe cannot see behind them
        assert seen["unsure"] == []
    assert seen["passes"] > 20
    assert seen["wide"] <= 0
