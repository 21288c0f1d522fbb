"""What a model listens to: responses, attribution by groups of factors, soil layers."""
