"""`planctl calendar`: the year wheel on the screen, as a Markdown table or as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planctl.calendar import YearWheel, render_markdown, render_screen, render_svg
from planctl.calendar.build import build_wheel, wheel_years
from planctl.calendar.layers import Layers, layer_word
from planctl.cli.outputs import output
from planctl.cli.session import CLEAN, ExitError, Session, write, write_file
from planctl.i18n import LANGUAGES, Language, T
from planctl.load.schema.nearest import nearest
from planctl.output.clean import clean
from planctl.output.style import Style
from planctl.world import World

_ENDINGS = {".svg": "svg", ".md": "md"}


def calendar(session: Session, year: int | None, form: str | None, out: Path | None, named: list[str]) -> int:
    """Draw the wheel of a year, by default that of today's date; without a format, as the file's name ends.

    `named` are the layers to show; without any it is the year's own wheel.
    """
    path = None if out is None else output(session, out)
    world = session.open()
    lang = session.language(world.config)
    layers = Layers(world)
    wanted = year if year is not None else world.today.year
    wheel = build_wheel(world, wanted, [_layer(name, layers, lang, world) for name in named], layers)
    if wheel is None:
        years = wheel_years(world)
        known = T("There is one for: {years}.", years=", ".join(map(str, years))) if years else ""
        raise ExitError(T("There is no {årshjul} for {year}. {known}", year=str(wanted), known=known))
    if path is None:
        write(_drawn(wheel, lang, form or "text", session.style))
    else:
        write_file(path, _drawn(wheel, lang, form or _ENDINGS.get(path.suffix.lower(), "text"), Style()))
        write(f"{path}\n")
    return CLEAN


def _layer(name: str, layers: Layers, lang: Language, world: World) -> str:
    """Return the layer that a word names, in the user's words or in any language's."""
    known: dict[str, str] = {}
    words: tuple[Mapping[str, object], ...] = (world.config.terms, {})
    for spoken in (lang, *(Language(code, own, world.disciplines) for own in words for code in LANGUAGES)):
        for layer in layers.known:
            for plural in (True, False):
                known.setdefault(layer_word(spoken, layer, plural=plural).casefold(), layer)
    if name.casefold() in known:
        return known[name.casefold()]
    guess = nearest(name, known, cutoff=0.6)
    all_of_them = T("The layers are {layers}.", layers=", ".join(layer_word(lang, item) for item in layers.known))
    hint = T("Did you mean «{guess}»? {hint}", guess=guess, hint=all_of_them) if guess else all_of_them
    raise ExitError(T("«{word}» is no layer. {hint}", word=clean(name), hint=hint))


def _drawn(wheel: YearWheel, lang: Language, form: str, style: Style) -> str:
    match form:
        case "svg":
            return render_svg(wheel, lang)
        case "md":
            return render_markdown(wheel, lang)
    return render_screen(wheel, lang, style)
