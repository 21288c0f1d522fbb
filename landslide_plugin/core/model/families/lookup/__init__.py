"""Trees prepared for many rows: which leaf each row reaches, by whole arrays."""
