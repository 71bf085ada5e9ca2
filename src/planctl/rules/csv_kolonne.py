"""The columns of a CSV file are not those of its table, or a row has too few or too many cells.

The first line of a table of measurements is «indikator;periode;verdi;gjelder», the last of which may be left out. A
table of monthly figures and a protocol of vedtak have the columns that `fil` tells of in the overview of fields. The
cells are separated by semicolons, as Excel saves CSV files in Norway. A cell that itself holds a semicolon has quotes
around it.

Where a plan file has the field `kolonner`, it says there which field a column is that is called something else. A
column of free text is read only when it stands there: an extract from another system may hold names of persons.
"""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.rules.examples.samples import MEASUREMENTS, MEASUREMENTS_CSV
from planctl.rules.rule import Example, Rule

RULE = Rule(
    code="111",
    slug="csv-kolonne",
    severity=Severity.ERROR,
    title="A CSV file with the wrong columns",
    source="planctl",
    example=Example(
        "målinger/sykkel.csv",
        MEASUREMENTS_CSV.replace("indikator;", "navn;"),
        MEASUREMENTS_CSV,
        with_files={"målinger/sykkel.yaml": MEASUREMENTS},
    ),
    explanation=__doc__,
)
