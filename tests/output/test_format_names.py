"""The help and the user guide name the formats that there are."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from planctl.cli.app import command_line
from planctl.output.formats import FINDING_FORMATS, TEXT
from planctl.reports.formats import REPORT_FORMATS

GUIDE = (Path(__file__).parents[2] / "docs" / "brukerveiledning.md").read_text(encoding="utf-8")


def option(command: str, name: str) -> Any:
    """Give an option of a command."""
    group = command_line()
    found = group.resolve_command(group.make_context("planctl", [], resilient_parsing=True), [command])[1]
    return next(parameter for parameter in found.params if name in parameter.opts)


def test_the_help_of_validate_names_each_format() -> None:
    named = option("validate", "--format").help.partition(": ")[2].partition(";")[0]
    assert re.split(", | or ", named) == [TEXT, *FINDING_FORMATS]


def test_the_help_of_report_names_each_format() -> None:
    assert option("report", "--format").metavar.split("|") == list(REPORT_FORMATS)


@pytest.mark.parametrize("name", [TEXT, *FINDING_FORMATS])
def test_the_guide_names_each_format_of_findings(name: str) -> None:
    assert f"`{name}`" in GUIDE
