"""Fullmakt: which authority is delegated, by whom and to whom, and who may own what needs one."""

PLACE = 160
"""Its place among the disciplines, in reports and in `planctl status`: the lowest is told of first."""
JUDGES = ("fullmakt",)
"""The kinds of records without which its rules have nothing to say."""
