"""From a model of events, factors and rain to a map for every moment that is asked for."""
