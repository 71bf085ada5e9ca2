"""Templates to Markdown: one sandboxed environment, every value escaped as it is written.

A municipality's own `templates/` go before those that are shipped, name by name. Its templates can
read what they are given and no more: no attribute that begins with an underscore, no change of a
value, no undefined name. They are bounded in what they may write and how long they may take.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planctl.i18n import Language, T, Text

if TYPE_CHECKING:
    from jinja2 import Environment

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
MAX_CHARS = 20_000_000
"""How much a template may write."""
MAX_SECONDS = 60.0
"""How long a template may take, measured each time it writes a piece and each time a loop goes round."""
ENDING = ".md.j2"


class TemplateError(Exception):
    """A template that cannot be used: what is wrong, in which file and line."""

    def __init__(self, message: Text, path: str, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.message = message
        self.path = path
        self.line = line


def own_folder(root: Path) -> Path:
    """Return the folder of a repository's own templates."""
    return root / "templates"


def render(template: str, lang: Language, values: Mapping[str, Any], root: Path | None = None) -> str:
    """Render a template, a repository's own when it has one; blank lines are put in order at the end."""
    from jinja2 import TemplateError as JinjaError
    from jinja2.exceptions import SecurityError

    built = environment(lang, root)
    start, size, pieces = time.monotonic(), 0, []
    try:
        for piece in built.get_template(template).generate(**values):
            size += len(piece)
            pieces.append(piece)
            if size > MAX_CHARS:
                raise _Bound(T("The template writes more than {limit} million characters", limit=MAX_CHARS // 1_000_000))
            if time.monotonic() - start > MAX_SECONDS:
                raise _Bound(T("The template takes more than {limit} seconds", limit=int(MAX_SECONDS)))
    except _Bound as error:
        raise TemplateError(error.message, *_where(error, built, root, template)) from error
    except SecurityError as error:
        message = T("The template may not do this: {reason}", reason=str(error))
        raise TemplateError(message, *_where(error, built, root, template)) from error
    except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, MemoryError) as error:
        if root is None or not own_folder(root).is_dir():
            raise
        raise TemplateError(T("The template fails: {reason}", reason=_reason(error)), *_where(error, built, root, template)) from error
    return _GAPS.sub("\n\n", _TRAILING.sub("", "".join(pieces))).strip("\n") + "\n"


class _Bound(Exception):  # noqa: N818  (never leaves this module)
    """A bound was passed."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.msgid)
        self.message = message


def environment(lang: Language, root: Path | None = None) -> Environment:
    """Make the environment of a language: the repository's own templates first, then those that are shipped."""
    from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from planctl.reports.markdown import MarkdownLanguage
    from planctl.reports.words import Words
    from planctl.resources import templates_dir

    writer = MarkdownLanguage(lang.code, lang.words)
    start = time.monotonic()

    class Bounded(ImmutableSandboxedEnvironment):
        """A sandbox whose calls and operators stay within the bounds, so that no single one takes all time or memory."""

        intercepted_binops = frozenset({"**", "*"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """Refuse powers, and to repeat a text or list."""
            if operator == "**" or not all(isinstance(side, (int, float)) for side in (left, right)):
                raise _Bound(T("A template may not use «{operator}» here", operator=operator))
            return super().call_binop(context, operator, left, right)

    def finalize(value: Any) -> Any:
        if time.monotonic() - start > MAX_SECONDS:
            raise _Bound(T("The template takes more than {limit} seconds", limit=int(MAX_SECONDS)))
        return writer.write(value)

    shipped = FileSystemLoader(templates_dir(), encoding="utf-8")
    folder = own_folder(root) if root is not None else None
    own = [FileSystemLoader(folder, encoding="utf-8")] if folder is not None and folder.is_dir() else []
    made = Bounded(
        loader=ChoiceLoader([*own, shipped]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(Words(writer).filters)
    for name in ("center", "indent", "format", "xmlattr", "pprint", "random", "wordwrap", "tojson", "safe"):
        made.filters.pop(name, None)
    made.globals.clear()
    made.globals["lang"] = lambda msgid, **fields: writer.write(Text(msgid, fields))
    return made


def _where(error: BaseException, built: Environment, root: Path | None, template: str) -> tuple[str, int]:
    """Give the file and line of a template that an error comes from: the innermost one on its way."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return _shown(error.filename or error.name or template, root), error.lineno or 1
    found = (template, 1)
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.endswith(".j2"):
            found = (path, trace.tb_lineno)
        trace = trace.tb_next
    return _shown(found[0], root), found[1]


def _shown(path: str, root: Path | None) -> str:
    """Show a path as seen from the repository, or from the folder of shipped templates."""
    from planctl.resources import templates_dir

    for base in (root, templates_dir()):
        if base is not None and Path(path).is_relative_to(base):
            return Path(path).relative_to(base).as_posix()
    return path


def _reason(error: BaseException) -> str:
    return str(error) or type(error).__name__
