"""GitLab, SARIF, JUnit and Markdown: they fit their schemas, plan text stays text, limits are told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from output_support import ENGLISH, FINDINGS, HOSTILE_PATH, LEVELS, RUN, finding, run_of

from planctl.check.registry import rule_book
from planctl.findings.diagnostic import Severity
from planctl.i18n import Language, Text
from planctl.output import gitlab, junit, markdown, sarif
from planctl.output.ci_hosts import harmless
from planctl.source import Span

HERE = Path(__file__).parent


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((HERE / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def crowd(count: int) -> Any:
    """Make a run of many findings, most of them notes, in several files."""
    codes = ("211", "211", "210", "301")
    return run_of(
        finding(codes[line % 4], f"mappe/fil-{line % 7}.yaml", Span(line, 1, line, 3), record=f"vp.t{line}")
        for line in range(1, count + 1)
    )


# GitLab


def test_gitlab_fits_the_documented_schema() -> None:
    text = gitlab.render(RUN, ENGLISH)
    validator("gitlab-code-quality.schema.json").validate(json.loads(text))
    assert not text.startswith("\ufeff")
    report = json.loads(text)
    assert len({row["fingerprint"] for row in report}) == len(report)
    assert [row["severity"] for row in report] == ["major", "major", "minor", "info", "major", "major", "major"]
    assert report[2]["location"] == {"path": f"plan/{HOSTILE_PATH}", "lines": {"begin": 3}}


def test_gitlab_keeps_two_repositories_apart() -> None:
    here = run_of(FINDINGS, prefix="a/").found
    there = run_of(FINDINGS, prefix="b/").found
    marks = [row["fingerprint"] for items in (here, there) for row in json.loads(gitlab.render(_with(items), ENGLISH))]
    assert len(set(marks)) == 2 * len(FINDINGS)
    plain = run_of(FINDINGS, prefix="")
    assert [row["fingerprint"] for row in json.loads(gitlab.render(plain, ENGLISH))] == [
        item.fingerprint for item in plain.found
    ]


def _with(found: Any) -> Any:
    from dataclasses import replace

    return replace(RUN, found=found)


# SARIF


def log_of(run: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif.render(run, ENGLISH))
    return log


def test_sarif_fits_the_standard() -> None:
    log = log_of(RUN)
    validator("sarif-parts.schema.json").validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["001", "203", "210", "211", "301", "302"]
    for result, item in zip(run["results"], RUN.found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == item.diagnostic.code
        assert result["partialFingerprints"] == {"planctl/v1": item.fingerprint}
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(place) == f"plan/{item.diagnostic.location.path}"
    related = run["results"][1]["relatedLocations"]
    assert [row["message"]["text"] for row in related] == ["it stands here first"]
    assert related[0]["physicalLocation"]["region"]["startLine"] == 9
    assert "](" not in run["results"][2]["message"]["text"]
    assert run["invocations"] == [{"executionSuccessful": True}]


SARIF_OBJECTS = {
    "runs": "Run",
    "tool": "Tool",
    "driver": "ToolComponent",
    "rules": "ReportingDescriptor",
    "shortDescription": "MultiformatMessageString",
    "fullDescription": "MultiformatMessageString",
    "help": "MultiformatMessageString",
    "defaultConfiguration": "ReportingConfiguration",
    "automationDetails": "RunAutomationDetails",
    "invocations": "Invocation",
    "toolExecutionNotifications": "Notification",
    "results": "Result",
    "message": "Message",
    "locations": "Location",
    "relatedLocations": "Location",
    "physicalLocation": "PhysicalLocation",
    "artifactLocation": "ArtifactLocation",
    "region": "Region",
    "properties": "PropertyBag",
}


def test_sarif_has_only_properties_of_the_official_object_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """`sarif_om` is generated from the official schema: each object's properties, and those it must have."""
    model = pytest.importorskip("sarif_om")
    attr = pytest.importorskip("attr")
    monkeypatch.setattr(sarif, "LIMIT", 5)
    monkeypatch.setattr(sarif, "_docs", lambda: "https://planctl.example/docs")

    def walk(name: str, value: dict[str, Any]) -> Iterator[str]:
        if name == "PropertyBag":
            return
        fields = {field.metadata["schema_property_name"]: field for field in attr.fields(getattr(model, name))}
        yield from (f"{name}.{key}" for key in value if key not in fields)
        yield from (
            f"{name} lacks {key}" for key, field in fields.items() if field.default is attr.NOTHING and key not in value
        )
        for key, inner in value.items():
            for item in inner if isinstance(inner, list) else [inner]:
                if isinstance(item, dict) and key != "partialFingerprints":
                    yield from walk(SARIF_OBJECTS[key], item)

    log = log_of(RUN)
    del log["$schema"]
    assert list(walk("SarifLog", log)) == []
    validator("sarif-parts.schema.json").validate(log_of(RUN))


