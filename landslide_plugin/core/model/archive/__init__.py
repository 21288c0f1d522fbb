"""What a bundle records of its training: facts, zoning, samples, typical cells."""
