"""A translation follows its text when that is changed a little, and is marked for review."""

from __future__ import annotations

from typing import Any

import pytest
from babel.messages.catalog import Catalog
from messages import merged

OLD = "The kommuneplan is made for twelve years, and renewed every fourth."
NEW = "The kommuneplan is made for twelve years, and renewed every fourth year."


def _catalogue(texts: dict[Any, Any]) -> Catalog:
    catalogue = Catalog(locale="nb")
    for msgid, string in texts.items():
        catalogue.add(msgid, string)
    return catalogue


def _after(old: dict[Any, Any], new: list[Any]) -> dict[Any, tuple[Any, bool]]:
    found = merged(_catalogue(old), _catalogue(dict.fromkeys(new, "")))
    return {message.id: (message.string, message.fuzzy) for message in found if message.id}


def test_a_changed_text_keeps_its_translation_for_review() -> None:
    assert _after({OLD: "Planen"}, [NEW]) == {NEW: ("Planen", True)}


def test_what_is_to_be_reviewed_stays_so() -> None:
    once = merged(_catalogue({OLD: "Planen"}), _catalogue({NEW: ""}))
    again = merged(once, _catalogue({NEW: ""}))
    assert [(message.string, message.fuzzy) for message in again if message.id] == [("Planen", True)]


def test_a_new_text_takes_no_translation_of_one_that_is_still_used() -> None:
    assert _after({OLD: "Planen"}, [OLD, NEW]) == {OLD: ("Planen", False), NEW: ("", False)}


@pytest.mark.parametrize(("old", "new"), [("{a} is there", "{b} is there"), ("{a} is there", "{a} is there, {b}")])
def test_a_text_with_other_fields_is_translated_anew(old: str, new: str) -> None:
    assert _after({old: "{a} er der"}, [new]) == {new: ("", False)}


def test_a_text_that_gets_a_plural_keeps_its_translation_only_where_both_forms_can_be_shown() -> None:
    assert _after({"{n} plan": "{n} plan"}, [("{n} plan", "{n} plans")]) == {
        ("{n} plan", "{n} plans"): (("{n} plan", ""), True)
    }
    assert _after({("{n} plan", "{n} plans"): ("{n} plan", "{n} planer")}, ["{n} plan"]) == {
        "{n} plan": ("{n} plan", True)
    }
