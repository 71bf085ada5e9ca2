"""Golden files: a text is compared with a file in tests/golden; `--update-golden` writes it anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples at each run; `--hypothesis-profile=seeking` looks for new ones, `thorough` for rare ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("seeking", deadline=None)
settings.register_profile("thorough", max_examples=4000, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("steady")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Give a check of a text against a golden file: `golden("cli/status.nb.txt", text)`."""
    update = request.config.getoption("--update-golden")

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            return
        assert path.is_file(), f"{name} is missing: run pytest --update-golden"
        with path.open(encoding="utf-8", newline="") as file:
            assert text == file.read()

    return check
