"""Figures as PNG, for programs that do not draw SVG; typst draws them, with the shipped font."""

from __future__ import annotations

import json

from planctl.reports.figures.figure import Figure
from planctl.reports.formats.document import SMALL_MM
from planctl.reports.formats.svg import drawable
from planctl.reports.formats.typeset import typeset

_TEMPLATE = b"""\
#set page(width: float(sys.inputs.width) * 1mm, height: auto, margin: 0pt, fill: white)
#set document(title: "")
#image(bytes(json(bytes(sys.inputs.svg))), format: "svg", width: 100%)
"""
_DPI = 200.0
_SMALL_DPI = 300.0
_PAGE_MM = 170


def png(figure: Figure, *, small: bool = False) -> bytes:
    """Draw a figure as wide as a page's text, or as a cell is."""
    inputs = {"svg": json.dumps(drawable(figure)), "width": str(SMALL_MM if small else _PAGE_MM)}
    return typeset(_TEMPLATE, inputs, format="png", ppi=_SMALL_DPI if small else _DPI)
