"""A command imports what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli_support import BASE

_PROBE = """
import sys
from planctl.cli.run import run
code = run(sys.argv[2:])
loaded = [name for name in sys.argv[1].split(",") if name in sys.modules]
sys.exit(f"imported: {loaded}" if loaded or code else 0)
"""


@pytest.mark.parametrize(
    ("argv", "unwanted"),
    [
        (["list", "--format", "json"], "rich,jinja2,babel,git,jsonschema"),
        (["list", "--format", "csv"], "rich,jinja2,babel,git,jsonschema"),
        (["trace", "klima.d1", "--format", "json"], "rich,jinja2,babel,git,jsonschema"),
        (["trace", "klima.d1", "--format", "mermaid"], "rich,jinja2,git,jsonschema"),
        (["trace", "klima.d1"], "jinja2,git,jsonschema"),
        (["rules", "--format", "json"], "rich,jinja2,babel,git,jsonschema,jsonschema_rs"),
        (["explain", "301"], "rich,jinja2,babel,git,jsonschema,jsonschema_rs"),
        (["status"], "jinja2,git,jsonschema"),
        (["calendar", "--format", "svg"], "rich,jinja2,git,jsonschema"),
        (["schema", "/dev/null/ingen", "--help"], "yaml,jinja2,git,jsonschema"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_imports(argv: list[str], unwanted: str) -> None:
    command = [sys.executable, "-c", _PROBE, unwanted, "-C", str(BASE), *argv]
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (found.returncode, found.stderr) == (0, "")
