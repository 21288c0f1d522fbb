"""What the modelling process can be asked to do, one task a file."""
