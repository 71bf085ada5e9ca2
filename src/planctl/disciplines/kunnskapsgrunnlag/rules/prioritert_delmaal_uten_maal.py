"""A target that the newest materiality analysis gives priority, is one that no goal builds on.

The analysis says what is most important now, and the kommuneplan's goals should take that up. Write the target in
`bærekraftsmål` on the goal that takes it up. Is it left for later, or taken up in another way, tell why in
`begrunnelse`. Where no goal names any target of FN's goal, it is enough that one names the goal itself. Of the goals 1
to 17 themselves, 219 tells what planctl.yaml gives priority.
"""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag.current import current
from planctl.disciplines.kunnskapsgrunnlag.examples import MATERIALITY, MATERIALITY_PATH
from planctl.disciplines.kunnskapsgrunnlag.materiality import (
    ANALYSIS,
    GOAL,
    GoalName,
    is_prioritised,
    ratings,
    using,
)
from planctl.disciplines.records import text
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World


def _whole(world: World) -> Iterator[Finding]:
    goals = world.graph.goals
    if not any(True for _ in world.thread.current("mål")):
        return
    for analysis in current(world, ANALYSIS, world.today)[:1]:
        for one in ratings(analysis, world):
            target = one.get(GOAL)
            if target not in goals.targets or text(one, "begrunnelse") or not is_prioritised(one) or using(world, one):
                continue
            message = T("No {mål_pl} in force build on {target}, which «{title}» gives priority",
                        target=GoalName(goals, target), title=analysis.title)  # fmt: skip
            hint = T('Write "{id}" under «bærekraftsmål» on the {mål_pl} that take it up, or tell why none does in '
                     "«begrunnelse».", id=target)  # fmt: skip
            yield finding("891", one, message, GOAL, help=hint)


RULE = Rule(
    code="891",
    slug="prioritert-delmål-uten-mål",
    severity=Severity.INFO,
    title="Target with priority that no goal builds on",
    source="S1 «Vesentlighetsmatrisen»",
    example=Example(MATERIALITY_PATH, MATERIALITY.replace('"13.2"', '"3.6"'), MATERIALITY),
    whole=_whole,
    explanation=__doc__,
)
