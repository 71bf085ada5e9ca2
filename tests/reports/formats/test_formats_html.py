"""The HTML report: one file, landmarks, table headers, figures with words, and nothing alive in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from sources import FIGURE, NASTY, hostile_source, said, town_source

from planctl.i18n import Language
from planctl.reports.formats import Source, make


class Page(HTMLParser):
    """Reads a page: its elements with their attributes, and the text in each cell, heading and paragraph."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"td", "th", "p", "li", "h1", "h2", "h3", "title", "figcaption"}:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Give the attributes of every such element."""
        return [attributes for name, attributes in self.elements if name == tag]


def html(code: str = "en") -> str:
    return make("html", town_source(code)).decode()


def test_golden(golden: Callable[[str, str], None]) -> None:
    """A whole page of all that Markdown can hold."""
    sample = (Path(__file__).parent / "sample.md").read_text(encoding="utf-8")
    golden(
        "reports/sample.en.html",
        make("html", Source(sample, Language("en"), date(2021, 8, 31), None, (FIGURE,))).decode(),
    )


def test_structure() -> None:
    """The language, the landmarks, one h1, and headers with a scope in every table."""
    page = Page(html("nb"))
    assert page.all("html") == [{"lang": "nb"}]
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert page.all("nav")[0]["aria-label"]
    assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}
    assert len(page.all("table")) == len(page.all("thead")) == len(town_source("nb").document.tables)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [str(attributes["href"]) for attributes in page.all("a")]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    named = [str(attributes["aria-labelledby"]) for _, attributes in page.elements if "aria-labelledby" in attributes]
    assert all(name in ids for name in named)


def test_nothing_is_fetched_or_run() -> None:
    """The page holds everything: no scripts, no addresses, no style but its own."""
    text = html()
    page = Page(text)
    assert not {"script", "link", "iframe", "object", "img", "form"} & {tag for tag, _ in page.elements}
    assert not re.search(r"(?:src|@import|url\((?!#))", text)
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_figures() -> None:
    """A figure stands inline with title, description and ids of its own; the description is read once as text."""
    text = html()
    page = Page(text)
    assert {"role": "img", "aria-labelledby": "status-title"}.items() <= page.all("svg")[0].items()
    assert f'<title id="status-title">{FIGURE.title}</title><desc id="status-desc">{FIGURE.description}</desc>' in text
    assert 'id="status-g"' in text
    assert 'fill="url(#status-g)"' in text
    assert text.count(FIGURE.description) == 2


def test_hostile_text() -> None:
    """Nasty texts are shown letter by letter, and nothing of them becomes an element, attribute or address."""
    text = make("html", hostile_source()).decode()
    page = Page(text)
    texts = [found.strip() for found in page.texts]
    for nasty in said():
        assert texts.count(nasty) >= 5
    assert not {"script", "img", "red", "bold"} & {tag for tag, _ in page.elements}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert all(str(attributes["href"]).startswith("#") for attributes in page.all("a"))
    assert not {"\x1b", "\x00", "\x07", "\u202e"} & set(text)
    assert page.texts[0].startswith(NASTY[1])


def test_same_bytes() -> None:
    """The page depends on the report alone."""
    assert make("html", hostile_source()) == make("html", hostile_source())


def test_only_a_table_with_an_endless_word_breaks_its_words() -> None:
    """Dates and short words stay whole; what has no end is broken, lest the page grow wide."""
    for word, whole in (("kort", True), ("x" * 80, False)):
        text = f"| a | b |\n|:--|:--|\n| 31.08.2021 | {word} |\n"
        made = make("html", Source(text, Language("en"), date(2021, 8, 31))).decode()
        assert ('class="table whole"' in made) == whole
