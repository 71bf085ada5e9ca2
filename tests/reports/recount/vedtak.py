"""The vedtak written again: how many of each kind came, are open, late and answered, as the chapter's table says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from recount.node import Fields, Node
from recount.page import Row, row
from recount.source import Source
from recount.words import long, short

NAMES = {"vedtak": "Vedtak", "verbalvedtak": "Verbalvedtak", "oversendelsesforslag": "Oversendelsesforslag"}
NAMES["interpellasjon"] = "Interpellasjon"
OVER = ("gjennomført", "besvart", "besluttet ikke fulgt", "overført ny sak")


def counts(source: Source, first: dt.date, last: dt.date) -> Iterator[Row]:
    """Write the table of counts: new, open, late, answered and never answered, kind by kind."""
    found = {name: [0] * 5 for name in NAMES}
    dates = {
        one["id"]: day_of(one.get("dato")) for register in source.of("vedtak") for one in register.fields["vedtak"]
    }
    for register in source.of("vedtak"):
        for one in register.fields["vedtak"]:
            slag = one.get("slag", "vedtak")
            asked = {"ansvarlig", "frist", "status", "svar", "særskilt_rapportering", "punkter"} & one.keys()
            decided = dates[one["id"]]
            if (slag == "vedtak" and not asked) or decided is None or decided > last:
                continue
            for item in one.get("punkter", [one]):
                row = flags({**one, **item}, slag, dates, first, last)
                new = first <= decided <= last
                found[slag] = [a + b for a, b in zip(found[slag], [int(new), *row], strict=True)]
    shown = {name: row for name, row in found.items() if any(row)}
    yield from ((NAMES[name], *map(str, row)) for name, row in shown.items())
    yield ("**Sum**", *(f"**{sum(column)}**" for column in zip(*shown.values(), strict=True)))


def flags(
    item: Fields, slag: str, dates: dict[str, dt.date | None], first: dt.date, last: dt.date
) -> tuple[int, int, int, int]:
    given = item.get("svar", [])
    answers = [day for row in (given if isinstance(given, list) else [given]) if (day := day_of(row.get("dato")))]
    ended = dates.get(item.get("overført_til", "")) or max(answers, default=None)
    still = item.get("status") not in OVER or (ended is not None and ended > last)
    late = still and "frist" in item and day_of(item["frist"]) <= last  # type: ignore[operator]
    asked = slag != "vedtak" or item.get("særskilt_rapportering") == "true"
    told = any(day <= last for day in answers)
    unmet = still or (item.get("særskilt_rapportering") == "true" and item.get("status") == "gjennomført")
    return int(still), int(late), int(any(first <= day <= last for day in answers)), int(asked and unmet and not told)


def day_of(text: object) -> dt.date | None:
    """Read a day; the example writes all of these in full."""
    return dt.date.fromisoformat(text) if isinstance(text, str) and text else None


class Followed:
    """The vedtak and punkter that a unit, or one below it, is to follow up, as they stand on a day of a year."""

    def __init__(self, source: Source, unit: Node, day: dt.date) -> None:
        self._source, self._unit, self._day = source, unit, day
        found = sorted(self._mine(), key=lambda one: (one[2].get("status") in OVER, one[2].get("frist", "9999")))
        self._open = [one for one in found if one[2].get("status") not in OVER]
        self._done = [one for one in self._mine() if one[2].get("status") in OVER and self._this_year(one[2])]

    @property
    def nodes(self) -> list[Node]:
        """The vedtak of them, each once."""
        return list(dict.fromkeys(node for node, _, _ in [*self._open, *self._done]))

    def rows(self) -> Iterator[Row]:
        """Write the chapter: the counts, what is open, and what was settled in the year."""
        if not self._open and not self._done:
            return
        late = sum(self._days_late(item) > 0 for _, _, item in self._open)
        never = sum(_asked(item) and not _given(item, self._day) for _, _, item in self._open)
        yield row(f"Åpne per {long(self._day)}: {len(self._open)}. Over fristen: {late}. Aldri besvart: {never}.")
        yield from self._table(self._open)
        if self._done:
            yield row(f"### Avsluttet i {self._day.year}")
            yield from self._table(self._done)

    def _table(self, found: list[tuple[Node, str, Fields]]) -> Iterator[Row]:
        for _, title, item in found:
            days = self._days_late(item) if item.get("status") not in OVER else 0
            status, owner = item.get("status", "ikke startet"), self._source.title(item["ansvarlig"])
            exempt = item.get("unntatt")
            yield (
                f"Unntatt, {exempt['hjemmel'].replace('offl', 'offl.')} ({item['id']})" if exempt else title,
                "–" if exempt else item.get("sak", "–"),
                status.capitalize(),
                short(day_of(item.get("frist"))),
                str(days or "–"),
                owner,
            )

    def _mine(self) -> Iterator[tuple[Node, str, Fields]]:
        for register in self._source.of("vedtak"):
            for fields in register.fields["vedtak"]:
                node = self._nodes.setdefault(fields["id"], Node("vedtak", fields, register.path, register))
                for item in fields.get("punkter", [fields]):
                    whole = {**fields, **item}
                    title = node.title if item is fields else f"{node.title}: {item['tittel']}"
                    decided = day_of(whole.get("dato"))
                    if decided is not None and decided <= self._day and self._covers(whole.get("ansvarlig")):
                        yield node, title, whole

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        return {}

    def _covers(self, owner: str | None) -> bool:
        node = self._source.get(owner or "")
        unit = node.parent if node is not None and node.kind == "rolle" else node
        return self._unit in self._source.line(unit)

    def _this_year(self, item: Fields) -> bool:
        ended = max(_given(item, dt.date.max), default=day_of(item.get("dato")))
        return ended is not None and ended.year == self._day.year

    def _days_late(self, item: Fields) -> int:
        due = day_of(item.get("frist"))
        return max(0, (self._day - due).days) if due is not None else 0


def _asked(item: Fields) -> bool:
    return item.get("slag", "vedtak") != "vedtak" or item.get("særskilt_rapportering") == "true"


def _given(item: Fields, day: dt.date) -> list[dt.date]:
    """List the days of the answers by a day."""
    given = item.get("svar", [])
    rows = given if isinstance(given, list) else [given]
    return [found for one in rows if (found := day_of(one.get("dato"))) is not None and found <= day]