def test_sarif_explains_each_rule_and_leaves_the_municipalitys_words_as_text() -> None:
    words = {"tiltak": {"en": {"entall": "@team [x](https://evil.example)", "flertall": "tiltak"}}}
    run = json.loads(sarif.render(RUN, Language("en", words)))["runs"][0]
    rule = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "301")
    assert rule["shortDescription"]["text"] == "@team [x](https://evil.example) without a deadline"
    assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
    assert rule["help"]["markdown"].count("```yaml\n") == 2
    assert "frist: 2021-10-01" in rule["help"]["markdown"]
    assert "evil" not in rule["help"]["markdown"] or "@&#8203;team \\[x\\](https:&#8203;//" in rule["help"]["markdown"]


def test_sarif_names_the_published_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "helpUri" not in log_of(RUN)["runs"][0]["tool"]["driver"]["rules"][0] or sarif._docs()
    monkeypatch.setattr(sarif, "_docs", lambda: "https://planctl.example/docs")
    rule = log_of(RUN)["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://planctl.example/docs/regler/0xx.md#001"


@pytest.mark.parametrize(
    ("urls", "address"),
    [
        (["Home, https://a.example", "Documentation, https://a.example/docs/"], "https://a.example/docs"),
        (["Home, https://a.example"], ""),
        (None, ""),
    ],
)
def test_sarif_finds_the_documentation_in_the_packages_own_data(
    monkeypatch: pytest.MonkeyPatch, urls: list[str] | None, address: str
) -> None:
    package = Message()
    for url in urls or ():
        package["Project-URL"] = url
    monkeypatch.setattr(sarif, "metadata", lambda name: package)
    assert sarif._docs() == address


def test_sarif_keeps_to_the_limit_and_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif.LIMIT == 25_000
    monkeypatch.setattr(sarif, "LIMIT", 30)
    log = log_of(crowd(100))
    validator("sarif-parts.schema.json").validate(log)
    (run,) = log["runs"]
    levels = [result["level"] for result in run["results"]]
    assert (levels.count("error"), levels.count("warning"), levels.count("note")) == (25, 5, 0)
    lines = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in run["results"]]
    assert lines == sorted(lines)
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "70 findings are left out: a SARIF file holds at most 30. The gravest are kept."


def test_sarif_says_when_planctl_could_not_do_its_work() -> None:
    crash = finding("901", ".", Span(1, 1, 1, 1), "A rule crashed", severity=Severity.ERROR)
    assert log_of(run_of([crash]))["runs"][0]["invocations"] == [{"executionSuccessful": False}]


# JUnit


def test_junit_counts_what_it_holds() -> None:
    for fail_on, failures in ((Severity.ERROR, 5), (Severity.WARNING, 6), (Severity.INFO, 7)):
        root = ET.fromstring(junit.render(run_of(FINDINGS, fail_on), ENGLISH))
        assert root.attrib == {"name": "planctl", "tests": "8", "failures": str(failures), "errors": "0"}
        for suite in root:
            cases = suite.findall("testcase")
            assert suite.get("tests") == str(len(cases))
            assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
        assert len(names) == len(set(names))
        assert len(root.findall(".//system-out")) == 7 - failures


def test_junit_keeps_to_the_elements_and_attributes_of_the_format() -> None:
    crash = finding("901", ".", Span(1, 1, 1, 1), "A rule crashed", severity=Severity.ERROR)
    root = ET.fromstring(junit.render(run_of([*FINDINGS, crash]), ENGLISH))
    allowed = {
        "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
        "testsuite": ({"name", "tests", "failures", "errors"}, {"testcase"}),
        "testcase": ({"classname", "name"}, {"failure", "error", "system-out"}),
        "failure": ({"type", "message"}, set()),
        "error": ({"type", "message"}, set()),
        "system-out": (set(), set()),
    }
    for element in root.iter():
        attributes, children = allowed[element.tag]
        assert set(element.attrib) == attributes
        assert {child.tag for child in element} <= children
    assert root.get("errors") == "1"


