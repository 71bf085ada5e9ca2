"""The file has no type, one that planctl does not know, or one that its fields do not fit.

The field type at the top tells what the file is, and so which fields it may hold and how it is
checked. Without it the whole file is left out of the rød tråd. A YAML file that is no plan file,
such as the settings of another program, is listed under utelat in planctl.yaml.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import in_plan
from planctl.rules.rule import Rule

RULE = Rule(
    code="010",
    slug="ukjent-type",
    severity=Severity.ERROR,
    title="The file does not say which plan it is",
    source="planctl",
    example=in_plan("type: virksomhetsplan", "type: virksomhetplan"),
    explanation=__doc__,
)
