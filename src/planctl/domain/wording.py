"""What the rules of language share: titles, the norm they are written in, and the form they should have."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from planctl.domain.written import NORMS, written_in
from planctl.model.planset import PlanSet
from planctl.model.record import Record

if TYPE_CHECKING:  # the language is loaded only when a rule judges a text
    from planctl.language.clause import Clause
    from planctl.world import World

FORMED = ("mål", "strategi")
_PROFILE = {"mål": "presens", "strategi": "skal"}


def wording(record: Record) -> str | None:
    """Return the title of a record whose words are judged; None without one, or in a plan that is past."""
    title = record.fields.get("tittel")
    if not isinstance(title, str) or not _has_letters(title):
        return None
    past = record.plan.fields.get("status") == "utgått" or record.fields.get("status") == "utgår"
    return None if past else title


def _has_letters(title: str) -> bool:
    """Tell whether a text has a letter that can be a capital or a small one."""
    return title.islower() or title.isupper() or title != title.lower()


def titled(world: World) -> tuple[tuple[Record, str], ...]:
    """Return the records whose words are judged wherever they stand, with their titles."""
    return _titled(world.plans)


@lru_cache(maxsize=1)
def _titled(plans: PlanSet) -> tuple[tuple[Record, str], ...]:
    kinds = [kind for kind in plans.thread.order if not plans.thread.is_first(kind)]
    return tuple([(record, title) for record in plans.of_kind(*kinds) if (title := wording(record)) is not None])


def wanted(family: str, world: World) -> str | None:
    """Return the form fixed for mål or strategi: by `språkform`, else by the profile; None when none is fixed."""
    own = world.config.wording.get(family)
    return own or (_PROFILE[family] if world.config.profile == "asker" else None)


def norm_in(record: Record, title: str, world: World) -> str:
    """Tell which norm a title is written in: by its own words, else what the plan says, or the repository, or does."""
    from planctl.language.plain import norm

    own = norm(title)
    if own is not None:
        return own
    told = written_in(record) or world.config.language
    if told in NORMS:
        return str(told)
    return _norms(world.plans).get(record.path) or "nb"


def clause_of(record: Record, title: str, world: World) -> Clause:
    """Return the main clause of a title."""
    from planctl.language.clause import main_clause

    return main_clause(title, norm_in(record, title, world))


def has_form(clause: Clause, name: str) -> bool:
    """Tell whether a main clause has the form that `språkform` names; a clause joined to it may have skal or vil."""
    return name in {"fri", clause.form.value} or (name == "skal" and clause.later)


def family_of(record: Record) -> str:
    """Return which of the two words `språkform` uses for a record's kind."""
    return "strategi" if record.kind == "strategi" else "mål"


@lru_cache(maxsize=1)
def _norms(plans: PlanSet) -> dict[str, str]:
    """Tell which norm each file is mostly written in."""
    from planctl.language.plain import norm_of

    titles: dict[str, list[str]] = {}
    for record in plans.records:
        titles.setdefault(record.path, []).append(record.title)
    found = {path: norm_of(texts) for path, texts in titles.items()}
    return {path: code for path, code in found.items() if code is not None}