def test_junit_gives_plan_text_back_unchanged() -> None:
    root = ET.fromstring(junit.render(RUN, ENGLISH))
    passed = [case.get("name") for case in root.iter("testcase") if len(case) == 0]
    assert passed == [f"302 tiltak-uten-ansvarlig: {ENGLISH(Text(rule_book().by_code['302'].title))}"]
    (body,) = [case.findtext("system-out") for case in root.iter("testcase") if "210" in str(case.get("name"))]
    assert "##vso[task.setvariable variable=a]b" in str(body)
    assert "]]> & < > \" '" in str(body)


@given(st.text(max_size=30))
def test_junit_and_json_are_well_formed_whatever_the_text(title: str) -> None:
    run = run_of([finding("301", f"a{title}.yaml", Span(1, 1, 1, 2), title=title, record=title)], prefix="")
    ET.fromstring(junit.render(run, ENGLISH).encode())
    validator("sarif-parts.schema.json").validate(log_of(run))
    json.loads(gitlab.render(run, ENGLISH).encode())


# Markdown


def html_of(text: str) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


def test_markdown_keeps_plan_text_as_text() -> None:
    html = html_of(markdown.render(RUN, ENGLISH))
    prose = re.sub(r"<code>.*?</code>", "", html)
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "p", "strong", "code", "br",
    }  # fmt: skip
    assert not re.search(r"@\w|://|#\d|GH-\d", prose)
    assert prose.count("<strong>") == len(FINDINGS)
    assert "&lt;script&gt;" in prose
    assert html.count("<tr>") == 6
    assert f"<code>{harmless(f'plan/{HOSTILE_PATH}:3')}</code>" in html


@given(st.text(alphabet="`@#:/<>|*_[]()!~\\&;wW.hHtTpP1a -\n\r", max_size=40))
def test_markdown_is_never_links_html_or_mentions(title: str) -> None:
    html = html_of(markdown.render(run_of([finding("301", "a.yaml", Span(1, 1, 1, 2), title=title)]), ENGLISH))
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "code", "br",
    }  # fmt: skip
    assert not re.search(r"@[^\u200b]|://|www\.|#\d", re.sub(r"&#?\w+;", "", html), re.IGNORECASE)


def test_markdown_folds_many_findings_by_file() -> None:
    assert "<details>" not in markdown.render(crowd(20), ENGLISH)
    text = markdown.render(crowd(21), ENGLISH)
    assert text.count("<details>") == text.count("</details>") == 7
    assert "<summary><code>plan/mappe/fil-1.yaml</code>: 3 findings</summary>" in text


def test_markdown_fits_a_comment_and_tells_what_is_left_out() -> None:
    text = markdown.render(crowd(5000), ENGLISH)
    assert markdown.LIMIT - 1500 < len(text.encode("utf-16-le")) / 2 <= markdown.LIMIT
    left_out = int(re.search(r"\*\*(\d+) findings are left out here: a comment holds no more", text)[1])
    assert text.count("\n- **") == 5000 - left_out
    assert text.count("- **error 301**") == 5000 - left_out
    assert re.search(r"^\| error \| 301 .+ \| 1250 \|$", text, re.MULTILINE)
    assert LEVELS["301"] is Severity.ERROR


def test_markdown_says_no_more_than_is_true() -> None:
    calm = run_of([])
    assert markdown.render(calm, ENGLISH).endswith("\n\nAll is well.\n")
    assert markdown.render(replace(calm, narrowed=True), ENGLISH).endswith("\n\nNothing found by the rules chosen.\n")
    held = markdown.render(replace(calm, known=3), ENGLISH)
    assert held.endswith("\n\n3 known findings in the baseline.\n\nNothing new.\n")
    assert "1 known finding in the baseline." in markdown.render(replace(RUN, known=1), ENGLISH)


def test_one_endless_title_does_not_push_the_rest_out() -> None:
    endless = finding("301", "a.yaml", Span(1, 1, 1, 2), title="@|" * 100_000)
    text = markdown.render(run_of([endless, *FINDINGS]), ENGLISH)
    assert text.count("\n- **") == len(FINDINGS) + 1
    assert len(text) < markdown.LIMIT
