"""The chapter of the record: limits, checks, inputs, provenance."""
