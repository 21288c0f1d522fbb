"""Layers looked at before work begins: what is wrong and what to do."""
