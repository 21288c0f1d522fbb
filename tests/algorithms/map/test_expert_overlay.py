"""A map of expert judgement says what it is wherever it is looked at."""

import pytest

from landslide_plugin.core.io.raster import RasterSource
from tests.support.harness import messages, outputs, qgis_process
from tests.support.slope_file import write_slope
from tests.support.study import DEM, POINTS


def test_an_overlay_is_named_for_what_it_is_and_judged_at_once(tmp_path):
    with RasterSource(str(DEM)) as source:
        name = source.factor_specs()[0].name
    scores = f"factor,value,score\n{name},1800,0\n{name},2400,1\n{name},2800,0\n"
    (tmp_path / "s.csv").write_text(scores, encoding="utf-8")
    target, page = tmp_path / "index.tif", tmp_path / "index.html"
    asked = {
        "FACTORS": DEM,
        "SCORES": tmp_path / "s.csv",
        "INVENTORY": POINTS,
        "LABEL_FIELD": "landslide",
        "OUTPUT": target,
        "PAGE": page,
    }
    run = qgis_process("expertoverlay", asked, env={"LANDSLIDE_PYTHON": "no-such-python"})
    found = outputs(run)
    assert 0.6 < found["AUROC"] < 1.0  # most of these landslides lie in the middle of the heights
    said = "expert judgement, not validated"
    with RasterSource(str(target)) as source:
        assert source.metadata["STANDING"] == said
    assert said in target.with_suffix(".qml").read_text(encoding="utf-8")
    assert said in page.read_text(encoding="utf-8")
    assert said in messages(run)


def test_comparisons_that_contradict_each_other_are_refused_unless_allowed(tmp_path):
    slope = write_slope(tmp_path)
    (tmp_path / "s.csv").write_text("factor,value,score\na,1,0\nb,1,0\nc,1,0\n", encoding="utf-8")
    (tmp_path / "w.csv").write_text("factor,a,b,c\na,1,9,1/9\nb,,1,9\nc,,,1\n", encoding="utf-8")
    asked = {
        "FACTORS": slope,
        "SCORES": tmp_path / "s.csv",
        "WEIGHTS": tmp_path / "w.csv",
        "OUTPUT": tmp_path / "i.tif",
    }
    run = qgis_process("expertoverlay", asked)
    assert run.returncode != 0
    assert "contradict each other" in messages(run)
    assert not (tmp_path / "i.tif").exists()


def test_an_overlay_that_cannot_be_judged_leaves_the_old_one(run, tmp_path):
    from qgis.core import QgsProcessingException

    with RasterSource(str(DEM)) as source:
        name = source.factor_specs()[0].name
    (tmp_path / "s.csv").write_text(f"factor,value,score\n{name},1800,0\n{name},2400,1\n", encoding="utf-8")
    target = tmp_path / "index.tif"
    target.write_bytes(DEM.read_bytes())
    asked = {"FACTORS": [str(DEM)], "SCORES": str(tmp_path / "s.csv"), "OUTPUT": str(target)}
    with pytest.raises(QgsProcessingException, match="has no field geom"):
        run("expertoverlay", {**asked, "INVENTORY": str(POINTS), "LABEL_FIELD": "geom"})
    assert target.read_bytes() == DEM.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.tif", "s.csv"]
    run("expertoverlay", asked)
    with RasterSource(str(target)) as source:
        assert source.name == "index"
