"""The repository's settings: planctl.yaml as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planctl.config import FORMAT, Config, read_config
from planctl.findings.capped import capped
from planctl.findings.diagnostic import Finding
from planctl.i18n import T
from planctl.load.files.globs import is_glob
from planctl.load.files.tree import CONFIG_NAME, Listing, Tree
from planctl.load.reading import read_data
from planctl.load.schema.annotations import Layouts, Reader, Ref
from planctl.load.schema.schema_book import CONFIG_TYPE, SchemaBook
from planctl.load.schema.schema_check import schema_findings
from planctl.load.yaml.positions import Locator
from planctl.source import START, Place, Pointer

_FATAL = "902"


def load_settings(
    tree: Tree, book: SchemaBook, layouts: Layouts, locator: Locator, listing: Listing
) -> tuple[Config, list[Ref], list[Finding]]:
    """Read planctl.yaml, with its references and what is wrong with it; defaults where it cannot be used (902)."""
    entry = next((item for item in listing.files if item.path == CONFIG_NAME), None)
    if entry is None:
        return Config(), [], []
    data, findings = read_data(tree, entry)
    if data is None and findings:
        return Config(), [], [replace(item, code=_FATAL) for item in findings]
    if not isinstance(data, dict):
        hint = T("Write «format: 1» on the first line, and the settings below it.")
        message = T("planctl.yaml holds no settings")
        return Config(), [], [Finding(_FATAL, Place(CONFIG_NAME, START), message, hint)]
    version = data.get("format")
    if isinstance(version, int) and version > FORMAT:
        place = Place(CONFIG_NAME, ("format",))
        words = T(
            "The plans are written in format {version}, but this planctl reads format {known}",
            version=version,
            known=FORMAT,
        )
        return Config(), [], [Finding(_FATAL, place, words, T("Install a newer planctl."), field="format")]
    findings += schema_findings(book, CONFIG_TYPE, CONFIG_NAME, data, locator)
    reader = Reader(CONFIG_NAME)
    reader.read(data, layouts.of(CONFIG_TYPE))
    config = read_config(data)
    return config, reader.refs, list(capped([*findings, *_bad_globs(config)]))


def _bad_globs(config: Config) -> Iterator[Finding]:
    written: list[tuple[str, Pointer, str]] = [
        (glob, ("utelat", index), "utelat") for index, glob in enumerate(config.excluded)
    ]
    written += [(glob, ("regler", "per_sti", glob), "per_sti") for glob, _ in config.per_path]
    for glob, pointer, name in written:
        if not is_glob(glob):
            message = T("«{glob}» is no pattern for files", glob=glob)
            hint = T('Write a path, where * stands for any name and ** for any folders, as in "arkiv/**".')
            yield Finding("104", Place(CONFIG_NAME, pointer, key=name == "per_sti"), message, hint, field=name)
