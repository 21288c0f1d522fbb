"""Rain that did not fall: a storm scaled or shifted, or a design storm over the area, as a stack that maps take."""
