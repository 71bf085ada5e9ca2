"""Values: data that nobody changes once they are made.

`@dataclass(frozen=True)` says so to the type checker, and `make lint` holds it in every line of planctl. Keeping it
once more while planctl runs would have a guard of attributes written, compiled and run for each class at each start,
which doubles what a class costs there: about a tenth of a whole `planctl validate` of a few files. So a class here is
hashed by its fields, as a frozen one is, and left unguarded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: Any) -> Any:
        """Make a class a dataclass; where it is to be frozen, its values are hashed by their fields."""

        def made(cls: type) -> type:
            by_fields = frozen and eq and "__hash__" not in cls.__dict__
            return dataclasses.dataclass(eq=eq, unsafe_hash=by_fields, match_args=False, **options)(cls)

        return made
