"""What the rules on references share: how one is written, what it may name, and what an unknown id must mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from planctl.i18n import T, Term, Text
from planctl.load.schema.annotations import Ref
from planctl.model.planset import PlanSet
from planctl.source import Fix, Span
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell of an unknown id: words, the id that was meant, whether that is certain, and the cause if known."""

    hint: Text
    right: str | None = None
    safe: bool = False
    cause: Text | None = None


def certain(ref: Ref, plans: PlanSet) -> Advice | None:
    """Tell which id an unknown one must stand for: one with another sign in it, or a record's former id."""
    from planctl.load.yaml.hidden_signs import advice, hidden_sign, tidied, told

    for text in (*tidied(ref.target), ref.target):
        record = plans.get(text) or plans.former_ids.get(text)
        if record is None or record.id is None or record.kind not in ref.reference.kinds:
            continue
        sign = hidden_sign(ref.target)
        if sign is not None:
            return Advice(advice(record.id), record.id, safe=True, cause=told(sign))
        return Advice(T("It is called «{id}» now.", id=record.id), record.id, safe=True)
    return None


def fix_of(ref: Ref, found: Advice, guesses: Mapping[str, set[str]]) -> Fix | None:
    """Propose the id that was meant; `guesses` are the unknown ids for which each id is guessed.

    A guess is left out where several unknown ids would become one, where it differs in digits only, and as a key,
    for it may stand there already: it would invent a thread.
    """
    if found.right is None:
        return None
    if not found.safe and (ref.place.key or len(guesses[found.right]) > 1 or only_digits_differ(ref, found.right)):
        return None
    from planctl.load.yaml.block import scalar

    return Fix(ref.place, scalar(found.right), found.safe)


def only_digits_differ(ref: Ref, other: str) -> bool:
    """Tell whether an id is another with other digits: most likely another record, that may be gone."""
    one, two = (re.sub(r"\d+", "", id_) for id_ in (ref.target, other))
    return one == two


def beside(ref: Ref, made: dict[int, frozenset[str]]) -> frozenset[str]:
    """Return the ids that stand beside a reference, in its list or as keys of its group: none of them is meant.

    `made` holds what has been made of each list or group, so that a long one is gone through once.
    """
    at = ref.place.at
    if isinstance(at, Span):
        return frozenset()
    here: Any = ref.source.fields
    for part in at[len(ref.source.pointer) : -1]:
        here = here[part]
    if not isinstance(here, list) and not (ref.place.key and isinstance(here, dict)):
        return frozenset()
    if id(here) not in made:
        made[id(here)] = frozenset(item for item in here if isinstance(item, str))
    return made[id(here)]


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
    """Name the kinds a reference may lead to, a family by its own name if it is one that readers know.

    Of the many kinds of matters that a tiltak can solve, those are named that the municipality has; they stand last.
    """
    left = set(ref.reference.kinds)
    gathered = left & {kind for family in plans.known_kinds.gathered for kind in plans.families[family]}
    used = [kind for kind in sorted(gathered) if next(plans.of_kind(kind), None) is not None]
    if gathered < left:
        left -= gathered
    else:
        used = []
    terms = []
    for family, kinds in plans.families.items():
        if kinds <= left and family not in plans.known_kinds.gathered:
            terms.append(Term(family, plural=True))
            left -= kinds
    return [*(Term(kind, plural=True) for kind in sorted(left)), *terms, *(Term(kind, plural=True) for kind in used)]
