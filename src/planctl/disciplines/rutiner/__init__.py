"""The felles ledelsessystem: the routines in its seven chapters, with owner, approval and next review."""
