"""How an algorithm is laid out in its dialog, told without a dialog: rows, headings, outputs by choice."""
