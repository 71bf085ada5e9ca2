"""Figures as PNG, for programs that do not draw SVG; typst draws them, with the shipped font."""

from __future__ import annotations

import json

from planctl.reports.figures.figure import Figure
from planctl.reports.formats.svg import drawable
from planctl.resources import templates_dir

_TEMPLATE = b"""\
#set page(width: 170mm, height: auto, margin: 0pt, fill: white)
#set document(title: "")
#image(bytes(json(bytes(sys.inputs.svg))), format: "svg", width: 100%)
"""
_DPI = 200.0


def png(figure: Figure) -> bytes:
    """Draw a figure as wide as a page's text."""
    import typst

    folder = templates_dir() / "typst"
    made = typst.compile(
        _TEMPLATE,
        root=str(folder),
        format="png",
        ppi=_DPI,
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"svg": json.dumps(drawable(figure))},
    )
    if isinstance(made, list):
        made = made[0]
    return bytes(made or b"")
