"""What every algorithm of the provider promises, whichever it is."""

import json
import re
import subprocess
import sys

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.algorithm import GROUPS, LandslideAlgorithm  # noqa: E402
from landslide_plugin.algorithms.registry import ALGORITHMS  # noqa: E402
from tests.support.freeze_names import FROZEN, public_names  # noqa: E402
from tests.support.harness import REPOSITORY, messages, qgis_process  # noqa: E402
from tools.check.patience import patient  # noqa: E402

HOOKS = {
    "createInstance",
    "name",
    "displayName",
    "group",
    "groupId",
    "tags",
    "icon",
    "svgIconPath",
    "shortDescription",
    "shortHelpString",
    "helpUrl",
    "flags",
    "initAlgorithm",
    "addOutput",
    "canExecute",
    "checkParameterValues",
    "prepareAlgorithm",
    "processAlgorithm",
    "postProcessAlgorithm",
    "validateInputCrs",
    "sinkProperties",
}
WORDS_OF_HELP = 12

by_name = pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)


@pytest.fixture
def algorithm(kind, qgis_app):
    found = qgis_app.processingRegistry().createAlgorithmById(f"landslide:{kind.NAME}")
    assert found is not None, f"the provider has no {kind.NAME}"
    return found


def is_advanced(definition):
    return bool(definition.flags() & qgis_core.QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def test_public_names_are_frozen(provider):
    frozen = json.loads(FROZEN.read_text())
    assert public_names(provider) == frozen, (
        "public names changed; if that is meant: python -m tests.support.freeze_names, and a line in CHANGELOG.md"
    )


def test_every_registered_algorithm_is_in_the_provider_once(provider):
    names = [kind.NAME for kind in ALGORITHMS]
    assert len(set(names)) == len(names)
    assert set(names) <= {algorithm.name() for algorithm in provider.algorithms()}


@by_name
def test_identity(kind, algorithm):
    assert re.fullmatch(r"[a-z][a-z0-9]*", algorithm.name())
    assert algorithm.displayName()[0].isupper()
    assert algorithm.displayName().isascii()
    assert algorithm.groupId() in GROUPS
    assert algorithm.group() == GROUPS[algorithm.groupId()]
    assert algorithm.tags()
    assert not algorithm.icon().pixmap(24, 24).isNull()
    assert algorithm.helpUrl().startswith("https://")


@by_name
def test_help_says_something(kind, algorithm):
    assert len(algorithm.shortHelpString().split()) >= WORDS_OF_HELP


@by_name
def test_every_parameter_has_a_key_a_label_and_help(kind, algorithm):
    for definition in algorithm.parameterDefinitions():
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())
        assert definition.description().strip(), definition.name()
        assert len(definition.help().split()) >= 3, f"{definition.name()} has no help"


@by_name
def test_labels_are_told_apart(kind, algorithm):
    labels = [definition.description() for definition in algorithm.parameterDefinitions()]
    assert len(set(labels)) == len(labels)


@by_name
def test_outputs_are_declared(kind, algorithm):
    assert algorithm.outputDefinitions()
    for definition in algorithm.outputDefinitions():
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())
        assert definition.description().strip()


@by_name
def test_defaults_are_allowed(kind, algorithm):
    for definition in algorithm.parameterDefinitions():
        if definition.defaultValue() is not None:
            assert definition.checkValueIsAcceptable(definition.defaultValue()), definition.name()


@by_name
def test_required_parameters_are_not_folded_away(kind, algorithm):
    for definition in algorithm.parameterDefinitions():
        optional = definition.flags() & qgis_core.QgsProcessingParameterDefinition.Flag.FlagOptional
        if is_advanced(definition):
            assert optional or definition.defaultValue() is not None, definition.name()


@by_name
def test_a_copy_is_of_the_same_class(kind, algorithm):
    assert type(algorithm.createInstance()) is kind


@by_name
def test_no_method_hides_one_of_qgis(kind):
    """A hook called ``run`` works in qgis_process and dies in processing.run."""
    public = {name for name in dir(qgis_core.QgsProcessingAlgorithm) if not name.startswith("_")}
    own = {name for cls in kind.__mro__ if issubclass(cls, LandslideAlgorithm) for name in vars(cls)}
    assert own & public <= HOOKS


@by_name
def test_without_parameters_it_fails_with_a_reason(kind, algorithm):
    required = [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if definition.defaultValue() is None
        and not definition.flags() & qgis_core.QgsProcessingParameterDefinition.Flag.FlagOptional
        and not definition.isDestination()
    ]
    if not required:
        pytest.skip("everything has a default")
    done = qgis_process(kind.NAME, {})
    assert done.returncode == 1
    assert any(key in messages(done) for key in required)


LOAD = """
import importlib.abc, sys
class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
sys.path.insert(0, {repository!r})
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from landslide_plugin.plugin import LandslidePlugin
plugin = LandslidePlugin(None)
plugin.initProcessing()
algorithms = QgsApplication.processingRegistry().providerById("landslide").algorithms()
for algorithm in algorithms:
    algorithm.create().shortHelpString()
    algorithm.canExecute()
print("LOADED", len(algorithms))
print("HEAVY", sorted({absent!r} & {{name.split(".")[0] for name in sys.modules}}))
plugin.unload()
app.exitQgis()
"""
ABSENT = {
    "scipy",
    "sklearn",
    "tensorflow",
    "keras",
    "base_attentive",
    "matplotlib",
    "numba",
    "dask",
    "pandas",
}


def test_the_provider_loads_on_bare_numpy_and_gdal(qgis_app, provider):
    """As in a QGIS that ships no SciPy: nothing heavy is there, nothing heavy is asked for."""
    code = LOAD.format(absent=ABSENT, repository=str(REPOSITORY))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, text=True, timeout=patient(120)
    )
    assert f"LOADED {len(provider.algorithms())}" in done.stdout, done.stderr
    assert "HEAVY []" in done.stdout


def test_qgis_process_lists_every_algorithm(provider):
    from tests.support.harness import enable_plugin, environment
    from tools.check.qgis_runner import executable

    enable_plugin()
    done = subprocess.run(
        [executable(), "list"],
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    for algorithm in provider.algorithms():
        assert f"landslide:{algorithm.name()}" in done.stdout
