"""The kinds of map: what each shows, how it is made and how it looks; one file a family, one entry a kind."""
