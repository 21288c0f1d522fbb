"""The fuller measuring protocols of ``make study``."""
