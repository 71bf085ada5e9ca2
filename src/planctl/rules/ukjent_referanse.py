"""A reference leads nowhere: no record in the plan files has that id.

The thread from measure to goal is made of references, and a single wrong letter cuts it. planctl
suggests the id that looks most alike; when the record has been given a new id, planctl says which.
If the record really is gone, refer to something else or delete the reference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planctl.diagnostic import Finding, Severity
from planctl.graph import FN_KIND
from planctl.i18n import T, Text
from planctl.load.book import Reference
from planctl.load.layout import Ref
from planctl.load.nearest import nearest
from planctl.load.wrong import as_yaml
from planctl.rules.references import kinds_of, written_as_text
from planctl.rules.rule import Context, Rule
from planctl.rules.samples import in_plan
from planctl.source import Fix, Place

_MOST_GUESSES = 200
_MANY = 3
_DIGITS = re.compile(r"\d+")


def _whole(context: Context) -> Iterator[Finding]:
    advice: dict[tuple[Reference, str, str, Place | None], _Advice] = {}
    times = Counter(broken.ref.target for broken in context.graph.broken if broken.found is None)
    for broken in context.graph.broken:
        ref = broken.ref
        if broken.found is not None or ref.reference.unknown_rule or not written_as_text(ref):
            continue
        key = (ref.reference, ref.field, ref.target, ref.place if ref.place.key else None)
        if key not in advice:
            advice[key] = _advice(ref, context, guess=len(advice) < _MOST_GUESSES)
        message = T("«{field}» refers to «{target}», which does not exist", field=ref.field, target=ref.target)
        right, safe = advice[key].right, advice[key].safe
        certain = right is not None and (safe or not ref.place.key)  # a guessed key may stand there already
        fix = Fix(ref.place, as_yaml(right), safe) if right is not None and certain else None
        hint = _of_many(advice[key], ref.target, times[ref.target])
        yield Finding("201", ref.place, message, hint, ref.source.id, ref.field, fix=fix)


@dataclass(frozen=True, slots=True)
class _Advice:
    """What to tell of an unknown id: words, the id that was meant, and whether that is certain."""

    hint: Text
    right: str | None = None
    safe: bool = False


def _advice(ref: Ref, context: Context, *, guess: bool) -> _Advice:
    """Say what was probably meant, else what the field may refer to."""
    if FN_KIND in ref.reference.kinds:
        right = context.graph.goals.normalised(ref.target)
        if right is not None:
            return _Advice(T("Write «{id}»: FN's own numbering of the target.", id=right), right, safe=True)
        return _Advice(T("FN's goals are 1–17, and their targets are numbered as 13.2 or 3.a."))
    renamed = context.plans.former_ids.get(ref.target)
    if renamed is not None and renamed.id is not None and renamed.kind in ref.reference.kinds:
        return _Advice(T("It is called «{id}» now.", id=renamed.id), renamed.id, safe=True)
    apart = [part for part in re.split(r"[\s;]+(?:og\s+)?", ref.target) if part]
    if len(apart) > 1 and all(part in context.plans.by_id for part in apart):
        return _Advice(T("Write a comma between the ids: {ids}.", ids=", ".join(apart)))
    known = (record.id for kind in sorted(ref.reference.kinds) for record in context.plans.of_kind(kind))
    taken = _beside(ref)
    found = nearest(ref.target, (id_ for id_ in known if id_ is not None and id_ not in taken)) if guess else None
    if found is not None:
        return _Advice(_perhaps(ref.target, found), found)
    kinds = kinds_of(ref, context.plans)
    if len(kinds) > 1:
        return _Advice(T("«{field}» can refer to {kinds}.", field=ref.field, kinds=kinds))
    return _Advice(
        T(
            "«{field}» can refer to {kinds}. «planctl list {kind}» shows their ids.",
            field=ref.field, kinds=kinds, kind=kinds[0].kind,
        )
    )  # fmt: skip


def _perhaps(target: str, found: str) -> Text:
    """Suggest an id; when it ends quite otherwise or in other digits, the one written may as well be gone."""
    (head, _, end), (other_head, _, other_end) = target.rpartition("."), found.rpartition(".")
    another = head == other_head and {*end}.isdisjoint(other_end)
    if another or _DIGITS.sub("", target) == _DIGITS.sub("", found):
        return T("Did you mean «{guess}»? If «{id}» is gone, delete the reference.", guess=found, id=target)
    return T("Did you mean «{guess}»?", guess=found)


def _of_many(advice: _Advice, target: str, times: int) -> Text:
    """Add, where many references lead to one lost record, that the record may be the one to mend."""
    if times < _MANY or advice.safe:
        return advice.hint
    return T(
        "{advice} {count} places refer to it: if its record has a new id, write «tidligere_id: [{id}]» in the record.",
        advice=advice.hint, count=times, id=target,
    )  # fmt: skip


def _beside(ref: Ref) -> frozenset[str]:
    """Return the keys that stand beside a reference that is itself a key: none of them is meant."""
    group = ref.source.get(ref.field) if ref.place.key else None
    return frozenset(group) if isinstance(group, dict) else frozenset()


RULE = Rule(
    code="201",
    slug="ukjent-referanse",
    severity=Severity.ERROR,
    title="A reference leads nowhere",
    source="S0 «Begrepsapparat»: den røde tråden",
    example=in_plan("hp2021.o1", "hp2021.01"),
    whole=_whole,
    explanation=__doc__,
)
