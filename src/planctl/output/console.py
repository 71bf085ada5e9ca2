"""Tables and trees for a terminal, drawn by rich and given back as text."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from planctl.output.clean import clean
from planctl.output.style import Style

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text


def draw(style: Style, *items: RenderableType) -> str:
    """Draw items one below the other, no line wider than the style's width."""
    from rich.console import Console

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=style.width,
        color_system="standard" if style.colour else None,
        force_terminal=style.colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for item in items:
        console.print(item)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def words(text: str, look: str = "") -> Text:
    """Make text that rich takes literally: cleaned, and never read as markup."""
    from rich.text import Text

    return Text(clean(text), style=look, overflow="fold")


def join(*parts: Text, by: str = " ") -> Text:
    """Join texts by a space or what else is wanted, such as a line break, the empty ones left out."""
    from rich.text import Text

    return Text(by, overflow="fold").join(part for part in parts if part)


def table(*headers: str, right: tuple[int, ...] = (), whole: tuple[int, ...] = ()) -> Table:
    """Make an empty table; columns in `right` hold numbers, those in `whole` are not wrapped."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), show_edge=False)
    for index, header in enumerate(headers):
        made.add_column(
            words(header, "bold"),
            justify="right" if index in right else "left",
            no_wrap=index in whole,
            overflow="fold",
        )
    return made


def pairs(rows: list[tuple[str, Text]], label_width: int = 20) -> Table:
    """Make a borderless table of labels and values."""
    from rich.table import Table

    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(width=label_width, overflow="fold")
    made.add_column(overflow="fold")
    for label, value in rows:
        made.add_row(words(label, "bold"), value)
    return made
