"""Pictures as values: what a chapter wants drawn, without how. `reports/figures` draws them in every format.

`name` is what a chapter places a picture by, among its `figures`. `told` says in a sentence or two what is to be seen:
it stands below the picture, and where it cannot be seen. Every number is told too; that is made of the value.
Of a picture with nothing in it, nothing is drawn.
"""

from __future__ import annotations

from planctl.model.picture.board import Board, Square
from planctl.model.picture.look import Legend, Look, Number, Status, Tone, Words
from planctl.model.picture.matrix import Matrix, Panel
from planctl.model.picture.scatter import Axis, Corner, Point, Scatter, Slope
from planctl.model.picture.shares import Portion, Shares
from planctl.model.picture.stacked import Series, Stacked
from planctl.model.picture.steps import Climb, Steps
from planctl.model.picture.timeline import Lane, Milestone, Stretch, Timeline

Picture = Matrix | Stacked | Steps | Scatter | Board | Timeline | Shares

__all__ = [
    "Axis",
    "Board",
    "Climb",
    "Corner",
    "Lane",
    "Legend",
    "Look",
    "Matrix",
    "Milestone",
    "Number",
    "Panel",
    "Picture",
    "Point",
    "Portion",
    "Scatter",
    "Series",
    "Shares",
    "Slope",
    "Square",
    "Stacked",
    "Status",
    "Steps",
    "Stretch",
    "Timeline",
    "Tone",
    "Words",
]
