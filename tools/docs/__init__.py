"""Documentation and its pictures."""
