"""What developers run: set-up, checks, documentation, shipping, the demo."""
