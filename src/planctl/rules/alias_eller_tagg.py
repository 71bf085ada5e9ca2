"""The file uses a part of YAML that plan files do without: an anchor (&), an alias (*), a tag (!) or
a merge key (<<).

Each plan should say in plain text what it says, so that anyone can read it and every change shows
where it was made. Write the text out where it is needed. A title that begins with one of these
signs needs quotes around it.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import PLAN, PLAN_PATH
from planctl.rules.rule import Example, Rule

_BAD = PLAN.replace("ansvarlig: veg\narver", "ansvarlig: &eier veg\narver").replace(
    "    ansvarlig: veg", "    ansvarlig: *eier"
)

RULE = Rule(
    code="004",
    slug="alias-eller-tagg",
    severity=Severity.ERROR,
    title="An anchor, alias, tag or merge key",
    source="YAML 1.2.2 §§ 3.2.2.2, 6.8.2",
    example=Example(PLAN_PATH, _BAD, PLAN),
    explanation=__doc__,
)
