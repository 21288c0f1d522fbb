"""What the desktop alone has: the menu and the guide; known by the plugin object only."""
