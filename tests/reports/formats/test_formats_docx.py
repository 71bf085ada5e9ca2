"""The Word report: real headings, repeated table headers, alternative texts, and the municipality's own document."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from sources import FIGURE, hostile_source, said, town_source

from planctl.reports.formats import FormatError, make
from planctl.reports.formats.document import plain

docx = pytest.importorskip("docx", reason="python-docx is not installed")
pytest.importorskip("typst", reason="typst is not installed")

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDE  # noqa: E402
from docx.oxml.ns import qn  # noqa: E402


def _open(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def test_headings_and_properties() -> None:
    """The title and headings have Word's own styles; language and title are set, dates are the judged day's."""
    source = town_source("nn")
    word = _open(make("docx", source))
    found = [(item.style.name, item.text) for item in word.paragraphs if item.style.name.startswith(("Title", "Head"))]
    assert found[0] == ("Title", source.document.title)
    assert found[1:] == [(f"Heading {item.level - 1}", plain(item.line)) for item in source.document.headings]
    about = word.core_properties
    assert (about.title, about.language) == (source.document.title, "nn-NO")
    assert about.created.date() == about.modified.date() == source.day
    languages = {item.get(qn("w:val")) for item in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nn-NO"}


def test_what_leads_to_a_table_stays_with_it() -> None:
    """A sentence that a table or figure follows is kept on its page; others are not."""
    text = "# T\n\nAlone.\n\n- One\n\nThis leads.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    word = _open(make("docx", replace(town_source(), markdown=text)))
    kept = {item.text: bool(item.paragraph_format.keep_with_next) for item in word.paragraphs if item.text}
    assert kept == {"T": False, "Alone.": False, "One": False, "This leads.": True}


def test_tables() -> None:
    """Header rows repeat, rows are not broken, tables have a name, numbers stand to the right."""
    source = town_source()
    word = _open(make("docx", source))
    assert len(word.tables) == len(source.document.tables)
    for found, table in zip(word.tables, source.document.tables, strict=True):
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in found.rows]
        assert heads == [True, *[False] * len(table.rows)]
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in found.rows)
        assert table.label is not None
        assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == plain(table.label.line)
        sides = [cell.paragraphs[0].alignment for cell in found.rows[0].cells]
        assert [side == SIDE.RIGHT for side in sides] == [align == "right" for align in table.aligns]
        assert [cell.text for cell in found.rows[-1].cells] == [plain(cell) for cell in table.rows[-1]]


def test_figures() -> None:
    """A figure is a picture with title and alternative text, and its description stands below it."""
    word = _open(make("docx", town_source()))
    about = next(word.element.body.iter(qn("wp:docPr")))
    assert (about.get("title"), about.get("descr")) == (FIGURE.title, f"{FIGURE.title}. {FIGURE.description}")
    assert any(item.style.name == "Caption" and FIGURE.description in item.text for item in word.paragraphs)
    part = next(iter(word.part.package.image_parts))
    assert part.blob.startswith(b"\x89PNG")


def _own(*texts: str) -> bytes:
    word = docx.Document()
    word.styles["Heading 1"].font.name = "Kommunefont"
    word.sections[0].header.paragraphs[0].text = "Prøve kommune"
    for text in texts:
        word.add_paragraph(text)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_own_document() -> None:
    """The report stands where the municipality's document says, in its styles, and all else stays."""
    word = _open(make("docx", town_source(own_docx=_own("Forside", "{{ rapport }}", "Bakside"))))
    texts = [item.text for item in word.paragraphs]
    assert texts[:2] == ["Forside", town_source().document.title]
    assert texts[-1] == "Bakside"
    assert word.element.body[-2].tag == qn("w:p")
    assert word.styles["Heading 1"].font.name == "Kommunefont"
    assert word.sections[0].header.paragraphs[0].text == "Prøve kommune"
    assert len(word.tables) == len(town_source().document.tables)


def test_own_document_without_a_mark() -> None:
    """Without a mark the report comes after what is there."""
    word = _open(make("docx", town_source(own_docx=_own("Forside"))))
    assert [item.text for item in word.paragraphs][:2] == ["Forside", town_source().document.title]


def test_own_document_with_few_styles() -> None:
    """A document that lacks the styles gets the report all the same."""
    word = docx.Document()
    for style in list(word.styles):
        if style.name not in {"Normal", "Default Paragraph Font"}:
            style.delete()
    out = io.BytesIO()
    word.save(out)
    made = _open(make("docx", town_source(own_docx=out.getvalue())))
    assert town_source().document.title in [item.text for item in made.paragraphs]
    assert any(item.text.startswith("• ") for item in made.paragraphs)


@pytest.mark.parametrize("data", [b"", b"hei", b"PK\x05\x06" + b"\x00" * 18, b"%PDF-1.7"])
def test_own_document_that_is_none(data: bytes) -> None:
    """A file that is no Word document is told, not dumped."""
    with pytest.raises(FormatError, match="not a Word document"):
        make("docx", town_source(own_docx=data))


def test_hostile_text() -> None:
    """Nasty texts are whole in paragraphs and cells, and become no field, link or element."""
    word = _open(make("docx", hostile_source()))
    texts = [item.text for item in word.paragraphs]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    for nasty in said():
        assert texts.count(nasty) == 3
        assert cells.count(nasty) == 2
    links, fields = (list(word.element.body.iter(qn(name))) for name in ("w:hyperlink", "w:instrText"))
    places = [link.get(qn("w:anchor")) for link in links]
    assert all(re.fullmatch(r"_Toc\d{4}", place or "") for place in places)  # the list of contents, and nothing else
    assert [field.text.strip() for field in fields] == [f"PAGEREF {place} \\h" for place in places]


