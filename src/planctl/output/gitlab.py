"""Diagnostics as a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

import hashlib
from typing import Any

from planctl.findings.diagnostic import Severity
from planctl.i18n import Language
from planctl.output.ci_hosts import CheckRun, Found, dumps, sentences

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: CheckRun, lang: Language) -> str:
    """Return the whole report: a list, empty when all is well."""
    return dumps([_one(item, lang) for item in run.found])


def _one(item: Found, lang: Language) -> dict[str, Any]:
    found = item.diagnostic
    return {
        "description": f"{found.code}: {' '.join(sentences(found, lang))}",
        "check_name": f"{found.code}-{found.slug}",
        "fingerprint": _fingerprint(item),
        "severity": _SEVERITIES[found.severity],
        "location": {"path": item.path(found.location), "lines": {"begin": found.location.span.line}},
    }


def _fingerprint(item: Found) -> str:
    """Make the fingerprint unique in the report: two repositories of one run may have the same ids."""
    if not item.prefix:
        return item.fingerprint
    return hashlib.sha256(f"{item.prefix}\x1f{item.fingerprint}".encode("utf-8", "replace")).hexdigest()[:16]
