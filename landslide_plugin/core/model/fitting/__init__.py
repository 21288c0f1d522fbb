"""How families are fitted: preparation, ensembles, trees, priors."""
