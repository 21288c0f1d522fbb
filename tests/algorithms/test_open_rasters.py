"""Every raster that an algorithm opened is closed when it is done, refused runs included.

QGIS never frees what an algorithm raised to it, nor the frames that hold it: only a raster that was closed is let go,
and on Windows a file that is held can be neither replaced nor removed.
"""

import shutil

import pytest

from landslide_plugin.core.io.raster import RasterSink, RasterSource
from tests.support import v0_1

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

RESULTS = v0_1.frozen()["results"]
RESIDUAL = "{v0_1}/bundles/andes_physics_residual.zip"
ANDES = {
    "INVENTORY": "{out}/andes/landslides.gpkg|layername=landslide_points",
    "LABEL_FIELD": "landslide",
    "FACTORS": ["{out}/andes/factors.tif"],
    "PROFILE": "{out}/andes/soil_profile.tif",
    "SCENARIOS": "{out}/andes/scenarios.csv",
    "BUNDLE": "{out}/refused_model",
}
REFUSED = {
    "a layer on another grid": (
        "terrainfactors",
        {"DEM": "{v0_1}/inputs/dem.tif", "NDVI": "{v0_1}/inputs/andes_cells.tif", "STACK": "{out}/no.tif"},
        "does not lie on the grid",
    ),
    "a damaged DEM": (
        "terrainfactors",
        {"DEM": "{out}/damaged.tif", "STACK": "{out}/no.tif"},
        "is damaged or truncated",
    ),
    "codes that no soil table knows": (
        "soilprofile",
        {
            "LITHOLOGY": "{v0_1}/inputs/ndvi.tif",
            "TEMPLATE": "{v0_1}/inputs/dem.tif",
            "PROFILE": "{out}/no.tif",
        },
        "is not in the soil table",
    ),
    "soil rasters without depths": (
        "soilprofile",
        {"SOURCE": "rasters", "RASTERS": ["{v0_1}/inputs/ndvi.tif"], "PROFILE": "{out}/no.tif"},
        "tells no soil property",
    ),
    "soil on another grid": (
        "factorofsafety",
        {
            "SLOPE": "{v0_1}/inputs/rbsf_cells.tif",
            "PROFILE": "{v0_1}/inputs/andes_cells_soil.tif",
            "SCENARIOS": "{v0_1}/inputs/andes_scenarios.csv",
            "FS": "{out}/no.tif",
        },
        "grid|CRS|instead of",
    ),
    "factors that a model lacks": (
        "mapsusceptibility",
        {"BUNDLE": RESIDUAL, "FACTORS": ["{v0_1}/inputs/rbsf_cells.tif"], "PROBABILITY": "{out}/no.tif"},
        "The model needs factor",
    ),
    "a band that is not there": (
        "comparemaps",
        {"FIRST": "{out}/pf.tif", "SECOND": "{out}/pf.tif", "SECOND_BAND": 9, "OUTPUT": "{out}/no.tif"},
        "bands 1 to",
    ),
    "safety without the scenarios of a curve": (
        "hazardcurve",
        {
            "POINTS": "{out}/andes/landslides.gpkg|layername=landslide_points|subset=landslide=1",
            "BUNDLE": RESIDUAL,
            "FACTORS": ["{out}/andes/factors.tif"],
            "PROFILE": "{out}/andes/soil_profile.tif",
            "FS": "{out}/andes/dem.tif",
            "TABLE": "{out}/no.csv",
        },
        "has no band",
    ),
    "classes instead of an uncertainty": (
        "fieldchecks",
        {"UNCERTAINTY": "{out}/classes.tif", "OUTPUT": "{out}/no.gpkg"},
        "holds whole numbers",
    ),
    "classes instead of probabilities": (
        "zonalresults",
        {
            "POLYGONS": "{v0_1}/inputs/zones.geojson",
            "PROBABILITY": "{out}/classes.tif",
            "OUTPUT": "{out}/no.gpkg",
        },
        "holds whole numbers",
    ),
    "depths of another model": (
        "failuredepth",
        {"PHYSICAL": "{out}/depth.tif", "MODEL_DEPTH": "{out}/pf.tif", "OUTPUT": "{out}/no.tif"},
        "does not tell the soil layers",
    ),
    "targets without scenarios": (
        "trainensemble",
        {**ANDES, "TARGETS": "{out}/andes/dem.tif"},
        "has no band",
    ),
    "a prior without scenarios": (
        "trainphysics",
        {**ANDES, "PRIOR_FS": "{out}/andes/fs_legacy.tif", "PRIOR_PF": "{out}/andes/dem.tif"},
        "has no band",
    ),
    "labels that are none, with a prior": (
        "trainphysics",
        {**ANDES, "LABEL_FIELD": "no_such_field", "PRIOR_FS": "{out}/andes/fs_legacy.tif"},
        "no field",
    ),
    "a sheet by a template that is none": (
        "printlayout",
        {"MAP": "{out}/classes.tif", "TEMPLATE": "{out}/none.qpt", "OUTPUT": "{out}/no.pdf"},
        "is no layout template",
    ),
    "a report on a map of probabilities": (
        "susceptibilityreport",
        {"BUNDLE": RESIDUAL, "CLASSES": "{out}/rain_probability.tif", "OUTPUT": "{out}/no.html"},
        "has|holds|made",
    ),
}

