"""Without libyaml the pure parser gives the same data and the same findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planctl.findings.diagnostic import Finding
from planctl.i18n import Language
from planctl.load.files.byte_checks import bytes_problem
from planctl.load.yaml import compose as module
from planctl.load.yaml.positions import FilePositions
from planctl.load.yaml.pure_parser import PureParser
from planctl.load.yaml.values import Builder
from support import EXAMPLE, base_files

CASES = Path(__file__).parents[1] / "rules"
FILE_RULES = [
    "syntaks", "duplisert-nøkkel", "alias-eller-tagg", "yaml-direktiv", "for-dypt-eller-stort", "flere-dokumenter",
    "kontrolltegn", "komma-i-klammer",
]  # fmt: skip


class PureComposer(module.Guarded, PureParser):
    """The composer as it is made where the C library is missing."""


def texts() -> list[Any]:
    found = [pytest.param(path.read_bytes(), id=path.name) for path in sorted(EXAMPLE.rglob("*.yaml"))]
    for slug in FILE_RULES:
        for case in yaml.safe_load((CASES / f"{slug}.yml").read_text(encoding="utf-8")):
            for path, edits in (case.get("replace") or {}).items():
                text = base_files()[path]
                for old, new in edits.items():
                    text = text.replace(old, new)
                found.append(pytest.param(text.encode(), id=f"{slug}: {case['name']}"))
    return found


def read(data: bytes) -> tuple[Any, list[tuple[str, str, str]], list[Finding]]:
    node, findings = module.compose("a.yaml", data)
    builder = Builder("a.yaml", findings)
    value = None if node is None else builder.build(node)
    lang = Language("en")
    said = [(str(item.place.at), item.code, lang(item.message)) for item in builder.findings]
    return value, said, builder.findings


def both(data: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    first = read(data)[:2], spans(data)
    with monkeypatch.context() as patch:
        patch.setattr(module, "_Composer", PureComposer)
        patch.setattr(module, "_Parser", PureParser)
        second = read(data)[:2], spans(data)
    return first, second


def spans(data: bytes) -> Any:
    return FilePositions("a.yaml", data)._spans


def test_the_c_parser_is_on_here() -> None:
    assert yaml.__with_libyaml__
    assert module._Parser.__module__.startswith("yaml")


@pytest.mark.parametrize("data", texts())
def test_same_data_spans_and_findings(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    if bytes_problem("a.yaml", data):
        return
    if b"\t#" in data:
        pytest.skip("PyYAML's own scanner takes no tab before a comment")
    first, second = both(data, monkeypatch)
    assert second == first


PARTS = st.sampled_from(
    ["a: b\n", "  ", "- ", "c: [x, y]\n", "d: 'e'\n", "f: |\n  g\n", "# h\n", "\n", "i:\n", "{", "}"]
)


@given(st.lists(PARTS, max_size=12))
def test_same_data_of_generated_yaml(parts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        (data, said), _ = (both("".join(parts).encode(), patch))[0]
        (other, spoken), _ = (both("".join(parts).encode(), patch))[1]
    assert bool(spoken) == bool(said)
    if not said:
        assert other == data
