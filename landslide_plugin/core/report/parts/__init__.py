"""One file a section: the figures it draws and the words around them."""
