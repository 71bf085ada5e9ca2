"""What happened to a vedtak or punkt between two revisions, in plain words with what follows from it."""

from __future__ import annotations

import json

import pytest
from diff_support import as_json, held, laid
from diff_support import told as words_of

from planctl.i18n import Language
from planctl.output.changes.lines import lines
from planctl.output.changes.text import mark
from support import TODAY, book

REGISTER = """\
type: vedtak
id: vr2021
tittel: Vedtak 2021
periode: 2021
organ: kommunestyret
vedtak:
  - id: v1
    tittel: Trygg skoleveg
    dato: 2021-02-09
    slag: verbalvedtak
    ansvarlig: veg
    frist: 2021-08-01
    status: under arbeid
  - id: v2
    tittel: Sykkelveg
    dato: 2021-02-09
    ansvarlig: veg
    punkter:
      - id: v2.p1
        tittel: Legge fram sak
        frist: 2021-08-01
      - id: v2.p2
        tittel: Melde fra
        frist: 2021-09-01
  - id: v3
    tittel: Benker
    dato: 2021-02-09
    slag: interpellasjon
    ansvarlig: veg
    frist: 2021-04-01
    status: besvart
    svar: {dato: 2021-03-30, form: muntlig}
"""
V1 = "Vedtak «Trygg skoleveg» (v1)"
V3 = "Vedtak «Benker» (v3)"
P2 = "Vedtakspunkt «Melde fra» (v2.p2)"
P2_TEXT = "      - id: v2.p2\n        tittel: Melde fra\n        frist: 2021-09-01\n"
V2_TEXT = REGISTER[REGISTER.index("  - id: v2\n") : REGISTER.index("  - id: v3\n")]
V3_TEXT = REGISTER[REGISTER.index("  - id: v3\n") :]
SINCE = (TODAY - TODAY.replace(month=2, day=9)).days
Row = tuple[str, str, list[str]]


def told(*edits: tuple[str, str], code: str = "nb") -> list[Row]:
    """Give the weight, the words and the consequences of each change that some edits of the register make."""
    text = REGISTER
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    diff, lang = held(laid({"vedtak.yaml": REGISTER}), laid({"vedtak.yaml": text})), Language(code)
    assert json.dumps(as_json(diff))
    return [
        (line.change.weight.value, lang(line.words), [lang(item) for item in line.consequences])
        for line in lines(diff, lang, book(), mark)
    ]


CASES: list[tuple[list[tuple[str, str]], list[Row]]] = [
    (
        [("status: under arbeid\n", "status: besvart\n    svar: {dato: 2021-05-20, form: sak, sak: 41/21}\n")],
        [
            ("info", f"{V1}: Status endret fra under arbeid til besvart", []),
            ("info", f"{V1}: besvart 20. mai 2021 i sak 41/21", []),
        ],
    ),
    (
        [("frist: 2021-08-01\n    status", "frist: 2021-10-01\n    status")],
        [
            (
                "warning", f"{V1}: Frist utsatt 2 måneder, fra 1. august 2021 til 1. oktober 2021",
                [f"Det er {SINCE} dager siden vedtaket, og organet har ikke fått svar"],
            )
        ],
    ),
    (
        [("        frist: 2021-09-01\n", "        frist: 2021-12-01\n")],
        [("warning", f"{P2}: Frist utsatt 3 måneder, fra 1. september 2021 til 1. desember 2021", [])],
    ),
    (
        [(P2_TEXT, "")],
        [("error", f"{P2}: fjernet", ["Det var åpent med frist 1. september 2021 og blir ikke fulgt opp lenger"])],
    ),
    (
        [(V2_TEXT, "")],
        [
            (
                "error", "Vedtak «Sykkelveg» (v2): fjernet, med 2 vedtakspunkter",
                ["2 punkter var åpne og blir ikke fulgt opp lenger"],
            )
        ],
    ),
    ([(V3_TEXT, "")], [("warning", f"{V3}: fjernet", [])]),
    (
        [("status: under arbeid", "status: besluttet ikke fulgt")],
        [("warning", f"{V1}: Status endret fra under arbeid til besluttet ikke fulgt", [])],
    ),
    (
        [("status: besvart", "status: under arbeid")],
        [("warning", f"{V3}: Status endret fra besvart til under arbeid", ["Det er åpent igjen"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), CASES)
def test_what_happened(edits: list[tuple[str, str]], expected: list[Row]) -> None:
    assert told(*edits) == expected


@pytest.mark.parametrize("code", ["nn", "en"])
def test_other_languages(code: str) -> None:
    words = {"nn": "Det var ope med frist 1. september 2021 og blir ikkje følgt opp lenger"}
    words["en"] = "It was open, with the deadline 1 September 2021, and is followed up no more"
    assert told((P2_TEXT, ""), code=code)[0][2] == [words[code]]


def test_a_record_whose_id_is_taken_is_named_by_its_id_and_title() -> None:
    """Not by what it is about, as a measurement is."""
    row = "  - {{id: v1, tittel: {0}, dato: 2021-02-09, gjelder: [klima.d1], ansvarlig: veg}}\n"
    head = "type: vedtak\nid: vr\ntittel: Vedtak 2021\nperiode: 2021\norgan: kommunestyret\nvedtak:\n"
    once = laid({"vedtak.yaml": head + row.format("Trygg skoleveg")})
    twice = laid({"vedtak.yaml": head + row.format("Trygg skoleveg") + row.format("Benker i parken")})
    assert words_of(held(once, twice)) == ["Decision «Benker i parken» (v1): added"]
    assert words_of(held(twice, once)) == ["Decision «Benker i parken» (v1): removed"]
