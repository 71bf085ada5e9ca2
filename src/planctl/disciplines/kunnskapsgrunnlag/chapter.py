"""The chapter on what plans build on in the annual report: a part for each of what the municipality has."""

from __future__ import annotations

from collections.abc import Iterator

from planctl.disciplines.kunnskapsgrunnlag import foundations, long_term, materiality, programmes, u4ssc
from planctl.i18n import T
from planctl.model.chapter import Chapter, Occasion
from planctl.world import World


def chapter(world: World, occasion: Occasion) -> Chapter | None:
    """Make the chapter; None in other reports than the annual one, and where there is nothing to tell."""
    if not occasion.is_annual or occasion.of_unit:
        return None
    made = parts(world, occasion)
    return Chapter(T("What the plans build on"), parts=made) if made else None


def parts(world: World, occasion: Occasion) -> tuple[Chapter, ...]:
    """Make the parts: planprogrammer, guidelines, conditions, what is material, long-term needs, U4SSC."""
    return tuple(part for part in _parts(world, occasion) if part is not None)


def _parts(world: World, occasion: Occasion) -> Iterator[Chapter | None]:
    yield programmes.chapter(world, occasion, T("{Planprogram_pl}"))
    yield foundations.guidelines(world, occasion)
    yield foundations.conditions(world, occasion)
    yield materiality.chapter(world, occasion, T("What is material"))
    yield long_term.chapter(world, occasion, T("Investments and operation twenty years ahead"))
    yield u4ssc.chapter(world, occasion, T("The framework U4SSC"))
