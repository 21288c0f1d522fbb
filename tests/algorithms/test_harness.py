"""The harness itself: exit codes, results and messages come through."""

import pytest

from tests.support.harness import messages, outputs, qgis_process


def test_a_native_algorithm_gives_its_outputs(tmp_path):
    target = tmp_path / "constant.tif"
    done = qgis_process(
        "native:createconstantrasterlayer",
        {"EXTENT": "0,10,0,10", "TARGET_CRS": "EPSG:32719", "PIXEL_SIZE": 1, "NUMBER": 3, "OUTPUT": target},
    )
    assert outputs(done)["OUTPUT"] == str(target)
    assert target.stat().st_size > 0


def test_a_failing_run_has_exit_code_1_and_a_reason():
    done = qgis_process("native:buffer", {"INPUT": "/nowhere.gpkg", "OUTPUT": "/tmp/x.gpkg"})
    assert done.returncode == 1
    assert "/nowhere.gpkg" in messages(done)
    with pytest.raises(RuntimeError, match="exit 1"):
        outputs(done)


def test_our_provider_is_there(provider):
    assert provider is not None
    assert provider.name() == "Landslide Susceptibility"


def test_processing_run_in_this_process(run, tmp_path):
    extent = run("native:extenttolayer", {"INPUT": "0,10,0,5 [EPSG:32719]", "OUTPUT": "TEMPORARY_OUTPUT"})
    assert next(extent["OUTPUT"].getFeatures()).geometry().area() == 50.0
