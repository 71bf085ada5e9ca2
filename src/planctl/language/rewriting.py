"""Proposals: a goal's or strategy's start in the right form, where writing it is safe.

A proposal is made only of a text that nothing was set aside in (quotations, brackets), and only when the
whole of it would pass the rules itself.
"""

from __future__ import annotations

from planctl.language.clause import Clause, Form, main_clause
from planctl.language.goals import activity
from planctl.language.lexicon import COORDINATORS, SUBORDINATORS, Verbs, verbs, wordset
from planctl.language.text import holds_whole, running
from planctl.values import dataclass

_SHOWN = 60
_UNSAFE = wordset(", og eller å kunne måtte ville skulle")
_STRONG = {"ha": "har", "bli": "blir", "få": "får", "gå": "går", "gi": "gir", "ta": "tar", "stå": "står"}
_WISHES = wordset("ønske ønskje ynskje håpe vone planlegge planleggje")
_NO_PROMISES = _WISHES | wordset(
    "trenge trengje mangle mangla måtte kunne ville burde skulle vite synes synest mene meine tro tru savne sakne "
    "frykte anta forvente forvente vente like eie eige ane kjenne kjenne se sjå høre høyre oppleve slippe sleppe "
    "merke føle tilhøre tilhøyre bestå behøve avhenge skyldes hete heite ligge liggje trives trivast finnes"
)
"""Verbs that nobody can promise: «Vi skal trenge …», «Vi skal ønske …»."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to write (`better`), and the words of the title that it replaces."""

    better: str
    instead_of: str


def in_present(title: str, clause: Clause, language: str) -> Proposal | None:
    """Write a goal with «skal» in the present tense: «Asker skal være» → «Asker er»; None when it is not safe."""
    if clause.form is not Form.WILL or clause.verb != "skal" or not holds_whole(title, clause.words):
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
    written = [*clause.words[: clause.at], present, *tail[:first], *tail[first + 1 :]]
    read = main_clause(running(written), language)
    if read.form is not Form.PRESENT or activity(read) is not None:
        return None
    return Proposal(_shown(written), running(clause.words[: clause.at + 2]))


def as_promise(title: str, clause: Clause, language: str) -> str | None:
    """Write a strategy with «skal»: «Styrke …» → «Vi skal styrke …»; None when it is not safe."""
    if not holds_whole(title, clause.words):
        return None
    known = verbs(language)
    if clause.form is Form.INFINITIVE and clause.at == 0:
        start, infinitive = ["Vi", "skal"], clause.verb
    elif clause.form is Form.PRESENT and clause.at == 1 and clause.words[0].lower() in {"vi", "kommunen"}:
        start, infinitive = [clause.words[0], "skal"], _infinitive_of(clause.verb, known)
    else:
        return None
    rest = list(clause.words[clause.at + 1 :])
    if "å" in rest and _only_meant(infinitive, rest, clause):
        meant = rest[rest.index("å") + 1 :]
        infinitive, rest = "".join(meant[:1]), meant[1:]
    following = _all_infinitive(rest, known)
    if infinitive not in known.infinitives or infinitive in _NO_PROMISES or following is None:
        return None
    written = [*start, infinitive, *following]
    return _shown(written) if main_clause(running(written), language).form is Form.WILL else None


def _only_meant(infinitive: str, rest: list[str], clause: Clause) -> bool:
    """Tell whether what is promised stands after «å»: «Vi ønsker å bygge», «Vi har som mål å bygge»."""
    return rest[0] == "å" if infinitive in _WISHES else infinitive in {"ha", "ta"} and activity(clause) is not None


def _infinitive_of(present: str, known: Verbs) -> str:
    """Return the infinitive of a present tense, empty when it is unknown."""
    strong = {form: infinitive for infinitive, form in _STRONG.items()}
    return next((word for word, form in known.present_of.items() if form == present), strong.get(present, ""))


def _all_infinitive(rest: list[str], known: Verbs) -> list[str] | None:
    """Write the verbs joined to the first as infinitives too: «… og tar hensyn» → «… og ta hensyn».

    None when that is not safe: a verb that is not right after the joint, that may be a noun, or that may
    belong to a subordinate clause.
    """
    low = [word.lower() for word in rest]
    nested = next((i for i, word in enumerate(low) if word in SUBORDINATORS or word == "så"), len(low))
    written = list(rest)
    for i, word in enumerate(low):
        if word not in known.present or word in known.infinitives or rest[i][0].isupper():
            continue
        joined = i > 0 and low[i - 1] in (COORDINATORS | {","})
        infinitive = _infinitive_of(word, known)
        if word in known.unsure and i != 1:
            if joined:
                return None
        elif i < nested and joined and infinitive:
            written[i] = infinitive
        elif i < nested or joined:
            return None
    return written


def _shown(tokens: list[str]) -> str:
    """Write words as running text again, and cut a long sentence short."""
    text = running(tokens)
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0].rstrip(",") + " …"
