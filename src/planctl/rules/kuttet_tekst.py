"""A number sign cuts a text: what stands after it is read as a comment, and is left out.

In YAML a comment begins at a number sign that has a space before it. A title such as «Bygge hall #2 i
sentrum» then becomes «Bygge hall», without a word about the rest. Put quotes around the whole text. What
really is a comment has a space after the number sign too; such comments are left in peace.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import VIRKSOMHETSPLAN
from planctl.rules.rule import Example, Rule

_TITLE = "Bygge sykkelparkering ved stasjonen"

RULE = Rule(
    code="016",
    slug="kuttet-tekst",
    severity=Severity.WARNING,
    title="A number sign cuts a text",
    source="YAML 1.2.2 § 6.6",
    example=Example(
        "virksomhetsplaner/veg.yaml",
        VIRKSOMHETSPLAN.replace(_TITLE, "Bygge sykkelparkering #2 ved stasjonen"),
        VIRKSOMHETSPLAN.replace(_TITLE, '"Bygge sykkelparkering #2 ved stasjonen"'),
    ),
    explanation=__doc__,
)
