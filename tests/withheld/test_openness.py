"""The paragraphs that a hjemmel names, and masks."""

from __future__ import annotations

import pytest

from planctl.law.openness import cited, exempt_by, exempts
from planctl.model.exempt import label_of
from planctl.model.masked_text import Masked
from planctl.model.withheld import Mask, Words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("offl § 14", "unntatt, offl. § 14"),
        ("Offl. §23, første ledd", "unntatt, offl. § 23"),
        ("offentleglova § 13 jf. forvaltningsloven § 13 første ledd nr. 2", "unntatt, offl. § 13, jf. fvl. § 13"),
        ("offentlighetsloven paragraf 26 a", "unntatt, offl. § 26a"),
        ("kommunelova § 11-5", "unntatt, koml. § 11-5"),
        ("barnevernsloven § 13-1", "unntatt, barnevernsloven § 13-1"),
        ("taushetsplikt om Kari", "unntatt"),
        ("§ 14", "unntatt"),
        ("", "unntatt"),
        (None, "unntatt"),
        (14, "unntatt"),
    ],
)
def test_a_hjemmel_is_said_in_one_way(written: object, said: str) -> None:
    """And nothing else of what is written is said."""
    assert exempt_by(written) == said


@pytest.mark.parametrize(("number", "right"), [(12, False), (13, True), (14, True), (27, True), (28, False)])
def test_offentleglova_exempts_by_one_chapter(number: int, right: bool) -> None:
    assert [exempts(row) for row in cited(f"offl § {number}")] == [right]


def test_other_acts_are_not_judged() -> None:
    assert all(map(exempts, cited("kommuneloven § 11-5 og fvl § 13")))


@pytest.mark.parametrize("mark", [None, {}, {"hjemmel": None}, "offl § 14", True, {"hjemmel": "offl § 14 og mer"}])
def test_a_mark_of_any_shape_exempts(mark: object) -> None:
    assert label_of({"unntatt": mark}) in {"unntatt", "unntatt, offl. § 14"}


def test_masks_are_equal_where_they_hide_the_same() -> None:
    """The mask that is shown may be another; a mask is no plain text."""
    one, same, other = Masked("unntatt", "Kjøp"), Masked("unntatt, offl. § 14", "Kjøp"), Masked("unntatt", "Salg")
    assert one == same
    assert one != other
    assert one != "unntatt"
    assert len({one, same, other}) == 2


def test_only_texts_are_hidden() -> None:
    fields = frozenset(
        {"id", "tittel", "sak", "nummer", "frist", "status", "tekst", "gjelder", "tall", "unntatt", "hjemmel", "ja"}
    )
    words = Words(
        fields,
        {"status": frozenset({"i rute"})},
        frozenset({"tekst", "sak", "nummer"}),
        frozenset({"sak", "nummer"}),
        frozenset({"gjelder"}),
        frozenset({"a.b"}),
    )
    record = {
        "id": "x", "tittel": "Kjøp", "frist": "2021-Q2", "status": "i rute", "tekst": "2021-01-01", "gjelder": ["a.b", "Kari"],
        "sak": "36/19 Kari", "nummer": ["1", "Kari"], "tall": 4.5, "ja": True, "Kari": "bor her", "unntatt": {"hjemmel": "offl § 14, Kari"},
    }  # fmt: skip
    assert Mask("unntatt, offl. § 14", words).over(record) == {
        "id": "x", "tittel": Masked("", "Kjøp"), "frist": "2021-Q2", "status": "i rute", "tekst": Masked("", "2021-01-01"),
        "gjelder": ["a.b", Masked("", "Kari")], "sak": None, "nummer": [], "tall": 4.5, "ja": True, "unntatt": {"hjemmel": "offl. § 14"},
    }  # fmt: skip
    assert Mask("unntatt", words).over({"status": "venter på Kari"}) == {"status": None}
