"""The vedtak written again: how many of each kind came, are open, late and answered, as the chapter's table says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.node import Fields
from recount.page import Row
from recount.source import Source

NAMES = {"vedtak": "Vedtak", "verbalvedtak": "Verbalvedtak", "oversendelsesforslag": "Oversendelsesforslag"}
NAMES["interpellasjon"] = "Interpellasjon"
OVER = ("gjennomført", "besvart", "besluttet ikke fulgt", "overført ny sak")


def counts(source: Source, first: dt.date, last: dt.date) -> Iterator[Row]:
    """Write the table of counts: new, open, late, answered and never answered, kind by kind."""
    found = {name: [0] * 5 for name in NAMES}
    dates = {one["id"]: _day(one.get("dato")) for register in source.of("vedtak") for one in register.fields["vedtak"]}
    for register in source.of("vedtak"):
        for one in register.fields["vedtak"]:
            slag = one.get("slag", "vedtak")
            asked = {"ansvarlig", "frist", "status", "svar", "særskilt_rapportering", "punkter"} & one.keys()
            decided = dates[one["id"]]
            if (slag == "vedtak" and not asked) or decided is None or decided > last:
                continue
            for item in one.get("punkter", [one]):
                row = _row({**one, **item}, slag, dates, first, last)
                new = first <= decided <= last
                found[slag] = [a + b for a, b in zip(found[slag], [int(new), *row], strict=True)]
    shown = {name: row for name, row in found.items() if any(row)}
    yield from ((NAMES[name], *map(str, row)) for name, row in shown.items())
    yield ("**Sum**", *(f"**{sum(column)}**" for column in zip(*shown.values(), strict=True)))


def _row(
    item: Fields, slag: str, dates: dict[str, dt.date | None], first: dt.date, last: dt.date
) -> tuple[int, int, int, int]:
    given = item.get("svar", [])
    answers = [day for row in (given if isinstance(given, list) else [given]) if (day := _day(row.get("dato")))]
    ended = dates.get(item.get("overført_til", "")) or max(answers, default=None)
    still = item.get("status") not in OVER or (ended is not None and ended > last)
    late = still and "frist" in item and _day(item["frist"]) <= last  # type: ignore[operator]
    asked = slag != "vedtak" or item.get("særskilt_rapportering") == "true"
    told = any(day <= last for day in answers)
    unmet = still or (item.get("særskilt_rapportering") == "true" and item.get("status") == "gjennomført")
    return int(still), int(late), int(any(first <= day <= last for day in answers)), int(asked and unmet and not told)


def _day(text: object) -> dt.date | None:
    """Read a day; the example writes all of these in full."""
    return dt.date.fromisoformat(text) if isinstance(text, str) and text else None
