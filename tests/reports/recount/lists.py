"""The målekart and the planregister written again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from recount.made_up import banner, marks
from recount.measured import series
from recount.page import FIXED, Row, row
from recount.scope import Scope
from recount.source import Source
from recount.tertial import PLANS, STEPS, decisions
from recount.words import capital, listing, long, short


def chart(source: Source, day: dt.date) -> Iterator[Row]:
    """Write the målekart: the indicators with a fokusområde."""
    scope = Scope(source, day.replace(month=1, day=1), day)
    yield row(f"# Målekart – {source.config['kommune']['navn']}")
    rows = [one for found in series(scope).values() for one in found if not one.by_unit]
    shown = list(dict.fromkeys(one.node for one in rows if one.node.text("fokusområde")))
    yield from banner(shown, marks(scope, shown))
    yield row(f"{scope.programmes[0].title}. Målt per {long(day)}.")
    for focus in dict.fromkeys(one.node.text("fokusområde") for one in rows):
        if focus:
            if f"## {capital(focus)}" not in FIXED:
                yield row(f"## {capital(focus)}")
            for one in rows:
                if one.node.text("fokusområde") == focus:
                    challenge = one.node.text("utfordring") or "–"
                    yield challenge, one.name, *one.bands, one.point(one.before), one.shown, one.verdict


def register(source: Source, day: dt.date) -> Iterator[Row]:
    """Write the planregister: every plan and every entry of the planstrategi."""
    plans = [node for kind in PLANS if kind != "virksomhetsplan" for node in source.of(kind)]
    plans += source.of("registerplan")
    yield row(f"# Planregister – {source.config['kommune']['navn']}")
    yield row(f"{len(plans)} planer slik de står {long(day)}.")
    for plan in plans:
        final = [made for made in decisions(source, plan) if not made[3].startswith(STEPS)]
        last = max(final, key=lambda row: row[0] or dt.date.min, default=None)
        adopted = "–"
        if last and last[0]:
            adopted = short(last[0]) + (f", {last[1]}" if last[1] else "") + (f" ({last[2]})" if last[2] else "")
            adopted += " *" if last[4] else ""
        replaced = [old.title for old in source.all(plan.texts("avløser"))]
        owner = source.get(plan.text("ansvarlig"))
        yield (
            plan.title + (" *" if plan.made_up else ""), capital(plan.text("slag") or plan.kind),
            plan.text("periode").replace("-", "–") or "–",
            capital(plan.text("status")) or "–", adopted, owner.title if owner else "–",
            listing(replaced) if replaced else "–",
        )  # fmt: skip
    if any(plan.made_up or any(made[4] for made in decisions(source, plan)) for plan in plans):
        yield row("* Illustrativt: laget som eksempel, ikke kommunens eget.")
