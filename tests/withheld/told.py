"""What the tests of this folder share: the commands of everyday, and whether what they say tells the planted word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from planted import WORD

from git_support import Repo
from planctl.output.formats import FINDING_FORMATS

_CHECKS = tuple(f"validate --format {name}" for name in ("text", *FINDING_FORMATS))
SUBJECT = "kvelstad"
"""Stands in what the commits are called: it is left out where the history of what is exempt is told."""
Call = Callable[[str], str]
COMMON = (
    *_CHECKS, "validate --diff", "validate --diff --unsafe-fixes", "validate --lang nn", "validate --lang en --color",
    "validate --select 1,2,3,4,5,6,7,8,9", "list", "list --format json", "list --format csv", "list --open", "list tiltak --due 2022-01-01",
    "list vedtak --format csv", "list --postponed", "list --postponed --format json", "list --postponed --format csv", "status",
    "diff", "show vr2021", "show vp2021-veg", "show vr2021.v2", "show veg", "show rapporter/veg.yaml", "show r2021-veg", "trace klima.d1",
    "trace hp2021.o1", "trace fn:13", "history vr2021", "history vp2021-veg", "history r2021-veg", "history --goalposts", "codeowners",
    "calendar", "calendar --layer frister,årshjul", "calendar --format md --layer frister", "calendar --format svg --layer frister",
    "baseline write --out ../known.json", "rules", "explain 804", "schema", "template list", "template check", "--help",
    "textconv vedtak/2021.yaml", "textconv virksomhetsplaner/veg.yaml", "textconv rapporter/veg.yaml", "textconv vedtak/csv.csv",
)  # fmt: skip


def repo_of(folder: Path, *steps: Mapping[str, str | None]) -> Repo:
    """Make a repository of some commits."""
    repo = Repo(folder / "plan", {})
    for number, step in enumerate(steps):
        repo.write(dict(step))
        repo.commit(f"Endring {number} {SUBJECT}")
    return repo


def written(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of every file under a folder, and of what is packed in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            if zipfile.is_zipfile(io.BytesIO(data)):
                with zipfile.ZipFile(io.BytesIO(data)) as packed:
                    yield from (
                        (f"{path.name}/{name}", packed.read(name).decode("utf-8", "replace"))
                        for name in packed.namelist()
                    )
            else:
                yield path.name, data.decode("utf-8", "replace")


def tells(text: str) -> bool:
    return WORD in text.casefold()


def telling(told: Mapping[str, str]) -> dict[str, str]:
    """Give the commands that tell the word, each with what stands around it."""
    return {command: around(text) for command, text in told.items() if tells(text)}


def around(text: str) -> str:
    """Show where the word stands in a text."""
    at = text.casefold().index(WORD)
    return text[max(0, at - 200) : at + 60]
