"""Seeded hostile cases over every algorithm, with the fingerprints of all that is the user's before and after."""
