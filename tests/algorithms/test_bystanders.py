"""Whatever of the user's stands beside results, within their folders or in their way is there after each run."""

import hashlib

import pytest

from landslide_plugin.core.writing.folders import MARKER

ENDINGS = (
    ".qml",
    ".json",
    ".csv",
    ".shp",
    ".asc",
    ".kml",
    ".tfw",
    ".md",
    ".old",
    ".part",
    ".tif.part",
    "_1.tif",
)
AREA = ("dem", "landslide_points", "study_mask", "README", "factors", "landslides", "scenarios")
FACTORS = ["elevation", "slope", "twi"]


def beside(folder, stems, taken=()):
    """Files and folders of the user with names near those of results; their fingerprints by path."""
    folder.mkdir(exist_ok=True)
    for stem in stems:
        for ending in ENDINGS:
            path = folder / f"{stem}{ending}"
            if path.name not in taken:
                path.write_text(f"years of work on {stem}")
        for ending in (".dir.part", ".dir.old"):
            (folder / f"{stem}{ending}").mkdir()
            (folder / f"{stem}{ending}" / "thesis.txt").write_text("years of work")
    return fingerprints(folder)


def fingerprints(folder):
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lost(before, folder):
    """Names of what is gone or altered."""
    after = fingerprints(folder)
    return [path.name for path, seen in before.items() if after.get(path) != seen]


@pytest.fixture(scope="module")
def area(qgis_app, tmp_path_factory):
    import processing

    folder = tmp_path_factory.mktemp("area") / "andes"
    processing.run("landslide:sampledata", {"AREA": "andes", "FOLDER": str(folder), "LOAD": False})
    return folder


@pytest.fixture
def heard(qgis_app):
    """A feedback, and the warnings and the lines it was told."""
    from qgis.core import QgsProcessingFeedback

    class Heard(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.warnings = []

        def pushWarning(self, warning):
            self.warnings.append(warning)

    return Heard()


def test_sample_areas_leave_what_lies_among_their_files(run, tmp_path):
    run("sampledata", {"AREA": "rbsf", "FOLDER": str(tmp_path), "LOAD": False})
    ours = {path.name for path in tmp_path.iterdir()} | {"scenarios.csv"}
    for path in tmp_path.glob("*.qml"):
        path.unlink()
    before = beside(tmp_path, AREA, ours)
    before = {path: seen for path, seen in before.items() if path.name not in ours}
    for name in ("andes", "rbsf", "rbsf"):
        run("sampledata", {"AREA": name, "FOLDER": str(tmp_path), "LOAD": False})
        assert not lost(before, tmp_path)
    assert not (tmp_path / "factors.tif").exists()


def test_factors_leave_what_lies_beside_the_stack_and_in_the_folder(run, area, tmp_path, heard):
    before = {**beside(tmp_path, ["slides"]), **beside(tmp_path / "single", FACTORS)}
    params = {
        "DEM": str(area / "dem.tif"),
        "FACTORS": FACTORS,
        "STACK": str(tmp_path / "slides.tif"),
        "FOLDER": str(tmp_path / "single"),
    }
    for _ in range(2):
        run("terrainfactors", params, feedback=heard)
        assert not lost(before, tmp_path)
    told = " ".join(heard.warnings)
    assert "STACK: slides.qml" in told
    assert "slides.json was not written" in told
    assert "slope.qml in" in told
    assert not list(tmp_path.glob("slides.tif.*.part"))


def test_a_raster_of_the_user_in_the_folder_is_named_before_the_work(run, area, tmp_path):
    from qgis.core import QgsProcessingException

    (tmp_path / "slope.tif").write_text("years of work")
    before = fingerprints(tmp_path)
    stack = tmp_path / "stack.tif"
    params = {"DEM": str(area / "dem.tif"), "FACTORS": FACTORS, "STACK": str(stack), "FOLDER": str(tmp_path)}
    with pytest.raises(QgsProcessingException, match="holds slope.tif, not written by this plugin"):
        run("terrainfactors", params)
    assert fingerprints(tmp_path) == before


def test_vector_results_leave_what_lies_beside_them(run, area, tmp_path):
    before = beside(tmp_path, ["zones", "points"], ("zones.csv",))
    raster = str(area / "target_probability.tif")
    for _ in range(2):
        run(
            "zonalresults",
            {
                "POLYGONS": f"{area / 'landslides.gpkg'}|layername=landslide_cells",
                "PROBABILITY": raster,
                "CUT": 0.5,
                "OUTPUT": str(tmp_path / "zones.gpkg"),
                "TABLE": str(tmp_path / "zones.csv"),
            },
        )
        run("fieldchecks", {"UNCERTAINTY": raster, "OUTPUT": str(tmp_path / "points.gpkg")})
        assert not lost(before, tmp_path)


REFUSED = {
    "trainensemble": ("BUNDLE", "notes.txt", "is not a model bundle"),
    "comparemodels": ("BUNDLES", "forest/notes.txt", "forest exists and is not a model bundle"),
    "figures": ("FIGURES", "roc.png", "holds roc.png"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_foreign_folder_is_refused_before_any_worker(run, area, tmp_path, monkeypatch, case):
    from qgis.core import QgsProcessingException

    from landslide_plugin.algorithms.base import worker
    from landslide_plugin.algorithms.model import training

    monkeypatch.setattr(worker, "run_job", lambda *_, **__: pytest.fail("a worker was started"))
    monkeypatch.setattr(training, "prepare", lambda *_, **__: pytest.fail("the work has begun"))
    key, name, words = REFUSED[case]
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text("years of work")
    params = {
        "FACTORS": [str(area / "factors.tif")],
        "INVENTORY": f"{area / 'landslides.gpkg'}|layername=landslide_points",
        "LABEL_FIELD": "landslide",
        "OUTPUT": str(tmp_path / "table.html"),
        "BUNDLE": str(tmp_path / "model"),
        key: str(tmp_path / "mine"),
    }
    if case == "comparemodels":
        del params["BUNDLE"]
    else:
        del params["OUTPUT"]
    with pytest.raises(QgsProcessingException, match=words):
        run("trainensemble" if case == "figures" else case, params)
    assert list(fingerprints(tmp_path)) == [path]


def test_a_marker_is_left(area):
    assert (area / MARKER).exists()


@pytest.mark.parametrize("name", ["x" * 300, "notes.txt", "notes.txt/area"])
def test_a_folder_that_can_be_none_is_refused_and_leaves_nothing(run, tmp_path, name):
    from qgis.core import QgsProcessingException

    (tmp_path / "notes.txt").write_text("years of work")
    before = fingerprints(tmp_path)
    with pytest.raises(QgsProcessingException, match="^FOLDER: .*choose a"):
        run("sampledata", {"FOLDER": str(tmp_path / name)})
    assert fingerprints(tmp_path) == before
    assert [path.name for path in tmp_path.rglob("*")] == ["notes.txt"]
