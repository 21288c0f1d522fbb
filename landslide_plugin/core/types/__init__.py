"""What travels between the parts: grids, factors, profiles, scenarios. No files, no science."""
