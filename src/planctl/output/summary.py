"""What a check comes to: counts of files, records and diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from planctl.findings.diagnostic import Diagnostic, Severity
from planctl.i18n import Language, Tn
from planctl.values import dataclass


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one run."""

    files: int
    records: int
    errors: int
    warnings: int
    infos: int

    def as_json(self) -> dict[str, int]:
        """Return the counts by name."""
        return asdict(self)

    def words(self, lang: Language) -> str:
        """Say the counts in one line."""
        counts = [
            lang(Tn("{n} error", "{n} errors", self.errors)),
            lang(Tn("{n} warning", "{n} warnings", self.warnings)),
            lang(Tn("{n} note", "{n} notes", self.infos)),
        ]
        scope = lang(
            Tn(
                "{n} record in {files}",
                "{n} records in {files}",
                self.records,
                files=Tn("{n} file", "{n} files", self.files),
            )
        )
        return f"{scope}: {', '.join(counts)}"


def summarise(diagnostics: Iterable[Diagnostic], files: int, records: int) -> Summary:
    """Count diagnostics by severity, also those that one stands for."""
    counts = Counter[Severity]()
    for item in diagnostics:
        counts[item.severity] += item.more or 1
    return Summary(files, records, counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.INFO])
