"""YAML text to nodes with libyaml, refusing what plan files may not hold.

PyYAML's C parser composes the nodes; its resolver is switched off, because the values are
made by our own YAML 1.2 rules (`values.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, ScalarEvent
from yaml.nodes import Node

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import MAX_DEPTH, MAX_NODES, MAX_SETTINGS, split_lines
from planctl.load.files.tree import CONFIG_NAME
from planctl.source import Place, Span

_Parser: Any
try:
    from yaml import _yaml

    _Parser = _yaml.CParser
except ImportError:  # a Python without the C library: the same nodes, slower
    from planctl.load.yaml.pure_parser import PureParser

    _Parser = PureParser

_MARK_LIKE = re.compile(rb"(?:^|[\s,\[{:-]|\xef\xbb\xbf)(?:[&*][^\s&*]|!)", re.MULTILINE)
_DIRECTIVE = re.compile(rb"(?:\xef\xbb\xbf)?((?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*)%")


class _BeyondError(Exception):
    """A document that passes a bound: the node where it does."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node


class TooDeepError(_BeyondError):
    """Nodes more than `MAX_DEPTH` levels deep."""


class TooManyError(_BeyondError):
    """More nodes than a file may have."""


class Guarded:
    """Takes a parser's resolver away: no tags are resolved; nodes stop at `MAX_DEPTH` levels and at `most`."""

    most = MAX_NODES
    _depth = 0
    _count = 0

    def descend_resolver(self, parent: Node | None, *_: object) -> None:
        """Count a node and its level; refuse one too many."""
        self._depth += 1
        self._count += 1
        if parent is not None:
            if self._depth > MAX_DEPTH + 1:
                raise TooDeepError(parent)
            if self._count > self.most:
                raise TooManyError(parent)

    def ascend_resolver(self) -> None:
        """Leave a level of nesting."""
        self._depth -= 1

    def resolve(self, *_: object) -> None:
        """Give no tag."""
        return

    def check_resolver_prefix(self, *_: object) -> None:
        """Know no paths."""
        return


class _Composer(Guarded, _Parser):  # type: ignore[misc]
    pass


def compose(path: str, data: bytes) -> tuple[Node | None, list[Finding]]:
    """Compose one document; with findings 001, 004, 005, 006 or 007 the node may be None."""
    directive = _DIRECTIVE.match(data)
    if directive:
        return None, [_directive(path, len(split_lines(directive[1].decode("utf-8", errors="replace"))))]
    if (b"&" in data or b"*" in data or b"!" in data) and _MARK_LIKE.search(data):
        refused = list(_refused(path, data))
        if refused:
            return None, refused
    try:
        node, more = _nodes(path, data)
    except (TooDeepError, TooManyError) as error:
        return None, [_beyond(path, error)]
    except yaml.YAMLError as error:
        beyond = _before(path, data, error)
        if beyond is not None:
            return None, [_beyond(path, beyond)]
        from planctl.load.yaml.syntax_words import explain

        return None, [explain(path, data, error)]
    if node is not None and more:
        return node, [_second_document(path, data, node.end_mark.line)]
    return node, []


def _nodes(path: str, data: bytes) -> tuple[Node | None, bool]:
    """Compose the first document, and tell whether there is another."""
    parser = _Composer(data)
    parser.most = _most(path)
    try:
        node = parser.get_node() if parser.check_node() else None
        return node, node is not None and parser.check_node()
    finally:
        parser.dispose()


def _most(path: str) -> int:
    """Tell how many keys and values a file may hold."""
    return MAX_SETTINGS if path == CONFIG_NAME else MAX_NODES


def _before(path: str, data: bytes, error: yaml.YAMLError) -> TooDeepError | TooManyError | None:
    """Tell what passes our bounds before a complaint of the parser, which looks far ahead and has bounds of its own."""
    mark = getattr(error, "problem_mark", None)
    try:
        _nodes(path, data.decode("utf-8-sig")[: mark.index].encode() if mark is not None else b"")
    except (TooDeepError, TooManyError) as beyond:
        return beyond
    except yaml.YAMLError:
        return None
    return None


def mark_span(node: Any, width: int | None = None) -> Span:
    """Turn a node's or event's marks into a span; `width` gives a span on its first line."""
    start, end = node.start_mark, node.end_mark
    if width is not None:
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 1 + width)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _beyond(path: str, error: _BeyondError) -> Finding:
    if isinstance(error, TooDeepError):
        message = T("The file is nested more than {limit} levels deep", limit=MAX_DEPTH)
        hint = T("Plans are a few levels deep: look for a bracket that is never closed, or for lines indented too far.")
    else:
        message = T("The file holds more than {limit} keys and values", limit=float(_most(path)))
        hint = T("Split it into several files. Measurements and accounts may stand in a CSV file.")
        if path == CONFIG_NAME:
            hint = T("Take out what is not needed: one pattern can stand for many files, and one digit for many rules.")
    return Finding("006", Place(path, mark_span(error.node, 1)), message, hint)


def _second_document(path: str, data: bytes, after: int) -> Finding:
    lines = split_lines(data.decode("utf-8", errors="replace"))
    line = next((row for row in range(after, len(lines)) if lines[row].startswith("---")), after)
    message = T("The file holds more than one YAML document")
    hint = T("Keep one plan in each file: delete the line «---», or move what follows it to a file of its own.")
    return Finding("007", Place(path, Span(line + 1, 1, line + 1, 4)), message, hint)


def _refused(path: str, data: bytes) -> Iterator[Finding]:
    """Find anchors, aliases and tags (004) in the event stream, before composing."""
    parser = _Parser(data)
    depth = 0
    try:
        while parser.check_event() and depth <= MAX_DEPTH:
            event = parser.get_event()
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if isinstance(event, AliasEvent):
                yield forbidden(path, event, T("an alias (*{name})", name=event.anchor))
            elif isinstance(event, (ScalarEvent, CollectionStartEvent)):
                if event.anchor:
                    yield forbidden(path, event, T("an anchor (&{name})", name=event.anchor))
                elif event.tag:
                    yield forbidden(path, event, T("a tag ({name})", name=event.tag))
    except yaml.YAMLError:
        return
    finally:
        parser.dispose()


def _directive(path: str, line: int) -> Finding:
    hint = T("Delete the line that begins with «%», and the «---» below it.")
    message = T("YAML directives are not used in plan files")
    return Finding("005", Place(path, Span(line, 1, line, 2)), message, hint)


def forbidden(path: str, event: Any, what: object) -> Finding:
    """Make the finding for an anchor, alias, tag or merge key (004), where it begins."""
    message = T("Plan files may not hold {what}", what=what)
    hint = T("Write the text out where it is needed. A text that begins with & * or ! needs quotes around it.")
    return Finding("004", Place(path, mark_span(event, 1)), message, hint)
