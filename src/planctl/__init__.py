"""planctl keeps a Norwegian municipality's plans as plain text and proves the rød tråd."""

__version__ = "0.1.0"
