"""The disciplines of this package: one."""
