"""Outputs by one choice and a folder, and what preset and Settings file say of a training."""

import json
import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.dialog.by_choice import ByChoice  # noqa: E402
from landslide_plugin.algorithms.base.given import Given  # noqa: E402
from landslide_plugin.algorithms.model import settings as model_parameters  # noqa: E402
from landslide_plugin.core.errors import InputError  # noqa: E402
from landslide_plugin.core.io.raster import RasterSink, crs_wkt, factor_band  # noqa: E402
from landslide_plugin.core.model.bundle.bundle import save_bundle  # noqa: E402
from landslide_plugin.core.progress import Progress  # noqa: E402
from landslide_plugin.core.types.grid import Grid  # noqa: E402
from landslide_plugin.core.writing.arrivals import NOTE, awaited  # noqa: E402
from landslide_plugin.core.writing.folders import MARKER, owned  # noqa: E402
from landslide_plugin.core.writing.whole import write_bytes  # noqa: E402
from tools.check.random_bundle import SPECS, random_bundle  # noqa: E402

MORE = {"AGREEMENT": "agreement.tif", "FLIPS": "flips.tif"}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A model with drawn weights and rasters that fit it, as parameters."""
    folder = tmp_path_factory.mktemp("model")
    save_bundle(random_bundle(members=3, soil=False, rain=False), {}, str(folder / "model"))
    grid = Grid(12, 12, (700000.0, 25.0, 0.0, 9560000.0, 0.0, -25.0), crs_wkt("EPSG:32718"))
    rows, cols = np.mgrid[:12, :12].astype(np.float32)
    with RasterSink(str(folder / "factors.tif"), grid, [factor_band(spec) for spec in SPECS]) as sink:
        for i, values in enumerate((10 + rows, np.full_like(rows, 7), 9 * cols)):
            sink.write(i, 0, values)
    return {"BUNDLE": str(folder / "model"), "FACTORS": [str(folder / "factors.tif")], "ANY_CELL_SIZE": True}


def test_the_folder_gets_what_is_chosen_and_the_old_keys_tell_where(run, model, tmp_path):
    folder = tmp_path / "more"
    found = run(
        "mapsusceptibility", {**model, "MORE_MAPS": [key.lower() for key in MORE], "MAPS_FOLDER": str(folder)}
    )
    assert {key: found[key] for key in MORE} == {key: str(folder / name) for key, name in MORE.items()}
    assert "ENTROPY" not in found
    assert {path.name for path in folder.iterdir()} == {*MORE.values(), "agreement.qml", "flips.qml", MARKER}
    again = run("mapsusceptibility", {**model, "MORE_MAPS": "agreement;entropy", "MAPS_FOLDER": str(folder)})
    assert again["ENTROPY"] == str(folder / "entropy.tif")
    assert set(json.loads((folder / MARKER).read_text())["files"]) == {*MORE.values(), "entropy.tif"}


def test_an_output_with_a_place_of_its_own_keeps_it(run, model, tmp_path):
    own = str(tmp_path / "mine.tif")
    given = {"MORE_MAPS": ["agreement"], "MAPS_FOLDER": str(tmp_path / "more"), "AGREEMENT": own}
    assert run("mapsusceptibility", {**model, **given})["AGREEMENT"] == own
    assert not (tmp_path / "more").exists()


def test_without_a_folder_what_is_chosen_is_temporary(run, model):
    found = run("mapsusceptibility", {**model, "MORE_MAPS": ["flips"]})
    assert found["FLIPS"].startswith(os.path.realpath(qgis_core.QgsProcessingUtils.tempFolder()))


def test_files_of_the_user_are_not_replaced(run, model, tmp_path):
    (tmp_path / "flips.tif").write_text("mine")
    with pytest.raises(
        qgis_core.QgsProcessingException, match=r"holds flips\.tif, not written by this plugin"
    ):
        run("mapsusceptibility", {**model, "MORE_MAPS": ["flips"], "MAPS_FOLDER": str(tmp_path)})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flips.tif"]
    assert (tmp_path / "flips.tif").read_text() == "mine"


def test_a_run_that_fails_leaves_no_new_folder(run, model, tmp_path):
    given = {"MORE_MAPS": ["annual"], "MAPS_FOLDER": str(tmp_path / "more")}
    with pytest.raises(qgis_core.QgsProcessingException):
        run("mapsusceptibility", {**model, **given})
    assert not (tmp_path / "more").exists()


def test_what_a_run_wrote_before_it_failed_is_ours_and_may_be_replaced(tmp_path):
    """Of a chain the first steps are done when a later one fails; files of the user are never marked."""
    folder, also = tmp_path / "more", ByChoice("MORE", "FOLDER", {"FACTORS": "factors.tif", "FS": "fs.tif"})
    asked = {"MORE": ["factors", "fs"], "FOLDER": str(folder)}

    def fails():
        with also.owned(asked):
            (folder / "factors.tif").write_text("whole")
            (folder / "notes.txt").write_text("mine")
            raise InputError("the next step fails")

    for _ in range(2):
        with pytest.raises(InputError, match="the next step fails"):
            fails()
    assert owned(folder) == {"factors.tif"}
    (folder / "fs.tif").write_text("mine")
    with pytest.raises(InputError, match=r"holds fs\.tif, not written by this plugin"):
        fails()


def test_a_run_that_was_killed_does_not_bar_the_next(run, model, tmp_path):
    """Its files are replaced, since its note tells them; a file that the user put among them is not."""
    folder = tmp_path / "more"
    folder.mkdir()
    with awaited(folder, ["agreement.tif", "flips.tif"]):
        write_bytes(folder / "agreement.tif", b"of the run that was killed")
        note = (folder / NOTE).read_bytes()
    (folder / NOTE).write_bytes(note)  # as it stands after a kill, which nothing takes away
    asked = {**model, "MORE_MAPS": ["agreement", "flips"], "MAPS_FOLDER": str(folder)}
    (folder / "flips.tif").write_text("mine")
    with pytest.raises(qgis_core.QgsProcessingException, match=r"holds flips\.tif, not written"):
        run("mapsusceptibility", asked)
    assert (folder / "flips.tif").read_text() == "mine"
    (folder / "flips.tif").unlink()
    run("mapsusceptibility", asked)
    assert owned(folder) == {"agreement.tif", "flips.tif"}
    assert (folder / "agreement.tif").stat().st_size > 100
    assert not (folder / NOTE).exists()


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_written_is_marked_before_the_note_of_it_goes(tmp_path, monkeypatch, fails):
    """A kill between the two would leave a file that is nobody's, and bar the next run."""
    also, marked, plain = ByChoice("MORE", "FOLDER", {"FS": "fs.tif"}), [], Path.unlink

    def unlink(self, *more, **options):
        marked.extend([owned(tmp_path)] if self.name == NOTE else [])
        plain(self, *more, **options)

    monkeypatch.setattr(Path, "unlink", unlink)
    with suppress(InputError), also.owned({"MORE": ["fs"], "FOLDER": str(tmp_path)}):
        write_bytes(tmp_path / "fs.tif", b"whole")
        if fails:
            raise InputError("the next step fails")
    assert marked == [{"fs.tif"}]


