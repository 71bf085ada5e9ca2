"""The hearings written again: when each was, what was said by theme and by sender, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.node import Node
from recount.occasion import Occasion, titled, total
from recount.page import Row, row
from recount.words import capital, last_day, short

OUTCOMES = ("tatt til følge", "delvis tatt til følge", "ikke tatt til følge")


def hearings(occasion: Occasion) -> Iterator[Row]:
    """Write the chapter; a year's tells also the themes and the senders."""
    found = heard(occasion)
    found.sort(key=lambda one: (one[2], one[0].id), reverse=True)
    if not found:
        return
    said = {node: comments(occasion, node) for node, _, _ in found}
    every = [one for some in said.values() for one in some]
    whole, *outcomes, waiting = _counts(every)
    words = [f"{capital(word)}: {count}." for word, count in zip(OUTCOMES, outcomes, strict=True)]
    yield row(f"Innspill: {whole}. {' '.join(words)} Ikke besvart: {waiting}.")
    for node, first, last in found:
        yield titled(node), short(first), short(last), *_counts(said[node])
    if occasion.annual and every:
        yield from _by(every, "tema")
        yield from ((capital(one[0]), *one[1:]) for one in _by(every, "avsender"))


def heard(occasion: Occasion) -> list[tuple[Node, dt.date, dt.date]]:
    """List the hearings of some day in the period, with their days."""
    found = [(node, *_days(occasion, node)) for node in occasion.source.of("høring")]
    return [one for one in found if one[1] <= occasion.day and one[2] >= occasion.start]


def comments(occasion: Occasion, node: Node) -> list[Node]:
    """List what was said at a hearing by the day."""
    return [one for one in occasion.had("innspill") if one.parent is node]


def _days(occasion: Occasion, node: Node) -> tuple[dt.date, dt.date]:
    """Return the days of a hearing: its own, else those of the step or plan that was heard."""
    wanted = node.texts("gjelder")
    plans = [plan.fields.get("høring") or {} for plan in occasion.source.all(wanted)]
    steps = [row for top in occasion.source.of("prosess") for row in top.fields["aktiviteter"] if row["id"] in wanted]
    told = next((row for row in [node.fields, *steps, *plans] if "fra" in row or "til" in row), {})
    return last_day(told.get("fra")) or dt.date.min, last_day(told.get("til")) or dt.date.max


def _counts(found: list[Node]) -> list[str]:
    said = [node.text("status") for node in found]
    outcomes = [said.count(word) for word in OUTCOMES]
    return [str(count) for count in (len(said), *outcomes, len(said) - sum(outcomes))]


def _by(found: list[Node], field: str) -> Iterator[Row]:
    groups: dict[str, list[Node]] = {}
    for node in found:
        groups.setdefault(node.text(field) or "–", []).append(node)
    for name, some in sorted(groups.items(), key=lambda one: (-len(one[1]), one[0])):
        yield name, *_counts(some)
    if len(groups) > 1:
        yield total("Sum", *_counts(found))
