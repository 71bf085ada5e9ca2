"""Proposals: a goal's or strategy's start in the right form, where writing it is safe."""

from __future__ import annotations

from planctl.language.clause import Clause, Form
from planctl.language.lexicon import verbs, wordset

_SHOWN = 60
_UNSAFE = wordset(", og eller å kunne måtte ville skulle")
_STRONG = {"ha": "har", "bli": "blir", "få": "får", "gå": "går", "gi": "gir", "ta": "tar", "stå": "står"}


def in_present(clause: Clause, language: str) -> str | None:
    """Write a goal with «skal» in the present tense: «Asker skal være» → «Asker er»; None when it is not safe."""
    if clause.form is not Form.WILL or clause.verb != "skal":
        return None
    tail = clause.words[clause.at + 1 :]
    low = [word.lower() for word in tail]
    known = verbs(language)
    found = [i for i, word in enumerate(low) if word in known.infinitives and (i == 0 or low[i - 1] != "å")]
    if not found or found[0] > 4 or any(low[i - 1] in {"og", "eller", ","} for i in found[1:]):
        return None
    first = found[0]
    present = known.present_of.get(low[first]) or _STRONG.get(low[first])
    if present is None or any(word in _UNSAFE or word.endswith(("es", "ast")) for word in low[: first + 1]):
        return None
    return _shown([*clause.words[: clause.at], present, *tail[:first], *tail[first + 1 :]])


def as_promise(clause: Clause, language: str) -> str | None:
    """Write a strategy with «skal»: «Styrke …» → «Vi skal styrke …»; None when it is not safe."""
    if clause.form is Form.INFINITIVE and clause.at == 0:
        return _shown(["Vi", "skal", clause.verb, *clause.words[1:]])
    if clause.form is not Form.PRESENT or clause.at != 1 or clause.words[0].lower() not in {"vi", "kommunen"}:
        return None
    known = verbs(language).present_of
    infinitive = next((word for word, form in known.items() if form == clause.verb), None)
    return _shown([clause.words[0], "skal", infinitive, *clause.words[2:]]) if infinitive else None


def _shown(tokens: list[str]) -> str:
    """Join words again, and cut a long sentence short."""
    text = " ".join(tokens)
    for mark in ",;:!?":
        text = text.replace(f" {mark}", mark)
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0].rstrip(",") + " …"
