"""Processing algorithms: parameters in, one call of the core, layers out."""
