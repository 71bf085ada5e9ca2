"""Fullmakt: which authority is delegated, by whom and to whom, and who may own what needs one."""

JUDGES = ("fullmakt",)
"""The kinds of records without which its rules have nothing to say."""
