"""Maps of expert judgement, for areas without an inventory."""
