"""A record that has lost its id is one finding, which says which record it is and who refers to it."""

from __future__ import annotations

from planctl.findings.diagnostic import Diagnostic
from planctl.i18n import Language
from support import base_files, found

PATH = "handlingsprogram.yaml"
LINE = "  - id: hp2021.o1\n    tittel"


def _without(new: str, old: str = LINE) -> Diagnostic:
    text = base_files()[PATH]
    assert old in text
    (one,) = (item for item in found({PATH: text.replace(old, new)}) if item.severity == "error")
    return one


def test_a_record_without_its_id_line_is_named_by_its_title() -> None:
    one, english = _without("  - tittel"), Language("en")
    assert (one.code, one.location.span.line) == ("103", 14)
    assert english(one.message) == "«Bygge ut sykkelvegnettet» has no id"
    assert one.help is not None
    assert english(one.help) == "Write «id: hp2021.o1»: no record has it, and the references to it are 1."
    assert [(row.location.path, english(row.message)) for row in one.related] == [
        ("virksomhetsplaner/veg.yaml", "it is referred to here")
    ]


def test_a_lost_line_that_began_a_record_names_the_lost_id() -> None:
    first = "  - id: hp2021.o0\n    tittel: Bygge gangveger\n    følger_opp: [klima.d1.s1]\n    til: [veg]\n"
    one = _without(f"{first}    tittel")
    assert (one.code, one.location.span.line) == ("003", 18)
    assert one.help is not None
    assert Language("en")(one.help).endswith("The id «hp2021.o1» may be lost here; references to it: 1.")
    assert [row.location.path for row in one.related[1:]] == ["virksomhetsplaner/veg.yaml"]
