"""What is left of a risk is said to be more than the risk itself.

`restrisiko` is the risk that is left when the tiltak are done. It is as large as the risk, or smaller. Is it
larger, one of the two is wrong, or the tiltak make it worse.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planctl.disciplines.ros.examples import ANALYSIS, PATH
from planctl.disciplines.ros.risks import risks
from planctl.findings.diagnostic import Finding, Severity, finding
from planctl.i18n import T
from planctl.rules.rule import Example, Rule
from planctl.world import World

_BAD = ANALYSIS.replace(
    "    håndtering: redusere\n",
    "    håndtering: redusere\n    restrisiko:\n      sannsynlighet: 4\n      konsekvens: 4\n",
)


def _whole(world: World) -> Iterator[Finding]:
    for risk in risks(world, date.max):
        if risk.cell is not None and risk.left is not None and risk.left[0] * risk.left[1] > risk.size:
            message = T(
                "The {risiko} that is left of «{title}» ({left}) is larger than the {risiko} itself ({size})",
                title=risk.record.title, left=risk.left[0] * risk.left[1], size=risk.size,
            )  # fmt: skip
            hint = T("Correct «restrisiko», or «sannsynlighet» and «konsekvens» of the {risiko}.")
            yield finding("823", risk.record, message, "restrisiko", help=hint)


RULE = Rule(
    code="823",
    slug="restrisiko-over-risikoen",
    severity=Severity.WARNING,
    title="What is left is larger than the {risiko}",
    source="S4 «AskerDialogen»: restrisiko",
    example=Example(PATH, _BAD, _BAD.replace("sannsynlighet: 4", "sannsynlighet: 2")),
    whole=_whole,
    explanation=__doc__,
)
