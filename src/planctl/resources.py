"""Where the shipped data lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def schemas_dir() -> Path:
    """Folder of the JSON Schemas."""
    return _shipped("schemas")


def templates_dir() -> Path:
    """Folder of the Jinja templates."""
    return _shipped("templates")


def locales_dir() -> Path:
    """Folder of the message catalogues and the glossary."""
    return _PACKAGE / "locales"


def data_dir() -> Path:
    """Folder of the reference data, such as FN's goals."""
    return _PACKAGE / "data"
