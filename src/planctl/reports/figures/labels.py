"""What only figures say: statuses in the order of the bars, bands by their marks, deviations in words."""

from __future__ import annotations

from collections.abc import Mapping

from planctl.i18n import Language, Text
from planctl.model.bands import Band
from planctl.reports.rendering.phrases import number, percent
from planctl.reports.views.money import Money
from planctl.status_labels import WORDS

STATUS: Mapping[str, Text] = {
    status: WORDS[status]
    for status in (
        "fullført",
        "i rute",
        "ikke startet",
        "risiko",
        "forsinket",
        "satt på vent",
        "utgår",
        "ikke rapportert",
    )
}
"""The statuses in the order of the bars: what goes well first."""

BAND: Mapping[Band, str] = {"ønsket": "●", "akseptert": "▲", "ikke_godkjent": "■"}
"""Each band's mark."""


def band_words(lang: Language, band: Band) -> str:
    """Name a band without its mark, which a figure draws."""
    return lang(WORDS[band]).removeprefix(BAND[band]).strip()


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def deviation(lang: Language, money: Money) -> str:
    """Say a deviation in words: `merforbruk 33 800 (1,9 %)`."""
    kroner, share = money.deviation, money.share
    if kroner is None:
        return lang("figures are missing")
    if kroner == 0:
        return lang("in balance")
    amount = number(lang, abs(kroner))
    if share is not None:
        amount += f" ({percent(lang, abs(share), 1)})"
    return lang("overspend {amount}", amount=amount) if kroner < 0 else lang("underspend {amount}", amount=amount)
