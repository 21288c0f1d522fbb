"""Algorithms that train and compare models, and set up what that needs."""
