"""What the kinds of vedtak are called, and how a vedtak or punkt is named in a report."""

from __future__ import annotations

from planctl.domain.follow_up import FollowUp
from planctl.i18n import T, Text
from planctl.model.planset import PlanSet
from planctl.model.record import Record

SLAG: dict[str, Text] = {
    "vedtak": T("{Vedtak}"),
    "verbalvedtak": T("Verbal resolution"),
    "oversendelsesforslag": T("Referred proposal"),
    "interpellasjon": T("Interpellation"),
}
"""The kinds of vedtak, in the order that reports list them."""
HEADINGS: dict[str, Text] = {
    "vedtak": T("{Vedtak_pl}"),
    "verbalvedtak": T("Verbal resolutions"),
    "oversendelsesforslag": T("Referred proposals"),
    "interpellasjon": T("Interpellations"),
}
"""What tables of one kind are headed with."""


def title(item: FollowUp) -> Text:
    """Name what is followed up: a vedtak by its title, a punkt by its vedtak's and its own."""
    if item.record is item.vedtak:
        return T("{title}", title=item.vedtak.title)
    return T("{title}: {item}", title=item.vedtak.title, item=item.record.title)


def text(record: Record, field: str) -> str | None:
    """Return a field that holds text; None when it holds none."""
    value = record.get(field)
    return value if isinstance(value, str) and value.strip() else None


def body(plans: PlanSet, vedtak: Record) -> str:
    """Name the body that made a vedtak: its own, else its register's; empty when none is named."""
    name = vedtak.inherited("organ")[0]
    organ = plans.get(name) if isinstance(name, str) else None
    return organ.title if organ is not None else str(name or "")


def owner(plans: PlanSet, item: FollowUp) -> str | None:
    """Name who is to follow it up."""
    name = item.get("ansvarlig")
    found = plans.get(name) if isinstance(name, str) else None
    return found.title if found is not None else name if isinstance(name, str) else None
