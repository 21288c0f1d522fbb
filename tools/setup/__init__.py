"""System packages and environments."""
