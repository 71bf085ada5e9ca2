"""The sandbox that templates run in: they read what they are given, and are bounded in time and size.

How they are bounded, so that a template a repository brings can take neither all time nor all memory. This is the
first fence, and tells where in the template a bound was passed; `process` is the hard one:

- **Size**: every value that is written, and every text that a filter makes, is counted; so what a template
  holds and writes stays below `MAX_CHARS`. The operators that could make a text grow unseen (`~`, `*`, `**`,
  `+` of texts and lists, `%`) are refused, and so are the filters that pad or format.
- **Time**: each value that is looked up, called, filtered or written looks at the clock; it ends after
  `MAX_SECONDS`. There is no `range`: a loop goes over what the report holds.
- **Reach**: Jinja's ImmutableSandboxedEnvironment: no attribute that begins with an underscore, no change of a value;
  StrictUndefined: a name that is not there is an error, never an empty text.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from planctl.i18n import T, TextError

MAX_CHARS = 20_000_000
"""How many characters a template may write and hold."""
MAX_SECONDS = 60.0
"""How long a template may take."""
_UNUSED = (
    "center", "filesizeformat", "forceescape", "format", "indent", "pprint", "random", "replace", "safe", "tojson",
    "urlize", "wordwrap", "xmlattr",
)  # fmt: skip


class BoundError(TextError):
    """A template passed a bound, or used what it may not."""


class Budget:
    """What is left of a template's time and size."""

    def __init__(self, seconds: float = MAX_SECONDS, chars: int = MAX_CHARS) -> None:
        self.seconds = seconds
        self.chars = chars
        self.start()

    def start(self) -> None:
        """Begin to count from nothing."""
        self.left = self.chars
        self.end = time.monotonic() + self.seconds

    def tick(self) -> None:
        """Look at the clock."""
        if time.monotonic() > self.end:
            raise BoundError(T("The template takes more than {limit} seconds", limit=int(self.seconds)))

    def spend(self, value: Any) -> Any:
        """Count a text's characters, and give it back."""
        self.tick()
        if isinstance(value, str):
            self.left -= len(value)
            if self.left < 0:
                raise BoundError(
                    T("The template writes more than {limit} million characters", limit=self.chars // 1_000_000)
                )
        return value


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader, write: Callable[[Any], Any], budget: Budget) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            finalize=lambda value: budget.spend(write(value)),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.budget = budget
        space = self.globals["namespace"]
        self.globals.clear()
        self.globals["namespace"] = space
        for name in _UNUSED:
            self.filters.pop(name, None)

    def seal(self) -> None:
        """Count what every filter makes; to be called when all are there."""
        self.filters = {name: _counted(call, self.budget) for name, call in self.filters.items()}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Let numbers be added and multiplied, and nothing else."""
        if operator == "**" or not all(isinstance(side, (int, float)) for side in (left, right)):
            raise BoundError(T("A template may not use «{operator}» here", operator=operator))
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look up an attribute, and look at the clock."""
        self.budget.tick()
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Look up an item, and look at the clock."""
        self.budget.tick()
        return super().getitem(obj, argument)

    def call(__self, __context: Any, __obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  (as Jinja has it)
        """Call something, and count the text it gives."""
        return __self.budget.spend(super().call(__context, __obj, *args, **kwargs))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for found in tree.find_all(nodes.Concat):
            message = "«~» is not allowed: write the values one after another"
            raise TemplateSyntaxError(message, found.lineno, name, filename)
        return tree


def _counted(call: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    @wraps(call)
    def counted(*args: Any, **kwargs: Any) -> Any:
        return budget.spend(call(*args, **kwargs))

    return counted
