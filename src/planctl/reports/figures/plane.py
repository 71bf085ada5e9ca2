"""The plane of points: two scales with names, their steps or ends in words, and the part that is set off."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.i18n import Language
from planctl.model.picture import Axis, Corner, Number, Slope
from planctl.reports.figures import draw
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.swatch import Swatch
from planctl.svg.look import BLUE, BLUE_PALE, GRID, LINE, MUTED
from planctl.svg.text import num
from planctl.values import dataclass

MARKED = Swatch(BLUE_PALE, BLUE, dash="4 3")
"""The look of what is set off."""
_HIGH = 360.0
_EDGE = 34.0  # of the frame, free of true places, so that points keep inside
_ENDS = 120.0  # the widest words at the ends of the upward scale


@dataclass(frozen=True, slots=True)
class Plane:
    """A frame of the drawing (left, top, right, bottom) and its two scales."""

    left: float
    top: float
    right: float
    bottom: float
    across: Axis
    up: Axis

    @classmethod
    def fitted(cls, across: Axis, up: Axis, top: float, lang: Language) -> Plane:
        """Make room to the left for what stands at the upward scale."""
        wide = max((draw.wide(words) for _, words in _ticks(up, lang, _ENDS)), default=0)
        return cls(max(wide + 8, 20), top, draw.WIDTH - 1, top + _HIGH, across, up)

    def at(self, x: Number | float, y: Number | float) -> tuple[float, float]:
        """Place a point; one outside the scales at their ends."""
        across, up = _share(self.across, x), _share(self.up, y)
        wide, high = self.right - self.left - 2 * _EDGE, self.bottom - self.top - 2 * _EDGE
        return self.left + _EDGE + across * wide, self.bottom - _EDGE - up * high

    def values(self, x: float, y: float) -> tuple[float, float]:
        """Give the values of a place."""
        across = (x - self.left - _EDGE) / (self.right - self.left - 2 * _EDGE)
        up = (self.bottom - _EDGE - y) / (self.bottom - self.top - 2 * _EDGE)
        return _value(self.across, across), _value(self.up, up)

    def step(self) -> tuple[float, float]:
        """Give how far one is on each scale."""
        wide, high = (float(axis.high) - float(axis.low) for axis in (self.across, self.up))
        room = self.right - self.left - 2 * _EDGE, self.bottom - self.top - 2 * _EDGE
        return (room[0] / wide if wide > 0 else 0), (room[1] / high if high > 0 else 0)

    def frame(self, lang: Language) -> Iterator[str]:
        """Draw the frame with the names of the scales, their steps and ends."""
        yield draw.text(0, self.top - 10, f"↑ {draw.short(lang.show(self.up.name), draw.WIDTH - 20)}", fill=MUTED)
        for value, words in _ticks(self.up, lang, _ENDS):
            y = self.at(0, value)[1]
            yield draw.path(draw.line(self.left, y, self.right, y), GRID)
            yield draw.text(self.left - 8, y + 4.7, words, anchor="end")
        yield from self._across(lang)
        yield draw.rect(self.left, self.top, self.right - self.left, self.bottom - self.top, "none", stroke=LINE)
        name = draw.short(lang.show(self.across.name), draw.WIDTH - 20)
        yield draw.text(self.right, self.below - 16, f"{name} →", fill=MUTED, anchor="end")

    @property
    def below(self) -> float:
        """The y below all that stands under the frame."""
        return self.bottom + (71 if _steps(self.across) and self.across.ends else 54)

    def _across(self, lang: Language) -> Iterator[str]:
        """Write the steps below the frame, and the words of the ends; beside each other there is no room for both."""
        room = (self.right - self.left) / 2 - 10
        beside = not _steps(self.across)
        for value, words in _ticks(self.across, lang, room, words=beside):
            x = self.at(value, 0)[0]
            yield draw.path(draw.line(x, self.top, x, self.bottom), GRID)
            half = draw.wide(words) / 2
            middle = min(max(x, self.left + half), self.right - half)
            yield draw.text(middle, self.bottom + 17, words, anchor="middle")
        if self.across.ends and not beside:
            low, high = (draw.short(lang.show(words), room) for words in self.across.ends)
            yield draw.text(self.left, self.bottom + 34, low)
            yield draw.text(self.right, self.bottom + 34, high, anchor="end")


def _share(axis: Axis, value: Number | float) -> float:
    wide = float(axis.high) - float(axis.low)
    return min(max((float(value) - float(axis.low)) / wide, 0), 1) if wide > 0 else 0.5


def _value(axis: Axis, share: float) -> float:
    return float(axis.low) + share * (float(axis.high) - float(axis.low))


def _steps(axis: Axis) -> range:
    """Give the whole numbers that are written."""
    few = axis.stepped and axis.high - axis.low <= 20
    return range(int(axis.low), int(axis.high) + 1) if few else range(0)


def _ticks(axis: Axis, lang: Language, room: float, *, words: bool = True) -> list[tuple[float, str]]:
    """Give the places of a scale where something is written: its steps, and with `words` its ends."""
    found = {float(step): str(step) for step in _steps(axis)}
    plain = ("", "") if found else (said.plain(lang, axis.low), said.plain(lang, axis.high))
    ends = (axis.ends if words else None) or plain
    for value, said_there in list(zip((axis.low, axis.high), ends, strict=True))[: 2 if axis.high > axis.low else 1]:
        number = found.get(float(value), "")
        found[float(value)] = draw.short(f"{number} {lang.show(said_there)}".strip(), room)
    return sorted((value, text) for value, text in found.items() if text)


def area(plane: Plane, marked: Corner | Slope | None) -> Iterator[str]:
    """Draw the part of the plane that is set off."""
    if isinstance(marked, Corner):
        yield _corner(plane, marked)
    elif isinstance(marked, Slope):
        yield _slope(plane, marked)


def _corner(plane: Plane, marked: Corner) -> str:
    """Draw a corner; its borders run half a step before a step, so that what stands on it lies inside."""
    x, y = plane.at(plane.across.low if marked.x is None else marked.x, plane.up.low if marked.y is None else marked.y)
    across, up = plane.step()
    left = plane.left if marked.x is None else max(x - across / 2 * plane.across.stepped, plane.left)
    bottom = plane.bottom if marked.y is None else min(y + up / 2 * plane.up.stepped, plane.bottom)
    return MARKED.draw(left, plane.top, plane.right - left, bottom - plane.top)


def _slope(plane: Plane, marked: Slope) -> str:
    """Cut the frame along the line where x and y have a sum."""
    total = float(marked.total) - (0.5 if plane.across.stepped and plane.up.stepped else 0)
    sides = (plane.left, plane.top), (plane.right, plane.top), (plane.right, plane.bottom), (plane.left, plane.bottom)
    over = [sum(plane.values(x, y)) - total for x, y in sides]
    found: list[tuple[float, float]] = []
    for index, (one, share) in enumerate(zip(sides, over, strict=True)):
        other, after = sides[index - 3], over[index - 3]
        if share >= 0:
            found.append(one)
        if (share >= 0) != (after >= 0):
            part = share / (share - after)
            found.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
    points = " ".join(f"{num(x)},{num(y)}" for x, y in found)
    paint = f'fill="{MARKED.fill}" stroke="{MARKED.stroke}" stroke-dasharray="{MARKED.dash}"'
    return f'<polygon points="{points}" {paint}/>' if found else ""
