"""The tertial report as Markdown: whole tables, harmless texts, the same bytes on every day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from town import edited, files, markdown, tables, town, view, written_rows

from planctl.i18n import Language
from planctl.reports.chapters.changed import changed_chapters
from planctl.reports.rendering.markdown import MarkdownLanguage, escape
from planctl.reports.rendering.templates import render
from planctl.reports.tertial import build_annual

HOSTILE = (
    "| a | b | <script>alert(1)</script> =CMD() [/bold] [x](javascript:y) **fet** `kode` &lt; \\| $x$ # \x1b[31m \u202e \x00"
    + "\u00e5" * 4000
)


@pytest.mark.parametrize("number", [1, 2])
def test_golden(number: int, golden: Callable[[str, str], None]) -> None:
    """The whole report in English, whose texts are the msgids."""
    golden(f"reports/tertial-{number}.en.md", markdown(view(number=number)))


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_shape(code: str) -> None:
    """Every language has the same headings and tables, with tables that a Markdown reader finds whole."""
    text = markdown(view(), code)
    found = tables(text)
    assert [line.split(" ")[0] for line in text.splitlines() if line.startswith("#")] == [
        line.split(" ")[0] for line in markdown(view()).splitlines() if line.startswith("#")
    ]
    assert [len(table) for table in found] == [len(table) for table in tables(markdown(view()))]
    assert all(len({len(row) for row in table}) == 1 for table in found)
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_sums_add_up() -> None:
    """In both tables of counts each row and each column adds up."""
    for table in tables(markdown(view()))[:2]:
        numbers = [[int(cell) for cell in row[1:-1]] for row in table[1:]]
        assert all(sum(row[:-1]) == row[-1] for row in numbers)
        assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]


def _hostile_files() -> dict[str, str]:
    text = HOSTILE.replace("\x00", "").replace("\x1b", "\\e").replace("\\|", "\\\\|").replace("\u202e", "\\u202e")
    quoted = f'"{text}"'
    return {
        **edited("veg-2021.yaml", ("tittel: Merke sykkelfelt", f"tittel: {quoted}")),
        **edited(
            "veg-2021-T2.yaml",
            ("årsak: Telen satt lenge", f"årsak: {quoted}"),
            (
                "korrigerende: Vi leier inn et lag til",
                f"korrigerende: |\n      linje 1\n      | linje 2 |\n      {text}",
            ),
            ("kommentar: Malingen mangler", f"kommentar: {quoted}"),
            ("kommentar: Flere sykler", f"kommentar: {quoted}"),
            ("forklaring: Brøyting i januar", f"forklaring: {quoted}"),
        ),
        **edited(
            "organisasjon.yaml",
            ("tittel: Teknisk\n", f"tittel: {quoted}\n"),
            ("tittel: Skolesjef", f"tittel: {quoted}"),
            ("tittel: Skole\n", f"tittel: {quoted}\n"),
        ),
        **edited(
            "kommuneplan.yaml",
            ("tittel: Klima\n", f"tittel: {quoted}\n"),
            ("tittel: Skolene sparer strøm", f"tittel: {quoted}"),
            ('nummer: "1.1"', f"nummer: {quoted}"),
        ),
        **edited(
            "handlingsprogram.yaml",
            ("enhet: poeng", f"enhet: {quoted}"),
            ("tittel: Fornøyde elever", f"tittel: {quoted}"),
            ("fokusområde: økonomi", f"fokusområde: {quoted}"),
        ),
        **edited("planctl.yaml", ("navn: Prøve", f"navn: {quoted}")),
    }


def test_hostile_text_leaves_tables_whole() -> None:
    """Pipes, HTML, markup, control characters and endless words in plan text break no table and make nothing live."""
    text = markdown(view(_hostile_files()))
    plain = markdown(view())
    assert [[len(row) for row in table] for table in tables(text)] == [
        [len(row) for row in table] for table in tables(plain)
    ]
    assert written_rows(text) == written_rows(plain)
    assert "<script" not in text
    assert not {"\x1b", "\x00", "\u202e", "\x07"} & set(text)
    assert len([line for line in text.splitlines() if line.startswith("#")]) == len(
        [line for line in plain.splitlines() if line.startswith("#")]
    )
    shown = next(cell for table in tables(text) for row in table for cell in row if "=CMD()" in cell)
    assert "| a | b | <script>alert(1)</script> =CMD() [/bold] [x](javascript:y) **fet** `kode` &lt; \\| $x$ #" in shown
    assert "å" * 4000 in shown


def test_hostile_words_of_the_municipality() -> None:
    """The municipality's own words for things are plan text as well."""
    words: dict[str, object] = {"tiltak": {"entall": "<b>|", "flertall": "tiltak|<i>"}, "delmål": {"entall": "*mål*"}}
    text = markdown(view(), words=words)
    assert written_rows(text) == written_rows(markdown(view()))
    assert "<i>" not in text
    assert "tiltak&#124;&lt;i&gt;" in text


