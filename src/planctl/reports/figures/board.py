"""A board of cells with headers: each with the look of its tone or status, and a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planctl.i18n import Language, T
from planctl.model.picture import Board, Square, Words
from planctl.model.picture.board import MOST_COLUMNS, MOST_ROWS
from planctl.reports.figures import draw, looks
from planctl.reports.figures import picture_words as said
from planctl.reports.figures.figure import Figure
from planctl.svg.look import GRID, MUTED
from planctl.svg.metrics import BOLD

_NAMES = (190.0, 150.0)
_LINE, _LOWEST = 15.0, 40.0
_ROWS = T("The first {shown} of {total} rows are drawn.")
_COLUMNS = T("The first {shown} of {total} columns are drawn.")
_NARROW = 80.0
_EDGE = 7.0  # how much of a pattern is seen around words


def board_figure(board: Board, lang: Language, name: str) -> Figure | None:
    """Draw the cells of a board, and a legend of their looks above; None when no cell holds anything."""
    rows, columns = board.rows[:MOST_ROWS], board.columns[:MOST_COLUMNS]
    squares = [square for line in board.cells for square in line]
    if not rows or not columns or not any(square.words or square.look is not None for square in squares):
        return None
    parts, top = looks.legend(looks.keys(board.legend, (square.look for square in squares), lang))
    left = _NAMES[len(columns) > 6] + 10
    pitch = (draw.WIDTH - left) / len(columns)
    top += 4
    heads, listed = _heads(columns, pitch, lang)
    high = 8 + 16 * max(map(len, heads))
    if board.corner:
        parts.append(draw.text(0, top + high - 8, draw.short(lang.show(board.corner), left - 16), fill=MUTED))
    for column, head in enumerate(heads):
        for number, line in enumerate(head):
            y = top + high - 8 - (len(head) - 1 - number) * 16
            parts.append(draw.text(left + (column + 0.5) * pitch, y, line, anchor="middle", bold=True))
    top += high
    for row, cells in zip(rows, board.cells, strict=False):
        drawn, height = _row(row, cells[: len(columns)], lang, (left, top), pitch)
        parts.extend(drawn)
        top += height
    left_out = said.sentences(
        said.left_out(_ROWS, len(rows), len(board.rows), lang),
        said.left_out(_COLUMNS, len(columns), len(board.columns), lang),
    )
    height = said.footnote(parts, said.sentences(listed, left_out), top)
    told = draw.Told(lang(board.title), said.sentences(lang(board.told), left_out), " ".join(_details(board, lang)))
    return draw.figure(name, (draw.WIDTH, height + 2), told, lang, parts)


def _heads(columns: Sequence[Words], pitch: float, lang: Language) -> tuple[list[list[str]], str]:
    """Break the headers of the columns; where one is too long they are numbers, that are told of below."""
    heads = [draw.lines(lang.show(head), (pitch - 8) / BOLD, most=3) for head in columns]
    if not any(head[-1].endswith("…") for head in heads):
        return heads, ""
    listed = ", ".join(f"{number} {said.name(lang, head)}" for number, head in enumerate(columns, 1))
    return [[str(number)] for number in range(1, len(columns) + 1)], f"{listed}."


def _row(
    name: Words, line: Sequence[Square], lang: Language, at: tuple[float, float], pitch: float
) -> tuple[list[str], float]:
    left, top = at
    words = [_lines(square, pitch, lang) for square in line]
    height = max(_LOWEST, 16 + _LINE * max(map(len, words), default=0))
    room = left - 12
    parts = [draw.block(0, top + height / 2, draw.lines(lang.show(name), room, draw.TEXT), draw.TEXT, room=room)]
    for column, (square, rows) in enumerate(zip(line, words, strict=True)):
        parts.extend(_square(square, rows, (left + column * pitch, top), (pitch, height)))
    return parts, height


def _lines(square: Square, pitch: float, lang: Language) -> list[str]:
    """Break the words of a cell; in a narrow one they stand whole or not at all."""
    found = draw.lines(lang.show(square.words), pitch - 2 * _EDGE - 12, most=3) if square.words else []
    return [] if found and pitch < _NARROW and found[-1].endswith("…") else found


def _square(square: Square, rows: Sequence[str], at: tuple[float, float], size: tuple[float, float]) -> Iterator[str]:
    x, y, width, height = at[0] + 1.5, at[1] + 1.5, size[0] - 3, size[1] - 3
    if square.look is None:
        yield draw.rect(x, y, width, height, "#fff", stroke=GRID)
    else:
        yield looks.SURFACES[square.look].draw(x, y, width, height)
        yield looks.mark(square.look, x + width - 8, y + 8, 3.6)
    if not rows:
        return
    if square.look is not None and square.look not in looks.TONES:
        yield draw.rect(x + _EDGE, y + 4, width - 2 * _EDGE, height - 8, "#fff", round_=2)
    for number, line in enumerate(rows):
        baseline = y + height / 2 + 4.7 - (len(rows) - 1) * _LINE / 2 + number * _LINE
        yield draw.text(x + width / 2, baseline, line, anchor="middle")


def _details(board: Board, lang: Language) -> Iterator[str]:
    used = (square.look for line in board.cells for square in line)
    words = looks.meanings(board.legend, used, lang)
    for row, line in zip(board.rows, board.cells, strict=False):
        told = []
        for column, square in zip(board.columns, line, strict=False):
            held = [words.get(square.look, "") if square.look is not None else "", said.name(lang, square.words)]
            if any(held):
                told.append(f"{said.name(lang, column)}: {', '.join(filter(None, held))}")
        if told:
            yield f"{said.name(lang, row)} – {'; '.join(told)}."
