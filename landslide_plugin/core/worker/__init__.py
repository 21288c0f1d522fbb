"""The modelling process and the client that starts it, speaks to it and ends it."""
