"""What the formats are tested on: the small municipality's report, with a figure, and a report full of hostile text."""

from __future__ import annotations

from datetime import date

from town import markdown, town, view

from planctl.i18n import Language
from planctl.reports.figures.choice import draw_tertial
from planctl.reports.figures.figure import Figure, place, place_inline
from planctl.reports.formats import Source
from planctl.reports.rendering.markdown import escape
from planctl.reports.rendering.templates import render

LONG = "å" * 4000
NASTY = (
    "a | b || c",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=CMD()",
    "+1+2",
    "-2+3",
    "@SUM(A1)",
    "[/bold] [red]x[/red]",
    "]]> <![CDATA[ &amp; &#60;",
    '#import "@preview/x:1.0.0" $x^2$ @ref #panic() *fet* _kursiv_ `kode`',
    "[x](javascript:y) ![y](figurer/x.svg) <https://e.no>",
    "{{rapport}} {{ 7*7 }} {% raise %} \\newpage",
    "' onclick='x\" style=\"x",
    LONG,
)
STEERED = {"før\x1b[31metter": "før[31metter", "før\u202eetter": "føretter", "før\x00\x07slutt": "førslutt"}
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 100" font-family="Helvetica, sans-serif">'
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#0b4f6c"/></linearGradient></defs>'
    '<rect width="600" height="100" fill="#ffffff"/><rect id="a" x="10" y="20" width="300" height="30" fill="url(#g)"/>'
    '<text x="20" y="85" font-size="16" fill="#1c2228">I rute: 5 ● ▲ ■ æøå</text></svg>'
)
FIGURE = Figure("status", SVG, "Status by area", "Oppvekst has most on track. Teknisk has two that are delayed.")


def town_source(code: str = "en", **changes: object) -> Source:
    """Make the small municipality's report, with a figure after its first lines."""
    report = view()
    text = markdown(report, code)
    at = text.index("\n## ")
    placed = f"{text[:at]}\n{place(FIGURE)}\n{text[at:]}"
    return Source(placed, Language(code), report.period.end, report, (FIGURE,), **changes)  # type: ignore[arg-type]


def drawn_source(code: str = "en") -> Source:
    """Make the small municipality's report with all its figures, the sparklines in its tables among them."""
    here, report, lang = town(), view(), Language(code)
    figures = draw_tertial(here, report, None, "rapport", lang)
    text = render("tertialrapport.md.j2", lang, {"report": report, "figures": figures})
    return Source(text, lang, report.period.end, report, figures.every)


def small_source() -> Source:
    """Make a document with small figures in a line and in a table's cells, one of them with hostile words."""
    figures = [Figure("liten", SVG, "Over time", "3; 4; 5."), Figure("stygg", SVG, NASTY[1], f"{NASTY[0]} {LONG}")]
    one, two = map(place_inline, figures)
    lines = ["# T", "", f"Before {one} after", "", "| Name | Over time | Value |", "|:---|:---|---:|"]
    lines += [f"| a | {one} | 1 |", f"| b | {two} | 2 |", f"| c | {one} | 3 |", "| d | – | 4 |", ""]
    return Source("\n".join(lines), Language("nb"), date(2021, 8, 31), None, tuple(figures))


def hostile_source() -> Source:
    """Make a report that says every nasty thing in a heading, a paragraph, a list, a table and a figure."""
    lines = [f"# {escape(NASTY[1])} {escape(LONG)}", ""]
    for nasty in [*NASTY, *STEERED]:
        shown = escape(nasty)
        lines += [f"## {shown}", "", shown, "", f"- {shown}", ""]
        lines += ["| Name | Number |", "|:---|---:|", f"| {shown} | **{shown}** |", ""]
    figure = Figure("stygg", SVG, NASTY[1], f"{NASTY[8]} {NASTY[7]}")
    lines += [str(place(figure)), ""]
    return Source("\n".join(lines), Language("nb"), date(2021, 8, 31), None, (figure,))


def said() -> list[str]:
    """List what must be readable in a hostile report, steering characters taken away."""
    return [*NASTY, *STEERED.values()]
