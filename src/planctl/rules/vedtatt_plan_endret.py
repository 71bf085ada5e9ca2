"""What a political body has adopted is changed, and no new vedtak tells that it decided so.

Goals, strategies and frames of a plan with the status vedtatt are the body's own decision, and nobody
else can change them. The rule holds a plan against the revision named with «validate --since», and
«planctl diff» shows it too: a satsingsområde, innsatsområde, goal or strategy that is added, removed
or moved, that has a new title, other UN goals or other goals to serve, and rammer with other sums. A plan
that is taken away altogether before its period is over is told too.

What an indicator is judged by is adopted as well: bånd, måltall, nullpunkt, retning, desimaler, hyppighet, enhet and
the goals it measures, and the grense of a handlingsregel. Nobody turns red into green by moving the limit, or by
taking the indicator out. An indicator that is carried into a new handlingsprogram with a vedtak of its own may get
new limits there; reports and «planctl history --goalposts» tell of them.

Only what stands at the two ends counts. A plan that was vedtatt and is so again, with a new text and the old
vedtak, is found, even if it was under revision in the commits between. Writing on a plan while its status is
«under revisjon» is free: nothing is told of that. When the plan later goes from another status back to vedtatt,
it is held against the text that stood when it last was vedtatt, which git knows, however many commits and pull
requests lie between. The same text as then needs no new vedtak: the revision was given up. Where the history
does not reach back to that text, as in a shallow clone, the rule says that it is unknown.

Free to edit are id (with tidligere_id), nummer, omtale, merknad, illustrativ, ansvarlig and
medansvarlige, the kilde and other fields of an indicator, an indicator that is new, another way to write the same
limit (`>= 90` for `≥ 90`), and everything in a plan that is not vedtatt: a draft, one under revision, or a
virksomhetsplan, which is administrative. Write the new decision under vedtak in the same change, as a row
of its own with organ, sak and dato. It must be newer than those that stand there, and made by now. A row that is
corrected, as when its case was wrong, is the same decision as before and allows no other change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.domain.adopted_changes import HINT, former_of, protected_changes
from planctl.domain.adopted_limits import carried_changes, limit_changes
from planctl.domain.adopted_text import adopted_text
from planctl.domain.adoption import stamped
from planctl.domain.in_force import plan_period
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.model.illustrative import is_illustrative
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.model.vedtak import new_decisions
from planctl.rules.rule import Example, Rule
from planctl.source import START, Place
from planctl.world import World

_UNKNOWN = T("Fetch more history, as with «git fetch --unshallow», or write the vedtak that adopts it under «vedtak:».")

_BEFORE = """\
type: strategiplan
id: sp-ung
tittel: Strategi for ung medvirkning
periode: 2021-2025
status: vedtatt
vedtak:
  organ: kommunestyret
  sak: "23/21"
  dato: 2021-04-20
arver: [klima.d1]
strategier:
  - id: sp-ung.s1
    tittel: Kommunen skal høre ungdomsrådet før hvert budsjett
    bidrar_til: [klima.d1]
"""
_BAD = _BEFORE.replace("høre ungdomsrådet før hvert budsjett", "informere ungdomsrådet om budsjettet")
_GOOD = _BAD.replace(
    'vedtak:\n  organ: kommunestyret\n  sak: "23/21"\n  dato: 2021-04-20\n',
    'vedtak:\n  - organ: kommunestyret\n    sak: "23/21"\n    dato: 2021-04-20\n'
    '  - organ: kommunestyret\n    sak: "41/21"\n    dato: 2021-06-08\n    gjelder: endring av strategi 1\n',
)  # fmt: skip


def _whole(world: World) -> Iterator[Finding]:
    if world.before is None:
        return
    before = world.before.plans
    kept: set[Record | None] = set()
    for plan in world.plans.of_kind("vedtatte planer"):
        old = former_of(plan, before)
        kept.add(old)
        if old is None or old is plan or plan.get("status") != "vedtatt":
            continue
        if _is_adopted(old):  # that the new one calls itself illustrative frees nothing
            if not _decided(old, plan, before, world):
                yield from _changes(old, plan, before, world)
        elif _is_adopted(plan):
            yield from _returned(old, plan, world.before, world)
    for record in world.plans.of_kind("indikator", "handlingsregel"):
        yield from carried_changes(record, before, world.plans, world.today)
    for old in before.of_kind("vedtatte planer"):
        if (
            old not in kept
            and _is_adopted(old)
            and _runs(old, world)
            and not world.plans.lost.may_hold(old.id, {old.kind})
        ):
            yield _removed(old)


def _changes(old: Record, plan: Record, before: PlanSet, world: World) -> Iterator[Finding]:
    yield from protected_changes(old, plan, before, world.plans)
    yield from limit_changes(old, plan, before, world.plans, world.today)


def _runs(plan: Record, world: World) -> bool:
    period = plan_period(plan)
    return period is None or period.end >= world.today


def _removed(old: Record) -> Finding:
    message = T("«{plan}» is adopted, and is taken away", plan=old.name)
    hint = T("Put the file back, and set status to utgått when the plan no longer holds.")
    return Finding("528", Place(old.path, START), message, hint, old.id)


def _returned(old: Record, plan: Record, before: World, world: World) -> Iterator[Finding]:
    """Hold a plan that is vedtatt again against what it said when it last was, or else against the revision given."""
    history = before.history()
    adopted = adopted_text(old, history, world.book) if history is not None else None
    was = former_of(old, adopted.plans) if adopted is not None else None
    if adopted is not None and was is not None:
        if _is_adopted(was) and not _decided(was, plan, adopted.plans, world):
            hint = T(
                "The plan is vedtatt again, and not with the text it had until {date} ({commit}). {hint}",
                date=adopted.until.date, commit=adopted.until.short, hint=HINT,
            )  # fmt: skip
            yield from (replace(item, help=hint) for item in _changes(was, plan, adopted.plans, world))
    elif old.get("status") == "under revisjon" and not _decided(old, plan, before.plans, world):
        yield from _changes(old, plan, before.plans, world)
        if history is None or not history.complete:
            message = T(
                "«{plan}» is vedtatt again without a new vedtak, and its adopted text is unknown", plan=plan.name
            )
            yield finding("528", plan, message, "status", help=_UNKNOWN)


def _is_adopted(plan: Record) -> bool:
    return plan.get("status") == "vedtatt" and not is_illustrative(plan)


def _decided(old: Record, new: Record, before: PlanSet, world: World) -> bool:
    """Tell whether a plan has a vedtak that it did not have before."""
    now, former = stamped(new, world.plans), stamped(old, before)
    return bool(new_decisions(now, former, today=world.today))


RULE = Rule(
    code="528",
    slug="vedtatt-plan-endret",
    severity=Severity.ERROR,
    title="Adopted plan changed without vedtak",
    source="S0 «Plansystemet»; koml. § 5-3",
    example=Example("strategi.yaml", _BAD, _GOOD, before=_BEFORE),
    whole=_whole,
    explanation=__doc__,
)
