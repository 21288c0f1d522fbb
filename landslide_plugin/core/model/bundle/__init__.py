"""A trained model as a readable folder: its parts, files, calibration and background."""
