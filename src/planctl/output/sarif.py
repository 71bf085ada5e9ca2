"""Diagnostics as SARIF 2.1.0, for code scanning and editors.

GitHub refuses a file of more than 25 000 results, and more than 1000 locations of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any
from urllib.parse import quote

from planctl import DISTRIBUTION, __version__
from planctl.check.registry import ALWAYS
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, Text, Tn
from planctl.output.ci_hosts import CheckRun, Found, by_gravity, dumps, sentences, short
from planctl.output.clean import clean
from planctl.output.markdown import uncalled
from planctl.reports.rendering.markdown import MarkdownLanguage
from planctl.rules.rule import Rule
from planctl.source import Location

LIMIT = 25_000
_LOCATIONS = 100
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_DESCRIPTION = 1000


def render(run: CheckRun, lang: Language) -> str:
    """Return the whole log: one run with its rules and results."""
    codes = sorted({code for code, level in run.levels().items() if level is not Severity.OFF} | _codes(run))
    index = {code: place for place, code in enumerate(codes)}
    kept = {id(item) for item in by_gravity(run.found)[:LIMIT]}
    results = [_result(item, index, lang) for item in run.found if id(item) in kept]
    return dumps(
        {
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(run, codes, lang)},
                    "automationDetails": {"id": f"planctl/{clean(run.scope)}"},
                    "invocations": [_invocation(run, lang)],
                    "columnKind": "unicodeCodePoints",
                    "language": lang.code,
                    "results": results,
                }
            ],
        }
    )


def _codes(run: CheckRun) -> set[str]:
    return {item.diagnostic.code for item in run.found}


def _driver(run: CheckRun, codes: list[str], lang: Language) -> dict[str, Any]:
    docs, levels = _docs(), run.levels()
    about = {"informationUri": docs} if docs else {}
    rules = [_rule(run.rules.by_code[code], levels.get(code, Severity.WARNING), docs, lang) for code in codes]
    return {"name": "planctl", "semanticVersion": __version__, **about, "rules": rules}


def _docs() -> str:
    """Return the address of the published documentation that the package names, if any."""
    try:
        urls = metadata(DISTRIBUTION).get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = {name.strip().lower(): url.strip() for name, _, url in (line.partition(",") for line in urls)}
    return str(named.get("documentation", "")).rstrip("/")


def _rule(rule: Rule, level: Severity, docs: str, lang: Language) -> dict[str, Any]:
    paragraphs = _paragraphs(rule, lang)
    marked = [uncalled(text) for text in _paragraphs(rule, MarkdownLanguage.like(lang))]
    title = clean(lang(Text(rule.title)))
    source = f"{lang('source')}: {rule.source}"
    address = {"helpUri": f"{docs}/regler/{rule.code[0]}xx.md#{rule.code}"} if docs else {}
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": title},
        "fullDescription": {"text": (paragraphs[0] or title)[:_DESCRIPTION]},
        "help": {
            "text": "\n\n".join([*paragraphs, source]),
            "markdown": "\n\n".join([*marked, *_example(rule, lang), source]),
        },
        **address,
        "defaultConfiguration": {"level": _LEVELS.get(level, "none")},
        "properties": {
            "tags": ["planctl", f"{rule.code[0]}xx"],
            "precision": "very-high",
            "problem.severity": _PROBLEMS.get(level, "recommendation"),
            "source": rule.source,
        },
    }


def _paragraphs(rule: Rule, lang: Language) -> list[str]:
    return [clean(" ".join(part.split())) for part in lang(Text(rule.explanation)).strip().split("\n\n")]


def _example(rule: Rule, lang: Language) -> Iterator[str]:
    """Yield the faulty and the mended file as blocks of code, where they are text of a readable length."""
    for heading, body in ((lang("Wrong"), rule.example.bad), (lang("Right"), rule.example.good)):
        if isinstance(body, str) and 0 < len(body) < 3000:
            lines = "\n".join(clean(line) for line in body.rstrip().split("\n"))
            fence = "`" * max(3, _ticks(lines) + 1)
            yield f"{heading}: `{rule.example.path}`\n\n{fence}yaml\n{lines}\n{fence}"


def _ticks(text: str) -> int:
    return max((len(run) for run in "".join(sign if sign == "`" else " " for sign in text).split()), default=0)


def _invocation(run: CheckRun, lang: Language) -> dict[str, Any]:
    left_out = len(run.found) - LIMIT
    notes = []
    if left_out > 0:
        message = Tn(
            "{n} finding is left out: a SARIF file holds at most {limit}. The gravest are kept.",
            "{n} findings are left out: a SARIF file holds at most {limit}. The gravest are kept.",
            left_out,
            limit=LIMIT,
        )
        notes = [{"level": "warning", "message": {"text": lang(message)}}]
    done = not _codes(run) & ALWAYS
    return {"executionSuccessful": done, **({"toolExecutionNotifications": notes} if notes else {})}


def _result(item: Found, index: dict[str, int], lang: Language) -> dict[str, Any]:
    found = item.diagnostic
    related = [
        {"id": number, **_location(item, other.location), "message": {"text": _text(short(clean(lang(other.message))))}}
        for number, other in enumerate(found.related[:_LOCATIONS], 1)
    ]
    return {
        "ruleId": found.code,
        "ruleIndex": index[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": _text(" ".join(sentences(found, lang)))},
        "locations": [_location(item, found.location)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"planctl/v1": item.fingerprint},
    }


def _text(text: str) -> str:
    """Keep plan text from being a link: `[words](address)`."""
    return text.replace("](", "] (")


def _location(item: Found, location: Location) -> dict[str, Any]:
    span = location.span
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(item.path(location)), "uriBaseId": "%SRCROOT%"},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
