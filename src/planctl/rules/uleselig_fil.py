"""A file or a folder cannot be read.

Either it is not there, or planctl is not allowed to open it. What it holds is then missing from
the check. A file named in a plan is sought in the plan's own folder: see that the name is spelled
right, and that the file has been added.
"""

from __future__ import annotations

from planctl.diagnostic import Severity
from planctl.rules.rule import Example, Rule

_GOOD = """\
type: målinger
fil: sykkel.csv
"""
_CSV = """\
indikator;periode;verdi;gjelder
klima.i1;2020;12;
"""
_BAD = _GOOD.replace("sykkel.csv", "sykel.csv")

RULE = Rule(
    code="012",
    slug="uleselig-fil",
    severity=Severity.ERROR,
    title="A file or folder that cannot be read",
    source="planctl",
    example=Example("målinger/sykkel.yaml", _BAD, _GOOD, also={"målinger/sykkel.csv": _CSV}),
    explanation=__doc__,
)
