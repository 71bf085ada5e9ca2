"""Templates to Markdown: one sandboxed environment, every value escaped as it is written.

A municipality's own `templates/` go before those that are shipped, name by name (`sandbox` and `process` tell how
they are bounded). They are read from the same tree of files as the plans, so that those of a revision belong to its
report, and no link leads out of the repository. What is wrong with one is told with its file and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from planctl.i18n import Language, T, Text
from planctl.load.files import os_errors as reasons
from planctl.load.files.tree import nfc

if TYPE_CHECKING:
    from planctl.reports.figures.figure import Figure
    from planctl.reports.rendering.sandbox import Budget, Sandbox

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
OWN = "templates"
"""The folder of a repository's own templates."""
ENDING = ".md.j2"


class TemplateError(Exception):
    """A template that cannot be used: what is wrong, in which file and line."""

    def __init__(self, message: Text, path: str, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.message = message
        self.path = path
        self.line = line


class OwnTemplateError(Exception):
    """A template that is the repository's own, where only those of planctl may run."""


class Sources(Protocol):
    """Gives the bytes of the repository's own templates by path; raises OSError where there is none."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes."""


class NoneOfItsOwn:
    """The templates of a repository for an environment that runs none of them: it ends at the first that it meets."""

    def __init__(self, tree: Sources) -> None:
        self._tree = tree

    def read(self, path: str) -> bytes:
        """Raise OwnTemplateError for a file that is there, else OSError."""
        self._tree.read(path)
        raise OwnTemplateError


def render(
    template: str, lang: Language, values: Mapping[str, Any], tree: Sources | None = None, budget: Budget | None = None
) -> str:
    """Render a template, a repository's own when it has one; blank lines are put in order at the end."""
    return rendered(environment(lang, tree, budget), template, values)


def rendered(made: Sandbox, template: str, values: Mapping[str, Any]) -> str:
    """Render a template in an environment that may serve many documents: each template is compiled once."""
    from jinja2 import TemplateError as JinjaError

    from planctl.reports.rendering.sandbox import BoundError

    made.budget.start()
    try:
        text = made.get_template(template).render(**values)
    except BoundError as error:
        raise TemplateError(error.message, *_where(error, template)) from error
    except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
        raise TemplateError(_told(error), *_where(error, template)) from error
    return _GAPS.sub("\n\n", _TRAILING.sub("", text)).strip("\n") + "\n"


def environment(lang: Language, tree: Sources | None = None, budget: Budget | None = None) -> Sandbox:
    """Make the environment of a language: the repository's own templates first, then those that are shipped."""
    from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader

    from planctl.reports.chapters.contents import Contents
    from planctl.reports.figures.collection import Figures
    from planctl.reports.rendering.filters import Filters
    from planctl.reports.rendering.markdown import MarkdownLanguage
    from planctl.reports.rendering.sandbox import Budget, Sandbox
    from planctl.resources import templates_dir

    writer = MarkdownLanguage.like(lang)
    own = [FunctionLoader(partial(_own, tree))] if tree is not None else []
    loaders = [*own, FileSystemLoader(templates_dir(), encoding="utf-8")]
    made = Sandbox(ChoiceLoader(loaders), writer.write, budget or Budget())
    made.filters.update(Filters(writer).filters)
    made.filters["chapters"] = Contents()
    made.filters["figure"] = _placed
    made.filters["inline"] = _inline
    made.seal()
    made.globals["figures"] = Figures()
    made.globals["lang"] = lambda msgid, **fields: writer.write(Text(msgid, fields))
    return made


def _own(tree: Sources, name: str) -> tuple[str, str, None] | None:
    """Read one of the repository's own templates; None where it has none of that name."""
    from jinja2.loaders import split_template_path

    path = "/".join([OWN, *split_template_path(name)])
    try:
        return tree.read(nfc(path)).decode(), path, None
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise TemplateError(T("This cannot be read: {reason}", reason=reasons.reason(error)), path, 1) from error


def _placed(figure: Figure | None) -> Markup:
    """Place a figure in Markdown; nothing where the report has none."""
    from planctl.reports.figures.figure import place

    return Markup("") if figure is None else place(figure)


def _inline(figure: Figure | None) -> Markup:
    """Place a figure in a line or a cell; a dash where the report has none."""
    from planctl.reports.figures.figure import place_inline

    return Markup("–") if figure is None else place_inline(figure)


def read(made: Sandbox, name: str) -> None:
    """Read a template; raise TemplateError with what is wrong with its syntax or a filter it names."""
    from jinja2 import TemplateError as JinjaError

    try:
        made.get_template(name)
    except (JinjaError, UnicodeDecodeError, RecursionError) as error:
        raise TemplateError(_told(error), *_where(error, f"{OWN}/{name}")) from error


def _told(error: BaseException) -> Text:
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    reason = str(error) or type(error).__name__
    match error:
        case TemplateNotFound():
            return T("There is no template «{name}»", name=reason)
        case TemplateSyntaxError():
            return T("The template cannot be read: {reason}", reason=error.message or reason)
        case UndefinedError():
            return T("The template uses a name that is not there: {reason}", reason=reason)
        case SecurityError():
            return T("The template may not do this: {reason}", reason=reason)
        case RecursionError():
            return T("The template is nested too deeply, or goes in a circle")
        case _:
            return T("The template fails: {reason}", reason=reason)


def _where(error: BaseException, template: str) -> tuple[str, int]:
    """Give the file and line of a template that an error comes from: the innermost one on its way."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return _shown(error.filename or error.name or template), error.lineno or 1
    found = (template, 1)
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.endswith(".j2"):
            found = (path, trace.tb_lineno)
        trace = trace.tb_next
    return _shown(found[0]), found[1]


def _shown(path: str) -> str:
    """Show a path as seen from the repository, or from the folder of shipped templates."""
    from planctl.resources import templates_dir

    base = templates_dir()
    return Path(path).relative_to(base).as_posix() if Path(path).is_relative_to(base) else path
