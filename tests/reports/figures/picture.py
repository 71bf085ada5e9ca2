"""Reads a figure back: its texts and shapes with their boxes, measured as the layout measures them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from planctl.reports.figures.figure import Figure
from planctl.svg.metrics import BOLD, measure

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]
HOSTILE = (
    "| a | b | <script>alert(1)</script> =CMD() [/bold] ]]> &lt; \\| $x$ {tiltak} {0} %s\n# \x1b[31m\x00\u202e\u0007 "
    + "å" * 4000
)


@dataclass(frozen=True)
class Words:
    """One text of a figure."""

    text: str
    box: Box
    fill: str
    size: float


def root(figure: Figure) -> ET.Element:
    """Parse a figure and check what holds for every one."""
    found = ET.fromstring(figure.svg)
    assert found.get("role") == "img"
    ids = [element.get("id") for element in found.iter() if element.get("id")]
    assert ids == [f"{figure.name}-title", f"{figure.name}-desc"]
    assert found.get("aria-labelledby") == " ".join(str(id_) for id_ in ids)
    assert found.findtext(f"{SVG}title") == figure.title != ""
    assert (found.findtext(f"{SVG}desc") or "").startswith(figure.description)
    assert {element.tag for element in found.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "rect", "path", "circle", "polygon", "text")
    }
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", figure.svg)
    assert not re.search(r'[ "ML](?:nan|inf)', re.sub(r">[^<]*<", "><", figure.svg))
    return found


def size(element: ET.Element) -> tuple[float, float]:
    """Give a figure's width and height."""
    left, top, width, height = map(float, str(element.get("viewBox")).split())
    assert (left, top) == (0, 0)
    assert (element.get("width"), element.get("height")) == tuple(str(element.get("viewBox")).split()[2:])
    return width, height


def words(figure: Figure) -> list[Words]:
    """Give every text with its box."""
    return [_words(element) for element in root(figure).iter(f"{SVG}text")]


def _words(element: ET.Element) -> Words:
    text = element.text or ""
    x, y, high = (float(str(element.get(name))) for name in ("x", "y", "font-size"))
    width = measure(text, high) * (BOLD if element.get("font-weight") == "700" else 1)
    left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor", ""), 0)
    return Words(text, (left, y - high * 0.74, left + width, y + high * 0.2), str(element.get("fill")), high)


def texts(figure: Figure) -> list[str]:
    """Give every text."""
    return [found.text for found in words(figure)]


def shapes(figure: Figure) -> list[Box]:
    """Give the box of every shape."""
    found = []
    for element in root(figure).iter():
        tag = element.tag.removeprefix(SVG)
        if tag == "rect":
            x, y, w, h = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
            assert min(w, h) > 0, element.attrib
            found.append((x, y, x + w, y + h))
        elif tag == "circle":
            x, y, r = (float(str(element.get(name))) for name in ("cx", "cy", "r"))
            found.append((x - r, y - r, x + r, y + r))
        elif tag in {"path", "polygon"}:
            numbers = [
                float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", element.get("d") or element.get("points") or "")
            ]
            found.append((min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])))
    return found


def check(figure: Figure) -> None:
    """Check that a figure keeps inside its canvas, that no text lies over another, and that all can be read."""
    width, height = size(root(figure))
    found = words(figure)
    for left, top, right, bottom in [*(one.box for one in found), *shapes(figure)]:
        assert min(left, top) >= -0.6, (figure.name, left, top)
        assert (max(right - width, 0), max(bottom - height, 0)) <= (0.6, 0.6), (figure.name, right, bottom)
    clashes = [(a.text, b.text) for a, b in combinations(found, 2) if _meet(a.box, b.box)]
    assert clashes == []
    assert min((one.size for one in found), default=13) >= 12


def _meet(one: Box, other: Box) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > 0.6 and min(one[3], other[3]) - max(one[1], other[1]) > 0.6


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours by WCAG."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
