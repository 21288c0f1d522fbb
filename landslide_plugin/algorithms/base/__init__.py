"""What every algorithm stands on: parameters into values, outputs, choices, help, the modelling process."""
