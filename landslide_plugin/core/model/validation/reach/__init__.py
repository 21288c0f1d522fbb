"""How scores change with the distance of a prediction, and with the number of landslides learnt from."""
