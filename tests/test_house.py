"""The house stays in order: translated texts, light starts, generated docs, shipped data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = ("jinja2", "jsonschema", "jsonschema_rs", "git", "babel", "pydantic", "ruamel", "pathspec")


def _imported(*args: str) -> set[str]:
    code = (
        "import sys; sys.argv = ['planctl', *sys.argv[1:]]\n"
        "import planctl.__main__ as m\n"
        "try:\n    m.main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write('\\n'.join(sorted({n.partition('.')[0] for n in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stderr.splitlines())


def test_version_imports_nothing_heavy() -> None:
    assert _imported("--version") & {*HEAVY, "typer", "rich", "yaml", "re", "json"} == set()


def test_help_imports_no_loader_or_template_engine() -> None:
    assert _imported("--help", "--lang", "en") & {*HEAVY, "yaml"} == set()


def test_a_clean_validate_imports_no_writer_template_or_slow_validator() -> None:
    loaded = _imported("validate", "tests/base")
    assert "jsonschema_rs" in loaded
    assert loaded & {"jinja2", "jsonschema", "git", "babel", "pydantic", "ruamel", "rich"} == set()


def test_every_text_is_translated() -> None:
    """Whether each translation is of the text as it now is, `make lint` asks."""
    from messages import gaps

    assert gaps() == []


def test_generated_docs_are_up_to_date() -> None:
    from docs import DOCS, pages

    for name, text in pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"docs/{name}: run make docs"


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_translations_keep_every_field(code: str) -> None:
    """A translation uses the same fields as its msgid (glossary fields may be left out)."""
    import string

    from messages import read

    from planctl.i18n import Language

    known = set(Language("nb").glossary.words)

    def fields(text: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        return {
            name for name in names if (name[0].lower() + name[1:]).removesuffix("_pl").removesuffix("_def") not in known
        }

    wrong = []
    for message in read(code):
        ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
        strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
        if ids[0] and any(fields(text) - fields(ids[-1]) or fields(ids[-1]) - fields(text) - {"n"} for text in strings):
            wrong.append(ids[0])
    assert wrong == []
