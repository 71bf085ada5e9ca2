"""The look of every drawing: its font and its colours, each given for a white ground.

Text colours (INK, MUTED and the strong ones) have a contrast of at least 4.5 to white and to the
pale grounds, LINE of at least 3.
"""

from __future__ import annotations

FONTS = "Arial, Helvetica, 'Liberation Sans', 'Nimbus Sans', Roboto, sans-serif"

INK, MUTED = "#1b2733", "#4a5968"
LINE, GRID = "#778695", "#d5dde4"
ALARM = "#bf1650"

BLUE, BLUE_MIDDLE, BLUE_PALE = "#0b5d92", "#9cc0da", "#e6f1f8"
BROWN, BROWN_MIDDLE, BROWN_PALE = "#8a4a0c", "#d9b48f", "#fcf0e5"
PURPLE, PURPLE_MIDDLE = "#6d3580", "#c9a9d4"
