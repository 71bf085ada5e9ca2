"""Days, periods and numbers of a recount, written as a Norwegian report writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
)  # fmt: skip
PARTS = {"T": (4, "tertial"), "Q": (3, "kvartal"), "H": (6, "halvår")}
SINGULARS = {
    "ledelsens-gjennomgang": "ledelsens gjennomgang", "lida": "langsiktig analyse", "lokalt-forhold": "lokalt forhold",
    "modenhet": "modenhetsvurdering", "observatorieplass": "plass", "u4ssc": "U4SSC-oversikt",
    "u4ssc-element": "U4SSC-element", "vesentlighet": "vurdering",
}  # fmt: skip
PLURALS = {
    "enhet": "enheter", "virksomhetsplan": "virksomhetsplaner", "indikator": "indikatorer", "rapportering": "rapporteringer",
    "måling": "målinger", "strategi": "strategier", "handlingsregel": "handlingsregler",
    "satsingsområde": "satsingsområder", "avtale": "avtaler", "egenkontroll": "egenkontroller",
    "fullmakt": "fullmakter", "gevinst": "gevinster", "innovasjon": "innovasjoner", "forenkling": "forenklinger",
    "internkontroll": "internkontroller", "kontrakt": "kontrakter", "lederdialog": "lederdialoger", "program": "programmer",
    "prosjekt": "prosjekter", "revisjon": "revisjoner", "rutine": "rutiner", "samskaping": "samskapinger",
    "selskap": "selskaper", "undersøkelse": "undersøkelser", "øvelse": "øvelser", "høring": "høringer",
    "medvirkningsmøte": "medvirkningsmøter", "observatorieplass": "plasser", "modenhet": "modenhetsvurderinger",
    "føring": "føringer", "lida": "langsiktige analyser", "lokalt-forhold": "lokale forhold",
    "planprogram": "planprogrammer", "u4ssc-element": "U4SSC-elementer", "u4ssc": "U4SSC-oversikter",
    "vesentlighetsanalyse": "vesentlighetsanalyser", "vesentlighet": "vurderinger",
    "ledelsens-gjennomgang": "ledelsens gjennomganger", "lovgjennomgang": "lovgjennomganger", "innsatsområde": "innsatsområder", "risiko": "risikoer",
}  # fmt: skip


def last_of_month(year: int, month: int) -> dt.date:
    """Return the last day of a month; months go on over the year's end."""
    year, month = year + month // 12, month % 12
    return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def span(text: object) -> tuple[dt.date, dt.date] | None:
    """Read a period or frist as its first and last day: a year, years, a part of one, a month or a day."""
    year, _, part = str(text or "").partition("-")
    if not year.isdigit():
        return None
    if not part or (part.isdigit() and len(part) == 4):
        return dt.date(int(year), 1, 1), dt.date(int(part or year), 12, 31)
    if part[0] in PARTS:
        months = PARTS[part[0]][0]
        last = int(part[1]) * months
        return dt.date(int(year), last - months + 1, 1), last_of_month(int(year), last)
    if "-" in part:
        day = dt.date.fromisoformat(str(text))
        return day, day
    return dt.date(int(year), int(part), 1), last_of_month(int(year), int(part))


def last_day(text: object) -> dt.date | None:
    """Return the last day of a period or frist."""
    found = span(text)
    return found[1] if found else None


def period(text: str) -> str:
    """Say a period: `2. tertial 2021`, `august 2021`, `2020`."""
    year, _, part = text.partition("-")
    if len(part) != 2:
        return text
    return f"{part[1]}. {PARTS[part[0]][1]} {year}" if part[0] in PARTS else f"{MONTHS[int(part) - 1]} {year}"


def long(day: dt.date) -> str:
    """Write a day: `31. august 2021`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def short(day: dt.date | None) -> str:
    """Write a day for a column: `31.08.2021`."""
    return f"{day.day:02}.{day.month:02}.{day.year}" if day else "–"


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """Round half away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def number(value: Decimal | int | None, places: int = 0) -> str:
    """Write a number: `−12 300`, `4,9`."""
    if value is None:
        return "–"
    shown = rounded(Decimal(value), places)
    text = f"{abs(shown):,.{places}f}".replace(",", " ").replace(".", ",")
    return f"−{text}" if shown < 0 else text


def kroner(value: int | None) -> str:
    """Write a sum in 1000 kr as a sentence has it: `41,6 mill. kroner`, `700 000 kroner`."""
    if value is not None and abs(value) >= 1000:
        return f"{number(Decimal(value) / 1000, 1)} mill. kroner"
    return f"{number((value or 0) * 1000)} kroner"


def share(part: int | None, whole: int | None, places: int = 0) -> str:
    """Write how many per cent a part is of a whole."""
    return "–" if part is None or not whole else f"{number(Decimal(part) * 100 / abs(whole), places)} %"


def counted(count: int, kind: str) -> str:
    """Write a count of records: `1 indikator`, `3 indikatorer`, `3 tiltak`."""
    return f"{count} {(SINGULARS if count == 1 else PLURALS).get(kind, kind)}"


def listing(names: Iterable[str]) -> str:
    """Join names: `a, b og c`."""
    *most, last = names
    return f"{', '.join(most)} og {last}" if most else last


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def running(name: str) -> str:
    """Write a body's name inside a sentence: `kommunestyret`, but `NAV`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def folded(text: str) -> str:
    """Write a text on one line."""
    return text.strip().replace("\n", " ")
