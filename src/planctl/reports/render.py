"""Templates to Markdown: one sandboxed environment, every value escaped as it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planctl.i18n import Language, Text

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def render(template: str, lang: Language, values: Mapping[str, Any]) -> str:
    """Render a shipped template; blank lines are put in order at the end."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from planctl.reports.figures.figure import place
    from planctl.reports.markdown import MarkdownLanguage
    from planctl.reports.words import Words
    from planctl.resources import templates_dir

    writer = MarkdownLanguage(lang.code, lang.words)
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_dir(), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=writer.write,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(Words(writer).filters)
    environment.filters["figure"] = place
    environment.globals["lang"] = lambda msgid, **fields: writer.write(Text(msgid, fields))
    text = environment.get_template(template).render(**values)
    return _GAPS.sub("\n\n", _TRAILING.sub("", text)).strip("\n") + "\n"
