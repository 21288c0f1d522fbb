"""Judging a finished map by landslides: ranks counted in bounded memory, intervals by blocks, limits of classes."""
