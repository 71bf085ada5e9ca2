"""What is wrong in a record that is exempt, or in its file, is told without what is written there."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import BROKEN, broken
from told import COMMON, Call, repo_of, telling

from support import is_thorough

_FAULTY = (
    "validate", "validate --format json", "validate --format sarif", "validate --diff --unsafe-fixes",
    "list --format json", "show vr2021", "trace vr2021.v1", "history vr2021.v1", "calendar --layer frister",
    "textconv vedtak/2021.yaml",
)  # fmt: skip
_REPORTS = (
    "report --tertial 1 --year 2021",
    "report --annual --year 2021",
    "report --document vedtaksliste --year 2021",
)


@pytest.mark.sampled
@pytest.mark.parametrize("kind", BROKEN)
def test_no_fault_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call, kind: str) -> None:
    """Some commands of each sort in the ordinary run, every one in the thorough run."""
    monkeypatch.chdir(repo_of(tmp_path, broken(kind)).folder)
    commands = (*COMMON, *_REPORTS) if is_thorough() else (*_FAULTY, _REPORTS[-1])
    assert telling({command: call(command) for command in commands}) == {}
