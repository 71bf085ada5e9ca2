"""How a surface of a picture looks: each look has a ground and a mark or pattern, so that colour is never alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from planctl.i18n import Text

Tone = Literal["high", "middle", "low"]
"""How grave a cell is."""
Status = Literal[
    "fullført", "i rute", "ikke startet", "risiko", "forsinket", "satt på vent", "utgår", "ikke rapportert"
]
"""The pattern of a status, as the bars of statuses have it."""
Look = Tone | Status | Literal[1, 2, 3, 4, 5, 6]
"""A tone, the pattern of a status, or one of six patterns that only differ, as of phases and of categories.

Numbers and statuses share some patterns: a picture has one sort alone.
"""
Words = str | Text
"""A name as the municipality writes it, or a text of planctl's own."""
Number = int | Decimal
Legend = tuple[tuple[Look, Words], ...]
"""What each look means. A status that is left out is named by its own word."""
