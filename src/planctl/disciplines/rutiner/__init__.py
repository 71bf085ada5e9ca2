"""The felles ledelsessystem: the routines in its seven chapters, with owner, approval and next review."""

PLACE = 70
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("rutine",)
"""The kinds of records without which its rules have nothing to say."""