def test_own_words() -> None:
    """The municipality's own words stand in the report."""
    assert "### Satsinger by status" in markdown(
        view(), words={"oppdrag": {"entall": "satsing", "flertall": "satsinger"}}
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", "a &#124; b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("*_`[]~$#\\", "\\*\\_\\`\\[\\]\\~\\$\\#\\\\"),
        ("en\nto\tog\u2028tre", "en to og tre"),
        ("a\x1b[1m\u202eb\u200bc", "a\\[1mbc"),
        ("10\u00a0000 kr", "10\u00a0000 kr"),
        ("- punkt", "\\- punkt"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("4. avdeling", "4\\. avdeling"),
        ("1.1 Mål", "1.1 Mål"),
        ("=CMD()", "=CMD()"),
        ("-23", "-23"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    """Each character that Markdown, HTML or a terminal would act on is made harmless."""
    assert escape(text) == escaped
    assert escape(escape(text)) == escaped


def test_unknown_names_in_a_template_are_errors() -> None:
    """A template that names what the view does not have fails, and the sandbox holds."""
    from planctl.reports.rendering.templates import TemplateError

    with pytest.raises(TemplateError) as error:
        render("tertialrapport.md.j2", Language("en"), {})
    assert (error.value.path, error.value.line) == ("tertialrapport.md.j2", 3)
    assert MarkdownLanguage("en").write(None) == "–"


def test_later_reports_do_not_leak() -> None:
    """A report on a later period, or a measurement of one, changes nothing."""
    later = (
        files()["veg-2021-T2.yaml"]
        .replace("2021-T2", "2021-T3")
        .replace("i rute", "fullført")
        .replace("risiko", "forsinket")
    )
    early = files()["veg-2021-T2.yaml"].replace("2021-T2", "2021").replace("i rute", "fullført")
    monthly = "type: rapportering\nperiode: 2021-09\nvirksomhet: skole\nlevert: 2021-09-10\ntiltak:\n  s1:\n    status: fullført\n  t6:\n    status: i rute\nøkonomi:\n  årsbudsjett_regulert: 1\n  budsjett_hittil: 1\n  regnskap_hittil: 1\n  prognose: 1\n"
    measured = "type: målinger\nmålinger:\n  - indikator: i3\n    periode: 2021-T3\n    verdi: 4\n"
    changes = {"z1.yaml": later, "z2.yaml": early, "z3.yaml": monthly, "z4.yaml": measured}
    assert markdown(view(changes)) == markdown(view())
    assert markdown(view(changes, number=1)) == markdown(view(number=1))


def test_second_tertial_does_not_leak_into_the_first() -> None:
    """The first tertial's report is the same before and after the second tertial's reports came."""
    assert markdown(view({"veg-2021-T2.yaml": None, "vann-2021-T2.yaml": None}, number=1)) == markdown(view(number=1))


def test_today_changes_nothing() -> None:
    """The bytes do not depend on the day the report is made."""
    days = [date(2021, 9, 1), date(2024, 2, 29)]
    assert town(today=days[0]).today != town(today=days[1]).today
    assert len({markdown(view(today=day)) for day in days}) == 1


def test_what_has_changed_stands_under_the_names_of_the_periods() -> None:
    """Also in a workbook, and in the report of a year, which is the last of the two."""
    shown = markdown(view(), "nn")
    assert "| Tiltak | 1. tertial 2021 | 2. tertial 2021 | Endring |" in shown
    assert "| Delmål | 1. tertial 2021 | 2. tertial 2021 |" in shown
    year = build_annual(town(), 2021)
    assert year is not None
    assert "| Tiltak | 2. tertial 2021 | 2021 | Endring |" in markdown(year, "nb")
    lang = Language("nb")
    heads = [lang.show(column.title) for column in changed_chapters(year)[0].tables[0].columns]
    assert heads == ["Tiltak", "2. tertial 2021", "2021", "Endring", "Endring"]
