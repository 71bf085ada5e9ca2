"""A file or folder that is named, or a plan repository inside this one, is not read.

«planctl validate» with the name of a file or folder shows what is found there. Where planctl does not
read it, nothing would be found, and that must not look like all is well. Not read are names that do not
end in .yaml or .yml, names with a period first, links, what a .gitignore or «utelat» leaves out, and CSV
files that no plan file names. When nothing that is named is read, planctl says so and gives exit code 2.

A folder with a planctl.yaml of its own inside a plan repository is another plan repository, and is not
read with the rest. Check it by its own name, and write the folder under «utelat» here when that is meant.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="019",
    slug="ikke-lest",
    severity=Severity.WARNING,
    title="What is named is not read",
    source="planctl",
    example=Example("", "", ""),
    explanation=__doc__,
)
