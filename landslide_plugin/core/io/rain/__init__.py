"""Rain from files: raster stacks over time, gauges, and tables of series."""

from .clock import RainReading as RainReading
from .opening import open_rain_stack as open_rain_stack
from .stack import RainStack as RainStack
