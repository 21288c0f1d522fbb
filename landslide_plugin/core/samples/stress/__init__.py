"""What may be wrong with an inventory: positions, landslides that are missing, and sizes that tell of it."""
