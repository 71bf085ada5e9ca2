"""Which records `list` shows: by kind, owner, status, tag and deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from planctl.cli.lookup import find
from planctl.cli.session import ExitError
from planctl.domain.tags import known_tags, tags_of
from planctl.i18n import LANGUAGES, Language, T, Text
from planctl.load.schema.nearest import nearest
from planctl.model.period import deadline
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.records import RecordView
from planctl.status_labels import record_status_text
from planctl.values import dataclass

_SPAN = re.compile(r"(\d{1,4}) ?([dwm])\Z")


@dataclass(frozen=True, slots=True)
class Selection:
    """The tests a record must pass; None lets all pass."""

    kind: str | None = None
    owners: frozenset[str] | None = None
    status: str | None = None
    due: date | None = None
    only_open: bool = False
    tag: str | None = None

    def fits(self, view: RecordView, record: Record) -> bool:
        """Tell whether a record passes every test."""
        if self.kind is not None and not view.world.plans.is_a(record, self.kind):
            return False
        if self.owners is not None and self.owners.isdisjoint([view.owner(record) or "", *view.shared(record)]):
            return False
        if self.tag is not None and self.tag not in tags_of(record):
            return False
        if self.status is None and self.due is None and not self.only_open:
            return True
        state = view.state(record)
        if self.status is not None and state.status != self.status:
            return False
        if self.only_open and not view.is_open(record, state):
            return False
        if self.due is None:
            return True
        return view.is_open(record, state) and state.deadline is not None and state.deadline <= self.due


def kind_named(view: RecordView, word: str) -> str:
    """Return the kind or family that a word names: its key, or its name in the glossary, in either number."""
    known = _kind_words(view)
    found = known.get(word.strip().casefold())
    if found is not None:
        return found
    guess = nearest(word, known, cutoff=0.6)
    kinds = dict.fromkeys([*view.world.plans.families, *view.world.plans.kinds])
    hint = _hint(guess, T("The kinds here are {kinds}.", kinds=", ".join(kinds)))
    raise ExitError(T("«{word}» is no kind of record. {hint}", word=clean(word), hint=hint))


def _hint(guess: str | None, all_of_them: Text) -> Text:
    return T("Did you mean «{guess}»? {hint}", guess=guess, hint=all_of_them) if guess else all_of_them


def _kind_words(view: RecordView) -> dict[str, str]:
    plans, config, disciplines = view.world.plans, view.world.config, view.world.disciplines
    kinds = [*plans.families, *sorted({kind for group in plans.families.values() for kind in group}), *plans.kinds]
    kinds += [kind for kind in plans.known_kinds.names if kind not in kinds]
    known = {kind.casefold(): kind for kind in kinds}
    others = (Language(code, config.terms, disciplines) for code in LANGUAGES)
    for lang in (view.lang, *others, *(Language(code, {}, disciplines) for code in LANGUAGES)):
        for kind in kinds:
            for plural in (False, True):
                known.setdefault(lang.term(kind, plural=plural).casefold(), kind)
    return known


def status_named(view: RecordView, word: str) -> str:
    """Return the status that a word names, of those in the schemas: as files write it or in the user's language."""
    wanted, statuses, lang = word.strip().casefold(), view.world.book.fields.statuses, view.lang
    known = {lang(record_status_text(status)).casefold(): status for status in statuses}
    known |= {status.casefold(): status for status in statuses}
    if wanted in known:
        return known[wanted]
    guess = nearest(word, known, cutoff=0.6)
    hint = _hint(guess, T("The statuses are {statuses}.", statuses=", ".join(statuses)))
    raise ExitError(T("«{word}» is no status. {hint}", word=clean(word), hint=hint))


def tag_named(view: RecordView, word: str) -> str:
    """Return the tag that a word names: as files write it, or as reports call it in the user's language."""
    wanted, lang = word.strip().casefold(), view.lang
    known = known_tags(view.world.config)
    found = {lang(title).casefold(): name for name, title in known.items()} | {name.casefold(): name for name in known}
    used = {tag for record in view.world.plans.of_kind("oppdrag", "tiltak") for tag in tags_of(record)}
    found |= {tag.casefold(): tag for tag in used}
    if wanted in found:
        return found[wanted]
    hint = _hint(nearest(wanted, found), T("The tags are {tags}.", tags=", ".join(known)))
    raise ExitError(T("«{word}» is no tag. {hint}", word=clean(word), hint=hint))


def due_by(text: str, today: date) -> date:
    """Read `30d`, `2w`, `3m`, a date or a period (its last day) as a day."""
    match = _SPAN.match(text.strip().casefold())
    if match is None:
        day = deadline(text.strip())
        if day is None:
            form = T("--due takes a span as 30d, 2w or 3m, or a date as 2021-10-01, not «{value}»", value=clean(text))
            raise ExitError(form)
        return day
    count, unit = int(match[1]), match[2]
    try:
        return _later(today, count, unit)
    except (ValueError, OverflowError):
        return date.max


def _later(today: date, count: int, unit: str) -> date:
    if unit != "m":
        return today + timedelta(days=count * (1 if unit == "d" else 7))
    years, month = divmod(today.month - 1 + count, 12)
    first = date(today.year + years, month + 1, 1)
    following = date(first.year + month // 11, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=today.day - 1), following - timedelta(days=1))


def owners_of(plans: PlanSet, name: str) -> frozenset[str]:
    """Return every id that stands for an owner.

    A role or an external party stands for itself alone. A unit stands for itself, its leader's
    role, and all units below it with theirs.
    """
    owner = find(plans, name)
    if not plans.is_a(owner, "eiere"):
        raise ExitError(T("«{id}» is no unit or role: it is a record of kind {kind}", id=owner.name, kind=owner.kind))
    below: dict[str, list[Record]] = {}
    for unit in plans.of_kind("enhet"):
        above = unit.get("overordnet")
        if isinstance(above, str):
            below.setdefault(above, []).append(unit)
    return frozenset(_family(owner, below, plans))


def mine_of(plans: PlanSet, name: str) -> frozenset[str]:
    """Return the ids that stand for one role: its own and the unit's it leads; for a unit, its leader's too."""
    owner = find(plans, name)
    found = owners_of(plans, name)
    if owner.kind == "rolle":
        unit = owner.parent
        return found | {unit.name} if unit is not None and plans.is_a(unit, "enhet") else found
    leaders = {role.name for role in plans.of_kind("rolle") if role.parent is owner}
    return frozenset({owner.name, *leaders}) if plans.is_a(owner, "enhet") else found


def _family(owner: Record, below: dict[str, list[Record]], plans: PlanSet) -> Iterator[str]:
    leaders = {role.parent: role.name for role in plans.of_kind("rolle") if role.parent is not None}
    queue, seen = [owner], {owner.name}
    for unit in queue:
        yield unit.name
        if not plans.is_a(unit, "enhet"):
            continue
        if unit in leaders:
            yield leaders[unit]
        new = [other for other in below.get(unit.name, ()) if other.name not in seen]
        seen |= {other.name for other in new}
        queue += new
