"""Figures as PNG, for programs that do not draw SVG; typst draws them, with the shipped font."""

from __future__ import annotations

import json

from planctl.reports.figures.figure import Figure
from planctl.reports.formats.svg import drawable
from planctl.reports.formats.typeset import typeset

_TEMPLATE = b"""\
#set page(width: 170mm, height: auto, margin: 0pt, fill: white)
#set document(title: "")
#image(bytes(json(bytes(sys.inputs.svg))), format: "svg", width: 100%)
"""
_DPI = 200.0


def png(figure: Figure) -> bytes:
    """Draw a figure as wide as a page's text."""
    return typeset(_TEMPLATE, {"svg": json.dumps(drawable(figure))}, format="png", ppi=_DPI)
