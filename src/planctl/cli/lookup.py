"""Find what a command names: the repository, and a record in it."""

from __future__ import annotations

from pathlib import Path

from planctl.cli.session import ExitError, Session
from planctl.i18n import T, Text
from planctl.load.files.repository import bare
from planctl.load.schema.nearest import nearest
from planctl.model.planset import PlanSet
from planctl.model.record import Record
from planctl.output.clean import clean
from planctl.output.records import RecordView
from planctl.world import World


def opened(session: Session) -> RecordView:
    """Load the repository; end the command where there are no plan files."""
    world = session.open()
    if not world.plans.records:
        raise ExitError(nothing(session.root_of(Path()), session.folder, world))
    return RecordView(world, session.language(world.config))


def nothing(root: Path, shown: Path, world: World) -> Text:
    """Say why there is nothing to work with in a folder, `shown` as the user names it."""
    without_files = bare(root)
    if without_files is not None:
        return without_files.words
    if world.loaded.nested:
        return T("There are no plan files here, but there are in: {folders}", folders=", ".join(world.loaded.nested))
    return T("There are no plan files in «{path}»", path=str(shown))


def find(plans: PlanSet, name: str) -> Record:
    """Return the record with an id, or a report by its path; end the command when there is none."""
    wanted = name.strip().casefold()
    found = plans.get(name) or plans.get(wanted)
    if found is not None:
        return found
    without_id = next((record for record in plans.records if record.id is None and record.name == name), None)
    if without_id is not None:
        return without_id
    former = plans.former_ids.get(wanted)
    if former is not None:
        raise ExitError(T("«{id}» is now called «{new}».", id=clean(name), new=clean(former.name)))
    raise ExitError(T("No record has the id «{id}». {hint}", id=clean(name), hint=_hint(plans, name)))


def _hint(plans: PlanSet, name: str) -> Text:
    guess = nearest(name, [*plans.by_id, *plans.former_ids], cutoff=0.6)
    if guess is not None:
        present = plans.former_ids.get(guess)
        guess = present.name if present is not None and guess not in plans.by_id else guess
        return T("Did you mean «{guess}»?", guess=clean(guess))
    return T("«planctl list» shows them all.")
