"""The nodes of a thread, as a tree on the screen and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from planctl.model.record import Record
from planctl.output.labels import label
from planctl.output.records import RecordView
from planctl.output.thread import Node

if TYPE_CHECKING:
    from rich.tree import Tree


def grow(
    view: RecordView,
    tree: Tree,
    nodes: tuple[Node, ...],
    extra: Callable[[Record], str] = lambda _: "",
    beside: Record | None = None,
) -> None:
    """Add nodes to a tree, each with what `extra` says of it, and whether it threatens what it stands `beside`."""
    for node in nodes:
        seen = view.lang("see above") if node.repeated and _has_more(view, node) else ""
        said = ", ".join(filter(None, (_threat(view, node.record, beside), extra(node.record), seen)))
        grow(view, tree.add(label(view, node.record, extra=said)), node.nested, extra, node.record)


def _threat(view: RecordView, record: Record, other: Record | None) -> str:
    """Say that a record threatens another, or is threatened by it."""
    if other is None:
        return ""
    if view.world.graph.threatens(record, other):
        return view.lang("threatens it")
    return view.lang("threatened") if view.world.graph.threatens(other, record) else ""


def _has_more(view: RecordView, node: Node) -> bool:
    return bool(view.world.graph.parents(node.record) or view.world.graph.children(node.record))


def node_row(view: RecordView, node: Node) -> dict[str, Any]:
    """Give a node and those nested in it as JSON."""
    nested = [node_row(view, item) for item in node.nested]
    return {"record": view.row(node.record), "repeated": node.repeated, "nested": nested}
