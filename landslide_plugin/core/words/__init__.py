"""What the plugin says, in the reader's language: templates, catalogues of them, and the language spoken now.

The code speaks English in f-strings. What leaves it, by a log, an error, a page or a figure, passes one of a few
doors, and there :func:`speaking.say` finds the template that the line was made from and fills its translation with
the same values.
"""
