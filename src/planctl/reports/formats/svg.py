"""Figures made ready for a place: inside an HTML page, or for a program that draws them with a given font."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from planctl.reports.figures.figure import Figure

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_URL = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
_FAMILY = re.compile(r"font-family\s*:\s*[^;}\"]+")
_IDS = ("aria-labelledby", "aria-describedby")
_FORBIDDEN = frozenset({"script", "foreignObject", "iframe", "image", "use-external"})

FONT = "Arimo"
"""The font that figures are drawn with where no browser does it."""


def inline(figure: Figure) -> str:
    """Write a figure to stand in an HTML page: named by its title, as wide as the page, with ids of its own."""
    root = _root(figure)
    _prefix_ids(root, f"{figure.name}-")
    _unnamed(root)
    title, desc = (ET.Element(f"{{{_SVG}}}{tag}", id=f"{figure.name}-{tag}") for tag in ("title", "desc"))
    title.text, desc.text = figure.title, figure.description
    root.insert(0, desc)
    root.insert(0, title)
    for name in ("aria-label", "aria-describedby", "aria-hidden"):
        root.attrib.pop(name, None)
    root.set("role", "img")
    root.set("aria-labelledby", title.attrib["id"])
    _unsized(root)
    return _write(root)


def small(figure: Figure) -> str:
    """Write a figure to stand in a line or a cell of an HTML page: named by its words, without ids, as the style sizes.

    The same figure may stand in several places of a page.
    """
    root = _root(figure)
    _unnamed(root)
    for element in root.iter():
        for name in ("id", *_IDS, "aria-hidden"):
            element.attrib.pop(name, None)
    title = ET.Element(f"{{{_SVG}}}title")
    title.text = figure.words
    root.insert(0, title)
    root.set("class", "small")
    root.set("role", "img")
    root.set("aria-label", figure.words)
    _unsized(root)
    return _write(root)


def _unnamed(root: ET.Element) -> None:
    """Take away the title and description that a figure's file has."""
    for child in [child for child in root if child.tag in {f"{{{_SVG}}}title", f"{{{_SVG}}}desc"}]:
        root.remove(child)


def _unsized(root: ET.Element) -> None:
    """Leave a figure's size to the page."""
    if "viewBox" in root.attrib:
        root.attrib.pop("height", None)
        root.attrib.pop("width", None)


def drawable(figure: Figure) -> str:
    """Write a figure for typst: every text in the shipped font, and nothing that a browser alone understands."""
    root = _root(figure)
    for element in root.iter():
        if "font-family" in element.attrib:
            element.set("font-family", FONT)
        if "style" in element.attrib:
            element.set("style", _FAMILY.sub(f"font-family: {FONT}", element.attrib["style"]))
        if element.tag == f"{{{_SVG}}}style" and element.text:
            element.text = _FAMILY.sub(f"font-family: {FONT}", element.text)
    if "font-family" not in root.attrib:
        root.set("font-family", FONT)
    return _write(root)


def _root(figure: Figure) -> ET.Element:
    """Read a figure, leaving out what could fetch or run anything: figures refer to nothing outside themselves."""
    root = ET.fromstring(figure.svg)  # noqa: S314  (our own figures, not files from a repository)
    for parent in root.iter():
        for child in list(parent):
            if str(child.tag).rpartition("}")[2] in _FORBIDDEN:
                parent.remove(child)
        for name in list(parent.attrib):
            local = name.rpartition("}")[2]
            outside = local == "href" and not parent.attrib[name].startswith("#")
            if local.startswith("on") or outside:
                del parent.attrib[name]
    return root


def _prefix_ids(root: ET.Element, prefix: str) -> None:
    """Put a prefix before every id and every reference to one."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name in _IDS:
                element.set(name, " ".join(prefix + word for word in value.split()))
            elif name.rpartition("}")[2] == "href" and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            else:
                element.set(name, _URL.sub(rf"url(#{prefix}\1)", value))


def _write(root: ET.Element) -> str:
    """Write SVG without prefixes on its names, as HTML wants it."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return ET.tostring(root, encoding="unicode").strip()
