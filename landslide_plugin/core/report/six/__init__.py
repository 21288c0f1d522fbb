"""The figure of six panels: where each stands, and what it draws."""
