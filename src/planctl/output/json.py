"""Diagnostics as JSON, described by `schemas/utdata/diagnostikk.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import Language
from planctl.output.summary import Summary
from planctl.source import Location

SCHEMA_VERSION = 1


def render(diagnostics: Iterable[Diagnostic], summary: Summary, lang: Language) -> str:
    """Return the whole document, ending with a line break."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "diagnostics": [row_of(item, lang) for item in diagnostics],
        "summary": summary.as_json(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def row_of(item: Diagnostic, lang: Language) -> dict[str, Any]:
    """Give one diagnostic as plain data."""
    return {
        "code": item.code,
        "slug": item.slug,
        "severity": item.severity.value,
        "message": lang(item.message),
        **_location(item.location),
        "record": item.record,
        "field": item.field,
        "help": lang(item.help) if item.help is not None else None,
        "source": item.source,
        "related": [{"message": lang(other.message), **_location(other.location)} for other in item.related],
    }


def _location(location: Location) -> dict[str, Any]:
    span = location.span
    return {
        "path": location.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
