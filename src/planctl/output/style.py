"""The few colours of plain terminal output; none when the output is no terminal."""

from __future__ import annotations

from planctl.findings.diagnostic import Severity
from planctl.values import dataclass

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "dim": "2", "bold": "1", "mark": "1;35"}


@dataclass(frozen=True, slots=True)
class Style:
    """Paints text with ANSI codes when `colour` is on; `width` is the line's columns."""

    colour: bool = False
    width: int = 80

    def paint(self, text: str, look: str) -> str:
        """Give a text a look: error, warning, info, dim, bold or mark."""
        return f"\x1b[{_CODES[look]}m{text}\x1b[0m" if self.colour else text

    def severity(self, severity: Severity, text: str) -> str:
        """Give a text the colour of a severity."""
        return self.paint(text, severity.value)
