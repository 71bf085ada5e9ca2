"""A text goes on over several lines without >-, and may be two texts: the name of the second is missing.

YAML joins an indented line to the text above it. When the line «omtale: >-» is lost, the description becomes
part of the field above. planctl suspects it where a line ends a sentence, or has room for more, and the text
goes on below all the same. Write the missing name back; if it is all one text, begin it with >- and a new line.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import VIRKSOMHETSPLAN
from planctl.rules.rule import Example, Rule

_GOOD = VIRKSOMHETSPLAN.replace(
    "    status: i rute\n",
    "    merknad: Se sak 12/21.\n    omtale: >-\n      Bygges sammen med stasjonen.\n    status: i rute\n",
    1,
)

RULE = Rule(
    code="018",
    slug="limt-tekst",
    severity=Severity.WARNING,
    title="Two texts that may have become one",
    source="YAML 1.2.2 § 7.3.3",
    example=Example("virksomhetsplaner/veg.yaml", _GOOD.replace("    omtale: >-\n", ""), _GOOD),
    explanation=__doc__,
)
