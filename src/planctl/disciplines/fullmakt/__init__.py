"""Fullmakt: which authority is delegated, by whom and to whom, and who may own what needs one."""
