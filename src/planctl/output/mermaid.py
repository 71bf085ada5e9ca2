"""A thread as a Mermaid flowchart, for Markdown in GitHub, GitLab and Azure DevOps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.goals import Served
from planctl.output.records import RecordView
from planctl.output.thread import Node, Thread, referring

_PLAIN = re.compile(r"[^\W_]|[ ,:()/–«»?!%.-]")


def flowchart(view: RecordView, thread: Thread) -> str:
    """Draw the thread from the FN goals at the top to the tiltak at the bottom."""
    chart = _Chart(view)
    chart.box(thread.record)
    chart.climb(thread.record, thread.up)
    chart.descend(thread.record, thread.down)
    if not thread.up and not thread.down:
        for rows in referring(view.world.graph, thread.record).values():
            for source, _ in rows:
                chart.link(thread.record, source)
    chart.goals([*(node.record for node in thread.nodes if not node.repeated), thread.record], thread.goals)
    return _drawn(chart, chart.box(thread.record))


def goal_flowchart(view: RecordView, served: Served) -> str:
    """Draw an FN goal at the top, the records that name it, and the thread down from them."""
    chart = _Chart(view)
    chosen = chart.goal(served.goal)
    for node in served.down:
        chart.box(node.record)
        chart.descend(node.record, node.nested)
    for record, _ in served.named:
        chart.edges[f"{chosen} --> {chart.box(record)}"] = None
    return _drawn(chart, chosen)


def escape(text: str) -> str:
    """Write text so that Mermaid reads every character as itself."""
    made = "".join(char if _PLAIN.match(char) else f"#{ord(char)};" for char in clean(text).strip())
    made = re.sub(r"^(\d+)\.", r"\1#46;", made)
    return re.sub(r"^-", "#45;", made)


class _Chart:
    def __init__(self, view: RecordView) -> None:
        self._view = view
        self._names: dict[Record, str] = {}
        self.boxes: dict[str, str] = {}
        self.edges: dict[str, None] = {}

    def box(self, record: Record) -> str:
        """Give a record's box its name, and draw it the first time."""
        view = self._view
        name = self._names.setdefault(record, f"n{len(self._names) + 1}")
        if name not in self.boxes:
            state = view.state(record)
            told = view.is_work(record) or view.is_followed_up(record)
            parts = [view.kind(record), view.title(record), view.status(state) if told else ""]
            if view.is_late(record, state):
                parts.append(view.lang("overdue"))
            if view.is_illustrative(record):
                parts.append(view.lang("Illustrative"))
            self.boxes[name] = f'{name}["{"<br/>".join(escape(part) for part in parts if part)}"]'
        return name

    def link(self, upper: Record, lower: Record) -> None:
        """Draw an arrow from a record down to another."""
        self.edges[f"{self.box(upper)} --> {self.box(lower)}"] = None

    def climb(self, record: Record, nodes: Iterable[Node]) -> None:
        """Draw what lies above a record."""
        for node in nodes:
            self.link(node.record, record)
            self.climb(node.record, node.nested)

    def descend(self, record: Record, nodes: Iterable[Node]) -> None:
        """Draw what lies below a record."""
        for node in nodes:
            self.link(record, node.record)
            self.descend(node.record, node.nested)

    def goal(self, id_: str) -> str:
        """Give an FN goal's box its name, and draw it the first time."""
        view = self._view
        name = "fn" + id_.replace(".", "_")
        title = view.world.graph.goals.title(id_, view.lang.code)
        self.boxes[name] = f'{name}(["{escape(view.lang("UN goal {id}", id=id_))}<br/>{escape(title)}"])'
        return name

    def goals(self, records: Iterable[Record], wanted: Collection[str]) -> None:
        """Draw the wanted FN goals above the records that name them."""
        for record in records:
            for goal in self._view.world.graph.own_fn_goals(record):
                if goal in wanted:
                    self.edges[f"{self.goal(goal)} --> {self.box(record)}"] = None


def _drawn(chart: _Chart, chosen: str) -> str:
    """Write the chart, with a heavy frame around the box that was asked for."""
    look = ("classDef chosen stroke-width:4px", f"class {chosen} chosen")
    lines = (*chart.boxes.values(), *chart.edges, *look)
    return "".join(f"{line}\n" for line in ("flowchart TD", *(f"  {line}" for line in lines)))
