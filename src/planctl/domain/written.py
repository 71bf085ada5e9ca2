"""Which norm of Norwegian a plan is written in, where it says so."""

from __future__ import annotations

from planctl.model.record import Record

NORMS = ("nb", "nn")


def written_in(record: Record | None) -> str | None:
    """Give the `språk` of a record's plan, `nb` or `nn`; None where it says nothing, and the municipality's holds."""
    said = record.plan.get("språk") if record is not None else None
    return said if said in NORMS else None
