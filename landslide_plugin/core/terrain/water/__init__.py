"""Water over terrain: depressions, directions, flats, flow, streams, wetness."""
