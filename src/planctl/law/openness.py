"""What exempts a text from public access: the paragraphs of law that a `hjemmel` names.

Offentleglova §§ 13–27 (chapter 3) hold the exemptions from the right of access. Other acts may also bind, as the duty
of secrecy in forvaltningsloven § 13; whether they do is not judged.
"""

from __future__ import annotations

import re

EXEMPT = "unntatt"
"""What is said in the place of a text that is left out, before the paragraph that exempts it."""
FIRST, LAST = 13, 27
"""The paragraphs of offentleglova that exempt something."""

_OPENNESS = "offl."
_SHORT = {
    _OPENNESS: r"off\.?l\.?|offentlegl(?:ova|ov)|offentlegheitslova|offentlighets?lo(?:ven|va|v)|offentliglova",
    "fvl.": r"fvl\.?|forvaltningslo(?:ven|va|v)",
    "koml.": r"koml\.?|kommunelo(?:ven|va|v)",
    "sikkl.": r"sikkl\.?|sikkerhetslo(?:ven|v)|tryggingslova",
}
_SIGN = r"(?:§§?|paragraf)\s*"
_NUMBER = r"(\d{1,3}(?:-\d{1,3})?(?:\s?[a-z](?![a-zæøå]))?)"
_LAW = "|".join(f"(?P<l{index}>{words})" for index, words in enumerate(_SHORT.values()))
_CITED = rf"(?<!\w)(?:{_LAW}|(?P<other>[a-zæøå]+(?:lo(?:ven|va)|l\.)))\s*,?\s*{_SIGN}{_NUMBER}"
"""An act and a paragraph of it, as «offl § 14» or «kommuneloven § 11-5»; compiled where something is exempt."""


def cited(hjemmel: object) -> list[tuple[str, str]]:
    """Give the paragraphs that a text names, each as the act's short name and the number."""
    found = []
    for match in re.finditer(_CITED, hjemmel if isinstance(hjemmel, str) else "", re.IGNORECASE):
        short = next((name for index, name in enumerate(_SHORT) if match[f"l{index}"]), None)
        found.append((short or str(match["other"]).lower(), match[match.lastindex or 0].replace(" ", "").lower()))
    return found


def exempts(paragraph: tuple[str, str]) -> bool:
    """Tell whether a paragraph may exempt something: in offentleglova one of chapter 3, in other acts any."""
    act, number = paragraph
    return act != _OPENNESS or FIRST <= int(re.split(r"\D", number)[0]) <= LAST


def exempt_by(hjemmel: object) -> str:
    """Say that a text is left out, and by which paragraphs: «unntatt, offl. § 14»; nothing else of what is written."""
    rows = dict.fromkeys(f"{act} § {number}" for act, number in cited(hjemmel))
    return ", jf. ".join([", ".join([EXEMPT, *list(rows)[:1]]), *list(rows)[1:]])
