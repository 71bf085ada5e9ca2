"""What all tests share: golden files, the thorough profile, and the promise that no test is skipped in CI.

A text is compared with a file in tests/golden; `--update-golden` writes it anew.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings
from messages import compile_all

import planctl
from git_support import Call, Repo, caller
from planctl.resources import SHIPPED
from support import base_files

compile_all()  # after an edit of a .po, as the tests of light starts need

# The same examples at each run; `--hypothesis-profile=seeking` looks for new ones, `thorough` for rare ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("seeking", deadline=None)
settings.register_profile(
    "thorough",
    max_examples=400,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("steady")

# Hypothesis draws from the constants of the modules that are loaded, and how far a worker has come is chance:
# with all of them loaded first, `steady` gives the same examples in every run (the loader's tests also run without
# the packages that PDF, Word and Excel need).
for _module in pkgutil.walk_packages(planctl.__path__, "planctl."):
    if not _module.name.endswith("__main__"):
        with contextlib.suppress(ImportError):
            importlib.import_module(_module.name)

# Skips that say something of the machine's user or of PyYAML, and not that a tool is missing.
_MAY_BE_SKIPPED = (
    "root may read everything",
    "root may write everything",
    "PyYAML's own scanner takes no tab before a comment",
)

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden files instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The thorough profile runs the properties and the tests marked `sampled` or `thorough`; others go without the last."""
    is_thorough = config.getoption("hypothesis_profile", None) == "thorough"

    def is_wanted(item: pytest.Item) -> bool:
        has_more = item.get_closest_marker("sampled") is not None or is_hypothesis_test(getattr(item, "obj", None))
        only = item.get_closest_marker("thorough") is not None
        return has_more or only if is_thorough else not only

    wanted = [item for item in items if is_wanted(item)]
    config.hook.pytest_deselected(items=[item for item in items if not is_wanted(item)])
    items[:] = wanted


def pytest_collection_finish() -> None:
    """Spare the collector what is imported and collected: it lives as long as the run, and each world is garbage soon."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With PLANCTL_EVERY_TEST set, a test that is skipped because a tool is missing fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not os.environ.get("PLANCTL_EVERY_TEST") or reporter is None:
        return
    reasons = {report.longrepr[2].removeprefix("Skipped: ") for report in reporter.stats.get("skipped", ())}
    for reason in sorted(reasons - set(_MAY_BE_SKIPPED)):
        reporter.write_line(f"\nPLANCTL_EVERY_TEST: tests were skipped: {reason}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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


@pytest.fixture
def repo(request: pytest.FixtureRequest, tmp_path: Path) -> Repo:
    """The small municipality in git, with the `FILES` of the test's module."""
    return Repo(tmp_path / "plan", {**base_files(), **request.module.FILES})


@pytest.fixture
def planctl(request: pytest.FixtureRequest, repo: Repo, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on `repo`, in the `WIDTH` and with the `DISCIPLINES` of the test's module, where it has any."""
    said = vars(request.module)
    return caller(repo.folder, capsys, said.get("WIDTH", 110), said.get("DISCIPLINES", SHIPPED))
