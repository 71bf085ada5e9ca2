"""Nodes to plain data by YAML 1.2: `no` and `on` are text, dates are text, keys are text.

A number with two meanings, as 42.000, stays text too: no field of numbers takes it.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import Any

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.byte_checks import control, control_in
from planctl.load.files.tree import nfc
from planctl.load.schema.annotations import MANGLED
from planctl.load.yaml.compose import forbidden, mark_span
from planctl.load.yaml.scalars import plain
from planctl.source import Place
from planctl.values import dataclass


@dataclass(slots=True)
class Builder:
    """Builds the plain data of one file and collects what is wrong with its nodes."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    texts: list[ScalarNode] = field(default_factory=list)
    """The texts without quotes that may go on over several lines: block texts, and plain ones that do."""

    def build(self, node: Node) -> Any:
        """Return dicts, lists, str, int, float, bool and None; findings 001, 003, 004, 008, 013."""
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if isinstance(node, SequenceNode):
            return [
                self._group(item, item=True) if isinstance(item, MappingNode) else self.build(item)
                for item in node.value
            ]
        return self._group(node) if isinstance(node, MappingNode) else None

    def _group(self, node: MappingNode, *, item: bool = False) -> Any:
        before = len(self.findings)
        data = self._mapping(node, item=item)
        if len(self.findings) > before and isinstance(data, dict) and isinstance(data.get("id"), str):
            rest = self.findings[before:]
            self.findings[before:] = [one if one.record else replace(one, record=data["id"]) for one in rest]
        return data

    def _scalar(self, node: ScalarNode) -> Any:
        value = nfc(node.value)
        if node.style:
            if node.style in ">|":
                self.texts.append(node)
            if node.style == '"' and (sign := control_in(value)):
                self.findings.append(control(Place(self.path, mark_span(node)), sign))
            return value
        if " " in value and node.start_mark.line != node.end_mark.line:
            self.texts.append(node)
        read = plain(value)
        return value if isinstance(read, float) and _two_ways(value) else read

    def _mapping(self, node: MappingNode, *, item: bool) -> Any:
        """Read a group. A list's item that begins anew lacks a hyphen: what follows belongs to another, and is lost."""
        data: dict[str, Any] = {}
        first: dict[str, tuple[Node, Node]] = {}
        after_comma = mangled = record_again = False
        after: Node | None = None
        above = ""
        for index, (key_node, value_node) in enumerate(node.value):
            if not isinstance(key_node, ScalarNode):
                message = T("A field's name must be a text, not a list or a group")
                hint = T("Put quotes around a text that begins with a bracket or a brace.")
                self.findings.append(Finding("001", Place(self.path, mark_span(key_node, 1)), message, hint))
                mangled = True
                continue
            key = nfc(key_node.value)
            split = bool(node.flow_style) and _split_by_comma(key_node, value_node)
            if split:
                if not after_comma:
                    self._comma(key, key_node, next(reversed(data), None))
            elif key == "<<" and not key_node.style:
                self.findings.append(forbidden(self.path, key_node, T("a merge key (<<)")))
            elif key in first:
                if record_again:
                    continue
                begins = key == "id" or (item and (key == next(iter(first)) or _key(node, index + 1) in first))
                self._duplicate(key, first[key][0], key_node, after, begins=begins)
                record_again = begins and (key != "id" or value_node.value != first[key][1].value)
                home = _last_group(data.get(above))
                if data[key] is None:
                    data[key] = self.build(value_node)
                elif home is not None and not begins:
                    home.setdefault(key, self.build(value_node))
            elif not record_again:
                first[key] = key_node, value_node
                data[key] = self.build(value_node)
                above = key
            after_comma, after = split, value_node
        return MANGLED if mangled and not data else data

    def _duplicate(self, key: str, first: Node, again: Node, after: Node | None, *, begins: bool) -> None:
        message = T("The field «{field}» stands twice in the same record", field=key)
        related = ((Place(self.path, mark_span(first)), T("It stands here first")),)
        hint = T("Keep one of them.")
        if begins:
            hint = T("If a new record begins here, put a hyphen before «{field}». Otherwise keep one.", field=key)
        elif isinstance(after, CollectionNode) and not after.flow_style:
            hint = T("If it belongs to the record above, indent it as the lines there. Otherwise keep one of them.")
        place = Place(self.path, mark_span(again))
        self.findings.append(Finding("003", place, message, hint, field=key, related=related))

    def _comma(self, key: str, node: Node, field: str | None) -> None:
        message = T("A comma inside braces splits the text: «{text}» became a field of its own", text=key)
        hint = T("Put quotes around the text, or write each field on a line of its own. A number takes a point: 4.5.")
        self.findings.append(Finding("013", Place(self.path, mark_span(node)), message, hint, field=field))


def _key(node: MappingNode, index: int) -> str | None:
    """Return the name of a group's field by its place; None where there is none."""
    key = node.value[index][0] if index < len(node.value) else None
    return nfc(key.value) if isinstance(key, ScalarNode) else None


def _last_group(value: Any) -> dict[str, Any] | None:
    """Return a group, or the last one of a list: where a field that stands twice below it may belong."""
    last = value[-1] if isinstance(value, list) and value else value
    return last if isinstance(last, dict) else None


def _split_by_comma(key: ScalarNode, value: Node) -> bool:
    """Tell whether a key in a flow mapping has no colon after it: the rest of a split text."""
    empty = isinstance(value, ScalarNode) and not value.style and value.value == ""
    same: bool = value.start_mark.index == value.end_mark.index == key.end_mark.index
    return empty and same


def _two_ways(text: str) -> bool:
    """Tell whether a number can be read in two ways; asked of numbers with a point only, which few files have."""
    from planctl.load.tables.csv_values import two_ways

    return bool(two_ways(text))
