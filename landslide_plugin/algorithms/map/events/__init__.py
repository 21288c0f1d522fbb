"""Maps of events: frames that the temporal controller plays."""
