"""The felles ledelsessystem: the routines in its seven chapters, with owner, approval and next review."""

JUDGES = ("rutine",)
"""The kinds of records without which its rules have nothing to say."""
