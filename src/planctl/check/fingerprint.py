"""A diagnostic's fingerprint: the same after lines have moved, different for a new finding.

It is made of the code, the record's id (the path where there is none), the field, the offending
text, and an ordinal among findings that are alike in all of these; never of a line number. One that stands
for many more holds their number too, so that one more of them is a new finding.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable

from planctl.findings.diagnostic import Diagnostic


def fingerprints(
    diagnostics: Iterable[Diagnostic], text_at: Callable[[Diagnostic], str]
) -> list[tuple[Diagnostic, str]]:
    """Give each diagnostic its fingerprint: 16 hexadecimal digits."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for item in diagnostics:
        more = (str(item.more),) if item.more else ()
        key = (item.code, item.record or item.location.path, item.field or "", text_at(item), *more)
        seen[key] += 1
        digest = hashlib.sha256("\x1f".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"))
        found.append((item, digest.hexdigest()[:16]))
    return found
