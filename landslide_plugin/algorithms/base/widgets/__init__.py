"""Fields of our own in the dialogs."""
