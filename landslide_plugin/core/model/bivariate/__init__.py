"""Bivariate methods: classes of factors, their densities of landslides, and the log odds made of them."""
