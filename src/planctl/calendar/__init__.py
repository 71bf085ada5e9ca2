"""The year wheel (årshjul): activities of one year as a picture, a table and a screen."""

from __future__ import annotations

from planctl.calendar.screen import render_screen
from planctl.calendar.svg import render_svg
from planctl.calendar.table import render_markdown
from planctl.calendar.view import Activity, YearWheel, numbered

__all__ = ["Activity", "YearWheel", "numbered", "render_markdown", "render_screen", "render_svg"]
