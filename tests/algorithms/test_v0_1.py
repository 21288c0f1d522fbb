"""What release 0.1 left with its users still works: names, chains, bundles, commands, projects.

The frozen files are never written again; a name may be added, none taken away.
"""

import copy
import json
import shlex
import shutil
import subprocess

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from tests.support import v0_1  # noqa: E402
from tests.support.contract import contract, layer_facts, results  # noqa: E402
from tests.support.harness import (  # noqa: E402
    REPOSITORY,
    command,
    enable_plugin,
    environment,
    messages,
    report,
)
from tools.check.patience import patient  # noqa: E402

FROZEN = v0_1.frozen()
CASES = v0_1.frozen("bundles/cases.json")
LOOKS = v0_1.frozen("project/looks.json")
COMMANDS = [
    pytest.param(line, id=f"{path.stem}:{number}")
    for path in sorted((v0_1.FOLDER / "commands").glob("*.txt"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
SAME = 1e-6
HOURGLASS_S = 900

by_result = pytest.mark.parametrize("result", FROZEN["results"], ids=lambda result: result["name"])
by_chain = pytest.mark.parametrize("chain", FROZEN["chains"], ids=lambda chain: chain["chain"])
by_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])


def test_no_algorithm_parameter_word_or_output_is_lost(provider):
    assert not v0_1.lost_of_contract(FROZEN["algorithms"], contract(provider))


def test_what_is_lost_is_noticed():
    was = FROZEN["algorithms"]
    spoiled = {
        "terrainfactors is gone": lambda now: now.pop("landslide:terrainfactors"),
        "MEMORY is gone": lambda now: now["landslide:terrainfactors"]["parameters"].pop("MEMORY"),
        "NEW is new": lambda now: now["landslide:terrainfactors"]["parameters"].update(
            NEW={"optional": False, "default": None}
        ),
        "MASK must be given": lambda now: now["landslide:terrainfactors"]["parameters"]["MASK"].update(
            optional=False
        ),
        "DEM: type is file": lambda now: now["landslide:terrainfactors"]["parameters"]["DEM"].update(
            type="file"
        ),
        "HOLES offers wall": lambda now: now["landslide:terrainfactors"]["parameters"]["HOLES"].update(
            options=["wall", "drain"]
        ),
        "FACTORS takes one": lambda now: now["landslide:terrainfactors"]["parameters"]["FACTORS"].update(
            several=False
        ),
        "output BANDS is gone": lambda now: now["landslide:terrainfactors"]["outputs"].pop("BANDS"),
    }
    for words, spoil in spoiled.items():
        now = copy.deepcopy(was)
        spoil(now)
        lost = v0_1.lost_of_contract(was, now)
        assert len(lost) == 1, (words, lost)
        assert words in lost[0], (words, lost)


def test_more_than_before_is_no_loss():
    now = copy.deepcopy(FROZEN["algorithms"])
    terrain = now["landslide:terrainfactors"]
    terrain["parameters"]["MORE"] = {"optional": True, "default": None}
    terrain["parameters"]["HOLES"]["options"].append("bridge")
    terrain["parameters"]["MEMORY"]["default"] = 1
    terrain["outputs"]["MORE"] = "outputNumber"
    terrain["parameters"]["NDVI"]["type"] = "layer"
    now["landslide:more"] = {"parameters": {}, "outputs": {}}
    assert not v0_1.lost_of_contract(FROZEN["algorithms"], now)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A copy of the frozen folder, as opening a raster may leave statistics beside it."""
    return shutil.copytree(v0_1.FOLDER, tmp_path_factory.mktemp("frozen") / "v0_1")


@pytest.fixture(scope="module")
def made(qgis_app, here, tmp_path_factory):
    """Every result of 0.1 made again, in order, as later ones read earlier ones; by name, or why not."""
    import processing

    out, found = tmp_path_factory.mktemp("v0_1"), {}
    for one in FROZEN["results"]:
        try:
            found[one["name"]] = results(
                processing.run(one["algorithm"], v0_1.filled(one["parameters"], here, out))
            )
        except qgis_core.QgsProcessingException as error:
            found[one["name"]] = str(error)
    return found


@by_result
def test_results_keep_their_bands_and_fields(result, made):
    found = made[result["name"]]
    assert isinstance(found, dict), found
    assert not v0_1.lost_of_results(result["results"], found)


def test_a_lost_band_field_or_file_is_noticed():
    was = {
        "A": {"bands": [["T10", "", "Float32"], ["T25", "", "Float32"]]},
        "B": {"names": ["a", "b"]},
        "C": {"files": {"slope.tif": {"bands": [["slope", "deg", "Float32"]]}}},
    }
    more = copy.deepcopy(was)
    more["A"]["bands"].append(["T50", "", "Float32"])
    more["B"]["names"].insert(0, "z")
    assert not v0_1.lost_of_results(was, more)
    for spoil in (
        lambda now: now["A"]["bands"].reverse(),
        lambda now: now["A"]["bands"].pop(),
        lambda now: now["A"]["bands"][0].__setitem__(1, "m"),
        lambda now: now["B"]["names"].pop(),
        lambda now: now["C"]["files"].clear(),
        lambda now: now.pop("C"),
    ):
        now = copy.deepcopy(was)
        spoil(now)
        assert v0_1.lost_of_results(was, now)


@by_chain
def test_a_chain_loads_and_every_value_it_hands_on_is_taken(chain, provider):
    model = qgis_core.QgsProcessingModelAlgorithm()
    assert model.fromFile(str(v0_1.CHAINS / f"{chain['chain']}.model3"))
    model.initAlgorithm({})
    steps = model.childAlgorithms()
    for name, step in steps.items():
        assert step.algorithm() is not None, step.algorithmId()
        known = {definition.name() for definition in step.algorithm().parameterDefinitions()}
        assert set(step.parameterSources()) <= known, name
        kept = {(name, result.childOutputName()) for result in step.modelOutputs().values()}
        for giver, key in kept | handed_on(step):
            given = {definition.name() for definition in steps[giver].algorithm().outputDefinitions()}
            assert key in given, f"{name} gets no {key} of {giver}"
    valid, errors = model.validate()
    assert valid, errors


def handed_on(step):
    """Step and output of each result of another step that a step of a chain takes."""
    sources = [source for given in step.parameterSources().values() for source in given]
    return {(one.outputChildId(), one.outputName()) for one in sources if one.outputChildId()}


@by_chain
def test_a_chain_runs_with_the_same_keys(chain, here, tmp_path):
    enable_plugin()
    model = str(v0_1.CHAINS / f"{chain['chain']}.model3")
    done = subprocess.run(
        command(model, v0_1.filled(chain["parameters"], here, tmp_path), "--json"),
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=patient(HOURGLASS_S),
        cwd=REPOSITORY,
    )
    assert done.returncode == 0, messages(done)[-4000:]
    found = report(done)["results"]
    assert not set(chain["outputs"]) - set(found)
    assert not v0_1.lost_of_results(chain["results"], results(found))


@by_case
def test_a_bundle_maps_what_it_mapped(case, run, here, tmp_path):
    keys = ("PROBABILITY", "UNCERTAINTY", "CLASSES")
    targets = {key: str(tmp_path / f"{key}.tif") for key in keys}
    run("mapsusceptibility", {**v0_1.filled(case["parameters"], here, tmp_path), **targets})
    frozen = v0_1.mapped()
    for key in keys:
        np.testing.assert_allclose(
            pixels(targets[key]), frozen[f"{case['case']}/{key}"], rtol=0, atol=SAME, err_msg=key
        )


def pixels(path):
    """Values of every band, NaN for no-data."""
    from osgeo import gdal

    raster = gdal.Open(path)
    values = np.array(raster.ReadAsArray(), np.float64).reshape(raster.RasterCount, raster.RasterYSize, -1)
    return np.where(values == raster.GetRasterBand(1).GetNoDataValue(), np.nan, values)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_tutorials_is_still_taken(line, provider):
    words = shlex.split(line)
    assert words[:2] == ["qgis_process", "run"]
    assert words[3] == "--"
    algorithm = provider.algorithm(words[2].split(":")[1])
    assert algorithm is not None, words[2]
    given = dict(word.split("=", 1) for word in words[4:])
    for key, value in given.items():
        definition = algorithm.parameterDefinition(key)
        assert definition is not None, f"no parameter {key}"
        assert definition.name() == key, f"no parameter {key}"
        assert definition.checkValueIsAcceptable(value), f"{key} does not take {value}"
    told = contract(provider)[algorithm.id()]["parameters"]
    missing = [key for key, one in told.items() if key not in given and not v0_1.may_be_left_out(one)]
    assert not missing


def test_a_command_that_is_no_longer_taken_is_noticed(provider):
    for line in (
        "qgis_process run landslide:gone -- DEM=a.tif",
        "qgis_process run landslide:sampledata -- AREA=rbsf FOLDER=a GONE=1",
        "qgis_process run landslide:sampledata -- AREA=gone FOLDER=a",
        "qgis_process run landslide:sampledata -- AREA=rbsf",
    ):
        with pytest.raises(AssertionError):
            test_a_command_of_the_tutorials_is_still_taken(line, provider)


@pytest.fixture(scope="module")
def opened(qgis_app, tmp_path_factory):
    """Facts of every layer of the frozen project, opened elsewhere than it was written."""
    folder = tmp_path_factory.mktemp("project") / "moved"
    shutil.copytree(v0_1.PROJECT, folder)
    project = qgis_core.QgsProject()
    assert project.read(str(folder / "study.qgs"))
    facts = {layer.name(): layer_facts(layer) for layer in project.mapLayers().values()}
    sources = [layer.source() for layer in project.mapLayers().values()]
    project.clear()
    return facts, sources, folder


def test_the_project_opens_with_every_layer_valid_and_its_looks_kept(opened):
    facts, sources, folder = opened
    assert set(facts) == {looks["name"] for looks in LOOKS}
    assert all(source.startswith(str(folder)) for source in sources)
    for looks in LOOKS:
        assert json.loads(json.dumps(facts[looks["name"]])) == looks
