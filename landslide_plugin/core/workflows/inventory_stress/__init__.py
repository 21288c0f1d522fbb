"""How far a model and its map hang on the quality of the inventory."""