def test_same_bytes() -> None:
    """The file depends on the report alone, its zip entries are dated 1980."""
    data = make("docx", town_source())
    assert data == make("docx", town_source())
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {item.date_time[0] for item in file.infolist()} == {1980}


RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}" TargetMode="{mode}"/></Relationships>'
)


def _with(parts: dict[str, bytes | str]) -> bytes:
    """Make an own document with further parts, or others in place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_own("Asker kommune"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "target", "mode"),
    [
        ("attachedTemplate", "https://example.org/mal.dotm", "External"),
        ("attachedTemplate", "file:///C:/mal.dotx", "External"),
        ("attachedTemplate", "https://example.org/mal.dotm", "&#69;xternal"),
        ("image", "https://example.org/spor.png", "External"),
        ("oleObject", "file:///C:/a.xlsx", "External"),
        ("hyperlink", "file://tjener/felles", "External"),
    ],
)
def test_what_an_own_document_fetches_is_refused(kind: str, target: str, mode: str) -> None:
    own = _with({"word/_rels/settings.xml.rels": RELATION.format(kind=kind, target=target, mode=mode)})
    with pytest.raises(FormatError) as caught:
        make("docx", replace(town_source(), own_docx=own))
    assert caught.value.message.msgid.startswith("The document template fetches something from outside itself")
    assert caught.value.message.params == {"kind": kind, "target": target}


def test_a_link_to_a_web_page_is_no_harm() -> None:
    row = RELATION.format(kind="hyperlink", target="https://www.asker.kommune.no", mode="External")
    own = _with({"word/_rels/settings.xml.rels": row})
    assert _open(make("docx", replace(town_source(), own_docx=own))).paragraphs[0].text == "Asker kommune"


FIELD = (
    '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{one}</w:instrText></w:r>'
    '<w:r><w:instrText>{other}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)


def test_a_field_that_fetches_is_refused_and_others_are_not() -> None:
    own = _with({"word/header9.xml": FIELD.format(one=" INCLUDE", other='PICTURE "https://example.org/a.png"')})
    with pytest.raises(FormatError) as caught:
        make("docx", replace(town_source(), own_docx=own))
    assert caught.value.message.params == {"field": "INCLUDEPICTURE"}
    make("docx", replace(town_source(), own_docx=_with({"word/header9.xml": FIELD.format(one=" PA", other="GE ")})))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/media/image9.bin": b"\0" * 70_000_000}, "The document template unpacks to more than"),
        ({"word/header9.xml": b" " * 17_000_000}, "The document template unpacks to more than"),
        ({f"word/{n}.bin": b"" for n in range(1001)}, "The document template unpacks to more than"),
        ({"word/vbaProject.bin": b"x"}, "The document template holds macros"),
        (
            {"word/header9.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"},
            "The document template is not a Word document",
        ),
        ({"word/header9.xml": "<a"}, "The document template is not a Word document"),
    ],
)
def test_a_bomb_of_an_own_document_is_refused(parts: dict[str, bytes | str], words: str) -> None:
    with pytest.raises(FormatError) as caught:
        make("docx", replace(town_source(), own_docx=_with(parts)))
    assert caught.value.message.msgid.startswith(words)


@pytest.mark.parametrize(
    "section",
    [
        "",
        "<w:sectPr/>",
        '<w:sectPr><w:pgSz w:w="x" w:h="-1"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="10" w:h="10"/></w:sectPr>',
    ],
)
def test_an_own_document_without_a_page_is_written_on_a4(section: str) -> None:
    import re
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_own("Forside"))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = re.sub(r"<w:sectPr.*</w:sectPr>", section, data.decode(), flags=re.DOTALL).encode()
            new.writestr(name, data)
    page = _open(make("docx", replace(town_source(), own_docx=out.getvalue()))).sections[-1]
    found = [page.page_width, page.page_height, page.left_margin, page.right_margin]
    assert [round(length.mm) for length in found] == [210, 297, 20, 20]


def test_contents() -> None:
    """Each chapter stands in a list that leads to it, with the number of its page as a field; few chapters need none."""
    source = town_source()
    word = _open(make("docx", source))
    links = [item for item in word.element.body.iter(qn("w:hyperlink")) if item.get(qn("w:anchor"))]
    told = ["".join(text.text for text in link.iter(qn("w:t"))).removesuffix("…") for link in links]
    assert told == [plain(heading.line) for heading in source.document.headings if heading.level == 2]
    places = [link.get(qn("w:anchor")) for link in links]
    assert [text.text.split()[:2] for link in links for text in link.iter(qn("w:instrText"))] == [
        ["PAGEREF", place] for place in places
    ]
    marked = {
        mark.get(qn("w:name")): "".join(text.text or "" for text in mark.getparent().iter(qn("w:t")))
        for mark in word.element.body.iter(qn("w:bookmarkStart"))
    }
    assert marked == dict(zip(places, told, strict=True))
    few = _open(make("docx", replace(source, markdown="# T\n\n## A\n\nOne.\n\n## B\n\nTwo.\n")))
    assert [item.text for item in few.paragraphs] == ["T", "A", "One.", "B", "Two."]
