"""The event model: where landslides are likely, given the rain of a storm as a series."""
