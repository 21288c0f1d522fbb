"""Time of landlab's probability of failure per node; run by a Python that has landlab, prints one number (s).

``python landlab_probability.py <rows> <draws>``
"""

import sys
import time

import numpy as np
from landlab import RasterModelGrid
from landlab.components import LandslideProbability


def main(rows: int, draws: int) -> float:
    """Seconds per core node."""
    grid = RasterModelGrid((rows, rows), xy_spacing=10.0)
    rng = np.random.default_rng(1)
    count = grid.number_of_nodes
    fields = {
        "topographic__slope": rng.uniform(0.2, 1.0, count),
        "topographic__specific_contributing_area": rng.uniform(10, 1000, count),
        "soil__transmissivity": np.full(count, 15.0),
        "soil__saturated_hydraulic_conductivity": np.full(count, 10.0),
        "soil__mode_total_cohesion": np.full(count, 5000.0),
        "soil__minimum_total_cohesion": np.full(count, 2500.0),
        "soil__maximum_total_cohesion": np.full(count, 8000.0),
        "soil__internal_friction_angle": np.full(count, 30.0),
        "soil__density": np.full(count, 2000.0),
        "soil__thickness": np.full(count, 1.5),
    }
    for name, values in fields.items():
        grid.add_field(name, values, at="node")
    component = LandslideProbability(grid, number_of_iterations=draws)
    started = time.process_time()
    component.calculate_landslide_probability()
    return (time.process_time() - started) / len(grid.core_nodes)


if __name__ == "__main__":
    print(main(int(sys.argv[1]), int(sys.argv[2])))
