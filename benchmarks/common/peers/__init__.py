"""Other programs, asked the same questions."""
