"""The one entrance: a whole study by one algorithm, which knows the groups below it."""
