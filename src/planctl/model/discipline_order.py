"""The order in which disciplines are told of: their chapters in reports, and their lines in `planctl status`."""

from __future__ import annotations

ORDER = (
    "plandeler", "vedtak", "ros", "avvik", "kontroll", "beredskap", "rutiner", "kvalitet", "utvikling", "prosjekt",
    "kontrakt", "eierskap", "samskaping", "hoering", "medvirkning", "fullmakt", "merker", "kunnskapsgrunnlag",
)  # fmt: skip
"""By the names of their folders; those that are not named here come last."""


def place(name: str) -> tuple[int, str]:
    """Give the place of a discipline."""
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)
