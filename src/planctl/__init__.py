"""planctl keeps a Norwegian municipality's plans as plain text and proves the rød tråd."""

DISTRIBUTION = "planctl-kommune"
"""The name of the distribution. Only the command and the package are called planctl: another program has that name."""

__version__ = "0.1.0"
