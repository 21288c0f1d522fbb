"""The command that maps on a cluster: ``python -m landslide_plugin.core.cluster``."""