by_refusal = pytest.mark.parametrize("case", REFUSED)


OPENED = []
"""Every raster opened since the last look; kept here, so that none is closed just for being forgotten."""


def still_open():
    """Names of rasters that were opened since the last look and not closed."""
    left = sorted(one.path for one in OPENED if one.is_open)
    for one in OPENED:
        if isinstance(one, RasterSource):
            one.close()
    OPENED.clear()
    return left


@pytest.fixture(scope="module", autouse=True)
def watched():
    """Have every raster put down in ``OPENED`` as it is opened."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in (RasterSource, RasterSink):
            patch.setattr(kind, "__init__", _noting(kind.__init__))
        yield


def _noting(begin):
    def noted(self, *arguments, **named):
        begin(self, *arguments, **named)
        OPENED.append(self)

    return noted


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A copy of the frozen folder, as opening a raster may leave statistics beside it."""
    return shutil.copytree(v0_1.FOLDER, tmp_path_factory.mktemp("frozen") / "v0_1")


@pytest.fixture(scope="module")
def made(qgis_app, here, tmp_path_factory):
    """Folder of results, and the rasters open after each run by its name."""
    import processing

    out, left = tmp_path_factory.mktemp("runs"), {}
    for one in RESULTS:
        processing.run(one["algorithm"], v0_1.filled(one["parameters"], here, out))
        left[one["name"]] = still_open()
    whole = (here / "inputs" / "dem.tif").read_bytes()
    (out / "damaged.tif").write_bytes(whole[: len(whole) * 3 // 4])
    (out / "none.qpt").write_text("<nothing/>")
    return out, left


@pytest.mark.parametrize("name", [one["name"] for one in RESULTS])
def test_a_run_leaves_no_raster_open(made, name):
    assert made[1][name] == []


@by_refusal
def test_a_refused_run_leaves_no_raster_open(made, run, here, case):
    algorithm, parameters, words = REFUSED[case]
    with pytest.raises(qgis_core.QgsProcessingException, match=words):
        run(algorithm, v0_1.filled(parameters, here, made[0]))
    assert still_open() == []
    assert not list(made[0].glob("no.*"))


def test_an_open_raster_is_noticed(made):
    path = str(made[0] / "pf.tif")
    with RasterSource(path):
        assert still_open() == [path]
    RasterSource(path)
    assert still_open() == [path]
    with RasterSource(path):
        pass
    assert still_open() == []
