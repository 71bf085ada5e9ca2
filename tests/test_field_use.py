"""A field that nothing but `show` reads is a defect: each one of the disciplines' records changes some other output."""

from __future__ import annotations

import pytest

from field_use import Key, declared, is_used
from support import is_thorough

UNTOLD = {
    "id": "names the record: what becomes of another is tried by the tests of ids",
    "type": "says which schema the file has",
    "merknad": "a note to those who work with the plan, that no report tells (docs/format.md)",
    "tidligere_id": "holds the history of a record together (docs/format.md); `history` follows it",
    "fil": "names the table whose rows are the records: tried by the tests of tables",
    "kolonner": "says what the columns of that table are: tried by the tests of tables",
    "verdier": "says what words of that table mean: tried by the tests of tables",
    "unntatt": "leaves texts out, and tells why: tried in tests/withheld",
    "hjemmel": "of what is exempt from public access, told where the text is left out: tried in tests/withheld",
    "illustrativ": "marks what is made up, and what stands in it: tried where the example is counted",
}
"""Fields that need no other output, by the last part of their name, with what they are for."""
SHARED = ("vedtak.", "økonomi.vedtak.", "høring.", "unntatt.", "måltall.endring")
"""Groups of the shared schema, whose own fields are tried where plans and goals use them; the group itself is tried."""
KNOWN: tuple[Key, ...] = (
    ("avvik", "behandler"), ("avvik", "gjentakelse"), ("avvik", "beslektede"), ("avvik", "videresendt"),
    ("egenkontroll", "bestilt_av"), ("egenkontroll", "utført_av"), ("tilsyn", "varslet"), ("rutine", "lenke"),
    ("risiko", "usikkerhet"), ("risiko", "kontroller"), ("prosjekt", "økonomi.p50"), ("prosjekt", "økonomi.styringsramme"),
    ("prosjekt", "overført"), ("kontrakt", "tjeneste"),
)  # fmt: skip
"""Those that were found by hand: they are tried in every run."""
_EACH = 25
"""One of so many fields is tried in the ordinary run."""


def _tried() -> list[Key]:
    every = [key for key in declared() if key[1].rpartition(".")[2] not in UNTOLD and not key[1].startswith(SHARED)]
    return every if is_thorough() else [*KNOWN, *every[::_EACH]]


@pytest.mark.sampled
def test_every_field_changes_an_output_beside_show_and_history() -> None:
    assert [key for key in _tried() if not is_used(key)] == []


def test_the_fields_found_by_hand_are_described() -> None:
    assert set(KNOWN) <= declared().keys()


def test_a_field_that_nothing_reads_is_found() -> None:
    assert not is_used(("rutine", "merknad"))
