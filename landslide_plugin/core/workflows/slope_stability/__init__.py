"""From rasters of slope and soil to rasters of the factor of safety."""
