"""Layers that a run brought keep their CRS when the thread of the run has ended."""

from pathlib import Path

from tests.support.offscreen import told_by

SCRIPT = Path(__file__).with_name("crs_script.py")


def test_layers_keep_their_crs_when_the_thread_of_their_run_has_ended(tmp_path):
    layers = told_by(SCRIPT, str(tmp_path), seconds=90)
    algorithms = {name.split(":")[0] for name in layers}
    newer = {"exposure", "slopeunits", "unitfactors", "trainunits", "mapunits", "susceptibilitystudy"}
    assert newer <= algorithms
    assert len(algorithms) == 12, sorted(layers)
    assert {name: crs for name, (crs, wkt) in layers.items() if not (crs and wkt)} == {}
