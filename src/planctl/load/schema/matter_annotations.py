"""What the schemas say of how records are followed up: `x-lukket`, `x-evalueres`, `x-krever-tiltak` and their like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planctl.model.matter_kinds import MatterKinds, Renewal, Which
from planctl.resources import Schema


def matter_kinds(records: Iterable[tuple[str, Schema]]) -> MatterKinds:
    """Collect it from the records of all schemas."""
    rows = list(records)

    def given(keyword: str) -> dict[str, Any]:
        return {kind: schema[keyword] for kind, schema in rows if keyword in schema}

    return MatterKinds(
        statuses={kind: frozenset(schema["properties"].get("status", {}).get("enum", ())) for kind, schema in rows},
        closed={kind: frozenset(value) for kind, value in given("x-lukket").items()},
        evaluated={kind: _which(value) for kind, value in given("x-evalueres").items()},
        wants_tiltak={kind: _which(value) for kind, value in given("x-krever-tiltak").items()},
        needed={kind: tuple(value) for kind, value in given("x-krever").items()},
        own_rule=given("x-forfalt"),
        renewed={kind: _renewal(value) for kind, value in given("x-fornyes").items()},
    )


def _renewal(written: Any) -> Renewal:
    """Read how a kind is renewed: a field, or that and what ends it."""
    if isinstance(written, str):
        return Renewal(written)
    return Renewal(written["felt"], written.get("til", ""), frozenset(written.get("utenom", ())))


def _which(written: Any) -> Which:
    """Read which records are meant: a list of statuses, or fields with the values they may have."""
    fields = written if isinstance(written, dict) else {"status": written}
    return Which(tuple((name, frozenset(values)) for name, values in fields.items()))
