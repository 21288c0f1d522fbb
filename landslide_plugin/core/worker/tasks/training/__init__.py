"""A training from its job on, and what of it a second process does: folds, members of networks, the check in Keras."""
