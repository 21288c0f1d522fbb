"""How results come to their place: whole or not at all, and never over what is somebody else's."""
