"""Tutorials followed by hand: each step of a page in the dialogs of QGIS, and what page and screen say differently."""
