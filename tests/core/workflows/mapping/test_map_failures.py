"""Maps that cannot be finished leave every target as it was; maps of unlike ground are not silent."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import DiskSpaceError
from landslide_plugin.core.evaluation.applicability import Applicability
from landslide_plugin.core.io.raster import RasterSource, crs_name, crs_wkt
from landslide_plugin.core.model.bundle.standard_inputs import standard_inputs
from landslide_plugin.core.progress import Progress
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tests.support.maps import NAMES, draw, grid, read, write_factors
from tools.check.house import REPOSITORY
from tools.check.random_bundle import random_bundle, random_cells

SCRIPT = """
import resource, sys
from pathlib import Path
from landslide_plugin.core.errors import LandslideError
from landslide_plugin.core.workflows.mapping.request import MapOptions
from tools.check.random_bundle import random_bundle
from tests.support.maps import draw

limit = int(sys.argv[3])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
options = MapOptions(cloud_optimised=sys.argv[4] == "cloud")
try:
    draw(random_bundle(2, soil=False), sys.argv[1], Path(sys.argv[2]), options)
except LandslideError as error:
    print(error)
    sys.exit(1)
"""


def run(stack, folder, limit=0, layout="strips", before=()):
    command = [*before, sys.executable, "-c", SCRIPT, stack, str(folder), str(limit), layout]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False, text=True)


@pytest.fixture
def stack(tmp_path):
    return write_factors(tmp_path / "stack.tif", grid(300, 300))


def finished(folder):
    """A folder of maps with what is in each file."""
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.mark.parametrize("layout", ["strips", "cloud"])
def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_maps_alone(stack, tmp_path, layout):
    assert run(stack, tmp_path / "m").returncode == 0
    before = finished(tmp_path / "m")
    assert max(map(len, before.values())) > 200_000
    done = run(stack, tmp_path / "m", 200_000, layout)
    assert done.returncode == 1, done.stderr
    assert "cannot be written" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert finished(tmp_path / "m") == before


def test_a_copy_that_fails_replaces_none_of_the_targets(tmp_path, monkeypatch):
    stack, made = write_factors(tmp_path / "s.tif", grid(40, 30)), []
    from landslide_plugin.core.io.raster import sink

    copy = sink.to_cloud_optimised

    def third_fails(*given: str) -> None:
        made.append(given)
        if len(made) == 3:
            raise DiskSpaceError("full")
        copy(*given)

    monkeypatch.setattr(sink, "to_cloud_optimised", third_fails)
    with pytest.raises(DiskSpaceError, match="full"):
        draw(random_bundle(soil=False), stack, tmp_path / "m", MapOptions(cloud_optimised=True))
    assert not list((tmp_path / "m").iterdir())


@pytest.mark.skipif(os.name != "posix" or not shutil.which("setpriv"), reason="needs setpriv")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_a_read_only_target_is_refused_and_kept(stack, tmp_path, what):
    folder = tmp_path / "m"
    folder.mkdir()
    (folder / "classes.tif").write_bytes(b"kept")
    (folder / "classes.tif").chmod(0o444)
    folder.chmod(0o555 if what == "folder" else 0o755)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    as_any_user = ["setpriv", "--bounding-set=-dac_override,-fowner", "--inh-caps=-all"] if root else []
    done = run(stack, folder, before=as_any_user)
    folder.chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert ("cannot be written" if what == "folder" else "classes.tif is read-only") in done.stdout
    assert finished(folder) == {"classes.tif": b"kept"}


def applicable(bundle):
    static, _ = random_cells(60, 5)
    inputs = standard_inputs(bundle.ensemble, static, None)
    return replace(
        bundle, applicability=Applicability.fit(inputs, np.ones(inputs.shape[1]), np.arange(60) % 3, 0)
    )


def warnings_of(bundle, stack, folder, **more):
    said = []
    draw(bundle, stack, folder, MapOptions(**more), Progress(warning=said.append))
    return said


def test_a_model_from_elsewhere_is_never_silently_wrong(tmp_path):
    bundle, on = applicable(random_bundle(soil=False)), grid(40, 30)
    near = write_factors(tmp_path / "near.tif", on)
    assert warnings_of(bundle, near, tmp_path / "near") == []
    zone = crs_wkt("EPSG:32645")
    there = {"crs_wkt": zone, "crs_name": crs_name(zone), "cell_size_m": 25.0}
    said = warnings_of(replace(bundle, facts=replace(bundle.facts, grid=there)), near, tmp_path / "zone")
    assert len(said) == 1
    assert "EPSG:32645" in said[0]
    assert "area of applicability" in said[0]
    with RasterSource(str(tmp_path / "zone" / "probability.tif")) as source:
        assert source.metadata["CRS"] == said[0]
    flat = replace(bundle, applicability=replace(bundle.applicability, threshold=1e-6))
    assert "About 100 % of the cells lie outside" in warnings_of(flat, near, tmp_path / "far")[0]
    for name in NAMES:
        np.testing.assert_array_equal(
            read(tmp_path / "far" / f"{name}.tif"), read(tmp_path / "near" / f"{name}.tif")
        )
