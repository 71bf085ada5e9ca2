"""Ulrich's four forms of samskaping: who leads each step in each of them (S0 «Samstyring»)."""

from __future__ import annotations

from typing import Any

STEPS = ("definerer_problemet", "setter_mål", "utformer", "gjennomfører")
"""The fields that tell who leads a step, in the order of the work."""
_MUNICIPALITY, _TOGETHER, _OTHERS = "kommunen", "sammen", "andre"
_SHARED = (_TOGETHER, _OTHERS)
_RIGHT: dict[str, tuple[tuple[str, ...], ...]] = {
    "styrt": ((_MUNICIPALITY,),) * 4,
    "ansvarliggjørende": ((_MUNICIPALITY,), (_MUNICIPALITY,), _SHARED, _SHARED),
    "likeverdig": ((_TOGETHER,),) * 4,
    "fasiliterende": ((_OTHERS,), (_OTHERS,), (_OTHERS,), _SHARED),
}
FORMS = tuple(_RIGHT)
"""The forms, from the one where the municipality leads most."""


def allowed(form: Any, step: str) -> tuple[str, ...]:
    """Give who may lead a step in a form; nothing for a form that is not known."""
    rows = _RIGHT.get(str(form))
    return rows[STEPS.index(step)] if rows is not None else ()