@pytest.mark.parametrize(("tick", "loaded"), [(True, {"flips.tif"}), (False, set())])
def test_layers_are_loaded_by_tick(provider, model, tmp_path, tick, loaded):
    context = qgis_core.QgsProcessingContext()
    project = qgis_core.QgsProject()
    context.setProject(project)
    given = {**model, "MORE_MAPS": ["flips"], "MAPS_FOLDER": str(tmp_path / "more"), "LOAD_MAPS": tick}
    algorithm = provider.algorithm("mapsusceptibility").create()
    _, done = algorithm.run(given, context, qgis_core.QgsProcessingFeedback())
    assert done
    asked = {Path(path).name for path in context.layersToLoadOnCompletion()}
    assert asked == loaded


@pytest.fixture
def settled(provider):
    """What a training takes for its settings, and the lines that it says, from parameters alone."""

    def settle(parameters, name="trainensemble"):
        algorithm = provider.algorithm(name).create()
        said = []
        progress = Progress(fraction=lambda _: None, info=said.append, warning=said.append)
        context = qgis_core.QgsProcessingContext()
        with Given(algorithm, dict(parameters), context, progress, algorithm._quantities) as given:
            model_parameters.settle_all(
                given, model_parameters.settable_of(algorithm.SETTINGS, algorithm.FAMILIES)
            )
            return given, said

    return settle


def test_without_a_word_a_training_has_the_defaults(settled):
    given, said = settled({})
    assert given.quantity("MEMBERS") == 5
    assert given.quantity("EPOCHS") is None
    assert given.quantity("ABSENCES") == "auto"
    assert given.choices("MODELS") == list(model_parameters.STACKED)
    assert said == []


def test_given_goes_before_file_and_file_before_preset(settled, tmp_path):
    file = tmp_path / "s.json"
    file.write_text(
        json.dumps({"settings": {"members": 7, "cv_folds": 4, "patience": 9, "models": ["forest"]}})
    )
    given, said = settled(
        {"SETTINGS_FILE": str(file), "PRESET": "thorough", "CV_FOLDS": 5, "ABSENCE_RATIO": 3}
    )
    assert [given.quantity(key) for key in ("CV_FOLDS", "MEMBERS", "PATIENCE", "CV_REPEATS")] == [5, 7, 9, 10]
    assert given.quantity("ABSENCE_RATIO") == 3
    assert given.choices("MODELS") == ["forest"]
    assert said == [
        "Given values go before the Settings file: cv_folds 5 (not 4); before preset thorough: absence_ratio 3.0 "
        "(not 2.0); The Settings file goes before preset thorough: members 7 (not 10)"
    ]


def test_physics_of_a_file_is_passed_over_where_there_is_none(settled, tmp_path):
    file = tmp_path / "s.json"
    file.write_text(json.dumps({"settings": {"physics_lambda": 2.0}}))
    assert settled({"SETTINGS_FILE": str(file)}, "trainphysics")[0].quantity("PHYSICS_LAMBDA") == 2.0
    assert settled({"SETTINGS_FILE": str(file)})[1] == []
    file.write_text(json.dumps({"settings": {"epochs": -1}}))
    with pytest.raises(InputError, match="SETTINGS_FILE: epochs is -1; allowed: 1 to 1000"):
        settled({"SETTINGS_FILE": str(file)})
