"""YAML text to nodes with libyaml, refusing what plan files may not hold.

PyYAML's C parser composes the nodes; its resolver is switched off, because the values are
made by our own YAML 1.2 rules (`values.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionStartEvent, DocumentStartEvent, ScalarEvent
from yaml.nodes import Node

from planctl.diagnostic import Finding
from planctl.i18n import T
from planctl.load.guard import MAX_DEPTH
from planctl.load.syntax import explain
from planctl.source import Place, Span

try:
    from yaml.cyaml import CParser as _Parser
except ImportError:  # a Python without the C library: the same nodes, slower
    from planctl.load.pure import PureParser as _Parser  # type: ignore[assignment]

_ANCHOR_LIKE = re.compile(rb"(?:^|[\s,\[{:-])[&*][^\s&*]", re.MULTILINE)
_DIRECTIVE_LIKE = re.compile(rb"^(?:\xef\xbb\xbf)?%", re.MULTILINE)


class _TooDeepError(Exception):
    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


class _Composer(_Parser):  # type: ignore[misc, valid-type]
    """Compose nodes without resolving tags, and stop at `MAX_DEPTH`."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH and parent is not None:
            raise _TooDeepError(parent)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        return None

    def check_resolver_prefix(self, *args: object) -> None:
        return None


def compose(path: str, data: bytes) -> tuple[Node | None, list[Finding]]:
    """Compose one document; with findings 001, 004, 005, 006 or 007 the node may be None."""
    if _ANCHOR_LIKE.search(data) or _DIRECTIVE_LIKE.search(data):
        refused = list(_refused(path, data))
        if refused:
            return None, refused
    parser = _Composer(data)
    try:
        node = parser.get_node() if parser.check_node() else None
        if node is not None and parser.check_node():
            second = parser.get_node()
            return node, [_second_document(path, second)]
    except _TooDeepError as error:
        message = T("The file is nested more than {limit} levels deep", limit=MAX_DEPTH)
        hint = T("Plans are at most a few levels deep: look for brackets or indentation that never ends.")
        return None, [Finding("006", Place(path, mark_span(error.node)), message, hint)]
    except yaml.YAMLError as error:
        return None, [explain(path, data, error)]
    finally:
        parser.dispose()
    return node, []


def mark_span(node: Any, width: int | None = None) -> Span:
    """Turn a node's or event's marks into a span; `width` gives a span on its first line."""
    start, end = node.start_mark, node.end_mark
    if width is not None:
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 1 + width)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _second_document(path: str, node: Node) -> Finding:
    message = T("The file holds more than one YAML document (a second «---»)")
    hint = T("Keep one plan in each file: delete the «---», or move what follows to a file of its own.")
    return Finding("007", Place(path, mark_span(node, 1)), message, hint)


def _refused(path: str, data: bytes) -> Iterator[Finding]:
    """Find anchors, aliases (004) and directives (005) in the event stream, before composing."""
    parser = _Parser(data)
    depth = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, CollectionStartEvent):
                depth += 1
            elif isinstance(event, DocumentStartEvent) and (event.version or event.tags):
                hint = T("Delete the line that begins with «%»; planctl always reads YAML 1.2.")
                message = T("YAML directives are not used in plan files")
                yield Finding("005", Place(path, mark_span(event, 1)), message, hint)
            if isinstance(event, AliasEvent):
                yield forbidden(path, event, T("an alias (*{name})", name=event.anchor))
            elif isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.anchor:
                yield forbidden(path, event, T("an anchor (&{name})", name=event.anchor))
            if depth > MAX_DEPTH * 20:
                return
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()


def forbidden(path: str, event: Any, what: object) -> Finding:
    """Make the finding for an anchor, alias, tag or merge key (004)."""
    message = T("Plan files may not hold {what}", what=what)
    hint = T("Write the text out where it is needed. A text that begins with & * or ! needs quotes around it.")
    return Finding("004", Place(path, mark_span(event)), message, hint)
