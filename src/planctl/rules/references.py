"""What the rules on references share: how a reference is written, and what it may name."""

from __future__ import annotations

from typing import Any

from planctl.i18n import Term
from planctl.load.layout import Ref
from planctl.model.planset import PlanSet
from planctl.source import Span


def written_as_text(ref: Ref) -> bool:
    """Tell whether a reference stands in its file as text; a number or true is found by the schema (102)."""
    at = ref.place.at
    if isinstance(at, Span) or ref.place.key:
        return True
    here: Any = ref.source.fields
    for part in at[len(ref.source.pointer) :]:
        here = here[part]
    return isinstance(here, str)


def kinds_of(ref: Ref, plans: PlanSet) -> list[Term]:
    """Name the kinds a reference may lead to, a family by its own name."""
    left = set(ref.reference.kinds)
    terms = []
    for family, kinds in plans.families.items():
        if kinds <= left:
            terms.append(Term(family, plural=True))
            left -= kinds
    return [Term(kind, plural=True) for kind in sorted(left)] + terms
