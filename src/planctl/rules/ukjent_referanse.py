"""A reference leads nowhere: no record in the plan files has that id.

The thread from measure to goal is made of references, and a single wrong letter cuts it. planctl
suggests the id that looks most alike; when the record has been given a new id, planctl says which.
If the record really is gone, refer to something else or delete the reference.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from planctl.domain.unknown_references import (
    Advice,
    beside,
    certain,
    fix_of,
    kinds_of,
    only_digits_differ,
    written_as_text,
)
from planctl.findings.diagnostic import Finding, Severity
from planctl.graph import FN_KIND
from planctl.i18n import T, Text
from planctl.load.schema.annotations import Ref
from planctl.load.schema.nearest import nearest
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule
from planctl.world import World

_MOST_GUESSES = 200
_MANY = 3


def _whole(world: World) -> Iterator[Finding]:
    unknown = [
        broken.ref
        for broken in world.graph.broken
        if broken.found is None and not broken.ref.reference.unknown_rule and written_as_text(broken.ref)
    ]
    known: dict[object, Advice] = {}
    made: dict[int, frozenset[str]] = {}
    advice = [_of(ref, world, known, made) for ref in unknown]
    guesses: dict[str, set[str]] = defaultdict(set)
    for ref, found in zip(unknown, advice, strict=True):
        if found.right is not None and not found.safe:
            guesses[found.right].add(ref.target)
    times = Counter(broken.ref.target for broken in world.graph.broken if broken.found is None)
    for ref, found in zip(unknown, advice, strict=True):
        lost = T("«{field}» refers to «{target}», which does not exist", field=ref.field, target=ref.target)
        hint, fix = _of_many(found, ref.target, times[ref.target]), fix_of(ref, found, guesses)
        yield Finding("201", ref.place, found.cause or lost, hint, ref.source.id, ref.field, fix=fix)


def _of(ref: Ref, world: World, known: dict[object, Advice], made: dict[int, frozenset[str]]) -> Advice:
    """Give the advice for a reference, made once for all of the same; nothing that stands beside it is meant."""
    key = (ref.reference, ref.field, ref.target)
    if key not in known:
        known[key] = _advice(ref, world, frozenset(), guess=len(known) < _MOST_GUESSES)
    if known[key].safe or known[key].right is None:
        return known[key]
    taken = beside(ref, made)
    if known[key].right not in taken:
        return known[key]
    if (*key, taken) not in known:
        known[*key, taken] = _advice(ref, world, taken, guess=len(known) < _MOST_GUESSES)
    return known[*key, taken]


def _advice(ref: Ref, world: World, taken: frozenset[str], *, guess: bool) -> Advice:
    """Say what was probably meant, else what the field may refer to."""
    from planctl.load.yaml.hidden_signs import advice as sign_advice
    from planctl.load.yaml.hidden_signs import hidden_sign, tidied, told

    if FN_KIND in ref.reference.kinds:
        goals = world.graph.goals
        for text in (*tidied(ref.target), ref.target):
            right = text if text in goals else goals.normalised(text)
            sign = hidden_sign(ref.target)
            if right is not None and sign is not None:
                return Advice(sign_advice(right), right, safe=True, cause=told(sign))
            if right is not None:
                return Advice(T("Write «{id}»: FN's own numbering of the target.", id=right), right, safe=True)
        return Advice(T("FN's goals are 1–17, and their targets are numbered as 13.2 or 3.a."))
    sure = certain(ref, world.plans)
    if sure is not None:
        return sure
    apart = [part for part in re.split(r"[\s;]+(?:og\s+)?", ref.target) if part]
    if len(apart) > 1 and all(part in world.plans.by_id for part in apart):
        return Advice(T("Write a comma between the ids: {ids}.", ids=", ".join(apart)))
    ids = (record.id for kind in sorted(ref.reference.kinds) for record in world.plans.of_kind(kind))
    found = nearest(ref.target, (id_ for id_ in ids if id_ is not None and id_ not in taken)) if guess else None
    if found is not None:
        return Advice(_perhaps(ref, found), found)
    kinds = kinds_of(ref, world.plans)
    if len(kinds) > 1:
        return Advice(
            T(
                "«{field}» can refer to {kinds}. See ids with «planctl list {kind}», for example.",
                field=ref.field, kinds=kinds, kind=kinds[0].kind,
            )
        )  # fmt: skip
    return Advice(
        T(
            "«{field}» can refer to {kinds}. «planctl list {kind}» shows their ids.",
            field=ref.field, kinds=kinds, kind=kinds[0].kind,
        )
    )  # fmt: skip


def _perhaps(ref: Ref, found: str) -> Text:
    """Suggest an id; when it ends quite otherwise or in other digits, the one written may as well be gone."""
    target = ref.target
    (head, _, end), (other_head, _, other_end) = target.rpartition("."), found.rpartition(".")
    another = head == other_head and {*end}.isdisjoint(other_end)
    if another or only_digits_differ(ref, found):
        return T("Did you mean «{guess}»? If «{id}» is gone, delete the reference.", guess=found, id=target)
    return T("Did you mean «{guess}»?", guess=found)


def _of_many(advice: Advice, target: str, times: int) -> Text:
    """Add, where many references lead to one lost record, that the record may be the one to mend."""
    if times < _MANY or advice.safe:
        return advice.hint
    return T(
        "{advice} {count} places refer to it: if its record has a new id, write «tidligere_id: [{id}]» in the record.",
        advice=advice.hint, count=times, id=target,
    )  # fmt: skip


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
